"""Sends requests exactly as they are, over connections kept while the server keeps them."""

from __future__ import annotations

import http.client
import select
import socket
import time
from urllib.parse import urlsplit

from .exchange import Answer, Request

TIMEOUT_SECONDS = 10.0
ANSWER_BYTES_MAX = 1 << 26
DECLARED_BYTES = 1 << 30
CHUNK = b"10000\r\n" + b" " * 0x10000 + b"\r\n"


class NoAnswer(Exception):
    """The server did not answer, or with something that is not HTTP."""


class Client:
    """Requests to one base URL, one after the other."""

    def __init__(self, base_url: str) -> None:
        parts = urlsplit(base_url)
        kind = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        self._prefix = parts.path.rstrip("/")
        self._make = lambda: kind(parts.hostname or "", parts.port, timeout=TIMEOUT_SECONDS)
        self._connection: http.client.HTTPConnection | None = None

    def send(self, request: Request) -> Answer:
        """The answer; throws `NoAnswer` without one.

        That is one whose next part does not come within `TIMEOUT_SECONDS`, whose body goes on for
        longer than that, or has more than `ANSWER_BYTES_MAX`.
        """
        try:
            if request.oversize:
                return self._send_oversize(request)
            return self._send_again_if_stale(request)
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise NoAnswer(f"no answer: {type(error).__name__}: {error}") from error

    def close(self) -> None:
        """Closes the connection; the next request opens another."""
        if self._connection:
            self._connection.close()
        self._connection = None

    def _send_again_if_stale(self, request: Request) -> Answer:
        """A kept connection may have been closed in the meantime, before it saw the request."""
        is_kept = self._connection is not None and self._connection.sock is not None
        try:
            return self._exchange(request)
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            if not is_kept:
                raise
            self.close()
            return self._exchange(request)

    def _exchange(self, request: Request) -> Answer:
        self._connection = self._connection or self._make()
        connection = self._connection
        self._put_head(connection, request)
        if request.body is not None:
            connection.putheader("Content-Length", str(len(request.body)))
        connection.endheaders(request.body)
        return _read(connection.getresponse())

    def _put_head(self, connection: http.client.HTTPConnection, request: Request) -> None:
        connection.putrequest(
            request.method, self._prefix + request.target, skip_accept_encoding=True
        )
        for name, value in request.headers:
            connection.putheader(name, value.encode("utf-8"))

    def _send_oversize(self, request: Request) -> Answer:
        """On a connection of its own, which the server may close without reading the body."""
        connection = self._make()
        try:
            self._put_head(connection, request)
            if request.oversize == "declared":
                connection.putheader("Content-Length", str(DECLARED_BYTES))
                connection.endheaders()
            else:
                connection.putheader("Transfer-Encoding", "chunked")
                connection.endheaders()
                _send_chunks(connection.sock)
            return _read(connection.getresponse())
        finally:
            connection.close()


def _read(response: http.client.HTTPResponse) -> Answer:
    deadline = time.monotonic() + TIMEOUT_SECONDS
    body = bytearray()
    while piece := response.read1(1 << 16):
        body += piece
        if time.monotonic() > deadline or len(body) > ANSWER_BYTES_MAX:
            raise http.client.HTTPException("its body does not end")
    if response.length:
        raise http.client.IncompleteRead(bytes(body), response.length)
    # Until then the connection takes no other request.
    response.close()
    return Answer(response.status, response.getheaders(), bytes(body))


def _send_chunks(connection: socket.socket) -> None:
    """Sends until the server answers or closes; it may do either in the middle of a chunk."""
    deadline = time.monotonic() + TIMEOUT_SECONDS
    try:
        while time.monotonic() < deadline:
            if select.select([connection], [], [], 0)[0]:
                return
            connection.sendall(CHUNK)
    except (BrokenPipeError, ConnectionResetError):
        return
