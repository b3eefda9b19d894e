"""A Datastore that answers as no Datastore should."""

from __future__ import annotations

import http.server
import itertools
import threading

#: A failure of its own, nonsense, and a success that lacks what every success has.
ANSWERS = [(500, b"it broke"), (200, b"<not json>"), (201, b"{}"), (418, b"")]


class BrokenDatastore:
    """Listens on a free port until it is stopped; answers in turn what `ANSWERS` lists."""

    def __init__(self) -> None:
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10
    answers = itertools.cycle(ANSWERS)

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status, body = next(self.answers)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_DELETE = _answer

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""
