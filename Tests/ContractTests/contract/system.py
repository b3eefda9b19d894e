"""The system under test: User, Music and Datastore, started here or running somewhere else."""

from __future__ import annotations

import contextlib
import os
import pathlib
import secrets
from collections.abc import Callable, Iterator
from typing import Protocol

from .credentials import Secrets
from .process import Process, free_ports

LOADER = "svc-loader"


class Target(Protocol):
    """Somewhere to send requests to."""

    urls: dict[str, str]
    secrets: Secrets


class Elsewhere:
    """Services that run somewhere else; their secrets come from the environment, if at all."""

    def __init__(self, urls: dict[str, str]) -> None:
        self.urls = urls
        password = os.environ.get("LOADER_PASSWORD")
        accounts = {"Loader": (LOADER, password)} if password else {}
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

    @property
    def database(self) -> pathlib.Path:
        """The file of the healthy Datastore."""
        return self.folder / "healthy.sqlite"

    def start(self, name: str, words: list[str]) -> None:
        """Starts one more process of services; returns when it listens."""
        _, password = self.secrets.accounts["Loader"]
        environment = {"TOKEN_SECRET": self.secrets.token_secret or "", "LOADER_PASSWORD": password}
        process = Process([str(self.executable), *words], environment, self.folder, name)
        self._processes[name] = process
        process.wait_until_listening()

    def start_all(self) -> None:
        """Starts the three services, all of them well."""
        names = ["user", "music", "datastore"]
        ports = dict(zip(names, free_ports(3)))
        options = [word for name in names for word in (f"--{name}-port", str(ports[name]))]
        self.start("healthy", ["all", "--store", f"sqlite:{self.database}", *options])
        self.urls = {name: f"http://127.0.0.1:{port}" for name, port in ports.items()}

    def stop(self) -> list[str]:
        """Ends all processes; says which did not end as they should."""
        statuses = {name: process.stop() for name, process in self._processes.items()}
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
