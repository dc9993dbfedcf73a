"""Whom Robin follows and who follows Robin, as if both had been read from the networks to the end.

The accounts are not connected: the demo asks no network for anything.
"""

from collections.abc import Iterable, Iterator

from django.db import transaction

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.moments import DAY
from hobnob.domain.networks import Capability, Mode, Stream
from hobnob.domain.people import Account, Network
from hobnob.networks.base import Page
from hobnob.operations.demo.world import World
from hobnob.operations.streams.keep_page import keep_page, move
from hobnob.operations.streams.plan import states_of
from hobnob.storage import bulk, models

_SHOWS = {Stream.FOLLOWERS: Direction.TOWARDS_ME, Stream.FOLLOWING: Direction.FROM_ME}
_WAS_READ = {Capability.SEE_FOLLOWS: Mode.API}


@transaction.atomic
def keep_snapshots(made: World, *, now_us: int) -> None:
    """Keep them, for every network of the demo that is read live."""
    bulk.lock_log()
    for account in made.me:
        if account.network is not Network.X:
            connection = _once_connected(account, now_us)
            for state in states_of(connection, _WAS_READ, now_us=now_us):
                shown = _follows(made.interactions, account, _SHOWS[Stream(state.stream)])
                keep_page(
                    Page(cursor={}, is_last=True, interactions=tuple(shown)), state, now_us=now_us
                )
                move(state, read_us=now_us, tried_us=now_us)


def _once_connected(account: Account, now_us: int) -> models.Connection:
    row = models.Account.objects.get(network=account.network, native_id=account.native_id)
    return models.Connection.objects.create(
        network=account.network,
        server=account.handle.partition("@")[2],
        account=row,
        connected_us=now_us - 30 * DAY,
        disconnected_us=now_us,
    )


def _follows(
    interactions: Iterable[Interaction], me: Account, direction: Direction
) -> Iterator[Interaction]:
    return (
        one
        for one in interactions
        if one.kind is Kind.FOLLOW and one.direction is direction and me in (one.actor, one.target)
    )
