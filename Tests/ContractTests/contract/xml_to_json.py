"""Reads XML by a schema: the JSON of the same value, for the schema's rules to be held against."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

from . import xml_names
from .xml_shape import Json, Shapes

NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


class MalformedXML(Exception):
    """Not XML, or XML that no JSON of the schema's form stands behind."""


class _Builder(ElementTree.TreeBuilder):
    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise MalformedXML("the body has a document type declaration")


def parse(data: bytes) -> ElementTree.Element:
    """The root element; throws `MalformedXML`, also for a document type declaration."""
    try:
        return ElementTree.fromstring(data, ElementTree.XMLParser(target=_Builder()))
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise MalformedXML(f"the body is not XML: {error}") from error


class Reader:
    """Turns elements into JSON. Unknown elements and attributes become unknown members."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes

    def document(self, data: bytes, root: str, schema: Json) -> Json:
        """The value of a document whose root element has this name; throws `MalformedXML`."""
        element = parse(data)
        if xml_names.unescaped(element.tag) != root:
            raise MalformedXML(f"the root element is '{element.tag}', not '{root}'")
        return self._value(element, schema, root)

    def _value(self, element: ElementTree.Element, schema: Json, name: str) -> Json:
        if element.get(NIL) == "true":
            return None
        kind = self._shapes.kind(schema)
        if kind == "object":
            return self._object(element, schema)
        if kind == "array":
            return self._array(element, schema, name)
        if kind == "any" and (len(element) or element.attrib):
            return self._object(element, {})
        if len(element) or element.attrib:
            raise MalformedXML(f"element '{element.tag}' holds more than text")
        return _scalar(element.text or "", kind)

    def _array(self, element: ElementTree.Element, schema: Json, name: str) -> list[Json]:
        _refuse_text(element)
        item = self._shapes.item_name(name, schema)
        for child in element:
            if xml_names.unescaped(child.tag) != item:
                raise MalformedXML(f"'{element.tag}' holds '{child.tag}' where '{item}' belongs")
        return [self._value(child, self._shapes.items(schema), item) for child in element]

    def _object(self, element: ElementTree.Element, schema: Json) -> dict[str, Json]:
        _refuse_text(element)
        result: dict[str, Json] = {}
        for tag, text in element.attrib.items():
            if tag != NIL:
                self._add_attribute(result, xml_names.unescaped(tag), text, schema)
        for child in element:
            self._add_element(result, child, schema)
        return result

    def _add_attribute(self, result: dict[str, Json], tag: str, text: str, schema: Json) -> None:
        name, member = self._member(tag, schema)
        if member is not None and not self._shapes.is_attribute(member):
            raise MalformedXML(f"'{tag}' is an attribute and should be an element")
        kind = self._shapes.kind({} if member is None else member)
        result[name] = _scalar(text, kind)

    def _add_element(
        self, result: dict[str, Json], child: ElementTree.Element, schema: Json
    ) -> None:
        tag = xml_names.unescaped(child.tag)
        name, member = self._member(tag, schema)
        if member is not None and self._shapes.is_attribute(member):
            raise MalformedXML(f"'{tag}' is an element and should be an attribute")
        member = self._shapes.others(schema) if member is None else member
        if self._shapes.kind(member) == "array" and not self._shapes.is_wrapped(member):
            item = self._value(child, self._shapes.items(member), tag)
            result.setdefault(name, []).append(item)
        elif name in result:
            raise MalformedXML(f"element '{tag}' stands twice")
        else:
            result[name] = self._value(child, member, name)

    def _member(self, tag: str, schema: Json) -> tuple[str, Json | None]:
        """The member that an element or attribute stands for, by its name in XML only."""
        for name, member in self._shapes.members(schema).items():
            if self._shapes.element_name(name, member) == tag:
                return name, member
        return tag, None


def _scalar(text: str, kind: str) -> Any:
    """The text as a value of the kind or, where it is none, as a string."""
    trimmed = text.strip(" \t\r\n")
    if kind == "boolean" and trimmed in ("true", "false", "1", "0"):
        return trimmed in ("true", "1")
    if kind in ("integer", "number") and _NUMBER.fullmatch(trimmed):
        return float(trimmed) if any(mark in trimmed for mark in ".eE") else int(trimmed)
    return text


def _refuse_text(element: ElementTree.Element) -> None:
    texts = [element.text] + [child.tail for child in element]
    if any((text or "").strip(" \t\r\n") for text in texts):
        raise MalformedXML(f"element '{element.tag}' holds text where elements belong")
