"""Answers held against what a contract documents and what a step expects."""

import pytest
from contract.exchange import Answer
from contract.expectation import unmet
from contract.judge import Judge
from contract.plan import Plan

PROBLEM = {"mediaType": "application/problem+json", "form": "json", "schema": {"type": "object"}}
PLAN = Plan(
    {
        "contract": "spec/a.yaml",
        "service": "a",
        "definitions": {},
        "cases": [],
        "operations": [
            {
                "id": "get",
                "responses": [
                    {
                        "status": 200,
                        "place": "spec/a.yaml:1:1",
                        "headers": [
                            {"name": "Age", "required": True, "schema": {"type": "integer"}}
                        ],
                        "contents": [
                            {
                                "mediaType": "application/json",
                                "form": "json",
                                "schema": {"type": "object"},
                            },
                            {"mediaType": "text/plain", "form": "text", "schema": {"maxLength": 2}},
                        ],
                    },
                    {"status": 204, "place": "spec/a.yaml:2:1", "headers": [], "contents": []},
                    {
                        "status": 404,
                        "place": "spec/a.yaml:3:1",
                        "headers": [],
                        "contents": [PROBLEM],
                    },
                ],
            }
        ],
    }
)


def problems(
    status: int, headers: dict[str, str], body: bytes, operation: str | None = "get"
) -> list[str]:
    answer = Answer(status, list(headers.items()), body)
    return Judge(PLAN).verdict(operation, "GET", answer).problems


def test_documented_answers_are_right() -> None:
    json = {"content-type": "Application/JSON; charset=utf-8", "age": "3"}
    assert problems(200, json, b"{}") == []
    assert problems(200, {"Content-Type": "text/plain", "Age": "3"}, b"ab") == []
    assert problems(204, {}, b"") == []


@pytest.mark.parametrize(
    ("status", "headers", "body", "problem"),
    [
        (500, {}, b"", "undocumented status 500"),
        (204, {}, b"x", "there is a body, and none is documented"),
        (
            200,
            {"Age": "3"},
            b"",
            "undocumented media type None, not application/json or text/plain",
        ),
        (200, {"Age": "3", "Content-Type": "text/plain"}, b"abc", "body '': 'abc' is too long"),
        (200, {"Content-Type": "text/plain"}, b"", "header Age is missing"),
        (
            200,
            {"Content-Type": "text/plain", "Age": "x"},
            b"",
            "header Age: '': 'x' is not of type 'integer'",
        ),
        (
            404,
            {"Content-Type": "application/problem+json"},
            b'{"status":400}',
            "body '/status': 400 in an answer of 404",
        ),
    ],
)
def test_other_answers_are_told(
    status: int, headers: dict[str, str], body: bytes, problem: str
) -> None:
    places = {200: " (spec/a.yaml:1:1)", 204: " (spec/a.yaml:2:1)", 404: " (spec/a.yaml:3:1)"}
    assert problems(status, headers, body) == [problem + places.get(status, "")]


def test_what_no_operation_takes_is_answered_with_a_problem() -> None:
    problem = {"Content-Type": "application/problem+json"}
    assert problems(404, problem, b'{"title":"Not Found","status":404}', None) == []
    assert problems(404, problem, b"{}", None)
    assert problems(404, {"Content-Type": "text/html"}, b"", None)


@pytest.mark.parametrize(
    ("expect", "problem"),
    [
        ({"status": [200, 201]}, "expected 200 or 201, got 400"),
        ({"status": [400], "violation": "/b"}, "expected a violation of '/b', got ['/a']"),
        ({"status": [400], "mediaType": "text/plain"}, "expected text/plain, got application/json"),
        ({"status": [400], "allow": ["PUT"]}, "expected Allow to be ['PUT'], got ['GET', 'HEAD']"),
        (
            {"status": [400], "equals": [{"pointer": "/n", "value": True}]},
            "expected True at '/n', got 1",
        ),
        ({"status": [400], "equals": [{"pointer": "/m", "value": 1}]}, "there is nothing at '/m'"),
    ],
)
def test_what_a_step_expects_and_does_not_get_is_told(
    expect: dict[str, object], problem: str
) -> None:
    answer = Answer(400, [("Allow", "GET, HEAD"), ("Content-Type", "application/json")], b"")
    assert unmet(expect, answer, {"violations": [{"pointer": "/a"}], "n": 1}) == [problem]


def test_head_and_options_may_be_allowed_beside_the_documented_methods() -> None:
    answer = Answer(405, [("Allow", "HEAD"), ("Allow", "GET, OPTIONS")], b"")
    assert unmet({"status": [405], "allow": ["GET"]}, answer, None) == []
