"""What a step expects of its answer, beyond what the contract says of every answer."""

from __future__ import annotations

from typing import Any

from . import pointer
from .exchange import Answer

Json = Any
#: Methods that a server may answer beside those of the contract.
FREE_METHODS = {"HEAD", "OPTIONS"}


def unmet(expect: Json, answer: Answer, value: Json) -> list[str]:
    """What the answer lacks, a line each; `value` is the body's, as JSON."""
    problems = _status(expect, answer)
    if problems:
        return problems
    return (
        _violation(expect, value)
        + _allow(expect, answer)
        + _media_type(expect, answer)
        + [line for member in expect.get("equals", []) for line in _equals(member, value)]
        + [line for absent in expect.get("lacks", []) for line in _lacks(absent, value)]
    )


def _status(expect: Json, answer: Answer) -> list[str]:
    if answer.status in expect["status"]:
        return []
    wanted = " or ".join(map(str, expect["status"]))
    return [f"expected {wanted}, got {answer.status}"]


def _violation(expect: Json, value: Json) -> list[str]:
    if "violation" not in expect:
        return []
    listed = value.get("violations", []) if isinstance(value, dict) else []
    found = [item.get("pointer") for item in listed if isinstance(item, dict)]
    if expect["violation"] in found:
        return []
    return [f"expected a violation of '{expect['violation']}', got {found}"]


def _allow(expect: Json, answer: Answer) -> list[str]:
    if "allow" not in expect:
        return []
    found = {word.strip() for word in (answer.header("Allow") or "").split(",")} - {""}
    wanted = set(expect["allow"])
    if wanted <= found and found - wanted <= FREE_METHODS:
        return []
    return [f"expected Allow to be {sorted(wanted)}, got {sorted(found)}"]


def _media_type(expect: Json, answer: Answer) -> list[str]:
    if expect.get("mediaType", answer.media_type) == answer.media_type:
        return []
    return [f"expected {expect['mediaType']}, got {answer.media_type}"]


def _equals(member: Json, value: Json) -> list[str]:
    place, wanted = member["pointer"], member["value"]
    try:
        found = pointer.resolve(value, place)
    except pointer.NothingThere as error:
        return [str(error)]
    if found == wanted and isinstance(found, bool) == isinstance(wanted, bool):
        return []
    return [f"expected {wanted!r} at '{place}', got {found!r}"]


def _lacks(absent: Json, value: Json) -> list[str]:
    """What must stand nowhere in the body, such as the identifier of what is deleted."""
    return [f"expected {absent!r} nowhere in the body"] if absent in _leaves(value) else []


def _leaves(value: Json) -> list[Json]:
    """The values that hold no others, in order."""
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in _leaves(item)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]
