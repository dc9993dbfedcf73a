"""An internet of a few servers on this machine, for doors that think it is the real one.

A public address leads to a house; every other address leads inside, where a secret is kept.
"""

import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread
from typing import Any

import httpx
import requests
from urllib3.util import parse_url

from hobnob.networks.http.connecting import Connector
from hobnob.networks.http.door import Door
from hobnob.networks.http.for_httpx import outbound_client
from hobnob.networks.http.for_requests import outbound_session

OPEN_ADDRESS, OTHER_ADDRESS = "93.184.216.34", "2606:2800:220:1::1"

FORMS: dict[str, Callable[[Door], requests.Session | httpx.Client]] = {
    "requests": outbound_session,
    "httpx": outbound_client,
}

Route = Callable[["Visitor"], None]


class Visitor(BaseHTTPRequestHandler):
    """One request at a house; the house's routes say what happens."""

    protocol_version = "HTTP/1.1"
    # Head and body in one piece: two would wait for each other on the way.
    wbufsize = -1
    disable_nagle_algorithm = True
    server: "House"

    def do_GET(self) -> None:
        self.server.requests.append(self)
        length = int(self.headers.get("Content-Length") or 0)
        self.body = self.rfile.read(length)
        self.server.routes[self.path.partition("?")[0]](self)

    do_POST = do_GET

    def answer(self, status: int = 200, body: bytes = b"{}", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def finish(self) -> None:
        # What was still to be written to somebody who hung up is nobody's loss.
        with suppress(OSError):
            super().finish()
        self.rfile.close()

    def log_message(self, *_: object) -> None:
        pass


class House(ThreadingHTTPServer):
    """A server with a certificate, at a free port of this machine."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, certificate: str | None, routes: dict[str, Route]) -> None:
        super().__init__(("127.0.0.1", 0), Visitor)
        self.routes = routes
        self.requests: list[Visitor] = []
        self.connections = 0
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        if certificate:
            self._context.load_cert_chain(certificate)
            self.socket = self._context.wrap_socket(self.socket, server_side=True)

    def get_request(self) -> tuple[Any, Any]:
        self.connections += 1
        return super().get_request()

    def handle_error(self, *_: object) -> None:
        """Visitors who hang up are what some of the tests are about."""


class Secret(ThreadingTCPServer):
    """Counts who got in."""

    daemon_threads = True

    def __init__(self) -> None:
        self.visits = 0
        super().__init__(("127.0.0.1", 0), BaseRequestHandler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.visits += 1
        self.shutdown_request(request)


@contextmanager
def serving(server: ThreadingTCPServer) -> Iterator[int]:
    """The port of a server that runs meanwhile."""
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Town(Connector):
    """The connector of a door in this town: what is asked and where it leads is in plain sight."""

    def __init__(
        self,
        names: dict[str, Sequence[str]],
        houses: dict[str, int],
        inside: int = 0,
        *,
        seconds: float = 5,
        allow_loopback: bool = False,
    ) -> None:
        super().__init__(seconds=seconds, allow_loopback=allow_loopback)
        self.names = names
        self.houses = houses
        self.inside = inside
        self.resolved: list[str] = []
        self.dialled: list[str] = []

    def resolve(self, host: str, port: int) -> Sequence[str]:
        self.resolved.append(host)
        return self.names[host] if host in self.names else [as_a_number(host)]

    def dial(self, address: str, port: int, seconds: float) -> socket.socket:
        self.dialled.append(address)
        return super().dial("127.0.0.1", self.houses.get(address, self.inside), seconds)


class Unchecked(Town):
    """The control: the same town, without anybody who checks an address."""

    def check_url(self, url: str) -> str:
        return parse_url(url).host or ""

    def may_reach(self, *_: object) -> bool:
        return True


def as_a_number(host: str) -> str:
    """What the C library makes of 127.1, 0x7f000001, 017700000001 and [::1], without asking DNS."""
    try:
        return str(ip_address(host))
    except ValueError:
        return socket.inet_ntoa(socket.inet_aton(host))
