"""What is told to end, again and again, finishes what it has begun to end."""

from __future__ import annotations

import pathlib
import signal
import subprocess
import sys

import pytest
from contract.signals import SIGNALS

ENDING = """
import time
from contract.signals import ending_once
ending_once()
try:
    print("begun", flush=True)
    time.sleep(30)
except KeyboardInterrupt:
    print("told", flush=True)
    time.sleep(0.5)
    print("ended", flush=True)
"""


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: signal.Signals(number).name)
def test_only_the_first_signal_counts(number: int) -> None:
    folder = pathlib.Path(__file__).resolve().parents[1]
    words = [sys.executable, "-c", ENDING]
    with subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        assert child.stdout.readline() == "begun\n"
        child.send_signal(number)
        assert child.stdout.readline() == "told\n"
        child.send_signal(number)
        assert child.stdout.read() == "ended\n"
    assert child.returncode == 0
