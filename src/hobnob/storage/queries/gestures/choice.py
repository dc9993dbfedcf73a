"""Something kind to do: for one person, or the few of today, each with reason and beginning."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User

from hobnob.domain.closeness import contact_probability
from hobnob.domain.deeds import IN_THE_LOG, DeedKind
from hobnob.domain.gestures.around import Owing
from hobnob.domain.gestures.choose import A_DAY, the_few
from hobnob.domain.gestures.gesture import Gesture
from hobnob.domain.gestures.look import GESTURES, IN_ORDER
from hobnob.domain.gestures.look import gestures_for as offered_to
from hobnob.domain.interactions import Kind
from hobnob.domain.today import REST, Section
from hobnob.storage.models import TodayCard
from hobnob.storage.queries.gestures.around import Known, known_around
from hobnob.storage.queries.gestures.loves import who_share
from hobnob.storage.queries.gestures.made import GestureMade, made_for
from hobnob.storage.queries.gestures.near import near
from hobnob.storage.queries.gestures.offers import Offer, best_first, offers
from hobnob.storage.queries.gestures.spent import rests
from hobnob.storage.queries.ledger.owed import Owed
from hobnob.storage.queries.ledger.thank_queue import owed_by, thank_queue

_OF_A_KIND = 3
"""So many of each kind are enough for somebody who likes to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonGestures:
    """What could be done for one person, and what was."""

    person_id: int
    offers: tuple[Offer, ...]
    made: tuple[GestureMade, ...]
    """The newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfKind:
    """A few gestures of one kind."""

    kind: str
    title: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GesturesToGive:
    """The few of today, and more for those who like to go on."""

    today: tuple[Offer, ...]
    more: tuple[OfKind, ...]


def gestures_for(
    person_id: int, *, reader: User, now_us: int, owed: Iterable[Owed] | None = None
) -> PersonGestures:
    """What could be done for one person: one of each kind at most, and what was done so far.

    `owed` is what they are owed, where that is known.
    """
    owing = {person_id: _owing(owed_by(person_id, now_us) if owed is None else owed)}
    known = known_around(
        [person_id],
        reader_id=reader.pk,
        now_us=now_us,
        owing=owing,
        beside=who_share(person_id),
    )
    return PersonGestures(
        person_id=person_id,
        offers=tuple(offers(_found(known, now_us), known, now_us)),
        made=made_for(person_id, now_us=now_us),
    )


def gestures_today(
    reader: User, now_us: int, *, limit: int = A_DAY, but: Collection[int] = ()
) -> tuple[Offer, ...]:
    """The few of today, less those done already; for nobody of `but`."""
    room = max(0, limit - _done_today(now_us))
    if not room:
        return ()
    known = _known_near(reader, now_us)
    found = [each for each in _found(known, now_us) if each.person_id not in but]
    return tuple(offers(_few(found, known, now_us, room), known, now_us))


def gestures_to_give(reader: User, now_us: int) -> GesturesToGive:
    """The few of today and a few more of each kind, from one look at everybody near."""
    owed: defaultdict[int, tuple[Owing, ...]] = defaultdict(tuple)
    for each in thank_queue(now_us, limit=3 * _OF_A_KIND):
        owed[each.person_id] += _owing([each])
    known = _known_near(reader, now_us, owed)
    found = _found(known, now_us)
    few = _few(found, known, now_us, max(0, A_DAY - _done_today(now_us)))
    shown = {each.person_id for each in few}
    rest = _by_kind([each for each in found if each.person_id not in shown], known, now_us)
    offered = {
        (each.person.person_id, each.gesture.key): each
        for each in offers(
            [*few, *(one for those in rest.values() for one in those)], known, now_us
        )
    }
    return GesturesToGive(
        today=tuple(offered[each.person_id, each.key] for each in few),
        more=tuple(
            OfKind(
                kind=kind,
                title=GESTURES[kind].plural,
                offers=tuple(offered[each.person_id, each.key] for each in those),
            )
            for kind, those in rest.items()
        ),
    )


def _known_near(
    reader: User, now_us: int, owed: Mapping[int, tuple[Owing, ...]] | None = None
) -> Known:
    owing = owed or {}
    people = near(now_us, reader_id=reader.pk) | set(owing)
    return known_around(people, reader_id=reader.pk, now_us=now_us, owing=owing)


def _found(known: Known, now_us: int) -> list[Gesture]:
    return [each for around in known.around.values() for each in offered_to(around, now_us)]


def _few(found: Iterable[Gesture], known: Known, now_us: int, room: int) -> list[Gesture]:
    closeness = {
        each: contact_probability(around.state, now_us) for each, around in known.around.items()
    }
    return the_few(found, closeness=closeness, lately=rests(now_us), limit=room)


def _by_kind(found: Collection[Gesture], known: Known, now_us: int) -> dict[str, list[Gesture]]:
    """A few of each kind, in the order of the manual, one a person."""
    order = best_first(found, known, now_us)
    rest: dict[str, list[Gesture]] = {}
    shown: set[int] = set()
    for kind in IN_ORDER:
        those = sorted((each for each in found if each.kind == kind), key=order)
        fresh = [each for each in those if each.person_id not in shown][:_OF_A_KIND]
        shown |= {each.person_id for each in fresh}
        if fresh:
            rest[kind] = fresh
    return rest


def _done_today(now_us: int) -> int:
    """How many gestures of the day were done or put off: they count against its most."""
    dealt = TodayCard.objects.filter(section=Section.GESTURES, dealt_us__gt=now_us - REST)
    return dealt.count()


def _owing(owed: Iterable[Owed]) -> tuple[Owing, ...]:
    return tuple(
        Owing(
            kind=IN_THE_LOG[Kind(each.kind)] if each.interaction_id else DeedKind(each.kind),
            at_us=each.at_us,
            happened=each.happened,
            because=each.because,
            what=each.what,
            gift=each.gift,
            post_id=each.post_id,
            interaction_id=each.interaction_id,
        )
        for each in owed
    )
