"""Which bodies Schemathesis may send as XML."""

import pytest
from schemathesis_hooks import fits_xml


@pytest.mark.parametrize("value", ["", "\t\r\n\x85\ufeff\U0010ffff", 1, True, {"a": [{"b": "c"}]}])
def test_what_xml_can_write_is_sent(value: object) -> None:
    assert fits_xml(value)


@pytest.mark.parametrize("value", [None, "a\x00", "\x1f", "\ufffe", "\ud800", {"a": [{"b": None}]}])
def test_what_xml_cannot_write_is_not_sent(value: object) -> None:
    assert not fits_xml(value)
