"""Patterns of ECMA-262 in Unicode mode, as the package `regex` understands them.

Python's own expressions mean something else by `$`, `.`, `\\d`, `\\w`, `\\s` and `\\u{…}`, and know no
`\\p{…}`.
"""

from __future__ import annotations

import functools
import re

import regex

#: White space and line ends of ECMA-262, for the inside of a class.
_SPACES = r"\t\n\x0B\x0C\r \xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF"
_SETS = {"d": "0-9", "w": "A-Za-z0-9_", "s": _SPACES}
_WORD = "[A-Za-z0-9_]"
_OUTSIDE = {
    "$": r"\Z",
    "^": r"\A",
    ".": r"[^\n\r\u2028\u2029]",
    r"\b": f"(?:(?<={_WORD})(?!{_WORD})|(?<!{_WORD})(?={_WORD}))",
    r"\B": f"(?:(?<={_WORD})(?={_WORD})|(?<!{_WORD})(?!{_WORD}))",
}
#: A class of nothing, and one of everything.
_WHOLE_CLASSES = {"[]": "(?!)", "[^]": "(?s:.)"}
_PIECE = re.compile(
    r"""\\u\{(?P<point>[0-9A-Fa-f]+)\}
    |\\u(?P<high>[dD][89abAB][0-9A-Fa-f]{2})\\u(?P<low>[dD][c-fC-F][0-9A-Fa-f]{2})
    |\\u(?P<unit>[0-9A-Fa-f]{4})
    |\\x(?P<byte>[0-9A-Fa-f]{2})
    |\\c(?P<control>[A-Za-z])
    |\\(?P<set>[dDwWsS])
    |\\[pP]\{[^}]*\}
    |\[\^?\]
    |\\.
    |.""",
    re.VERBOSE | re.DOTALL,
)


class Unreadable(Exception):
    """What the pattern means is not known here."""


def matches(pattern: str, text: str) -> bool:
    """Whether the pattern is found anywhere in the text; throws `Unreadable`."""
    return bool(_compiled(pattern).search(text))


@functools.cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    try:
        return regex.compile(translated(pattern), regex.V1)
    except regex.error as error:
        raise Unreadable(f"the pattern {pattern} cannot be read: {error}") from None


def translated(pattern: str) -> str:
    """The same pattern for `regex` in its version 1, where classes may stand in classes."""
    parts: list[str] = []
    in_class = False
    place = 0
    while piece := _PIECE.match(pattern, place):
        text = piece[0]
        if in_class and text[0] == "[":
            # No class of its own: classes of ECMA-262 hold none.
            parts.append(r"\[")
            place += 1
            continue
        place += len(text)
        if text in _WHOLE_CLASSES and not in_class:
            parts.append(_WHOLE_CLASSES[text])
        elif text == "[" and not in_class:
            in_class = True
            parts.append("[")
        elif text == "]" and in_class:
            in_class = False
            parts.append("]")
        elif text == "^" and in_class and pattern[piece.start() - 1] == "[":
            parts.append("^")
        elif text == "-" and in_class and pattern[piece.start() - 1] == "-":
            # Two of them would be the difference of two classes.
            parts.append(r"\-")
        else:
            parts.append(_piece(piece, in_class))
    return "".join(parts)


def _piece(piece: re.Match[str], in_class: bool) -> str:
    text = piece[0]
    if piece["high"]:
        high, low = int(piece["high"], 16), int(piece["low"], 16)
        return _literal(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    if code := piece["point"] or piece["unit"] or piece["byte"]:
        return _literal(int(code, 16))
    if piece["control"]:
        return _literal(ord(piece["control"]) % 32)
    if name := piece["set"]:
        content = _SETS[name.lower()]
        if name.isupper():
            return f"[^{content}]"
        return content if in_class else f"[{content}]"
    if in_class:
        return _in_class(text)
    return _OUTSIDE.get(text, text)


def _in_class(text: str) -> str:
    if text == r"\b":
        return r"\x08"
    # These have a meaning in classes of `regex`, when doubled, and none in those of ECMA-262.
    return "\\" + text if text in ("&", "~", "|") else text


def _literal(code: int) -> str:
    return f"\\U{code:08X}"
