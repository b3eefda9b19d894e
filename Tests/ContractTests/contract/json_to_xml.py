"""Writes JSON values as XML by a schema."""

from __future__ import annotations

import json
from typing import Any

from . import xml_names
from .xml_shape import Json, Shapes

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NIL = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"'


class Writer:
    """Values that do not fit their schema are written as well as they can be."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes

    def document(self, value: Json, root: str, schema: Json) -> bytes:
        """The value as a document with this root element."""
        return (HEAD + self._element(value, root, schema)).encode("utf-8")

    def _element(self, value: Json, name: str, schema: Json) -> str:
        tag = xml_names.escaped(name)
        if value is None:
            return f"<{tag}{NIL}/>"
        if isinstance(value, dict):
            attributes, content = self._members(value, schema)
        elif isinstance(value, list):
            attributes, content = "", self._items(value, name, schema)
        else:
            attributes, content = "", _escaped(_text(value))
        return f"<{tag}{attributes}>{content}</{tag}>"

    def _items(self, values: list[Json], name: str, schema: Json) -> str:
        item = self._shapes.item_name(name, schema)
        return "".join(self._element(value, item, self._shapes.items(schema)) for value in values)

    def _members(self, value: dict[str, Json], schema: Json) -> tuple[str, str]:
        attributes, content = "", ""
        declared = self._shapes.members(schema)
        for name, part in value.items():
            member = declared.get(name, self._shapes.others(schema))
            tag = self._shapes.element_name(name, member)
            if self._shapes.is_attribute(member) and not isinstance(part, (dict, list)):
                attributes += f' {xml_names.escaped(tag)}="{_escaped(_text(part))}"'
            else:
                content += self._member(part, name, tag, member)
        return attributes, content

    def _member(self, value: Json, name: str, tag: str, schema: Json) -> str:
        is_repeated = self._shapes.kind(schema) == "array" and not self._shapes.is_wrapped(schema)
        if is_repeated and isinstance(value, list):
            return self._items(value, name, schema)
        return self._element(value, tag, schema)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _escaped(text: str) -> str:
    """Escaped so that no parser normalises anything (XML 1.0, sections 2.11 and 3.3.3)."""
    for character in '&<>"\r\n\t':
        text = text.replace(character, f"&#{ord(character)};")
    return text
