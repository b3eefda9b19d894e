"""Challenges, and problems with more members than are declared."""

import pytest
from contract import challenge
from contract.exchange import Answer
from contract.judge import Judge
from contract.plan import Plan


@pytest.mark.parametrize(
    ("field", "schemes"),
    [
        ('Bearer realm="a, Basic b"', ["bearer"]),
        ('Basic realm="a", charset="UTF-8", Bearer', ["basic", "bearer"]),
        ('Newauth realm="apps", type=1, Basic realm="s"', ["newauth", "basic"]),
        ("Negotiate abc==, bearer", ["negotiate", "bearer"]),
        ("nonsense", ["nonsense"]),
        ("", []),
    ],
)
def test_schemes(field: str, schemes: list[str]) -> None:
    assert challenge.schemes(field) == schemes


def test_a_challenge_is_of_a_scheme_that_the_operation_takes() -> None:
    response = {"status": 401, "place": "a.yaml:9:9", "headers": [], "contents": []}
    operation = {"id": "get", "schemes": ["Bearer"], "responses": [response]}
    data = {"contract": "a", "service": "a", "definitions": {}, "cases": []}
    judge = Judge(Plan(data | {"operations": [operation, {"id": "log", "responses": [response]}]}))

    def told(operation: str, headers: list[tuple[str, str]]) -> list[str]:
        return judge.verdict(operation, "GET", Answer(401, headers, b"")).problems

    assert told("get", [("WWW-Authenticate", 'bearer realm="x"')]) == []
    assert told("get", []) == ["header WWW-Authenticate is missing (a.yaml:9:9)"]
    assert told("get", [("WWW-Authenticate", "nonsense")]) == [
        "header WWW-Authenticate: no challenge of Bearer in 'nonsense' (a.yaml:9:9)"
    ]
    assert told("log", []) == []


def test_a_problem_may_be_extended_where_the_plan_says_so() -> None:
    schema = {"type": "object", "properties": {"title": {"type": "string"}}}
    content = {"mediaType": "application/problem+json", "form": "json"}
    content |= {"schema": schema | {"additionalProperties": False}}
    contents = {"strict": content, "open": content | {"extensible": True}}
    operations = [
        {"id": id, "responses": [{"status": 400, "place": "a", "headers": [], "contents": [each]}]}
        for id, each in contents.items()
    ]
    data = {"contract": "a", "service": "a", "definitions": {}, "cases": []}
    judge = Judge(Plan(data | {"operations": operations}))

    def told(operation: str, body: bytes) -> list[str]:
        headers = [("Content-Type", "application/problem+json")]
        return judge.verdict(operation, "GET", Answer(400, headers, body)).problems

    assert told("strict", b'{"title": "a", "instance": "/"}')
    assert told("open", b'{"title": "a", "instance": "/"}') == []
    assert told("open", b'{"title": 1}')
