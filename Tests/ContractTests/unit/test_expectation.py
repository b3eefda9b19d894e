"""What a step expects beyond its contract."""

from contract.exchange import Answer
from contract.expectation import unmet


def test_deleted_is_nowhere():
    answer = Answer(status=200, headers=[], body=b"")
    expect = {"status": [200], "lacks": ["a-1"]}
    assert unmet(expect, answer, {"Items": [{"id": "a-2"}]}) == []
    assert unmet(expect, answer, {"Items": [{"id": "a-1"}]}) == [
        "expected 'a-1' nowhere in the body"
    ]
