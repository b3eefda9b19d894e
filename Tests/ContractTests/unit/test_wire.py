"""Requests as a server gets them."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from contract.exchange import Request
from contract.wire import Client, NoAnswer

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nVary: a\r\nVary: b\r\n\r\nok"


class Server:
    """Holds one conversation on each connection, in turn, and keeps what it heard."""

    def __init__(self, *conversations: Callable[[Server, socket.socket], None]) -> None:
        self.heard: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._conversations = conversations
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def _serve(self) -> None:
        for conversation in self._conversations:
            connection, _ = self._listener.accept()
            with connection:
                connection.settimeout(5)
                conversation(self, connection)

    def stop(self) -> None:
        self._thread.join(10)
        self._listener.close()


def answer(server: Server, connection: socket.socket) -> None:
    server.heard.append(connection.recv(65536))
    connection.sendall(ANSWER)


def answer_and_read_on(server: Server, connection: socket.socket) -> None:
    answer(server, connection)
    while connection.recv(65536):
        pass


def say_nothing(server: Server, connection: socket.socket) -> None:
    server.heard.append(connection.recv(65536))


@pytest.fixture
def serving() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def serve(*conversations: Callable[[Server, socket.socket], None]) -> Server:
        servers.append(Server(*conversations))
        return servers[-1]

    yield serve
    for server in servers:
        server.stop()


def lines(data: bytes) -> list[str]:
    return sorted(data.decode().split("\r\n\r\n")[0].split("\r\n")[1:])


def test_nothing_is_added_but_host_and_length(serving: Callable[..., Server]) -> None:
    server = serving(answer)
    got = Client(server.url).send(Request("PUT", "/a%20b?c=d", [("X-Y", "ü")], b"body"))
    assert (got.status, got.body, got.header("vary")) == (200, b"ok", "a, b")
    assert server.heard[0].startswith(b"PUT /a%20b?c=d HTTP/1.1\r\n")
    host = server.url.removeprefix("http://")
    assert lines(server.heard[0]) == ["Content-Length: 4", f"Host: {host}", "X-Y: ü"]


def test_a_request_without_body_has_no_length(serving: Callable[..., Server]) -> None:
    server = serving(answer)
    Client(server.url).send(Request("GET", "/"))
    assert len(lines(server.heard[0])) == 1


def test_a_body_too_large_is_declared_and_never_sent(serving: Callable[..., Server]) -> None:
    server = serving(answer)
    assert Client(server.url).send(Request("PUT", "/", oversize="declared")).status == 200
    assert "Content-Length: 1073741824" in lines(server.heard[0])
    assert server.heard[0].endswith(b"\r\n\r\n")


def test_a_body_without_end_is_sent_until_there_is_an_answer(
    serving: Callable[..., Server],
) -> None:
    server = serving(answer_and_read_on)
    assert Client(server.url).send(Request("PUT", "/", oversize="chunked")).status == 200
    assert "Transfer-Encoding: chunked" in lines(server.heard[0])


def test_a_kept_connection_that_was_closed_is_opened_again(serving: Callable[..., Server]) -> None:
    server = serving(answer, answer)
    client = Client(server.url)
    assert [client.send(Request("GET", path)).status for path in ("/1", "/2")] == [200, 200]
    assert len(server.heard) == 2


def test_a_server_that_says_nothing_is_told(serving: Callable[..., Server]) -> None:
    server = serving(say_nothing)
    with pytest.raises(NoAnswer, match="RemoteDisconnected"):
        Client(server.url).send(Request("GET", "/"))


def test_an_answer_cut_short_is_none(serving: Callable[..., Server]) -> None:
    def cut(server: Server, connection: socket.socket) -> None:
        say_nothing(server, connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok")

    server = serving(cut)
    with pytest.raises(NoAnswer, match="IncompleteRead"):
        Client(server.url).send(Request("GET", "/"))


def test_an_answer_that_does_not_end_is_none(
    serving: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    def go_on(server: Server, connection: socket.socket) -> None:
        say_nothing(server, connection)
        with contextlib.suppress(OSError):
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            while True:
                connection.sendall(b"on and ")
                time.sleep(0.01)

    monkeypatch.setattr("contract.wire.TIMEOUT_SECONDS", 0.3)
    server = serving(go_on)
    with pytest.raises(NoAnswer, match="does not end"):
        Client(server.url).send(Request("GET", "/"))
