"""Patterns and formats that an answer is held against."""

import pytest
from contract import ecma_pattern
from contract.ecma_pattern import Unreadable
from contract.schema import Schemas

SCHEMAS = Schemas({})


@pytest.mark.parametrize(
    ("pattern", "inside", "outside"),
    [
        (r"^\p{Lu}\p{Ll}+$", "Éva", "éva"),
        (r"^[\p{L}\d-]+$", "Ab-9", "Ab_9"),
        (r"^\P{Nd}+$", "ab", "a1"),
        (r"^\p{Script=Greek}+$", "αβ", "ab"),
        (r"^\u{1F600}$", "\U0001f600", "u"),
        (r"^\ud83d\ude00$", "\U0001f600", "\ud83d"),
        (r"^[\u{1F600}-\u{1F64F}]+$", "\U0001f601", "a"),
        (r"^\d+$", "12", "\u0661"),
        (r"^\w$", "a", "é"),
        (r"^\S+$", "ab", "a\ufeffb"),
        (r"^[^\s@]+@[^\s@]+$", "a@b", "a\u3000@b"),
        (r"^[^\S]$", " ", "a"),
        (r"^.$", "a", "\u2028"),
        (r"^a$", "a", "a\n"),
        (r"^[$.^|&&~~[]+$", "$.^|&~[", "a"),
        (r"^a[^]b$", "a\nb", "ab"),
        (r"^(?:a[]|b)$", "b", "a"),
        (r"\bcat\b", "a cat!", "concat"),
        (r"^[\x41\cA\b]+$", "A\x01\b", "b"),
        (r"^\/\-$", "/-", "-"),
        (r"^[!--]$", ",", "a"),
        (r"^[+--]+$", ",+-", "a"),
    ],
)
def test_a_pattern_means_what_it_means_in_ecma_262(
    pattern: str, inside: str, outside: str
) -> None:
    for keyword in ("pattern", "unicodePattern"):
        assert SCHEMAS.problems(inside, {keyword: pattern}) == []
        assert SCHEMAS.problems(outside, {keyword: pattern})


def test_a_pattern_that_cannot_be_read_is_no_problem_of_the_answer_and_is_told() -> None:
    schemas = Schemas({})
    with pytest.raises(Unreadable):
        ecma_pattern.matches(r"\p{Nonsense}", "a")
    assert schemas.problems("a", {"unicodePattern": r"\p{Nonsense}"}) == []
    assert [r"\p{Nonsense}" in line for line in schemas.unchecked] == [True]


@pytest.mark.parametrize(
    ("format", "inside", "outside"),
    [
        ("duration", ["P1Y2M3DT4H5M6S", "P2W", "PT1H"], ["P", "PT", "1H", "P1Y1D", "P1W2D", "PT1H1S"]),
        ("byte", ["", "dGV4dA==", "dGV4dDE="], ["dGV4dA", "dGV4dA=", "dGV4d!==", "dGV4\n"]),
        (
            "email",
            ["someone@example.org", "some.one+tag@mail.example.org", "a@b"],
            ["@", "someone", "@example.org", "some one@example.org", "a@-b", "a@b..c", "a@b@c"],
        ),
    ],
)
def test_formats(format: str, inside: list[str], outside: list[str]) -> None:
    assert [text for text in inside if SCHEMAS.problems(text, {"format": format})] == []
    assert [text for text in outside if not SCHEMAS.problems(text, {"format": format})] == []
    assert SCHEMAS.problems(1, {"format": format}) == []


def test_multiples_are_those_of_decimals() -> None:
    assert SCHEMAS.problems(0.3, {"multipleOf": 0.1}) == []
    assert SCHEMAS.problems(0.35, {"multipleOf": 0.1})
    assert SCHEMAS.problems(9, {"multipleOf": 3}) == []
    assert SCHEMAS.problems("a", {"multipleOf": 3}) == []


def test_an_integer_has_64_bits() -> None:
    schema = {"type": "integer", "maximum": 2**63 - 1}
    assert SCHEMAS.problems(2**63 - 1, schema) == []
    assert SCHEMAS.problems(2**63, schema)
