"""Whom to thank: everybody who shared, gave or helped in the last two months and heard nothing."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from hobnob.domain.deeds import CAME_OF_IT, DeedKind
from hobnob.domain.interactions import KINDNESSES, Direction, Kind
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.owed import (
    FALLS_OUT,
    REMEMBERED,
    Debt,
    Kindness,
    Unthanked,
    debts,
    is_kind,
    told_once,
)
from hobnob.domain.today import Section
from hobnob.storage.models import Account, ContactState, Outcome, Person, Post, TodayCard
from hobnob.storage.queries.ledger.gifts import gifts_that_hold
from hobnob.storage.queries.ledger.owed import Owed, owed_rows
from hobnob.storage.queries.ledger.thanked import last_thanked
from hobnob.storage.queries.ledger.yeses import yeses_alone
from hobnob.storage.queries.people.left_alone import is_left_alone
from hobnob.storage.these import these

_NEWEST = 1_000
"""So many of the newest reposts are looked at first, and of everything else."""
_LOOKED_AT = 400
"""So many of the most generous people are asked about."""
_SPARE = 12
"""So many more than are wanted are asked about at once, for those who were thanked already."""
_TOLD = 10
"""Of so many it is told when they were last thanked: reading years of words takes its time."""

_ByHand = Mapping[int, Sequence[Kindness]]


def thank_queue(now_us: int, *, limit: int = 20) -> list[Owed]:
    """Whom to thank first: one row a person, for the greatest thing they did."""
    by_hand = _logged_by_hand(Q(decision__account__is_me=False), now_us)
    first = _most_generous(by_hand, now_us)[:_LOOKED_AT]
    owed: dict[int, Unthanked] = {}
    at_once = limit + _SPARE
    for start in range(0, len(first), at_once):
        if len(owed) >= limit:
            break
        some = first[start : start + at_once]
        owed |= _still_owed(some, by_hand, now_us, those=_is_not_put_off(now_us))
    in_order = sorted(owed, key=lambda each: _order(owed[each].debts[0], now_us))
    shown = {each: owed[each] for each in in_order[:limit]}
    rows = owed_rows(_remembered(shown, now_us), now_us)
    return [theirs[0] for theirs in rows.values()]


def owed_by(person_id: int, now_us: int) -> list[Owed]:
    """For what somebody was not thanked yet, the greatest first: one row a sort of kindness.

    Whoever is put off is out of the queue's way and no less owed a thank-you.
    """
    by_hand = _logged_by_hand(Q(decision__account__person_id=person_id), now_us)
    owed = _still_owed([person_id], by_hand, now_us)
    return owed_rows(_remembered(owed, now_us), now_us).get(person_id, [])


def _order(debt: Debt, now_us: int) -> tuple[float, int]:
    return (-debt.worth(now_us), -debt.newest.at_us)


_SHARES = frozenset({Kind.QUOTE, Kind.REPOST})


def _most_generous(by_hand: _ByHand, now_us: int) -> list[int]:
    """Ids of those who lately did something, thanked or not, the most generous first."""
    in_log: dict[int, list[Kindness]] = defaultdict(list)
    for kinds in (KINDNESSES - _SHARES, _SHARES):
        for person_id, each in _told(_newest(kinds, now_us)):
            in_log[person_id].append(each)
    best = {
        person_id: debts(kindnesses, now_us)[0].worth(now_us)
        for person_id, kindnesses in _each_once(in_log, by_hand).items()
    }
    return sorted(best, key=lambda each: (-best[each], each))


def _kindnesses(
    person_ids: Collection[int], by_hand: _ByHand, now_us: int
) -> dict[int, list[Kindness]]:
    """What each of these people did for me in the last two months; only those who did anything."""
    in_log: dict[int, list[Kindness]] = defaultdict(list)
    for person_id, each in _told(_newest_of(person_ids, now_us)):
        in_log[person_id].append(each)
    return _each_once(in_log, {each: by_hand[each] for each in person_ids if each in by_hand})


def _each_once(
    in_log: Mapping[int, Sequence[Kindness]], by_hand: _ByHand
) -> dict[int, list[Kindness]]:
    everybody = in_log.keys() | by_hand.keys()
    return {each: told_once(in_log.get(each, ()), by_hand.get(each, ())) for each in everybody}


def _newest(kinds: Collection[str], now_us: int) -> str:
    """The newest of each of these kinds, whoever did it: one range of their index, cut short."""
    return " UNION ALL ".join(
        f"SELECT * FROM (SELECT {_COLUMNS} FROM storage_interaction i "  # noqa: S608 (our own names and numbers)
        f"JOIN storage_account a ON a.id = i.contact_id WHERE {_KINDNESS} AND i.kind = '{kind}' "
        f"AND {_lately(now_us)} AND NOT a.is_me "
        f"ORDER BY i.at_us DESC LIMIT {_NEWEST:d}) AS newest_{kind}"
        for kind in sorted(kinds)
    )


def _newest_of(person_ids: Collection[int], now_us: int) -> str:
    """What these people did. Joined across, SQLite begins with them and not with everybody's."""
    numbers = ", ".join(f"{each:d}" for each in person_ids)
    return (
        f"SELECT {_COLUMNS} FROM storage_account a CROSS JOIN storage_interaction i "  # noqa: S608 (our own names and numbers)
        f"WHERE i.contact_id = a.id AND a.person_id IN ({numbers}) "
        f"AND {_KINDNESS} AND {_lately(now_us)}"
    )


_COLUMNS = "a.person_id, i.at_us AS at_us, i.kind, i.id, i.post_id"


def _lately(now_us: int) -> str:
    return f"i.at_us BETWEEN {now_us - FALLS_OUT:d} AND {now_us:d}"


def _told(those: str) -> Iterator[tuple[int, Kindness]]:
    """(person id, kindness) of the newest of those lines, without gifts given back."""
    with connection.cursor() as cursor:
        cursor.execute(f"{those} ORDER BY at_us DESC LIMIT {_NEWEST:d}")
        rows = cursor.fetchall()
    gifts = gifts_that_hold([number for _, _, kind, number, _ in rows if kind == Kind.DONATION])
    for person_id, at_us, kind, number, post_id in rows:
        if kind != Kind.DONATION or number in gifts:
            gift = gifts.get(number)
            came_in = (gift.amount, gift.currency) if gift else (None, "")
            yield person_id, Kindness(at_us, kind, number, post_id, "", *came_in)


def _listed(kinds: Collection[str]) -> str:
    return ", ".join(f"'{each}'" for each in sorted(kinds))


_KINDNESS = f"i.direction = '{Direction.TOWARDS_ME}' AND i.kind IN ({_listed(KINDNESSES)})"
"""As the index of them is written: only so it is used."""


def _logged_by_hand(those: Q, now_us: int) -> _ByHand:
    """What came of it by person, as somebody said, and every yes to what was asked."""
    lately = (now_us - FALLS_OUT, now_us)
    in_force = those & Q(decision__undone_by__isnull=True)
    did: dict[int, list[Kindness]] = defaultdict(list)
    outcomes = Outcome.objects.filter(in_force, at_us__range=lately)
    columns = (_WHO, "kind", "at_us", "decision__why", "amount", "currency")
    for person_id, kind, at_us, said, amount, currency in outcomes.values_list(*columns):
        if deed := CAME_OF_IT.get(OutcomeKind(kind)):
            came_in = (amount, currency) if deed is DeedKind.DONATION else (None, "")
            did[person_id].append(Kindness(at_us, deed, None, None, said, *came_in))
    asks = yeses_alone().filter(those, answered_us__range=lately)
    for person_id, at_us, asked in asks.values_list(_WHO, "answered_us", "decision__why"):
        did[person_id].append(Kindness(at_us or 0, DeedKind.YES, said=asked))
    return did


_WHO = "decision__account__person_id"


def _still_owed(
    person_ids: Collection[int], by_hand: _ByHand, now_us: int, *, those: Q | None = None
) -> dict[int, Unthanked]:
    """What was neither thanked for since nor dealt with by hand, of those whom one may thank.

    `those` is a condition on people; without it everybody is asked about.
    """
    did = _kindnesses(person_ids, by_hand, now_us)
    people = _may_be_thanked(did, those or Q()) if did else set()
    if not people:
        return {}
    thanked = last_thanked(people, since_us=now_us - FALLS_OUT, now_us=now_us)
    cards = TodayCard.objects.filter(section=Section.THANK, person_id__in=these(people))
    done = dict(cards.values_list("person_id", "done_us"))
    kindnesses = {
        each: [
            one
            for one in did[each]
            if one.is_owed(thanked_us=thanked.get(each, 0), done_us=done.get(each) or 0)
        ]
        for each in people
    }
    against = _quotes_against(kindnesses)
    owed = {
        each: debts([one for one in theirs if one.post_id not in against], now_us)
        for each, theirs in kindnesses.items()
    }
    return {
        each: Unthanked(debts=theirs, thanked_us=thanked.get(each))
        for each, theirs in owed.items()
        if theirs
    }


def _remembered(owed: dict[int, Unthanked], now_us: int) -> dict[int, Unthanked]:
    """The same, the first of them with when they were last thanked, also longer ago."""
    first = [each for each, theirs in owed.items() if theirs.thanked_us is None][:_TOLD]
    before_us = now_us - FALLS_OUT
    thanked = last_thanked(first, since_us=now_us - REMEMBERED, now_us=before_us)
    return {
        each: replace(theirs, thanked_us=thanked[each]) if each in thanked else theirs
        for each, theirs in owed.items()
    }


def _may_be_thanked(person_ids: Collection[int], those: Q) -> set[int]:
    """Of those, who is neither blocked nor run by a program, and whom we do not leave alone."""
    return set(
        Person.objects.filter(
            those,
            ~Exists(ContactState.objects.filter(_SAME, is_blocked=True)),
            ~Exists(Account.objects.filter(_SAME, profile__is_bot=True)),
            ~is_left_alone("pk"),
            pk__in=these(person_ids),
        ).values_list("pk", flat=True)
    )


_SAME = Q(person_id=OuterRef("pk"))


def _is_not_put_off(now_us: int) -> Q:
    put_off = TodayCard.objects.filter(_SAME, section=Section.THANK, snoozed_until_us__gt=now_us)
    return Q(~Exists(put_off))


def _quotes_against(kindnesses: dict[int, list[Kindness]]) -> set[int]:
    """Quotes whose words speak against what they quote: nobody says thanks for them."""
    quotes = {
        each.post_id
        for theirs in kindnesses.values()
        for each in theirs
        if each.kind == Kind.QUOTE and each.post_id
    }
    posts = Post.objects.filter(pk__in=quotes).values_list("pk", "text") if quotes else ()
    return {post_id for post_id, text in posts if not is_kind(text)}
