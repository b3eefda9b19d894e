"""What is told to the runner, and not by the plan."""

from __future__ import annotations

from typing import Any

import pytest
from contract import given, message
from contract.credentials import Unknown
from contract.exchange import Request
from contract.plan import Plan
from contract.running import CaseSkipped, Runner
from contract.system import Elsewhere
from unit.test_running import Target, plan, step


def shop(variables: list[dict[str, str]]) -> Plan:
    bearer = {"kind": "bearer", "value": "{{token}}"}
    made = plan({"name": "n", "steps": [step("get", "/get", credential=bearer)]})
    made.variables = [variable["name"] for variable in variables]
    return made


TOKEN = [{"name": "token", "scheme": "staff"}]


def test_the_environment_names_service_and_variable() -> None:
    told = {"A_TOKEN": "t", "TOKEN": "other", "B_TOKEN": "other"}
    assert given.variables(shop(TOKEN), told) == {"token": "t"}
    assert given.variables(shop(TOKEN), {"A_TOKEN": ""}) == {}
    assert given.environment_name("pet-store", "adminToken") == "PET_STORE_ADMINTOKEN"


def test_an_account_needs_a_name_and_a_password() -> None:
    told = {"CLERK_USERNAME": "u", "CLERK_PASSWORD": "p", "OTHER_PASSWORD": "p"}
    assert given.accounts(told) == {"CLERK": ("u", "p")}


def test_the_loader_of_services_elsewhere_has_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOADER_USERNAME", raising=False)
    monkeypatch.setenv("LOADER_PASSWORD", "p")
    assert Elsewhere({}).secrets.account("Loader") == ("svc-loader", "p")
    monkeypatch.delenv("LOADER_PASSWORD")
    with pytest.raises(Unknown, match="set LOADER_USERNAME and LOADER_PASSWORD"):
        Elsewhere({}).secrets.account("Loader")


def test_a_case_without_its_variable_is_skipped_and_says_which() -> None:
    made = shop(TOKEN)
    with pytest.raises(CaseSkipped, match="nothing tells 'token' of a: set A_TOKEN"):
        Runner({"a": made}, Target(), None, set()).run(made.cases[0])


def test_what_is_given_is_sent_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Request] = []

    class Client:
        def __init__(self, url: str) -> None: ...

        def send(self, request: Request) -> Any:
            sent.append(request)
            raise AssertionError

    monkeypatch.setattr("contract.running.Client", Client)
    made = shop(TOKEN)
    runner = Runner({"a": made}, Target(), None, set(), {"a": {"token": "hush"}})
    with pytest.raises(AssertionError):
        runner.run(made.cases[0])
    assert ("Authorization", "Bearer hush") in sent[0].headers
    assert "hus" not in message.request_text(sent[0])
