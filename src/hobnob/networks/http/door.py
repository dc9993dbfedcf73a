"""The one door to the outside: every request of hobnob goes through `Door.ask`.

It checks where the request goes, for each redirect anew, says who is asking and nothing else, and
reads no more than the limits allow. `for_requests` and `for_httpx` give it the two forms that
client libraries take. https://urllib3.readthedocs.io
"""

import socket
import ssl
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final
from urllib.parse import urljoin

import certifi
from urllib3 import HTTPResponse, PoolManager, Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError, ProtocolError, SSLError, TimeoutError
from urllib3.util import parse_url

from hobnob import __version__
from hobnob.networks.base import NetworkRefused, Unreachable
from hobnob.networks.http.answers import Answer, Deadline, Limits
from hobnob.networks.http.connecting import Connector

USER_AGENT: Final = f"hobnob/{__version__} (+local)"

Heard = Callable[[str, int, Mapping[str, str]], None]
"""Told the address, status and headers of each answer: what a throttle wants to know."""

_SAFE_METHODS = frozenset({"GET", "HEAD"})
# Cookies would tie accounts together; the rest is for the connection to say, not for a library.
_NEVER_TAKEN = frozenset(
    {"content-length", "cookie", "host", "proxy-authorization", "transfer-encoding"}
)
# What follows a redirect to another server: nothing that says who we are.
_HARMLESS = frozenset({"accept", "accept-encoding", "accept-language", "user-agent"})


class Door:
    """Sends requests by https to the public internet, within limits. It follows redirects itself.

    A door keeps its connections open, so an adapter has one for as long as it lives.
    """

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        heard: Heard | None = None,
        connector: Connector | None = None,
        ca_file: str | None = None,
    ) -> None:
        self._limits = limits or Limits()
        self._heard = heard
        self._connector = connector or Connector(seconds=self._limits.connect_seconds)
        self._pools = _pools(self._connector, self._limits.whole_seconds, ca_file)

    def ask(
        self, method: str, url: str, *, headers: Mapping[str, str | bytes], body: Any = None
    ) -> Answer:
        """The answer, its body still unread. Raises AddressRefused, Unreachable, NetworkRefused."""
        sent = _ours(headers)
        for _ in range(self._limits.redirects + 1):
            answer = self._ask_once(method, url, sent, body)
            if not answer.redirect:
                return answer
            answer.close()
            if method not in _SAFE_METHODS:
                raise NetworkRefused(
                    f"{_host(url)} wants what was sent to go elsewhere: "
                    "check that the server's address is spelled as it spells itself."
                )
            url, sent = _follow(url, answer.redirect, sent)
            body = None
        raise NetworkRefused(
            f"{_host(url)} redirects without end: check that the server's address is right."
        )

    def close(self) -> None:
        """Close every connection that is kept open."""
        self._pools.clear()

    def _ask_once(self, method: str, url: str, headers: Mapping[str, str], body: Any) -> Answer:
        host = self._connector.check_url(url)
        try:
            response = self._pools.urlopen(
                method,
                url,
                body=body,
                headers=headers,
                timeout=Timeout(connect=None, read=self._limits.read_seconds),
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=False,
            )
        except HTTPError as error:
            raise _unreachable(host, error) from error
        if self._heard is not None:
            self._heard(url, response.status, response.headers)
        hang_up = partial(_hang_up, getattr(response.connection, "wire", None))
        return Answer(response, host=host, limits=self._limits, hang_up=hang_up)


def _pools(connector: Connector, whole_seconds: float, ca_file: str | None) -> PoolManager:
    """urllib3, with our way to make a connection in place of its own."""

    class Http(HTTPConnection):
        wire: socket.socket | None = None

        def _new_conn(self) -> socket.socket:
            return connector.connect("http", self.host, self.port or 80)

        def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
            self.wire = self.sock
            return _in_time(super().getresponse, self.wire, whole_seconds)

    class Https(HTTPSConnection):
        wire: socket.socket | None = None

        def _new_conn(self) -> socket.socket:
            return connector.connect("https", self.host, self.port or 443)

        def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
            self.wire = self.sock
            return _in_time(super().getresponse, self.wire, whole_seconds)

    class HttpPool(HTTPConnectionPool):
        ConnectionCls = Http

    class HttpsPool(HTTPSConnectionPool):
        ConnectionCls = Https

    trusted = ssl.create_default_context(cafile=ca_file or certifi.where())
    pools = PoolManager(ssl_context=trusted)
    pools.pool_classes_by_scheme = {"http": HttpPool, "https": HttpsPool}
    return pools


def _in_time(
    read_head: Callable[[], HTTPResponse], wire: socket.socket | None, seconds: float
) -> HTTPResponse:
    """What `read_head` returns. Raises ProtocolError when it took too long, however it ended."""
    with Deadline(seconds, partial(_hang_up, wire)) as deadline:
        response = read_head()
    if deadline.is_over:
        response.close()
        raise ProtocolError("The headers took too long.")
    return response


def _hang_up(wire: socket.socket | None) -> None:
    """Ends a connection that another thread reads from."""
    if wire is not None:
        # Not TLS's own shutdown: that would drop the keys under the reader's hands.
        socket.socket.shutdown(wire, socket.SHUT_RDWR)


def _ours(headers: Mapping[str, str | bytes]) -> dict[str, str]:
    """What a library wants to say, as far as it is for a library to say."""
    taken = {
        name: value if isinstance(value, str) else value.decode("latin-1")
        for name, value in headers.items()
        if name.lower() not in {*_NEVER_TAKEN, "accept-encoding", "user-agent"}
    }
    # These two are what urllib3 can decompress within limits.
    return taken | {"Accept-Encoding": "gzip, deflate", "User-Agent": USER_AGENT}


def _follow(url: str, redirect: str, headers: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Where to ask next, and with which headers."""
    try:
        target = urljoin(url, redirect)
        stays = _origin(target) == _origin(url)
    except ValueError as error:
        raise NetworkRefused(
            f"{_host(url)} redirects to something that is no address: try again later."
        ) from error
    if stays:
        return target, dict(headers)
    return target, {name: value for name, value in headers.items() if name.lower() in _HARMLESS}


def _origin(url: str) -> tuple[str | None, str | None, int | None]:
    parts = parse_url(url)
    return parts.scheme, parts.host, parts.port


def _host(url: str) -> str:
    return parse_url(url).host or "The server"


def _unreachable(host: str, error: HTTPError) -> Unreachable:
    """What went wrong in words, without the address: it may hold what was asked for."""
    if isinstance(error, SSLError) and isinstance(error.args[0], ssl.SSLCertVerificationError):
        return Unreachable(
            f"{host} cannot prove that it is {host}: check its spelling, and this machine's clock.",
            may_have_arrived=False,
        )
    if isinstance(error, TimeoutError):
        return Unreachable(f"{host} does not answer: try again later.", may_have_arrived=True)
    return Unreachable(f"{host} broke the connection off: try again later.", may_have_arrived=True)
