"""Challenges of `WWW-Authenticate` (RFC 9110, section 11.6.1)."""

from __future__ import annotations

import re

_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"')
_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
#: A token that begins a list's element, and is no parameter's name.
_SCHEME = re.compile(rf"(?:^|,)\s*({_TOKEN})(?=\s+[^=\s,]|\s*(?:,|$))")


def schemes(field: str) -> list[str]:
    """The scheme of each challenge, in lower case."""
    return [name.lower() for name in _SCHEME.findall(_QUOTED.sub('""', field))]


def problems(field: str | None, expected: list[str]) -> list[str]:
    """What is wrong with the challenge of an operation that takes these schemes."""
    if field is None:
        return ["header WWW-Authenticate is missing"]
    if {name.lower() for name in expected} & set(schemes(field)):
        return []
    return [f"header WWW-Authenticate: no challenge of {' or '.join(expected)} in {field!r}"]
