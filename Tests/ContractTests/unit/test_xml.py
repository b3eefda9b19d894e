"""XML and JSON, each from the other by a schema."""

import pytest
from contract.json_to_xml import Writer
from contract.schema import Schemas
from contract.xml_shape import Shapes
from contract.xml_to_json import MalformedXML, Reader

SONG = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "id": {"type": "integer", "xml": {"attribute": True}},
        "title": {"type": "string", "xml": {"name": "Title"}},
        "live": {"type": "boolean"},
        "tags": {"type": "array", "items": {"type": "string", "xml": {"name": "tag"}}},
        "links": {
            "type": "array",
            "xml": {"wrapped": True},
            "items": {"$ref": "#/definitions/Link", "xml": {"name": "link"}},
        },
        "heads": {"type": "object", "additionalProperties": {"type": "string"}},
        "gone": {"anyOf": [{"type": "string"}, {"type": "null"}]},
    },
}
LINK = {"type": "object", "properties": {"to": {"type": "string"}, "rank": {"type": "number"}}}
VALUE = {
    "id": 7,
    "title": "a & <b> \r\n",
    "live": True,
    "tags": ["x", "y"],
    "links": [{"to": "", "rank": 1.5}, {"to": "z", "rank": 2}],
    "heads": {"a b": "c"},
    "gone": None,
}
SHAPES = Shapes(Schemas({"Song": SONG, "Link": LINK}))
SCHEMA = {"$ref": "#/definitions/Song"}


def read(text: str) -> object:
    return Reader(SHAPES).document(text.encode(), "Song", SCHEMA)


def test_a_value_comes_back_as_it_was() -> None:
    data = Writer(SHAPES).document(VALUE, "Song", SCHEMA)
    assert Reader(SHAPES).document(data, "Song", SCHEMA) == VALUE


def test_names_attributes_and_wrapping_follow_the_schema() -> None:
    text = Writer(SHAPES).document(VALUE, "Song", SCHEMA).decode()
    assert '<Song id="7"><Title>a &#38; &#60;b&#62; &#13;&#10;</Title><live>true</live>' in text
    assert "<tag>x</tag><tag>y</tag><links><link><to></to><rank>1.5</rank></link>" in text
    assert "<heads><a_x0020_b>c</a_x0020_b></heads>" in text


def test_what_the_schema_does_not_know_becomes_a_member() -> None:
    assert read('<Song new="1"><title>t</title></Song>') == {"new": "1", "title": "t"}


def test_text_of_another_kind_stays_text() -> None:
    assert read('<Song id="seven"><live>maybe</live></Song>') == {"id": "seven", "live": "maybe"}
    assert read("<Song id='01'/>") == {"id": "01"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<Song>", "not XML"),
        ("<!DOCTYPE Song><Song/>", "document type"),
        ('<!DOCTYPE s [<!ENTITY e "x">]><Song><Title>&e;</Title></Song>', "document type"),
        ("<Other/>", "root element is 'Other'"),
        ("<Song><id>7</id></Song>", "should be an attribute"),
        ('<Song Title="t"/>', "should be an element"),
        ("<Song><Title>a</Title><Title>b</Title></Song>", "stands twice"),
        ("<Song>text</Song>", "holds text"),
        ("<Song><links><other/></links></Song>", "where 'link' belongs"),
        ("<Song><Title><b/></Title></Song>", "more than text"),
    ],
)
def test_other_documents_are_refused(text: str, reason: str) -> None:
    with pytest.raises(MalformedXML, match=reason):
        read(text)


def test_alternatives_are_read_as_one_object() -> None:
    either = {"oneOf": [SONG, LINK]}
    assert Reader(SHAPES).document(b"<E><to>1</to><live>0</live></E>", "E", either) == {
        "to": "1",
        "live": False,
    }
