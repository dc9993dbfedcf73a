"""What came of it: what files and archives tell, and what somebody wrote down, each once."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import connection

from hobnob.domain.contact_state import FOLDED_FROM, FOLDED_UNTIL
from hobnob.domain.happened_words import did
from hobnob.domain.interactions import KINDNESSES, Direction, Kind
from hobnob.domain.moments import DAY, WEEK, from_us
from hobnob.domain.money import money
from hobnob.domain.outcomes import IN_THE_LOG, OutcomeKind
from hobnob.domain.people import Network
from hobnob.domain.stage_history import day
from hobnob.domain.told_twice import Told, pairs
from hobnob.storage import bulk
from hobnob.storage.models import Outcome
from hobnob.storage.queries.ledger.gifts import Held, gifts_that_hold
from hobnob.storage.queries.ledger.kindnesses import IS_KINDNESS
from hobnob.storage.queries.outcomes.deed_words import ByHand, logged_by_hand
from hobnob.storage.queries.people.facts import file_name

LOG, HAND = "log", "hand"
"""Who tells of an outcome: the log of what happened, or a hand that wrote it down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeLine:
    """One thing that came of somebody."""

    kind: OutcomeKind
    person_id: int
    account_id: int
    at_us: int
    amount: int | None
    """In the smallest unit of the currency; None where nobody can say."""
    currency: str
    words: str
    because: str
    """Who tells it."""
    source: str
    """ "log" or "hand"."""
    interactions: tuple[int, ...]
    """The lines that led there, or the line that is it."""
    network: str = ""
    """Where the log has it from; "" of what a hand wrote down."""
    told_in: str = ""
    """The file that tells of a gift: "donors.csv"."""
    decision_id: int | None = None
    ask_id: int | None = None

    @property
    def is_from_files(self) -> bool:
        """Whether our own files tell it: not a network, and no hand."""
        return self.network == Network.ADDRESS_BOOK

    @property
    def gift(self) -> str:
        """A gift that a file tells, on one line: "8 EUR, 10 November 2026, Spring appeal
        (donors.csv)"; "" of all else.
        """
        if self.amount is None or not self.told_in:
            return ""
        on = f"{from_us(self.at_us):%-d %B %Y}"
        said = filter(None, (money(self.amount, self.currency), on, self.words))
        return f"{', '.join(said)} ({self.told_in})"


def outcomes_of(
    person_ids: Collection[int] | None = None,
    *,
    since_us: int = FOLDED_FROM,
    until_us: int = FOLDED_UNTIL,
    now_us: int,
    reader_id: int | None = None,
) -> list[OutcomeLine]:
    """Everything that came of these people, or of everybody, in that time, the newest first.

    Reasons name whoever wrote something down; to the reader they say "you". What was written down
    of a line of the log counts once, when the log says.
    """
    around = (since_us - WEEK, until_us + WEEK)
    by_hand = list(_by_hand(person_ids, *around, now_us, reader_id))
    came = _each_once(by_hand, list(_in_the_log(person_ids, *around, reader_id)))
    in_time = (each for each in came if since_us <= each.at_us < until_us)
    return sorted(in_time, key=lambda each: (-each.at_us, each.kind, each.person_id))


def _each_once(by_hand: Sequence[OutcomeLine], in_log: Sequence[OutcomeLine]) -> list[OutcomeLine]:
    """The log's lines, with what was written down of them; and what was written down besides."""
    twice = pairs([*map(_compared, by_hand)], [*map(_compared, in_log)])
    of_line = {line: by_hand[number] for number, line in twice.items()}
    return [
        *(_with_words(line, of_line.get(place)) for place, line in enumerate(in_log)),
        *(each for number, each in enumerate(by_hand) if number not in twice),
    ]


def _compared(each: OutcomeLine) -> Told:
    return Told(f"{each.person_id}:{each.kind}", each.at_us, each.amount, each.currency)


def _with_words(line: OutcomeLine, hand: OutcomeLine | None) -> OutcomeLine:
    if hand is None:
        return line
    is_told = line.amount is not None
    return replace(
        line,
        amount=line.amount if is_told else hand.amount,
        currency=line.currency if is_told else hand.currency,
        words=hand.words or line.words,
        because=f"{line.because}, and {hand.because.removeprefix('because ')}",
        decision_id=hand.decision_id,
        ask_id=hand.ask_id,
    )


# ── Written down ─────────────────────────────────────────────────────────────


def _by_hand(
    person_ids: Collection[int] | None,
    since_us: int,
    until_us: int,
    now_us: int,
    reader_id: int | None,
) -> Iterator[OutcomeLine]:
    found = Outcome.objects.filter(
        decision__undone_by__isnull=True, at_us__gte=since_us, at_us__lt=until_us
    ).select_related("decision__account", "decision__author")
    if person_ids is not None:
        found = found.filter(decision__account__person_id__in=list(person_ids))
    for each in found:
        decision = each.decision
        if decision.account is None:
            continue
        yield OutcomeLine(
            kind=OutcomeKind(each.kind),
            person_id=decision.account.person_id,
            account_id=decision.account.pk,
            at_us=each.at_us,
            amount=each.amount,
            currency=each.currency,
            words=decision.why,
            because=f"because {_named(decision.author, reader_id)} wrote it down on "
            f"{day(decision.made_us, now_us)}",
            source=HAND,
            interactions=tuple(each.interactions),
            decision_id=decision.pk,
            ask_id=each.ask_id,
        )


def _named(author: User, reader_id: int | None) -> str:
    return "you" if author.pk == reader_id else author.get_username()


# ── In the log ───────────────────────────────────────────────────────────────


class _Line(NamedTuple):
    """A line of the log that is an outcome."""

    id: int
    person_id: int
    account_id: int
    network: str
    kind: str
    native_id: str
    at_us: int


def _in_the_log(
    person_ids: Collection[int] | None, since_us: int, until_us: int, reader_id: int | None
) -> Iterator[OutcomeLine]:
    lines = list(
        _lines(since_us, until_us)
        if person_ids is None
        else _lines_of(person_ids, since_us, until_us)
    )
    gifts = gifts_that_hold([each.id for each in lines if each.kind == Kind.DONATION])
    by_hand = logged_by_hand(each.native_id for each in lines if each.network == Network.OFFLINE)
    seen: set[tuple[int, str, int]] = set()
    for line in lines:
        once = (line.person_id, line.kind, line.at_us // DAY)
        is_from_files = line.network == Network.ADDRESS_BOOK
        is_gift = line.kind == Kind.DONATION
        is_told_before = line.id not in gifts if is_gift else is_from_files and once in seen
        if is_told_before:
            continue
        seen.add(once)
        yield _told(line, gifts.get(line.id), by_hand.get(line.native_id), reader_id)


_COLUMNS = "i.id, a.person_id, i.contact_id, i.network, i.kind, i.native_id, i.at_us"
_KINDS = ", ".join(f"'{kind}'" for kind in sorted(IN_THE_LOG))
_RARE = sorted(IN_THE_LOG.keys() - KINDNESSES)
"""Outcomes that are nothing to say thanks for by themselves: another index finds them."""
_IN_TIME = "i.at_us >= %s AND i.at_us < %s AND NOT a.is_me"
_JOINED = "FROM storage_interaction i JOIN storage_account a ON a.id = i.contact_id"


def _lines(since_us: int, until_us: int) -> Iterator[_Line]:
    """Everybody's: most by the index of kindnesses, the others by where they can only be from."""
    places = (str(Network.ADDRESS_BOOK), str(Network.OFFLINE))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} {_JOINED} "
            f"WHERE {IS_KINDNESS} AND i.kind IN ({_KINDS}) AND {_IN_TIME}",
            [since_us, until_us],
        )
        yield from map(_Line._make, cursor.fetchall())
        cursor.execute(
            f"SELECT {_COLUMNS} {_JOINED} "
            f"WHERE i.network IN (%s, %s) AND i.kind IN ({', '.join(['%s'] * len(_RARE))}) "
            f"AND i.direction = %s AND {_IN_TIME}",
            [*places, *_RARE, str(Direction.TOWARDS_ME), since_us, until_us],
        )
        yield from map(_Line._make, cursor.fetchall())


def _lines_of(person_ids: Collection[int], since_us: int, until_us: int) -> Iterator[_Line]:
    """Some people's: their records have few lines, and other networks few of these kinds."""
    elsewhere = ", ".join(f"'{each}'" for each in Network if each != Network.ADDRESS_BOOK)
    in_files = " AND ".join(f"{each}.network = '{Network.ADDRESS_BOOK}'" for each in "ai")
    for place in (in_files, f"i.network IN ({elsewhere})"):
        rows = bulk.select_in(
            f"SELECT {_COLUMNS} {_JOINED} WHERE {place} AND i.kind IN ({_KINDS}) "
            f"AND i.direction = '{Direction.TOWARDS_ME}' AND NOT a.is_me "
            f"AND i.at_us >= {int(since_us)} AND i.at_us < {int(until_us)} "
            "AND a.person_id IN {values}",
            values=person_ids,
        )
        yield from map(_Line._make, rows)


def _told(
    line: _Line, gift: Held | None, by_hand: ByHand | None, reader_id: int | None
) -> OutcomeLine:
    words = by_hand.words if by_hand else ""
    file = file_name(gift.title) if gift and gift.title else ""
    logged = f"because {_named(by_hand.author, reader_id)} logged it" if by_hand else ""
    return OutcomeLine(
        kind=IN_THE_LOG[Kind(line.kind)],
        person_id=line.person_id,
        account_id=line.account_id,
        at_us=line.at_us,
        amount=gift.amount if gift else None,
        currency=gift.currency if gift else "",
        words=gift.campaign if gift else words or f"{did(line.kind, is_mine=False)}.",
        because=logged
        or (f"because {file} tells it" if file else "")
        or _TELLS.get(line.network, "because the network told it"),
        source=LOG,
        interactions=(line.id,),
        network=line.network,
        told_in=file,
    )


_TELLS: Mapping[str, str] = {
    Network.ADDRESS_BOOK: "because your files tell it",
    Network.OFFLINE: "because it was logged by hand",
}


def sums_of(lines: Sequence[OutcomeLine]) -> dict[str, int]:
    """What these were worth, by currency: never added up over currencies."""
    total: dict[str, int] = defaultdict(int)
    for each in lines:
        if each.amount is not None:
            total[each.currency] += each.amount
    return dict(total)
