"""Look whether an action arrived: because its worker was not heard of, or because a person asks."""

from functools import partial

from hobnob.domain.outbox import State
from hobnob.networks.base import Clock, NetworkRefused, Order, Outcome, Writer
from hobnob.operations.approve import NoSuchItem, find_item, settle
from hobnob.operations.outbox.writers import OpenWriter, open_writer
from hobnob.operations.spending import spend
from hobnob.storage import models


def look(item_id: int, *, clock: Clock, opens: OpenWriter | None = None) -> bool:
    """Whether it is there; then it is settled as sent.

    That it was not found proves nothing where only a person can tell, so nothing else changes.
    Raises NoSuchItem where its end is known, and what the network raises.
    """
    item = find_item(item_id)
    if item.state != State.UNKNOWN:
        raise NoSuchItem("Its end is known: there is nothing to look for.")
    writer = (opens or partial(open_writer, clock=clock))(item.account)
    found = look_for(writer, item, now_us=clock())
    if found is None:
        return False
    settle(item_id, arrived=True, now_us=clock())
    spend(found.cost, connection_id=item.account.connection.pk, now_us=clock())
    models.OutboxItem.objects.filter(pk=item_id).update(
        remote_id=found.native_id, url=found.url, said=""
    )
    return True


def look_for(writer: Writer, item: models.OutboxItem, *, now_us: int) -> Outcome | None:
    """What the network shows of it; a search that finds nothing is paid for as well."""
    order = order_of(item)
    try:
        return writer.find(order)
    finally:
        spend(writer.cost_of_searches, connection_id=item.account.connection.pk, now_us=now_us)


def order_of(item: models.OutboxItem) -> Order:
    """What is handed to a network. Raises NetworkRefused where the yes was to something else."""
    approval, key = item.approval, item.key
    if approval is None or key is None or approval.subject != item.action.digest:
        # Nothing but a damaged database comes here: then nothing leaves.
        raise NetworkRefused("There is no yes to exactly this: it was not sent.")
    return Order(action=item.action, key=key, approved_us=approval.made_us)
