"""Failures as people read them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from .exchange import Answer, Request
from .plan import Case

Json = Any
LINES_MAX = 40
LINE_MAX = 200
#: What must not be shown, whatever it looks like.
_hidden: set[str] = set()
_TOKEN = re.compile(r"\b(eyJ[\w-]{5})[\w-]*\.[\w-]+\.[\w-]*")
_CREDENTIAL = re.compile(r"^((?:Basic|Bearer) .{4}).*")


def hide(secrets: Iterable[str]) -> None:
    """Shows these in no message from now on."""
    _hidden.update(secrets)


def headline(case: Case, problem: str) -> str:
    """Operation, rule, place and name of a case, and what went wrong."""
    data = case.data
    return hiding_tokens(
        f"{case.subject}: {data['rule']}: {data['place']}: {data['name']}: {problem}"
    )


def failure(case: Case, step: Json, problem: str, request: Request, answer: Answer | None) -> str:
    """The headline, and under it the request and the answer of the step that failed."""
    number = case.data["steps"].index(step) + 1
    if case.data["kind"] == "flow":
        problem = f"step {number}, {step['operation']}: {problem}"
    parts = [headline(case, problem), request_text(request)]
    return "\n\n".join(parts + ([answer_text(answer)] if answer else []))


def request_text(request: Request) -> str:
    """The request, its credential and long body shortened."""
    lines = [f"{request.method} {request.target}"]
    lines += [f"{name}: {_hiding_password(hiding_tokens(value))}" for name, value in request.headers]
    if request.oversize:
        lines += ["", f"(a body without end, {request.oversize})"]
    elif request.body is not None:
        lines += ["", *_body_lines(request.body)]
    return hiding_tokens("\n".join(lines))


def answer_text(answer: Answer) -> str:
    """The answer, its long body shortened."""
    lines = [str(answer.status)] + [f"{name}: {value}" for name, value in answer.headers]
    return hiding_tokens("\n".join([*lines, "", *_body_lines(answer.body)]))


def _body_lines(body: bytes) -> list[str]:
    lines = body.decode("utf-8", "backslashreplace").splitlines() or ["(empty)"]
    shown = [_shortened(line) for line in lines[:LINES_MAX]]
    left = len(lines) - len(shown)
    return shown + ([f"… {left} more lines"] if left else [])


def _shortened(line: str) -> str:
    return line if len(line) <= LINE_MAX else line[:LINE_MAX] + "…"


def _hiding_password(value: str) -> str:
    return _CREDENTIAL.sub(r"\1…", value)


def hiding_tokens(text: str) -> str:
    """The text without what is to be hidden, its tokens cut to what tells that they are some."""
    for secret in _hidden:
        text = text.replace(secret, "…")
    return _TOKEN.sub(r"\1…", text)
