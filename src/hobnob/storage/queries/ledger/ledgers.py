"""The ledger of people: from the log, and from what was logged by hand where no line tells it."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from django.db.models import Q

from hobnob.domain.deeds import CAME_OF_IT, IN_THE_LOG, MAY_THANK, DeedKind, Event
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.social_capital import LOOKS_BACK, Ledger, ledger
from hobnob.domain.thanks import GESTURES_BEGIN
from hobnob.domain.told_twice import ByHand, told_once
from hobnob.storage import bulk
from hobnob.storage.models import Outcome
from hobnob.storage.queries.ledger.gifts import gifts_that_hold
from hobnob.storage.queries.ledger.thanked import gestures_done
from hobnob.storage.queries.ledger.yeses import yeses_alone
from hobnob.storage.queries.log import read_live
from hobnob.storage.these import these


def ledger_of(person_id: int, now_us: int) -> Ledger:
    """What went both ways between somebody and me."""
    return ledgers([person_id], now_us)[person_id]


def ledgers(person_ids: Collection[int], now_us: int) -> dict[int, Ledger]:
    """By person id, also of those with whom nothing ever happened."""
    lines = _lines(person_ids, now_us)
    by_hand = _by_hand(person_ids, now_us)
    live = read_live()
    return {
        each: ledger(told_once(lines[each], by_hand[each]), now_us, live=live)
        for each in person_ids
    }


_MINE = f"i.direction = '{Direction.FROM_ME}'"
_KINDS = ", ".join(f"'{each}'" for each in sorted({*IN_THE_LOG, *MAY_THANK}))
_MAY_THANK = ", ".join(f"'{each}'" for each in sorted(MAY_THANK))
_OF_LEDGERS = f"i.kind IN ({_KINDS}) AND (i.direction = '{Direction.TOWARDS_ME}' OR {_MINE})"


def _lines(person_ids: Collection[int], now_us: int) -> dict[int, list[tuple[int, Event]]]:
    """The deeds in the log of two years by person, each with its number, with my own words.

    A gift that was given back is none of them.
    """
    rows = bulk.select_in(
        "SELECT a.person_id, i.id, i.kind, i.direction, i.at_us, i.network, coalesce(p.text, '') "  # noqa: S608 (our own names)
        "FROM storage_account a JOIN storage_interaction i ON i.contact_id = a.id "
        f"LEFT JOIN storage_post p ON p.id = i.post_id AND {_MINE} AND i.kind IN ({_MAY_THANK}) "
        f"WHERE NOT a.is_me AND {_OF_LEDGERS} "
        f"AND i.at_us BETWEEN {now_us - LOOKS_BACK:d} AND {now_us:d} AND a.person_id IN {{values}}",
        values=person_ids,
    )
    gifts = gifts_that_hold([number for _, number, kind, *_ in rows if kind == Kind.DONATION])
    lines: dict[int, list[tuple[int, Event]]] = defaultdict(list)
    for person_id, number, *told in rows:
        event = Event(*told)
        if gift := gifts.get(number):
            event = event._replace(amount=gift.amount, currency=gift.currency)
        if event.kind != Kind.DONATION or number in gifts:
            lines[person_id].append((number, event))
    return lines


def _by_hand(person_ids: Collection[int], now_us: int) -> dict[int, list[ByHand]]:
    """What was logged by hand and is in force, by person."""
    since_us = now_us - LOOKS_BACK
    those = Q(decision__account__person_id__in=these(person_ids), decision__undone_by__isnull=True)
    told: dict[int, list[ByHand]] = defaultdict(list)
    for person_id, each in (
        *_outcomes(those, since_us),
        *_yeses(those, since_us),
        *_gestures(person_ids, since_us),
    ):
        told[person_id].append(each)
    return told


def _outcomes(those: Q, since_us: int) -> Iterator[tuple[int, ByHand]]:
    rows = Outcome.objects.filter(those, at_us__gte=since_us)
    columns = (_WHO, "kind", "at_us", "amount", "currency", "interactions")
    for person_id, kind, at_us, amount, currency, lines in rows.values_list(*columns):
        if deed := CAME_OF_IT.get(OutcomeKind(kind)):
            shown = frozenset[int](lines if kind in _SHOWN_BY_LINES else ())
            event = Event(deed, Direction.TOWARDS_ME, at_us, amount=amount, currency=currency)
            yield person_id, ByHand(event, shown)


_WHO = "decision__account__person_id"
_SHOWN_BY_LINES = (OutcomeKind.PROMOTION, OutcomeKind.DEFENCE, OutcomeKind.MENTION)
"""Outcomes that are the lines themselves; to others, lines only led."""


def _yeses(those: Q, since_us: int) -> Iterator[tuple[int, ByHand]]:
    rows = yeses_alone().filter(those, answered_us__gte=since_us)
    for person_id, at_us in rows.values_list(_WHO, "answered_us"):
        yield person_id, ByHand(Event(DeedKind.YES, Direction.TOWARDS_ME, at_us or 0))


def _gestures(person_ids: Collection[int], since_us: int) -> Iterator[tuple[int, ByHand]]:
    rows = gestures_done(person_ids, since_us)
    for person_id, kind, at_us in rows.values_list(_WHO, "kind", "decision__made_us"):
        deed = DeedKind.THANKS if kind.startswith(GESTURES_BEGIN) else DeedKind.GESTURE
        yield person_id, ByHand(Event(deed, Direction.FROM_ME, at_us))
