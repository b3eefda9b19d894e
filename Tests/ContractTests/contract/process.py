"""The executable `services`, running."""

from __future__ import annotations

import os
import pathlib
import re
import socket
import subprocess
import time

START_SECONDS = 30.0
STOP_SECONDS = 15.0
_LISTENING = re.compile(r"^  (\w+) +(http://\S+)/$", re.MULTILINE)


class DidNotStart(Exception):
    """The process ended, or did not listen in time."""


class Process:
    """A process that is ended by its number, whatever happens."""

    def __init__(
        self, words: list[str], environment: dict[str, str], folder: pathlib.Path, name: str
    ) -> None:
        self._output = folder / f"{name}.out"
        self.log = folder / f"{name}.log"
        with self._output.open("wb") as output, self.log.open("wb") as errors:
            self._child = subprocess.Popen(
                words,
                env=_clean_environment() | environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=errors,
                start_new_session=True,
            )

    def wait_until_listening(self) -> dict[str, str]:
        """Where each service stands; throws `DidNotStart`, and then the process has ended."""
        deadline = time.monotonic() + START_SECONDS
        # The lines are written at once, with an empty one behind them.
        while "\n\n" not in self._output.read_text("utf-8"):
            if self._child.poll() is not None or time.monotonic() > deadline:
                self.terminate()
                self.wait()
                raise DidNotStart(self.log.read_text("utf-8", "replace"))
            time.sleep(0.02)
        return dict(_LISTENING.findall(self._output.read_text("utf-8")))

    def terminate(self) -> None:
        """Asks the process to end."""
        self._child.terminate()

    def kill(self) -> None:
        """Makes the process end, if it has not."""
        self._child.kill()

    def wait(self) -> int:
        """Returns its exit status; a process that goes on is made to end."""
        try:
            return self._child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._child.kill()
            return self._child.wait()


def free_port() -> int:
    """A port of this host that nobody listens on; somebody may before it is used."""
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        port: int = each.getsockname()[1]
        return port


def _clean_environment() -> dict[str, str]:
    kept = ("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH")
    return {name: os.environ[name] for name in kept if name in os.environ}
