"""Whether every documented response was reached, and why those were not that were not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .plan import Case, Plan

Json = Any


@dataclass(frozen=True)
class Missed:
    """A documented response that nothing was answered with."""

    service: str
    operation: str
    status: int
    place: str
    #: None if there is no reason that excuses it.
    why: str | None

    def __str__(self) -> str:
        line = f"documented response {self.status} of {self.operation} ({self.place})"
        return f"{line} was reached by no case" + (f": {self.why}" if self.why else "")


def missed(
    plan: Plan, reached: set[tuple[str, str, int]], skipped: dict[Case, str]
) -> list[Missed]:
    """The documented responses that were not reached.

    One is excused by a case that was there to reach it and was skipped, with the reason for that;
    or by the plan, if it has no case for it. A case that was run and reached another excuses none.
    """
    reasons = _reasons(plan) | {
        pair: why for case, why in skipped.items() for pair in case.expected_statuses
    }
    return [
        Missed(plan.service, operation, status, place, reasons.get((operation, status)))
        for (operation, status), place in plan.documented().items()
        if (plan.service, operation, status) not in reached
    ]


def _reasons(plan: Plan) -> dict[tuple[str, int], str]:
    """Why the plan has no case for a response, by operation and status."""
    expected = {pair for case in plan.cases for pair in case.expected_statuses}
    entries = {(entry["operation"], entry["status"]): entry["why"] for entry in plan.unreached}
    return {pair: why for pair, why in entries.items() if pair not in expected}


def untested(plan: Plan) -> list[Json]:
    """What the plan leaves untested of responses that it has other cases for."""
    without_case = _reasons(plan)
    documented = plan.documented()
    return [
        entry
        for entry in plan.unreached
        if (entry["operation"], entry["status"]) not in without_case
        or (entry["operation"], entry["status"]) not in documented
    ]
