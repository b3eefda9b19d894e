"""Schemas and strict JSON."""

import pytest
from contract import strict_json
from contract.schema import Schemas
from contract.strict_json import MalformedJSON
from jsonschema import FormatChecker

SCHEMAS = Schemas({"Name": {"type": "string", "maxLength": 3}})


def test_references_lead_to_definitions_wherever_they_stand() -> None:
    schema = {"type": "object", "properties": {"a/b": {"$ref": "#/definitions/Name"}}}
    assert SCHEMAS.problems({"a/b": "abc"}, schema) == []
    assert SCHEMAS.problems({"a/b": "abcd"}, schema) == ["'/a~1b': 'abcd' is too long"]


def test_the_end_of_a_pattern_is_the_end_of_the_text() -> None:
    assert SCHEMAS.problems("ab\n", {"pattern": "^[a-z]+$"})
    assert SCHEMAS.problems("a$", {"pattern": r"^a\$$"}) == []
    assert SCHEMAS.problems("a$b", {"pattern": "^a[$]b$"}) == []


@pytest.mark.parametrize(
    "format",
    [
        "date-time",
        "date",
        "time",
        "email",
        "uri",
        "uri-reference",
        "hostname",
        "ipv4",
        "ipv6",
        "uuid",
    ],
)
def test_every_format_of_a_plan_is_checked(format: str) -> None:
    assert format in FormatChecker().checkers
    assert SCHEMAS.problems("\\ [", {"format": format})


@pytest.mark.parametrize("text", ['{"a":1,"a":1}', "[NaN]", "[1]]", '"\xff"', "", "[" * 100_000])
def test_json_that_readers_may_disagree_on_is_refused(text: str) -> None:
    with pytest.raises(MalformedJSON):
        strict_json.parse(text.encode("latin-1"))
