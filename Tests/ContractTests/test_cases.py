"""Each case of each plan, and whether what was not reached has a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import PLANS
from contract import coverage
from contract.plan import Case, Plan
from contract.reporting import Reporting
from contract.running import CaseFailed, CaseSkipped, Runner


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    plans = metafunc.config.stash[PLANS].values()
    if "case" in metafunc.fixturenames:
        cases = [case for plan in plans for case in plan.cases]
        metafunc.parametrize("case", cases, ids=[case.id for case in cases])
    else:
        metafunc.parametrize("plan", list(plans), ids=[plan.service for plan in plans])


def test_case(case: Case, runner: Runner, record_property: Callable[[str, object], None]) -> None:
    record_property("case", case.id)
    outcome = _outcome(case, runner)
    if isinstance(outcome, CaseSkipped):
        pytest.skip(str(outcome))
    if outcome:
        record_property("cause", outcome.cause or "")
        pytest.fail(str(outcome), pytrace=False)


def _outcome(case: Case, runner: Runner) -> CaseFailed | CaseSkipped | None:
    try:
        runner.run(case)
    except (CaseFailed, CaseSkipped) as outcome:
        return outcome
    return None


def test_documented_responses_are_reached(plan: Plan, reporting: Reporting) -> None:
    if not reporting.ran_all(plan):
        pytest.skip("not every case was run")
    missed = coverage.missed(plan, reporting.reached, reporting.skipped_cases())
    lines = [str(each) for each in missed if not each.why]
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)
