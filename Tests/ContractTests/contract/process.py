"""The executable `services`, running."""

from __future__ import annotations

import os
import pathlib
import socket
import subprocess
import time

START_SECONDS = 30.0
STOP_SECONDS = 15.0


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

    def wait_until_listening(self) -> None:
        """Throws `DidNotStart`, and then the process has ended."""
        deadline = time.monotonic() + START_SECONDS
        while "Listening:" not in self._output.read_text("utf-8"):
            if self._child.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise DidNotStart(self.log.read_text("utf-8", "replace"))
            time.sleep(0.02)

    def stop(self) -> int:
        """Asks the process to end, makes it if it does not, and returns its exit status."""
        self._child.terminate()
        try:
            return self._child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._child.kill()
            return self._child.wait()


def free_ports(count: int) -> list[int]:
    """Ports of this host that nobody listens on, all different."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


def _clean_environment() -> dict[str, str]:
    kept = ("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH")
    return {name: os.environ[name] for name in kept if name in os.environ}
