"""Schemas of a plan: draft-07, with their definitions, and `unicodePattern`."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import jsonschema
from jsonschema import Draft7Validator, ValidationError, validators

from . import ecma_pattern, formats

Json = Any
#: Messages of jsonschema show the faulty value, however long.
MESSAGE_MAX = 200


def _multiple(_: Any, step: Json, value: Json, __: Json) -> Iterator[ValidationError]:
    """As decimals have it: 0.3 is a multiple of 0.1."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return
    if not math.isfinite(value) or Decimal(repr(value)) % Decimal(repr(step)):
        yield ValidationError(f"{value!r} is not a multiple of {step!r}")


class Schemas:
    """The definitions of one plan, and checks against schemas that refer to them."""

    def __init__(self, definitions: dict[str, Json]) -> None:
        self._definitions = definitions
        self._checks: dict[int, tuple[Json, Draft7Validator]] = {}
        patterns = {"pattern": self._pattern, "unicodePattern": self._pattern}
        self._validator = validators.extend(Draft7Validator, patterns | {"multipleOf": _multiple})
        #: What answers were not held against, and why.
        self.unchecked: set[str] = set()

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

    def _pattern(
        self, _: Any, pattern: str, value: Json, __: Json
    ) -> Iterator[ValidationError]:
        if not isinstance(value, str):
            return
        try:
            if not ecma_pattern.matches(pattern, value):
                yield ValidationError(f"{value!r} does not match {pattern!r}")
        except ecma_pattern.Unreadable as error:
            self.unchecked.add(str(error))

    def _check(self, schema: Json) -> Draft7Validator:
        if id(schema) not in self._checks:
            document = {"allOf": [schema], "definitions": self._definitions}
            check = self._validator(document, format_checker=formats.checker())
            self._checks[id(schema)] = (schema, check)
        return self._checks[id(schema)][1]


def _line(error: jsonschema.ValidationError) -> str:
    pointer = "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in error.path)
    message = error.message
    if len(message) > MESSAGE_MAX:
        message = f"{message[: MESSAGE_MAX // 2]} … {message[-MESSAGE_MAX // 2 :]}"
    return f"'{pointer}': {message}"
