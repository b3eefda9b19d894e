"""Credentials of requests, valid or spoiled in one way."""

from __future__ import annotations

import base64
import time
from dataclasses import dataclass, field
from typing import Any

import jwt

from .given import environment_name

Json = Any
#: Signs tokens that no service should take; long enough to be refused for nothing else.
FOREIGN_SECRET = "a key that no service knows, of more than 256 bits"


class Unknown(Exception):
    """The case needs a secret that the runner was not told."""


@dataclass(frozen=True)
class Secrets:
    """What the services were started with; None or absent for what is unknown.

    Accounts are by the name of the scheme, or by what the environment calls it.
    """

    token_secret: str | None = None
    accounts: dict[str, tuple[str, str]] = field(default_factory=dict)

    def account(self, scheme: str) -> tuple[str, str]:
        """User and password of a scheme; throws `Unknown`."""
        key = environment_name(scheme)
        account = self.accounts.get(scheme) or self.accounts.get(key)
        if not account:
            raise Unknown(
                f"the account of '{scheme}' is unknown; set {key}_USERNAME and {key}_PASSWORD"
            )
        return account


def authorization(credential: Json, secrets: Secrets) -> str:
    """The value of `Authorization`; throws `Unknown`."""
    fault = credential.get("fault")
    if credential["kind"] == "basic":
        return _basic(*secrets.account(credential["scheme"]), fault)
    return _bearer(credential["value"], fault, secrets)


def _basic(user: str, password: str, fault: str | None) -> str:
    if fault == "foreign":
        password = "not " + password
    pair = base64.b64encode(f"{user}:{password}".encode()).decode()
    return {"malformed": "Basic %%%", "scheme": f"Bearer {pair}"}.get(fault or "", f"Basic {pair}")


def _bearer(token: str, fault: str | None, secrets: Secrets) -> str:
    if fault is None:
        return f"Bearer {token}"
    if fault == "scheme":
        return f"Basic {token}"
    if fault == "malformed":
        return "Bearer not-a-token"
    return f"Bearer {_spoiled(token, fault, secrets)}"


def _spoiled(token: str, fault: str, secrets: Secrets) -> str:
    claims = jwt.decode(token, options={"verify_signature": False})
    if fault == "unsigned":
        return jwt.encode(claims, None, algorithm="none")
    if fault == "foreign":
        return jwt.encode(claims, FOREIGN_SECRET, algorithm="HS256")
    if fault != "expired":
        raise ValueError(f"unknown fault '{fault}' of a credential")
    if secrets.token_secret is None:
        raise Unknown("the key of tokens is unknown; set TOKEN_SECRET")
    now = int(time.time())
    past = claims | {"iat": now - 7200, "exp": now - 3600}
    return jwt.encode(past, secrets.token_secret, algorithm="HS256")
