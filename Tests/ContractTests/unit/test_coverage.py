"""Documented responses that no case reached."""

from typing import Any

from contract import coverage
from contract.plan import Plan


def plan(*unreached: tuple[int, str]) -> Plan:
    responses = [
        {"status": status, "place": f"spec/a.yaml:{status}:9"} for status in (200, 404, 503)
    ]
    expectations: list[dict[str, Any]] = [{"status": [503]}, {"status": [200, 404], "open": True}]
    return Plan(
        {
            "contract": "spec/a.yaml",
            "service": "a",
            "definitions": {},
            "operations": [{"id": "get", "responses": responses}],
            "cases": [
                {"id": f"get/{number}", "steps": [{"operation": "get", "expect": expect}]}
                for number, expect in enumerate(expectations)
            ],
            "unreached": [
                {"operation": "get", "status": status, "place": "spec/a.yaml:1:9", "why": why}
                for status, why in unreached
            ],
        }
    )


def told(plan: Plan, reached: set[tuple[str, str, int]], skipped: list[str]) -> list[str | None]:
    reasons = dict(zip(plan.cases, skipped, strict=False))
    return [each.why for each in coverage.missed(plan, reached, reasons)]


def test_each_that_was_not_reached_is_told() -> None:
    line = "documented response 404 of get (spec/a.yaml:404:9) was reached by no case"
    missed = coverage.missed(plan(), {("a", "get", 200), ("b", "get", 404)}, {})
    assert [str(each) for each in missed][:1] == [line]
    assert [each.status for each in missed] == [404, 503]
    assert coverage.missed(plan(), {("a", "get", status) for status in (200, 404, 503)}, {}) == []


def test_a_case_that_was_skipped_excuses_what_it_was_there_to_reach() -> None:
    assert told(plan(), set(), ["no fault can be made"]) == [None, None, "no fault can be made"]
    # A case that may be answered in several ways was there to reach none of them.
    assert told(plan(), set(), ["no fault", "no token"]) == [None, None, "no fault"]


def test_the_plan_excuses_only_what_it_has_no_case_for() -> None:
    doubtful = plan((200, "it is hard"), (503, "one of the ways is not tried"))
    assert told(doubtful, set(), []) == ["it is hard", None, None]
    assert [entry["why"] for entry in coverage.untested(doubtful)] == [
        "one of the ways is not tried"
    ]
