"""Plans as they are read, and runs that would test nothing."""

from __future__ import annotations

import json
import pathlib
import subprocess
import sys

import pytest
from contract.plan import NothingToTest, read_plans

ROOT = pathlib.Path(__file__).resolve().parents[3]


def test_without_plans_there_is_nothing_to_test(tmp_path: pathlib.Path) -> None:
    with pytest.raises(NothingToTest, match="no plan"):
        read_plans(tmp_path)
    empty = {"contract": "a", "service": "a", "definitions": {}, "operations": [], "cases": []}
    (tmp_path / "a.contract-tests.json").write_text(json.dumps(empty))
    with pytest.raises(NothingToTest, match="a.contract-tests.json has no cases"):
        read_plans(tmp_path)


@pytest.mark.parametrize(
    "options",
    [
        ["--only", "relay", "--url", "user=http://127.0.0.1:1"],
        ["--only", "schemathesis", "-k", "words"],
    ],
)
def test_options_that_leave_nothing_to_run_are_refused(options: list[str]) -> None:
    words = [sys.executable, ROOT / "scripts" / "contract", *options]
    outcome = subprocess.run(words, capture_output=True, text=True, timeout=30)
    assert outcome.returncode == 2 and "leaves nothing to run" in outcome.stderr
