"""The system under test: User, Music and Datastore, started here or running somewhere else."""

from __future__ import annotations

import contextlib
import os
import pathlib
import secrets
from collections.abc import Callable, Iterator
from typing import Protocol

from . import given
from .credentials import Secrets
from .process import DidNotStart, Process, free_port

LOADER = "svc-loader"
#: How often a port is chosen that somebody else took in the meantime.
TRIES_MAX = 5


class Target(Protocol):
    """Somewhere to send requests to."""

    urls: dict[str, str]
    secrets: Secrets


class Elsewhere:
    """Services that run somewhere else; their secrets come from the environment, if at all."""

    def __init__(self, urls: dict[str, str]) -> None:
        self.urls = urls
        accounts = given.accounts({"LOADER_USERNAME": LOADER} | dict(os.environ))
        self.secrets = Secrets(os.environ.get("TOKEN_SECRET"), accounts)


class Local:
    """Services started for the run, on free ports, with secrets made up for it."""

    def __init__(self, executable: pathlib.Path, folder: pathlib.Path) -> None:
        self.executable = executable
        self.folder = folder
        self.urls: dict[str, str] = {}
        password = secrets.token_urlsafe(24)
        self.secrets = Secrets(secrets.token_urlsafe(48), {"Loader": (LOADER, password)})
        self._processes: dict[str, Process] = {}

    def start(self, name: str, words: list[str]) -> dict[str, str]:
        """Starts one more process of services; returns when it listens, and where."""
        _, password = self.secrets.accounts["Loader"]
        environment = {"TOKEN_SECRET": self.secrets.token_secret or "", "LOADER_PASSWORD": password}
        process = Process([str(self.executable), *words], environment, self.folder, name)
        self._processes[name] = process
        try:
            return process.wait_until_listening()
        except DidNotStart:
            del self._processes[name]
            raise

    def start_all(self) -> None:
        """Starts the three services, all of them well, where nobody else listens."""
        for _ in range(TRIES_MAX - 1):
            try:
                return self._start_all(free_port())
            except DidNotStart as error:
                if "Address already in use" not in str(error):
                    raise
        self._start_all(free_port())

    def _start_all(self, datastore_port: int) -> None:
        """The others have to know Datastore's port before it listens."""
        ports = ["--user-port", "0", "--music-port", "0", "--datastore-port", str(datastore_port)]
        store = f"sqlite:{self.folder / 'healthy.sqlite'}"
        self.urls = self.start("healthy", ["all", "--store", store, *ports])

    def stop(self) -> list[str]:
        """Ends all processes; says which did not end as they should."""
        processes = self._processes
        try:
            for process in processes.values():
                process.terminate()
            statuses = {name: process.wait() for name, process in processes.items()}
        finally:
            for process in processes.values():
                process.kill()
        return [f"{name}: exit status {status}" for name, status in statuses.items() if status]


@contextlib.contextmanager
def running(
    executable: pathlib.Path, folder: pathlib.Path, complain: Callable[[str], None]
) -> Iterator[Local]:
    """The three services while the block runs."""
    system = Local(executable, folder)
    try:
        system.start_all()
        yield system
    finally:
        for problem in system.stop():
            complain(problem)
