"""Lists that are read to their end, along the link from each page to the next."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from . import pointer
from .exchange import Request

Json = Any
#: A list of more pages is another's, and too long to be read for a test.
PAGES_MAX = 20_000


class TooLong(Exception):
    """The list has more pages than the runner reads."""


class Pages:
    """What was found on the pages read until now."""

    def __init__(self, wanted: Json, first: Request) -> None:
        """`wanted` is a step's `pages`, its variables filled in."""
        self._wanted = wanted
        self._first = first
        self._cursors: set[Json] = set()
        self._counts: dict[Json, int] = dict.fromkeys([*wanted["once"], *wanted["never"]], 0)
        self._problems: list[str] = []

    def next(self, page: Json) -> Request | None:
        """Counts a page; returns the request for the next, or None after the last.

        Throws `TooLong`.
        """
        for item in _at(page, self._wanted["items"]) or []:
            value = _at(item, self._wanted["member"])
            if isinstance(value, (str, int)) and value in self._counts:
                self._counts[value] += 1
        cursor = _at(page, self._wanted["cursor"])
        if cursor is None:
            return None
        if cursor in self._cursors:
            self._problems.append(f"two pages are followed by the one after {cursor!r}")
            return None
        self._cursors.add(cursor)
        if len(self._cursors) > PAGES_MAX:
            raise TooLong(f"the list has more than {PAGES_MAX} pages")
        sign = "&" if "?" in self._first.target else "?"
        text = quote(str(cursor), safe="")
        target = f"{self._first.target}{sign}{self._wanted['parameter']}={text}"
        return Request(self._first.method, target, self._first.headers)

    def problems(self) -> list[str]:
        """What is wrong with all pages together."""
        member = self._wanted["member"]
        times = [(value, self._counts[value], 1) for value in self._wanted["once"]]
        times += [(value, self._counts[value], 0) for value in self._wanted["never"]]
        wrong = [
            f"expected {value!r} at '{member}' of {wanted or 'no'} listed object, found {found}"
            for value, found, wanted in times
            if found != wanted
        ]
        if self._wanted["once"] and not self._cursors:
            wrong.append("all is on one page: none says how to go on")
        return self._problems + wrong


def _at(value: Json, place: str) -> Json:
    """What stands there; None for nothing, and for null."""
    try:
        return pointer.resolve(value, place)
    except pointer.NothingThere:
        return None
