"""How `hobnob connect mastodon` signs in: `SIGN_IN`, and `SIGN_IN_TO_ACT` where that is wanted."""

import os
import re
from dataclasses import asdict
from ipaddress import ip_address
from secrets import SystemRandom

from hobnob.networks.base import Asked, Clock, KeepSecret, NetworkRefused, Secret
from hobnob.networks.http.addresses import is_loopback
from hobnob.networks.http.connecting import loopback_is_allowed
from hobnob.networks.mastodon.adapter import MastodonAdapter
from hobnob.networks.mastodon.scopes import READ, READ_AND_WRITE
from hobnob.networks.mastodon.signed_in import SignedIn
from hobnob.networks.mastodon.signin import Server
from hobnob.networks.throttle import Throttle

_TOKEN = "token"  # noqa: S105 (what it is called, no token)
_HOST = re.compile(r"(?=.{1,253}(:|$))[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?")


class MastodonSignIn:
    """Signs in at whichever server is named, "tusk.example"."""

    asks_first = Asked(
        name="server",
        label="Your server",
        help="The part of your handle after the second @.",
        example="tusk.example",
    )
    asks_by_hand = (
        Asked(
            name=_TOKEN,
            label="Access token",
            help="You make one in your server's settings, under Development.",
            is_secret=True,
        ),
    )
    has_page = True

    def __init__(self, *, to_act: bool) -> None:
        self._to_act = to_act

    def begin(self, place: str, *, returns_to: str) -> tuple[str, Secret]:
        """The address a person opens to allow it, and what `finish` needs to know again."""
        return self._at(place).begin(returns_to=returns_to, to_act=self._to_act)

    def finish(self, place: str, code: str, begun: Secret) -> Secret:
        """The sign-in, for the code that the address gave."""
        return asdict(self._at(place).finish(code, begun))

    def by_hand(self, place: str, given: Secret) -> Secret:
        """The sign-in, for a token that was made by hand."""
        scopes = READ_AND_WRITE if self._to_act else READ
        return asdict(self._at(place).with_token(given[_TOKEN], scopes=scopes))

    def server(self, place: str) -> str:
        """The host in what a person types: "tusk.example" of "https://Tusk.example/@robin".

        Raises NetworkRefused when there is none.
        """
        bare = place.strip().lower().removeprefix("https://").partition("/")[0].rpartition("@")[2]
        if not _HOST.fullmatch(bare):
            raise NetworkRefused(f"“{place}” is no server's name: write it as in tusk.example.")
        return bare

    def adapter(
        self,
        server: str,
        secret: Secret,
        *,
        clock: Clock,
        keep: KeepSecret,  # a token of Mastodon's holds until it is taken back
    ) -> MastodonAdapter:
        """Who reads."""
        throttle = Throttle(server, clock=clock, random=SystemRandom().random)
        return MastodonAdapter(SignedIn(**secret), throttle=throttle, clock=clock)

    def revoke(self, server: str, secret: Secret) -> None:
        """Tell the server that the sign-in is no longer good."""
        self._at(server).revoke(SignedIn(**secret))

    def _at(self, place: str) -> Server:
        return Server(_address(self.server(place)))


SIGN_IN = MastodonSignIn(to_act=False)
SIGN_IN_TO_ACT = MastodonSignIn(to_act=True)


def _address(server: str) -> str:
    """Where a server's API is; one on this machine, allowed for trials, has no certificate."""
    is_trial = loopback_is_allowed(os.environ) and _is_here(server.partition(":")[0])
    return f"http://{server}" if is_trial else f"https://{server}"


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or is_loopback(ip_address(host))
    except ValueError:
        return False
