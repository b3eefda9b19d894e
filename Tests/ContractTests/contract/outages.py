"""Real faults of what a service depends on."""

from __future__ import annotations

import contextlib
import pathlib
import socket
import sqlite3
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

from .exchange import Request
from .stub import BrokenDatastore
from .system import Local

#: More than the 400 KB that Datastore lets an object have.
TOO_MUCH_TEXT = "x" * 450_000
ONLY_UPDATES_FAIL = (
    "every fault of Datastore's file is answered 503; only updating an object that is larger than "
    "objects may be is answered 500"
)


class Impossible(Exception):
    """The runner knows no way to make the condition."""


class Outages:
    """Services beside the healthy ones, each with one fault; started when first needed."""

    def __init__(self, system: Local) -> None:
        self._system = system
        self._urls: dict[tuple[str, str], str] = {}
        self._stack = contextlib.ExitStack()

    def url(self, service: str, condition: str, request: Request) -> str:
        """Where a service stands that meets the condition; throws `Impossible`."""
        if (service, condition) == ("datastore", "dependency-failing"):
            return self._url_of_overgrown_object(request)
        makers: dict[str, Callable[[str], str]] = {
            "dependency-unavailable": self._unavailable,
            "dependency-failing": self._failing,
        }
        if condition not in makers:
            raise Impossible(f"the runner does not know the condition '{condition}'")
        if (service, condition) not in self._urls:
            self._urls[service, condition] = makers[condition](service)
        return self._urls[service, condition]

    def stop(self) -> None:
        """Ends what is no process; those end with the system."""
        self._stack.close()

    def _unavailable(self, service: str) -> str:
        if service == "datastore":
            return self._without_tables()
        # Bound and not listening, so that nobody else can.
        closed = self._stack.enter_context(socket.socket())
        closed.bind(("127.0.0.1", 0))
        return self._start(service, f"http://127.0.0.1:{closed.getsockname()[1]}", "alone")

    def _datastore(self, name: str) -> tuple[str, pathlib.Path]:
        """One more Datastore, and its file."""
        file = self._system.folder / f"{name}.sqlite"
        key = ("datastore", name)
        if key not in self._urls:
            options = ["--datastore-port", "0", "--store", f"sqlite:{file}"]
            urls = self._system.start(f"datastore-{name}", ["datastore", *options])
            self._urls[key] = urls["datastore"]
        return self._urls[key], file

    def _failing(self, service: str) -> str:
        stub = BrokenDatastore()
        self._stack.callback(stub.stop)
        return self._start(service, stub.url, "misled")

    def _start(self, service: str, datastore_url: str, name: str) -> str:
        options = [f"--{service}-port", "0", "--datastore-url", datastore_url]
        return self._system.start(f"{service}-{name}", [service, *options])[service]

    def _without_tables(self) -> str:
        """A Datastore whose tables somebody removed under it."""
        url, file = self._datastore("damaged")
        with _database(file) as database:
            kinds = (
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
            for (table,) in database.execute(kinds).fetchall():
                database.execute(f'DROP TABLE "{table}"')
        return url

    def _url_of_overgrown_object(self, request: Request) -> str:
        """A Datastore in whose file somebody made the object larger than objects may be."""
        if request.method != "PUT":
            raise Impossible(ONLY_UPDATES_FAIL)
        url, file = self._datastore("overgrown")
        query = parse_qs(urlsplit(request.target).query)
        with _database(file) as database:
            _add_overgrown(database, query["objtype"][0], query["objkey"][0])
        return url


def _add_overgrown(database: sqlite3.Connection, table: str, key: str) -> None:
    columns = database.execute(f'PRAGMA table_info("{table}")').fetchall()
    key_column = next(column[1] for column in columns if column[5])
    others = [column[1] for column in columns if column[2] == "TEXT" and not column[5]]
    names = ", ".join(f'"{name}"' for name in [key_column, *others])
    marks = ", ".join(["?1", *("?2" for _ in others)])
    database.execute(
        f'INSERT OR REPLACE INTO "{table}" ({names}) VALUES ({marks})', (key, TOO_MUCH_TEXT)
    )


@contextlib.contextmanager
def _database(file: pathlib.Path) -> Iterator[sqlite3.Connection]:
    """The file, opened as any other program might; what the block did is committed."""
    with contextlib.closing(sqlite3.connect(file, timeout=10)) as database, database:
        yield database
