"""Holds answers against the responses that a contract documents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from . import challenge, strict_json
from .exchange import Answer
from .plan import Plan
from .strict_json import MalformedJSON
from .xml_shape import Shapes
from .xml_to_json import MalformedXML, Reader

Json = Any
PROBLEM = "application/problem+json"
#: What an answer to a request that no operation takes must look like at least (RFC 9457).
PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["title", "status"],
    "properties": {"title": {"type": "string"}, "status": {"type": "integer"}},
}
PROBLEM_CONTENT = {"mediaType": PROBLEM, "form": "json", "schema": PROBLEM_SCHEMA}


@dataclass
class Verdict:
    """What is wrong with an answer, and its body's value where it could be read."""

    problems: list[str] = field(default_factory=list)
    value: Json = None


class Judge:
    """Judges the answers of one service."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._shapes = Shapes(plan.schemas)
        self._reader = Reader(self._shapes)

    def verdict(self, operation: str | None, method: str, answer: Answer) -> Verdict:
        """Operation None: an answer to a request that the contract knows no operation for."""
        if operation is None:
            response: Json = {"headers": [], "contents": [PROBLEM_CONTENT]}
        else:
            response = self._plan.response(operation, answer.status)
        if response is None:
            return Verdict([f"undocumented status {answer.status}"])
        verdict = Verdict(self._header_problems(response["headers"], answer))
        schemes = self._plan.operations[operation].get("schemes") if operation else None
        if answer.status == 401 and schemes:
            found = challenge.problems(answer.header("WWW-Authenticate"), schemes)
            verdict.problems += [line for line in found if line not in verdict.problems]
        if method != "HEAD":
            self._judge_body(response["contents"], answer, verdict)
        if operation is not None:
            verdict.problems = [f"{line} ({response['place']})" for line in verdict.problems]
        return verdict

    def _header_problems(self, headers: list[Json], answer: Answer) -> list[str]:
        problems: list[str] = []
        for header in headers:
            text = answer.header(header["name"])
            if text is not None:
                found = self._plan.schemas.problems(
                    _typed(text, header["schema"]), header["schema"]
                )
                problems += [f"header {header['name']}: {line}" for line in found]
            elif header["required"]:
                problems.append(f"header {header['name']} is missing")
        return problems

    def _judge_body(self, contents: list[Json], answer: Answer, verdict: Verdict) -> None:
        if not contents:
            if answer.body:
                verdict.problems.append("there is a body, and none is documented")
            return
        types = [content["mediaType"] for content in contents]
        if answer.media_type not in types:
            wanted = " or ".join(types)
            verdict.problems.append(f"undocumented media type {answer.media_type}, not {wanted}")
            return
        content = contents[types.index(answer.media_type)]
        try:
            verdict.value = self._value(content, answer.body)
        except (MalformedJSON, MalformedXML, UnicodeDecodeError) as error:
            verdict.problems.append(str(error))
            return
        found = self._plan.schemas.problems(
            self._declared(verdict.value, content), content["schema"]
        )
        verdict.problems += [f"body {line}" for line in found]
        if answer.media_type == PROBLEM:
            verdict.problems += _status_problems(verdict.value, answer.status)

    def _declared(self, value: Json, content: Json) -> Json:
        """The value; where it may be extended, without members that the schema does not know."""
        if not content.get("extensible") or not isinstance(value, dict):
            return value
        known = self._shapes.members(content["schema"])
        return {name: member for name, member in value.items() if name in known}

    def _value(self, content: Json, body: bytes) -> Json:
        if content["form"] == "json":
            return strict_json.parse(body)
        if content["form"] == "xml":
            return self._reader.document(body, content["root"], content["schema"])
        return body.decode("utf-8")


def _status_problems(problem: Json, status: int) -> list[str]:
    """A problem repeats the status of its answer (RFC 9457, section 3.1.2)."""
    told = problem.get("status") if isinstance(problem, dict) else None
    return [] if told in (None, status) else [f"body '/status': {told} in an answer of {status}"]


def _typed(text: str, schema: Json) -> Json:
    """A header's text as a value of its type or, where it is none, as a string."""
    kind = schema.get("type")
    if kind in ("integer", "number") and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        return int(text) if "." not in text else float(text)
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    return text
