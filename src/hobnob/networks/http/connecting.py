"""Where a connection may go, asked when it is made and of the very address it is made to.

A name that was harmless a second ago (DNS rebinding), a number in disguise or a server that points
elsewhere gets no further: https://cheatsheetseries.owasp.org, Server Side Request Forgery
Prevention.
"""

import os
import socket
from collections.abc import Mapping, Sequence
from ipaddress import ip_address

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from hobnob.domain.errors import HobnobError
from hobnob.networks.base import Unreachable
from hobnob.networks.http.addresses import Address, is_loopback, is_public

_MOST_ADDRESSES = 4


class AddressRefused(HobnobError):
    """The address leads somewhere that hobnob doesn't go: not https, or not the public internet."""


def loopback_is_allowed(environ: Mapping[str, str]) -> bool:
    """Whether HOBNOB_ALLOW_LOOPBACK=1 opens this machine's own servers, with or without TLS."""
    return environ.get("HOBNOB_ALLOW_LOOPBACK") == "1"


class Connector:
    """Makes connections to the public internet. `allow_loopback` is for trials and tests."""

    def __init__(self, *, seconds: float = 10, allow_loopback: bool | None = None) -> None:
        self._seconds = seconds
        self._allow_loopback = (
            loopback_is_allowed(os.environ) if allow_loopback is None else allow_loopback
        )

    def check_url(self, url: str) -> str:
        """The host of an address that may be asked for. Raises AddressRefused."""
        try:
            parts = parse_url(url)
        except LocationParseError as error:
            raise AddressRefused(
                "That is not the address of a server: write it as https://server.example."
            ) from error
        if parts.auth is not None:
            raise AddressRefused(
                "An address with a user name or password in it is not opened: "
                "write it as https://server.example."
            )
        schemes = ("https", "http") if self._allow_loopback else ("https",)
        if parts.scheme not in schemes or not parts.host:
            raise AddressRefused(
                f"{parts.host or 'An address without a server'} can only be reached by https: "
                "write it as https://server.example."
            )
        return parts.host

    def may_reach(self, scheme: str, address: Address) -> bool:
        """Whether a connection to this very address may be made."""
        if self._allow_loopback and is_loopback(address):
            return True
        return scheme == "https" and is_public(address)

    def connect(self, scheme: str, host: str, port: int) -> socket.socket:
        """A connection to one of the addresses behind a name, each of them checked."""
        try:
            found = self.resolve(host, port)
        # A name with an empty part or a NUL in it is a ValueError to the resolver.
        except (OSError, ValueError) as error:
            raise Unreachable(
                f"Nobody knows a server named {host}: check its spelling, and that you are online.",
                may_have_arrived=False,
            ) from error
        allowed = [each for each in found if self.may_reach(scheme, ip_address(each))]
        if not allowed:
            raise AddressRefused(
                f"{host} is not on the public internet, and hobnob goes nowhere else: "
                "check the server's address."
            )
        return self._first_to_answer(host, allowed[:_MOST_ADDRESSES], port)

    def _first_to_answer(self, host: str, addresses: Sequence[str], port: int) -> socket.socket:
        for address in addresses:
            try:
                connection = self.dial(address, port, self._seconds / len(addresses))
            except OSError as error:
                refusal = error
            else:
                # The TLS handshake is part of connecting.
                connection.settimeout(self._seconds)
                return connection
        raise Unreachable(
            f"{host} takes no connection: check that you are online, or try again later.",
            may_have_arrived=False,
        ) from refusal

    def resolve(self, host: str, port: int) -> Sequence[str]:
        """The addresses behind a name, as the system tells them, best first."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return [str(address[0]) for *_, address in found]

    def dial(self, address: str, port: int, seconds: float) -> socket.socket:
        """A connection to an address that was checked: a number, which nobody looks up again."""
        connection = socket.create_connection((address, port), timeout=seconds)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection
