"""Sign in to a server of the Mastodon API. Loaded only when one is connected or read."""

from dataclasses import asdict
from random import SystemRandom

from hobnob.networks.base import Adapter
from hobnob.networks.mastodon.adapter import MastodonAdapter
from hobnob.networks.mastodon.signed_in import SignedIn
from hobnob.networks.mastodon.signin import Server
from hobnob.networks.throttle import Throttle
from hobnob.operations.connect import Clock, Secret

_THIS_MACHINE = ("127.0.0.1", "localhost")


class _MastodonSignIn:
    """What `operations.connect` asks for, in Mastodon's terms."""

    def begin(self, server: str) -> tuple[str, Secret]:
        return Server(_address(server)).begin()

    def finish(self, server: str, code: str, begun: Secret) -> Secret:
        return asdict(Server(_address(server)).finish(code, begun))

    def with_token(self, server: str, token: str) -> Secret:
        return asdict(Server(_address(server)).with_token(token))

    def adapter(self, server: str, secret: Secret, *, clock: Clock) -> Adapter:
        throttle = Throttle(server, clock=clock, random=SystemRandom().random)
        return MastodonAdapter(SignedIn(**secret), throttle=throttle, clock=clock)

    def revoke(self, server: str, secret: Secret) -> None:
        Server(_address(server)).revoke(SignedIn(**secret))


def _address(server: str) -> str:
    """Where the server answers. One on this machine speaks http, if the door lets us there."""
    is_here = server.partition(":")[0] in _THIS_MACHINE
    return f"{'http' if is_here else 'https'}://{server}"


SIGN_IN = _MastodonSignIn()
