"""Opens whoever acts on a network. Nothing else in hobnob may."""

from collections.abc import Callable
from typing import Protocol

from hobnob.domain.people import Account, Network
from hobnob.networks.base import Clock, KeepSecret, Secret, SignInNeeded, Writer
from hobnob.operations.draft import CannotAct
from hobnob.operations.secrets.keep import kept_secrets
from hobnob.storage import models

OpenWriter = Callable[[models.Account], Writer]
"""Who acts as an account of mine. Raises SignInNeeded when it is not connected."""


def open_writer(account: models.Account, *, clock: Clock) -> Writer:
    """Who acts as a connected account. Raises SignInNeeded."""
    connection = models.Connection.objects.filter(
        account=account, disconnected_us__isnull=True
    ).first()
    if connection is None:
        raise SignInNeeded(
            f"@{account.handle} is not connected any more: connect it again to send this."
        )
    network = Network(account.network)
    me = Account(network=network, native_id=account.native_id, handle=account.handle)
    secret, keep = kept_secrets().opened(me)
    return _opener(network)(connection.server, secret, clock=clock, keep=keep)


class _Opener(Protocol):
    def __call__(
        self, server: str, secret: Secret, *, clock: Clock, keep: KeepSecret
    ) -> Writer: ...


def _opener(network: Network) -> _Opener:
    """Loaded when something is sent, and not before: a network's library is large."""
    match network:
        case Network.BLUESKY:
            from hobnob.networks.bluesky import write as bluesky

            return bluesky.open_writer
        case Network.MASTODON:
            from hobnob.networks.mastodon import write as mastodon

            return mastodon.open_writer
        case Network.X:
            from hobnob.networks.x import write as x

            return x.open_writer
    raise CannotAct(f"Nothing can be sent to {network.title}.")
