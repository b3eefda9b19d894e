"""The faults of `scripts/seed-faults` can still be planted where they belong."""

import pathlib

import pytest
from contract.faults import FAULTS

ROOT = pathlib.Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_fault_has_its_place(fault):
    assert fault.is_plantable(ROOT)


def test_file_is_restored(tmp_path):
    fault = FAULTS[0]
    file = tmp_path / fault.path
    file.parent.mkdir(parents=True)
    file.write_text(f"before\n{fault.old}after\n", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt), fault.planted(tmp_path):
        assert fault.new in file.read_text(encoding="utf-8")
        raise KeyboardInterrupt
    assert file.read_text(encoding="utf-8") == f"before\n{fault.old}after\n"


def test_a_fault_is_found_by_what_names_its_operation_and_rule():
    fault = FAULTS[0]
    assert (fault.operation, fault.rule) == ("createUser", "responses")
    assert fault.is_named_by("createUser: responses: spec/user.yaml:12:5: succeeds: expected 201")
    for other in ("createUser: maxLength: spec/user.yaml:1:1: x", "getUser: responses: spec/user.yaml:1:1: x",
                  "createUser: responses: no place: x"):
        assert not fault.is_named_by(other)
