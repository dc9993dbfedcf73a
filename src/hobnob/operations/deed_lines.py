"""Give every deed logged by hand its line in the log of what happened, and take it out again.

The decision log is what is true: the line is derived, and goes through the door of everything else
that happens, so that rules fire and states fold.
"""

from collections.abc import Iterable

from hobnob.domain.by_hand import native_id
from hobnob.domain.decisions import Verb
from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.people import Account, Network
from hobnob.operations.deriving.derive_again import derive_again
from hobnob.operations.record import record
from hobnob.storage import models


def settle_deeds(decisions: Iterable[models.Decision]) -> None:
    """Bring the log in line with whether these deeds are in force. Needs the lock."""
    logged = [each.pk for each in decisions if each.verb == Verb.LOG]
    if not logged:
        return
    deeds = models.Deed.objects.filter(decision__in=logged)
    known = deeds.select_related("decision__account").order_by("pk")
    missing = known.filter(decision__undone_by__isnull=True, interaction__isnull=True)
    for deed in missing.filter(decision__account__is_me=False):
        _append(deed)
    _take_out(list(known.filter(decision__undone_by__isnull=False, interaction__isnull=False)))


def settle_every_deed() -> None:
    """The same for all there ever were: what a rebuild begins with. Needs the lock."""
    settle_deeds(models.Decision.objects.filter(verb=Verb.LOG))


def _append(deed: models.Deed) -> None:
    line = _line(deed)
    # Seen at no moment: what the network told of them stays as it is.
    record([line], now_us=deed.decision.made_us, seen_us=0)
    deed.interaction = models.Interaction.objects.filter(
        network=line.network, kind=line.kind, native_id=line.native_id
    ).first()
    deed.save(update_fields=["interaction"])


def _line(deed: models.Deed) -> Interaction:
    account = deed.decision.account
    assert account is not None  # noqa: S101 (whoever is asked for has one)
    them = Account(
        network=Network(account.network), native_id=account.native_id, handle=account.handle
    )
    is_mine = deed.direction == Direction.FROM_ME
    return Interaction(
        network=Network.OFFLINE,
        kind=Kind(deed.kind),
        direction=Direction(deed.direction),
        native_id=native_id(deed.decision_id),
        actor=None if is_mine else them,
        target=them if is_mine else None,
        at_us=deed.at_us,
    )


def _take_out(deeds: list[models.Deed]) -> None:
    lines = [each.interaction_id for each in deeds if each.interaction_id is not None]
    people = {each.decision.account.person_id for each in deeds if each.decision.account}
    models.Interaction.objects.filter(pk__in=lines).delete()
    derive_again(people)
