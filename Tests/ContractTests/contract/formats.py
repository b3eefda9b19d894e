"""Formats that jsonschema does not check, or checks for less than they say."""

from __future__ import annotations

import base64
import binascii
import copy
import re

from jsonschema import FormatChecker

#: RFC 3339, appendix A.
_TIME = r"T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S)"
_DATE = r"(\d+Y(\d+M(\d+D)?)?|\d+M(\d+D)?|\d+D)"
_DURATION = re.compile(rf"P(\d+W|{_DATE}({_TIME})?|{_TIME})", re.ASCII)
#: A mailbox without quotes, comments and address literals (RFC 5321, 4.1.2).
_ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = re.compile(rf"{_ATOM}(\.{_ATOM})*@{_LABEL}(\.{_LABEL})*", re.ASCII)


def checker() -> FormatChecker:
    """A checker of every format that a plan may have."""
    made = FormatChecker()
    made.checkers = copy.copy(made.checkers)
    for name, check in (("duration", is_duration), ("byte", is_byte), ("email", is_email)):
        made.checkers[name] = (_of_texts(check), ())
    return made


def is_duration(text: str) -> bool:
    return bool(_DURATION.fullmatch(text))


def is_byte(text: str) -> bool:
    """Base64 with its padding and nothing else (RFC 4648, section 4)."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return len(text) == len(base64.b64encode(data))


def is_email(text: str) -> bool:
    local, _, _ = text.rpartition("@")
    return len(text) <= 254 and len(local) <= 64 and bool(_EMAIL.fullmatch(text))


def _of_texts(check):  # type: ignore[no-untyped-def]
    return lambda value: not isinstance(value, str) or check(value)
