"""How a schema's values look in XML, after the XML Object of OpenAPI 3.1."""

from __future__ import annotations

from typing import Any

from .schema import Schemas

Json = Any


class Shapes:
    """Looks at schemas for what XML needs: kinds, members, names of elements."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas

    def core(self, schema: Json) -> Json:
        """The schema without reference and null, alternatives merged into one object."""
        schema = self._schemas.resolve(schema)
        choices = schema.get("anyOf") or schema.get("oneOf")
        if not choices:
            return schema
        cores = [self.core(choice) for choice in choices if choice.get("type") != "null"]
        beside = {key: value for key, value in schema.items() if key not in ("anyOf", "oneOf")}
        return (cores[0] if len(cores) == 1 else _merged(cores)) | beside

    def kind(self, schema: Json) -> str:
        """object, array, string, integer, number, boolean, or any."""
        core = self.core(schema)
        kind = core.get("type", "object" if "properties" in core else "any")
        if isinstance(kind, list):
            kind = next((word for word in kind if word != "null"), "any")
        return kind

    def members(self, schema: Json) -> dict[str, Json]:
        """The schemas of an object's declared members, by their names in JSON."""
        return self.core(schema).get("properties", {})

    def others(self, schema: Json) -> Json:
        """The schema of members that are not declared."""
        others = self.core(schema).get("additionalProperties", {})
        return others if isinstance(others, dict) else {}

    def items(self, schema: Json) -> Json:
        """The schema of an array's items."""
        return self.core(schema).get("items", {})

    def element_name(self, member: str, schema: Json) -> str:
        """The name of the element or attribute that a member stands in."""
        if self.kind(schema) == "array" and not self.is_wrapped(schema):
            return self.item_name(member, schema)
        return self._xml(schema).get("name", member)

    def item_name(self, member: str, schema: Json) -> str:
        """The name of an array's elements; without one of their own it is that of the array."""
        outer = self._xml(schema).get("name", member) if self.is_wrapped(schema) else member
        return self._xml(self.items(schema)).get("name", outer)

    def is_wrapped(self, schema: Json) -> bool:
        return bool(self._xml(schema).get("wrapped", False))

    def is_attribute(self, schema: Json) -> bool:
        return bool(self._xml(schema).get("attribute", False))

    def _xml(self, schema: Json) -> Json:
        return schema.get("xml") or self.core(schema).get("xml") or {}


def _merged(objects: list[Json]) -> Json:
    """One object with the members of all."""
    members: dict[str, Json] = {}
    for alternative in objects:
        for name, schema in alternative.get("properties", {}).items():
            members.setdefault(name, schema)
    return {"type": "object", "properties": members}
