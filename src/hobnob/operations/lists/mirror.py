"""Copy a list to a network: plan it, show every row, and send only those that were said yes to."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.actions import Action, ActionKind
from hobnob.domain.mirror import CannotMirror, Change, Row, There, plan_mirror, warning
from hobnob.domain.moments import DAY
from hobnob.domain.networks import Capability, Mode, Stream
from hobnob.domain.outbox import CAN_BE_CALLED_BACK, OPEN, State
from hobnob.domain.people import Account, Network
from hobnob.operations.approve import approve_all
from hobnob.operations.draft import Draft, keep_draft
from hobnob.operations.stages import find_list
from hobnob.storage import bulk, models

_FRESH = DAY
"""A copy read longer ago than this may look different by now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """A row, and the digest of exactly what a yes to it sends."""

    row: Row
    digest: str
    """"" where nothing can be sent."""
    is_on_its_way: bool
    """It was said yes to already, and the next sync will show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What copying one list to one network would change there."""

    mirror: models.Mirror
    there: There
    rows: tuple[PlannedRow, ...]

    @property
    def warning(self) -> str:
        """What to know before; "" where there is nothing."""
        return warning(self.there)


@transaction.atomic
def begin_mirror(list_key: str, remote_id: int, *, now_us: int) -> models.Mirror:
    """Let a list over there show a list here. Sends nothing.

    Raises CannotMirror for a confidential list, and where either has a mirror with the other side's
    network already.
    """
    bulk.lock_log()
    here = find_list(list_key)
    _refuse_confidential(here)
    remote = models.RemoteList.objects.filter(pk=remote_id, ended_us__isnull=True).first()
    if remote is None:
        raise CannotMirror("That list is not there any more: sync, and choose from what there is.")
    known = models.Mirror.objects.filter(remote=remote).select_related("list").first()
    if known is not None and known.list != here:
        raise CannotMirror(f"“{remote.name}” shows {known.list.name} already: choose another one.")
    other = here.mirrors.filter(remote__connection=remote.connection).exclude(remote=remote)
    if other.exists():
        raise CannotMirror(f"{here.name} has a copy at {remote.connection} already: end that one.")
    return known or models.Mirror.objects.create(list=here, remote=remote, made_us=now_us)


@transaction.atomic
def end_mirror(mirror_id: int, *, now_us: int) -> None:
    """Let a list over there be what it is from now on. Sends nothing, not what waits either."""
    bulk.lock_log()
    for mirror in models.Mirror.objects.select_related("remote__connection").filter(pk=mirror_id):
        waiting = models.OutboxItem.objects.filter(
            account=mirror.remote.connection.account,
            on_list=mirror.remote.native_id,
            state__in=(State.DRAFT, *CAN_BE_CALLED_BACK),
        )
        waiting.update(state=State.WITHDRAWN, ended_us=now_us)
        mirror.delete()


def plan(mirror_id: int, *, now_us: int) -> Plan:
    """What would change over there. Raises CannotMirror."""
    mirror = _mirror(mirror_id)
    _refuse_confidential(mirror.list)
    there = _there(mirror, now_us)
    here = _here(mirror.list, there.network)
    on_its_way = _on_its_way(mirror)
    rows = (
        PlannedRow(
            row=row,
            digest=action.digest if (action := _action(row, mirror)) else "",
            is_on_its_way=action is not None and (action.kind, action.target) in on_its_way,
        )
        for row in plan_mirror(here, there)
    )
    return Plan(mirror=mirror, there=there, rows=tuple(rows))


@transaction.atomic
def approve_rows(
    mirror_id: int, digests: Collection[str], *, author: User, now_us: int
) -> list[models.OutboxItem]:
    """Say yes to the rows that have these digests. The plan is made anew, so only what still holds
    is sent. Raises CannotMirror, and CannotAct for more than 25 at once.
    """
    current = plan(mirror_id, now_us=now_us)
    chosen = [each for each in current.rows if each.digest and each.digest in digests]
    if len(chosen) < len(set(digests)):
        raise CannotMirror("Something changed since you saw the plan: look at it again.")
    drafts = [(_keep(each.row, current.mirror, now_us).pk, each.digest) for each in chosen]
    return approve_all(drafts, author=author, now_us=now_us)


def _keep(row: Row, mirror: models.Mirror, now_us: int) -> models.OutboxItem:
    connection = mirror.remote.connection
    about = models.Account.objects.get(
        network=connection.network, native_id=row.account.native_id if row.account else ""
    )
    return keep_draft(
        Draft(
            kind=_KINDS[row.change],
            by=connection.account,
            about=about,
            on_list=mirror.remote.native_id,
        ),
        form=f"mirror {mirror.pk} {row.change} {about.pk} {now_us}",
        now_us=now_us,
    )


_KINDS = {Change.ADD: ActionKind.LIST_ADD, Change.REMOVE: ActionKind.LIST_REMOVE}


def _action(row: Row, mirror: models.Mirror) -> Action | None:
    if row.change not in _KINDS or row.account is None:
        return None
    connection = mirror.remote.connection
    return Action(
        network=Network(connection.network),
        by=connection.account.native_id,
        kind=_KINDS[row.change],
        target=row.account.native_id,
        on_list=mirror.remote.native_id,
    )


def _mirror(mirror_id: int) -> models.Mirror:
    found = models.Mirror.objects.select_related("list", "remote__connection__account")
    mirror = found.filter(pk=mirror_id).first()
    if mirror is None:
        raise CannotMirror("There is no such copy any more: choose the list again.")
    return mirror


def _refuse_confidential(here: models.List) -> None:
    if here.is_confidential:
        raise CannotMirror(f"{here.name} is confidential: it never leaves this computer.")


def _there(mirror: models.Mirror, now_us: int) -> There:
    """The list as it was read last. Raises CannotMirror where that is too long ago, or in part."""
    remote, connection = mirror.remote, mirror.remote.connection
    if connection.disconnected_us is not None:
        raise CannotMirror(f"{connection} is not connected any more: connect it again.")
    state = connection.streams.filter(stream=Stream.LIST_MEMBERS, of=remote.native_id).first()
    if state is None or state.read_us is None or now_us - state.read_us > _FRESH:
        raise CannotMirror(
            f"“{remote.name}” was not read within a day: sync {connection} first, so that nothing "
            "is planned on what is no longer so."
        )
    if state.error:
        raise CannotMirror(f"“{remote.name}” could not be read in full: {state.error}")
    ties = state.ties.select_related("account")
    return There(
        network=Network(connection.network),
        name=remote.name,
        is_public=remote.is_public,
        members=[
            (each.account.person_id, _as_domain(each.account))
            for each in ties.filter(ended_us__isnull=True).order_by("pk")
        ],
        were=ties.count(),
        needs_follow=connection.modes.get(Capability.LIST_STRANGERS) != Mode.API,
        followed=_followed(connection),
    )


def _followed(connection: models.Connection) -> set[str]:
    ties = models.Tie.objects.filter(
        state__connection=connection, state__stream=Stream.FOLLOWING, ended_us__isnull=True
    )
    return set(ties.values_list("account__native_id", flat=True))


def _here(here: models.List, network: Network) -> Sequence[tuple[int, Sequence[Account]]]:
    members = here.memberships.filter(is_member=True).order_by("pk")
    person_ids = list(members.values_list("person_id", flat=True))
    accounts: dict[int, list[Account]] = defaultdict(list)
    for each in models.Account.objects.filter(
        person__memberships__list=here, person__memberships__is_member=True, network=network
    ).order_by("pk"):
        accounts[each.person_id].append(_as_domain(each))
    return [(each, accounts[each]) for each in person_ids]


def _as_domain(stored: models.Account) -> Account:
    return Account(
        network=Network(stored.network),
        native_id=stored.native_id,
        handle=stored.handle,
        name=stored.name,
        url=stored.url,
    )


def _on_its_way(mirror: models.Mirror) -> set[tuple[str, str]]:
    """What was said yes to since the list was read."""
    items = models.OutboxItem.objects.filter(
        account=mirror.remote.connection.account,
        on_list=mirror.remote.native_id,
        state__in=[*OPEN, State.SENT],
        drafted_us__gte=_read_us(mirror),
    )
    return set(items.values_list("kind", "target"))


def _read_us(mirror: models.Mirror) -> int:
    state = mirror.remote.connection.streams.filter(
        stream=Stream.LIST_MEMBERS, of=mirror.remote.native_id
    ).first()
    return (state.read_us if state else None) or 0
