"""Serves a town over HTTP, and lets the next request go wrong."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import parse_qs, urlsplit

from tests.contract.networks import Fault
from tests.networks.bluesky.town import Fields, Refused, Town

_LISTS = {"actors", "uris", "tag"}
"""What may be said more than once in a question."""
_PATIENCE_SECONDS = 5


class TownServer(ThreadingHTTPServer):
    """One town after the other: each test has its own."""

    daemon_threads = True

    def __init__(self, ca_file: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.ca_file = ca_file
        """Whom its visitors trust: nobody they meet here, and a thousand would take time."""
        self.faults: list[Fault | None] = []
        self.is_over = Event()
        self.town = self.new_town()

    def new_town(self) -> Town:
        self.faults.clear()
        self.town = Town(address=self.address)
        return self.town


@contextmanager
def serving(ca_file: str) -> Iterator[TownServer]:
    """A server while it is needed."""
    with TownServer(ca_file) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.is_over.set()
        server.shutdown()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: TownServer

    def do_GET(self) -> None:
        given = parse_qs(urlsplit(self.path).query)
        self._answer({k: v if k in _LISTS else v[0] for k, v in given.items()})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        self._answer(json.loads(body) if body else {})

    def _answer(self, asked: Fields) -> None:
        fault = self.server.faults.pop(0) if self.server.faults else None
        if fault is Fault.TIMEOUT:
            self.server.is_over.wait(_PATIENCE_SECONDS)
            self.close_connection = True
            return
        name = urlsplit(self.path).path.rpartition("/")[2]
        token = self.headers.get("authorization", "").removeprefix("Bearer ")
        try:
            _go_wrong(fault)
            status, answer = 200, self.server.town.answer(name, asked, token)
        except Refused as refused:
            status, answer = refused.status, refused.body
        self._say(status, answer, is_whole=fault is not Fault.HALF_ANSWER)

    def _say(self, status: int, answer: Fields, *, is_whole: bool) -> None:
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json; charset=utf-8")
        self.send_header("content-length", str(len(body)))
        self.send_header("ratelimit-limit", "3000")
        self.send_header("ratelimit-remaining", "2999")
        self.send_header("ratelimit-reset", "1795000300")
        self.end_headers()
        self.wfile.write(body if is_whole else body[: len(body) // 2])
        self.close_connection = not is_whole

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def _go_wrong(fault: Fault | None) -> None:
    match fault:
        case Fault.RATE_LIMIT:
            raise Refused("RateLimitExceeded", "Rate Limit Exceeded", 429)
        case Fault.SERVER_ERROR:
            raise Refused("UpstreamFailure", "Upstream service unreachable", 503)
        case Fault.SIGNED_OUT:
            raise Refused("ExpiredToken", "Token has expired")
