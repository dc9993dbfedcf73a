"""Gives the servers names: what they send to hers.example reaches the port where that one listens.

snac finds nobody whose server's name has a port in it, so each calls itself by a plain name, and
sends through this proxy (RFC 9110, 7.7).
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

_BETWEEN_TWO = frozenset({"connection", "keep-alive", "proxy-connection", "transfer-encoding"})
_SECONDS = 30


class Names(ThreadingHTTPServer):
    """A proxy that knows the ports of a few names, and nobody else's."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Forward)
        self.ports: dict[str, int] = {}

    @property
    def address(self) -> str:
        """For a program's http_proxy."""
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def names() -> Iterator[Names]:
    """The proxy, while it is needed."""
    with Names() as proxy:
        thread = Thread(target=proxy.serve_forever, daemon=True)
        thread.start()
        try:
            yield proxy
        finally:
            proxy.shutdown()
            thread.join()


class _Forward(BaseHTTPRequestHandler):
    """One request, passed on as it is."""

    server: Names

    def do_GET(self) -> None:
        self._pass_on(None)

    def do_POST(self) -> None:
        self._pass_on(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def log_message(self, *_: object) -> None:
        """The servers have logs of their own."""

    def _pass_on(self, body: bytes | None) -> None:
        there = urlsplit(self.path)
        port = self.server.ports.get(there.hostname or "")
        if port is None:
            self.send_error(502, "nobody has that name")
            return
        asked = HTTPConnection("127.0.0.1", port, timeout=_SECONDS)
        try:
            path = there._replace(scheme="", netloc="").geturl() or "/"
            asked.request(self.command, path, body, _passed_on(self.headers))
            answer = asked.getresponse()
            self._answer(answer.status, dict(answer.getheaders()), answer.read())
        except OSError:
            self.send_error(502, "it hung up")
        finally:
            asked.close()

    def _answer(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in _passed_on(headers).items():
            if name.lower() != "content-length":
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _passed_on(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name.lower() not in _BETWEEN_TWO}
