"""JSON as RFC 8259 has it: UTF-8, each name once, no NaN."""

from __future__ import annotations

import json
from typing import Any


class MalformedJSON(Exception):
    """Not JSON, or JSON that two readers may understand in two ways."""


def parse(data: bytes) -> Any:
    """The value; throws `MalformedJSON`."""
    try:
        text = data.decode("utf-8")
        return json.loads(text, object_pairs_hook=_members, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise MalformedJSON(f"the body is not JSON: {error}") from error


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise MalformedJSON(f"the body is not JSON that all agree on: '{twice}' stands twice")
    return members


def _refuse_constant(text: str) -> Any:
    raise ValueError(f"{text} is no JSON number")
