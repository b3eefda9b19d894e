"""Cases run against answers that are made up."""

from __future__ import annotations

import json
from typing import Any

import pytest
from contract.credentials import Secrets
from contract.exchange import Answer, Request
from contract.plan import Plan
from contract.running import CaseFailed, CaseSkipped, Runner

RESPONSE = {
    "status": 200,
    "place": "spec/a.yaml:9:9",
    "headers": [],
    "contents": [{"mediaType": "application/json", "form": "json", "schema": {"type": "object"}}],
}


class Target:
    def __init__(self) -> None:
        self.urls = {"a": "http://a"}
        self.secrets = Secrets()


def step(operation: str, path: str, **more: Any) -> dict[str, Any]:
    plain = {"query": [], "headers": [], "credential": None, "body": None, "keep": []}
    request = {"service": "a", "operation": operation, "method": "GET", "path": path}
    return plain | request | {"expect": {"status": [200]}} | more


def plan(*cases: dict[str, Any]) -> Plan:
    told = {"rule": "r", "place": "spec/a.yaml:1:1", "kind": "response", "operation": "get"}
    operations = [
        {"id": id, "place": f"spec/a.yaml:{line}:5", "responses": [RESPONSE]}
        for line, id in enumerate(("get", "make"), start=3)
    ]
    return Plan(
        {
            "contract": "spec/a.yaml",
            "service": "a",
            "definitions": {},
            "operations": operations,
            "cases": [told | {"id": case["name"]} | case for case in cases],
        }
    )


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What each path is answered with: a value for 200, a number for a status."""
    answers: dict[str, Any] = {}

    class Client:
        def __init__(self, url: str) -> None:
            assert url == "http://a"

        def send(self, request: Request) -> Answer:
            value = answers[request.target]
            status = value if isinstance(value, int) else 200
            return Answer(
                status, [("Content-Type", "application/json")], json.dumps(value).encode()
            )

    monkeypatch.setattr("contract.running.Client", Client)
    return answers


def failure(runner: Runner, plan: Plan, number: int = 0) -> CaseFailed:
    with pytest.raises(CaseFailed) as failed:
        runner.run(plan.cases[number])
    return failed.value


def test_what_a_step_keeps_the_next_ones_send_and_expect(answers: dict[str, Any]) -> None:
    answers |= {"/make": {"id": 7}, "/get/7": {"id": 7}}
    kept = [{"variable": "id", "from": "body", "pointer": "/id"}]
    equals = {"status": [200], "equals": [{"pointer": "/id", "value": "{{id}}"}]}
    plans = plan(
        {
            "name": "n",
            "steps": [step("make", "/make", keep=kept), step("get", "/get/{{id}}", expect=equals)],
        }
    )
    reached: set[tuple[str, str, int]] = set()
    Runner({"a": plans}, Target(), None, reached).run(plans.cases[0])
    assert reached == {("a", "make", 200), ("a", "get", 200)}


def test_a_step_that_cannot_prepare_is_the_cause_and_shown_in_full_once(
    answers: dict[str, Any],
) -> None:
    answers["/make"] = 500
    steps = [step("make", "/make"), step("get", "/get")]
    plans = plan({"name": "one", "steps": steps}, {"name": "two", "steps": steps})
    runner = Runner({"a": plans}, Target(), None, set())
    first, second = failure(runner, plans), failure(runner, plans, 1)
    cause = "make (spec/a.yaml:4:5): expected 200, got 500; undocumented status 500"
    assert (first.cause, second.cause) == (cause, cause)
    assert str(first).startswith(
        f"get: r: spec/a.yaml:1:1: one: not prepared: {cause}\n\nGET /make"
    )
    assert str(second) == f"get: r: spec/a.yaml:1:1: two: not prepared: {cause}"


def test_each_step_of_a_flow_is_what_the_case_is_about(answers: dict[str, Any]) -> None:
    answers["/make"] = []
    plans = plan({"name": "f", "kind": "flow", "steps": [step("make", "/make"), step("get", "/")]})
    failed = failure(Runner({"a": plans}, Target(), None, set()), plans)
    problem = "step 1, make: body '': [] is not of type 'object' (spec/a.yaml:9:9)"
    assert (failed.cause, str(failed).splitlines()[0]) == (
        None,
        f"get: r: spec/a.yaml:1:1: f: {problem}",
    )


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        ({"steps": [step("get", "/") | {"service": "b"}]}, "no --url tells where b is"),
        (
            {"steps": [step("get", "/")], "condition": "dependency-failing"},
            "outages are made only of services that the runner started itself",
        ),
    ],
)
def test_what_the_runner_cannot_do_is_skipped_with_the_reason(
    case: dict[str, Any], reason: str
) -> None:
    plans = plan({"name": "s", **case})
    runner = Runner({"a": plans, "b": plans}, Target(), None, set())
    with pytest.raises(CaseSkipped, match=reason):
        runner.run(plans.cases[0])
