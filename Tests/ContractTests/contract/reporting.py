"""What a run tells people: counts, not thousands of lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

import pytest

from . import coverage
from .plan import Case, Plan

#: How many failures are named once more at the end.
HEADLINES_MAX = 30
Write = Callable[..., None]


class Reporting:
    """A plugin of pytest that counts cases and sums them up at the end."""

    def __init__(self, plans: dict[str, Plan], seed: int) -> None:
        self._plans = plans
        self._seed = seed
        self._cases = {case.id: case for plan in plans.values() for case in plan.cases}
        self._outcomes: dict[str, str] = {}
        #: Why cases were skipped.
        self._skips: dict[str, str] = {}
        self._headlines: list[str] = []
        #: Why cases could not be prepared, and how many.
        self._causes: Counter[str] = Counter()
        #: Service, operation and status of every documented answer there was.
        self.reached: set[tuple[str, str, int]] = set()

    def skipped_cases(self) -> dict[Case, str]:
        """The cases that were skipped until now, and why."""
        return {self._cases[id]: reason for id, reason in self._skips.items()}

    def ran_all(self, plan: Plan) -> bool:
        """Whether each case of the plan was run or skipped with a reason."""
        return all(case.id in self._outcomes for case in plan.cases)

    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        """Says nothing of what passed or was skipped; the summary counts it."""
        if report.when == "call" and report.outcome != "failed":
            return report.outcome, "", ""
        return None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        properties = dict(report.user_properties)
        if report.failed and properties.get("cause"):
            self._causes[str(properties["cause"])] += 1
        elif report.failed:
            self._headlines += str(report.longrepr).splitlines()[:1]
        id = properties.get("case")
        if id is None or report.when != "call" and report.outcome != "failed":
            return
        self._outcomes[str(id)] = report.outcome
        if report.outcome == "skipped":
            self._skips[str(id)] = _reason(report)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        write = terminalreporter.write_line
        for service, plan in self._plans.items():
            self._write_operations(service, plan, write)
        self._write_totals(write)
        for reason, count in Counter(self._skips.values()).items():
            write(f"skipped {count}: {reason}")
        self._write_untested(write)
        for line in sorted(set().union(*(plan.schemas.unchecked for plan in self._plans.values()))):
            write(f"not checked: {line}", yellow=True)
        self._write_failures(write)
        if terminalreporter.stats.get("failed") or terminalreporter.stats.get("error"):
            write(f"run again with --seed {self._seed} for the same order")

    def _write_untested(self, write: Write) -> None:
        """What the plans have no case for, of responses that other cases reach."""
        entries = [entry for plan in self._plans.values() for entry in coverage.untested(plan)]
        for reason, count in Counter(entry["why"] for entry in entries).items():
            write(f"not tested, {count}: {reason}")

    def _write_failures(self, write: Write) -> None:
        for headline in self._headlines[:HEADLINES_MAX]:
            write(f"failed: {headline}", red=True)
        if len(self._headlines) > HEADLINES_MAX:
            write(f"and {len(self._headlines) - HEADLINES_MAX} more", red=True)
        for cause, count in self._causes.most_common(HEADLINES_MAX):
            write(f"not prepared, {count}: {cause}", red=True)

    def _write_operations(self, service: str, plan: Plan, write: Write) -> None:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for case in plan.cases:
            if case.id in self._outcomes:
                counts[case.data["operation"] or "(no operation)"][self._outcomes[case.id]] += 1
        if counts:
            write(f"{plan.contract} ({service})")
        for operation, outcomes in counts.items():
            write(f"  {operation:<20} {_shown(outcomes)}")

    def _write_totals(self, write: Write) -> None:
        cases = [self._cases[id] for id in self._outcomes]
        kinds = Counter(case.data["kind"] for case in cases)
        documented = {
            (name, *pair) for name, plan in self._plans.items() for pair in plan.documented()
        }
        write(f"{len(cases)} cases: " + ", ".join(f"{n} {kind}" for kind, n in kinds.most_common()))
        reached = len(documented & self.reached)
        write(f"{reached} of {len(documented)} documented responses were reached")
        if not all(map(self.ran_all, self._plans.values())):
            return
        for reason, names in self._missed().items():
            write(f"not reached: {', '.join(names)}: {reason}", yellow=True)

    def _missed(self) -> dict[str, list[str]]:
        """The responses that were not reached, by the reason."""
        names: dict[str, list[str]] = defaultdict(list)
        skipped = self.skipped_cases()
        for plan in self._plans.values():
            for each in coverage.missed(plan, self.reached, skipped):
                names[each.why or "no case reached it"].append(f"{each.operation} {each.status}")
        return names


def _shown(outcomes: Counter[str]) -> str:
    order = ("passed", "failed", "skipped")
    return ", ".join(f"{outcomes[word]} {word}" for word in order if outcomes[word])


def _reason(report: pytest.TestReport) -> str:
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[2]).removeprefix("Skipped: ")
    return str(report.longrepr)
