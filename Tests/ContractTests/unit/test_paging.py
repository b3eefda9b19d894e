"""Lists that are read to their end, and what `Location` leads to."""

from __future__ import annotations

from typing import Any

import pytest
from contract.exchange import Answer, Request
from contract.paging import Pages
from contract.running import CaseFailed, Runner, target_of
from unit.test_running import Target, answers, failure, plan, step  # noqa: F401

WANTED = {"parameter": "after", "cursor": "/next", "items": "/books", "member": "/id"}


def case(once: list[str], never: list[str]) -> dict[str, Any]:
    pages = WANTED | {"once": once, "never": never}
    return {"name": "p", "kind": "flow", "steps": [step("get", "/list", pages=pages)]}


def run(answers: dict[str, Any], once: list[str], never: list[str]) -> str | None:  # noqa: F811
    plans = plan(case(once, never))
    runner = Runner({"a": plans}, Target(), None, set())
    try:
        runner.run(plans.cases[0])
    except CaseFailed as failed:
        return str(failed).splitlines()[0].split(": ", 4)[-1].removeprefix("step 1, get: ")
    return None


def test_each_page_is_asked_for_with_what_the_last_one_ended_with(
    answers: dict[str, Any],  # noqa: F811
) -> None:
    answers["/list"] = {"books": [{"id": "a"}, {"id": "b"}], "next": "b/&"}
    answers["/list?after=b%2F%26"] = {"books": [{"id": "c"}]}
    assert run(answers, ["a", "c"], ["d"]) is None
    assert run(answers, ["a", "d"], []) == "expected 'd' at '/id' of 1 listed object, found 0"
    assert run(answers, [], ["c"]) == "expected 'c' at '/id' of no listed object, found 1"


def test_what_is_on_two_pages_is_wrong_and_so_is_one_page_only(
    answers: dict[str, Any],  # noqa: F811
) -> None:
    answers["/list"] = {"books": [{"id": "a"}], "next": "x"}
    answers["/list?after=x"] = {"books": [{"id": "a"}]}
    assert run(answers, ["a"], []) == "expected 'a' at '/id' of 1 listed object, found 2"
    answers["/list?after=x"] = {"books": [], "next": "x"}
    assert run(answers, ["a"], []) == "two pages are followed by the one after 'x'"
    answers["/list"] = {"books": [{"id": "a"}]}
    assert run(answers, ["a"], []) == "all is on one page: none says how to go on"


def test_a_cursor_joins_a_query_that_is_there() -> None:
    pages = Pages(WANTED | {"once": [], "never": []}, Request("GET", "/list?limit=2"))
    following = pages.next({"books": [], "next": 7})
    assert following and following.target == "/list?limit=2&after=7"


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/books/1?a=b", "/books/1?a=b"),
        ("1", "/v1/1"),
        ("books/1", "/v1/books/1"),
        ("http://a/books/1", "/books/1"),
        ("http://elsewhere/books/1", None),
        ("", None),
        (None, None),
    ],
)
def test_location_is_a_reference(location: str | None, target: str | None) -> None:
    headers = [] if location is None else [("Location", location)]
    answer = Answer(201, headers, b"")
    assert target_of(answer, Request("POST", "/v1/books"), "http://a") == target


def test_location_is_behind_the_path_of_the_base_url() -> None:
    answer = Answer(201, [("Location", "/api/books/1")], b"")
    assert target_of(answer, Request("POST", "/books"), "http://a/api") == "/books/1"
    answer = Answer(201, [("Location", "/books/1")], b"")
    assert target_of(answer, Request("POST", "/books"), "http://a/api") == "/books/1"
