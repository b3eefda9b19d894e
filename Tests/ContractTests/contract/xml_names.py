"""Names of JSON members as names of XML elements, and back.

What a name of XML 1.0 (production 5, without colons) cannot hold is written `_xHHHH_`.
"""

from __future__ import annotations

import re

_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_FIRST = re.compile(f"[{_START}]")
_LATER = re.compile(f"[{_START}.0-9\u00b7\u0300-\u036f\u203f-\u2040-]")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4,8})_")
_EMPTY = "_x_"


def escaped(text: str) -> str:
    """The text as a name."""
    if text == "":
        return _EMPTY
    return "".join(_escaped(text, place) for place in range(len(text)))


def _escaped(text: str, place: int) -> str:
    character = text[place]
    looks_escaped = _ESCAPE.match(text, place) or text == _EMPTY and place == 0
    if (_LATER if place else _FIRST).match(character) and not looks_escaped:
        return character
    return f"_x{ord(character):04X}_"


def unescaped(name: str) -> str:
    """The text that stands behind a name."""
    return "" if name == _EMPTY else _ESCAPE.sub(lambda match: chr(int(match[1], 16)), name)
