"""Look once more whether an action arrived whose end nobody knows, because a person asks."""

from functools import partial

from hobnob.domain.actions import ActionKind
from hobnob.domain.errors import HobnobError
from hobnob.domain.outbox import State
from hobnob.networks.base import Clock, NetworkRefused, Order
from hobnob.operations.approve import NoSuchItem, find_item, settle
from hobnob.operations.outbox.writers import OpenWriter, open_writer
from hobnob.operations.spending import spend
from hobnob.storage import models


class CannotLook(HobnobError):
    """The network did not say."""


def look(item_id: int, *, clock: Clock, opens: OpenWriter | None = None) -> bool:
    """Whether it is there; then it is settled as sent.

    That it was not found proves nothing where only a person can tell, so nothing else changes.
    Raises NoSuchItem where its end is known, and what the network raises.
    """
    item = find_item(item_id)
    if item.state != State.UNKNOWN:
        raise NoSuchItem("Its end is known: there is nothing to look for.")
    writer = (opens or partial(open_writer, clock=clock))(item.account)
    found = writer.find(_order(item))
    if found is None:
        return False
    settle(item_id, arrived=True, now_us=clock())
    spend(found.cost, connection_id=item.account.connection.pk, now_us=clock())
    models.OutboxItem.objects.filter(pk=item_id).update(
        remote_id=found.native_id, url=found.url, said=""
    )
    return True


def _order(item: models.OutboxItem) -> Order:
    if item.key is None or item.approval is None:
        raise NetworkRefused(
            f"Nobody noted under which name this {ActionKind(item.kind)} went out: look yourself."
        )
    return Order(action=item.action, key=item.key, approved_us=item.approval.made_us)
