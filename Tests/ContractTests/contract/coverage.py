"""Whether every documented response was reached."""

from __future__ import annotations

from typing import Any

from .plan import Case, Plan

Json = Any


def unreached(plan: Plan, reached: set[tuple[str, str, int]], skipped: list[Case]) -> list[str]:
    """A line for each documented response that nothing reached and nothing excuses."""
    excused = {pair for case in skipped for pair in case.expected_statuses}
    excused |= {(entry["operation"], entry["status"]) for entry in plan.unreached}
    return [
        f"documented response {status} of {operation} ({place}) was reached by no case"
        for (operation, status), place in plan.documented().items()
        if (plan.service, operation, status) not in reached and (operation, status) not in excused
    ]


def unreachable(plan: Plan, reached: set[tuple[str, str, int]]) -> list[str]:
    """A line for each response that the plan has no case for, and none reached by the way."""
    return [
        f"documented response {entry['status']} of {entry['operation']} ({entry['place']}) "
        f"has no case: {entry['why']}"
        for entry in plan.unreached
        if (plan.service, entry["operation"], entry["status"]) not in reached
    ]
