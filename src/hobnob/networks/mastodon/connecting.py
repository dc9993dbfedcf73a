"""How `hobnob connect mastodon` signs in: `SIGN_IN`."""

import os
from collections.abc import Mapping
from dataclasses import asdict
from ipaddress import ip_address
from secrets import SystemRandom

from hobnob.networks.http.addresses import is_loopback
from hobnob.networks.http.connecting import loopback_is_allowed
from hobnob.networks.mastodon.adapter import MastodonAdapter
from hobnob.networks.mastodon.signed_in import SignedIn
from hobnob.networks.mastodon.signin import Server
from hobnob.networks.throttle import Clock, Throttle


class MastodonSignIn:
    """Signs in at whichever server is named, "tusk.example"."""

    def begin(self, server: str) -> tuple[str, Mapping[str, str]]:
        """The address a person opens to allow it, and what `finish` needs to know again."""
        return Server(_address(server)).begin()

    def finish(self, server: str, code: str, begun: Mapping[str, str]) -> Mapping[str, str]:
        """The sign-in, for the code that the address gave."""
        return asdict(Server(_address(server)).finish(code, begun))

    def with_token(self, server: str, token: str) -> Mapping[str, str]:
        """The sign-in, for a token that was made by hand."""
        return asdict(Server(_address(server)).with_token(token))

    def adapter(self, server: str, secret: Mapping[str, str], *, clock: Clock) -> MastodonAdapter:
        """Who reads."""
        throttle = Throttle(server, clock=clock, random=SystemRandom().random)
        return MastodonAdapter(SignedIn(**secret), throttle=throttle, clock=clock)

    def revoke(self, server: str, secret: Mapping[str, str]) -> None:
        """Tell the server that the sign-in is no longer good."""
        Server(_address(server)).revoke(SignedIn(**secret))


SIGN_IN = MastodonSignIn()


def _address(server: str) -> str:
    """Where a server's API is; one on this machine, allowed for trials, has no certificate."""
    is_trial = loopback_is_allowed(os.environ) and _is_here(server.partition(":")[0])
    return f"http://{server}" if is_trial else f"https://{server}"


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or is_loopback(ip_address(host))
    except ValueError:
        return False
