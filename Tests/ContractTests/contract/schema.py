"""Schemas of a plan: draft-07, with their definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import jsonschema
from jsonschema import Draft7Validator, FormatChecker, ValidationError, validators

Json = Any
#: Messages of jsonschema show the faulty value, however long.
MESSAGE_MAX = 200
_DOLLAR_AT_END = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|\$", re.DOTALL)


def _pattern(_: Any, pattern: str, value: Json, __: Json) -> Iterator[ValidationError]:
    """As ECMA-262 has it, where `$` does not match before a line's end at the end of the text."""
    if isinstance(value, str) and not re.search(_in_python(pattern), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _in_python(pattern: str) -> str:
    return _DOLLAR_AT_END.sub(lambda match: r"\Z" if match[0] == "$" else match[0], pattern)


_Validator = validators.extend(Draft7Validator, {"pattern": _pattern})


class Schemas:
    """The definitions of one plan, and checks against schemas that refer to them."""

    def __init__(self, definitions: dict[str, Json]) -> None:
        self._definitions = definitions
        self._checks: dict[int, tuple[Json, Draft7Validator]] = {}

    def resolve(self, schema: Json) -> Json:
        """The schema that a reference means, members beside the reference included."""
        while isinstance(schema, dict) and "$ref" in schema:
            name = schema["$ref"].removeprefix("#/definitions/")
            beside = {key: value for key, value in schema.items() if key != "$ref"}
            schema = self._definitions[name] | beside
        return schema

    def problems(self, value: Json, schema: Json) -> list[str]:
        """What is wrong with the value, a line each, with its JSON Pointer."""
        errors = self._check(schema).iter_errors(value)
        return [
            _line(error) for error in sorted(errors, key=lambda error: list(map(str, error.path)))
        ]

    def _check(self, schema: Json) -> Draft7Validator:
        if id(schema) not in self._checks:
            document = {"allOf": [schema], "definitions": self._definitions}
            check = _Validator(document, format_checker=FormatChecker())
            self._checks[id(schema)] = (schema, check)
        return self._checks[id(schema)][1]


def _line(error: jsonschema.ValidationError) -> str:
    pointer = "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in error.path)
    message = error.message
    if len(message) > MESSAGE_MAX:
        message = f"{message[: MESSAGE_MAX // 2]} … {message[-MESSAGE_MAX // 2 :]}"
    return f"'{pointer}': {message}"
