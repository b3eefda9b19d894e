"""Requests from steps, and failures as people read them."""

import jwt
import pytest
from contract import message
from contract.building import Builder
from contract.credentials import Secrets, Unknown
from contract.exchange import Answer, Request
from contract.plan import Case, Plan
from contract.schema import Schemas
from contract.variables import UnknownVariable, Variables

SECRET = "a secret for tests that is long enough for HS256"
KNOWN = Secrets(SECRET)
STEP = {
    "method": "PUT",
    "path": "/a/{{id}}",
    "query": [["q", "{{n}}"]],
    "headers": [["X", "{{n}}"]],
    "credential": None,
    "body": None,
}


def request(secrets: Secrets = KNOWN, **step: object) -> Request:
    variables = Variables()
    variables.keep("id", "x-1")
    variables.keep("n", 5)
    token = jwt.encode({"sub": "x", "iat": 1, "exp": 4_000_000_000}, SECRET, algorithm="HS256")
    variables.keep("token", token)
    return Builder(Schemas({}), secrets).requests(STEP | step, variables)[0]


def spoiled(fault: str | None, secrets: Secrets = KNOWN) -> str:
    credential = {"kind": "bearer", "value": "{{token}}", "fault": fault}
    return dict(request(secrets, credential=credential).headers)["Authorization"]


def test_variables_keep_their_type_only_where_they_stand_alone() -> None:
    body = {"mediaType": "a/b", "form": "json", "value": {"{{id}}": "{{n}}", "l": ["n={{n}}"]}}
    sent = request(body=body)
    assert sent.target == "/a/x-1?q=5"
    assert sent.headers == [("X", "5"), ("Content-Type", "a/b")]
    assert sent.body == b'{"x-1": 5, "l": ["n=5"]}'


def test_an_identifier_is_made_up_once_for_each_case() -> None:
    variables = Variables()
    assert variables.text("{{$guid}}") == variables.fill("{{$guid}}")
    assert variables.text("{{$guid}}") != Variables().text("{{$guid}}")


def test_a_variable_that_nobody_kept_is_told() -> None:
    with pytest.raises(UnknownVariable, match="'other'"):
        request(path="/{{other}}")


def test_a_missing_content_type_stays_missing() -> None:
    sent = request(body={"mediaType": None, "form": "base64", "text": "/w=="})
    assert (sent.headers, sent.body) == ([("X", "5")], b"\xff")


def test_a_body_too_large_is_sent_in_two_ways() -> None:
    step = STEP | {
        "path": "/",
        "query": [],
        "headers": [],
        "body": {"mediaType": "a/b", "form": "oversize"},
    }
    sent = Builder(Schemas({}), Secrets()).requests(step, Variables())
    assert [each.oversize for each in sent] == ["declared", "chunked"]


def test_tokens_are_spoiled_in_one_way_each() -> None:
    jwt.decode(spoiled(None).removeprefix("Bearer "), SECRET, algorithms=["HS256"])
    with pytest.raises(jwt.ExpiredSignatureError):
        jwt.decode(spoiled("expired").removeprefix("Bearer "), SECRET, algorithms=["HS256"])
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(spoiled("foreign").removeprefix("Bearer "), SECRET, algorithms=["HS256"])
    assert jwt.get_unverified_header(spoiled("unsigned").removeprefix("Bearer "))["alg"] == "none"
    assert spoiled("scheme").startswith("Basic ")


def test_what_needs_an_unknown_secret_says_so() -> None:
    with pytest.raises(Unknown, match="TOKEN_SECRET"):
        spoiled("expired", Secrets())
    with pytest.raises(Unknown, match="LOADER_USERNAME and LOADER_PASSWORD"):
        request(credential={"kind": "basic", "scheme": "Loader"})


def test_a_failure_begins_with_operation_rule_place_and_name() -> None:
    plan = Plan(
        {"contract": "", "service": "user", "definitions": {}, "operations": [], "cases": []}
    )
    case = Case(
        plan,
        {
            "operation": "updateUser",
            "rule": "maxLength",
            "place": "spec/user.yaml:501:9",
            "name": "Email one character longer than 254 is refused",
        },
    )
    assert message.headline(case, "expected 400, got 200") == (
        "updateUser: maxLength: spec/user.yaml:501:9: "
        "Email one character longer than 254 is refused: expected 400, got 200"
    )


def test_messages_show_neither_secrets_nor_long_bodies() -> None:
    sent = message.request_text(request(credential={"kind": "bearer", "value": "{{token}}"}))
    assert "Authorization: Bearer eyJ" in sent and sent.count(".") == 0
    password = Request("GET", "/", [("Authorization", "Basic c2VjcmV0")])
    assert "Basic c2Vj…" in message.request_text(password)
    # With another scheme it is a password still.
    password = Request("GET", "/", [("Authorization", "Bearer c2VjcmV0")])
    assert "Bearer c2Vj…" in message.request_text(password)
    body = b"\n".join([b"line"] * 50 + [b"x" * 999])
    shown = message.answer_text(Answer(200, [], body))
    assert len(shown.splitlines()) < 45 and "… 11 more lines" in shown
