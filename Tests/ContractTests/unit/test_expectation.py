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


def test_a_refusal_passes_only_where_the_plan_has_it():
    refused = Answer(status=409, headers=[], body=b"")
    assert unmet({"status": [200, 404, 409], "open": True}, refused, None) == []
    assert unmet({"status": [200]}, refused, None) == ["expected 200, got 409"]
