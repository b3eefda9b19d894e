"""Documented responses that no case reached."""

from contract import coverage
from contract.plan import Plan


def plan() -> Plan:
    responses = [
        {"status": status, "place": f"spec/a.yaml:{status}:9"} for status in (200, 404, 503)
    ]
    step = {"operation": "get", "expect": {"status": [503]}}
    return Plan(
        {
            "contract": "spec/a.yaml",
            "service": "a",
            "definitions": {},
            "operations": [{"id": "get", "responses": responses}],
            "cases": [{"id": "get/503", "steps": [step]}],
            "unreached": [
                {
                    "operation": "get",
                    "status": 200,
                    "place": "spec/a.yaml:200:9",
                    "why": "it is hard",
                }
            ],
        }
    )


def test_each_is_told_unless_the_plan_or_a_skipped_case_excuses_it() -> None:
    line = "documented response {} of get (spec/a.yaml:{}:9) was reached by no case"
    assert coverage.unreached(plan(), set(), []) == [line.format(404, 404), line.format(503, 503)]
    assert coverage.unreached(plan(), {("b", "get", 404)}, plan().cases) == [line.format(404, 404)]
    assert coverage.unreached(plan(), {("a", "get", 404)}, plan().cases) == []


def test_what_the_plan_says_it_has_no_case_for_is_a_warning_unless_it_came_by_the_way() -> None:
    assert coverage.unreachable(plan(), set()) == [
        "documented response 200 of get (spec/a.yaml:200:9) has no case: it is hard"
    ]
    assert coverage.unreachable(plan(), {("a", "get", 200)}) == []
