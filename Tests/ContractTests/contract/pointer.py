"""JSON Pointers (RFC 6901)."""

from __future__ import annotations

from typing import Any


class NothingThere(Exception):
    """The pointer leads to nothing."""


def resolve(document: Any, pointer: str) -> Any:
    """The value that the pointer leads to; throws `NothingThere`."""
    value = document
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        try:
            value = value[int(name)] if isinstance(value, list) else value[name]
        except (KeyError, IndexError, TypeError, ValueError):
            raise NothingThere(f"there is nothing at '{pointer}'") from None
    return value
