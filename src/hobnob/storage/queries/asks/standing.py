"""How things stand with somebody before an ask: all that the gate looks at, of one or of many."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from hobnob.domain.ask_gate import Talk, Verdict, gate
from hobnob.domain.ask_words import SIZES, Size
from hobnob.domain.closeness import State, is_unheard
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.social_capital import Ledger
from hobnob.storage.models import Account, Ask
from hobnob.storage.queries.ledger.ledgers import ledgers
from hobnob.storage.queries.ledger.owed import Owed
from hobnob.storage.queries.ledger.thank_queue import owed_by
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.storage.queries.people.states import states_of
from hobnob.storage.these import these


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedBefore:
    """An ask that nobody took back, as the gate and the table of answers look at it."""

    at_us: int
    answer: str
    answered_us: int | None
    given: float
    received: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the gate looks at, but for what was not thanked yet."""

    person: PersonLine
    ledger: Ledger
    talk: Talk
    asked: tuple[AskedBefore, ...]
    leave_alone: str
    """Why nobody should ask them: "they have died"; "" where one may."""

    def verdict(self, size: Size, now_us: int, owed: str = "") -> Verdict:
        """What the gate says of an ask of this size; `owed` is what `not_thanked` says."""
        return gate(
            self.ledger,
            self.asked,
            size,
            now_us,
            talk=self.talk,
            owed=owed,
            leave_alone=self.leave_alone,
        )


def standings(person_ids: Collection[int], now_us: int) -> dict[int, Standing]:
    """By person id, of everybody who is there: a handful of queries, however many they are."""
    people = person_lines(person_ids)
    known, asked = states_of(people), asked_before(people)
    sums = ledgers(people, now_us)
    me = set(Account.objects.filter(is_me=True).values_list("person_id", flat=True))
    return {
        person_id: Standing(
            person=line,
            ledger=sums[person_id],
            talk=_talk(known[person_id]),
            asked=tuple(asked.get(person_id, ())),
            leave_alone=_leave_alone(
                line, is_me=person_id in me, is_blocked=known[person_id].is_blocked
            ),
        )
        for person_id, line in people.items()
    }


def ask_gate_of(person_id: int, outcome: OutcomeKind, now_us: int) -> Verdict:
    """What the gate says of asking somebody for something. KeyError where there is nobody."""
    standing = standings([person_id], now_us)[person_id]
    return standing.verdict(SIZES[outcome], now_us, not_thanked(person_id, now_us))


def gates_of(person_id: int, now_us: int) -> Mapping[Size, Verdict]:
    """What the gate says of a small ask, a medium one and a large one."""
    return gates(standings([person_id], now_us)[person_id], owed_by(person_id, now_us), now_us)


def gates(standing: Standing, owed: Sequence[Owed], now_us: int) -> Mapping[Size, Verdict]:
    """The same, of somebody of whom it is known how things stand and what they are owed."""
    said = _first_of(owed)
    return {size: standing.verdict(size, now_us, said) for size in Size}


def not_thanked(person_id: int, now_us: int) -> str:
    """A kindness of theirs that is still to be thanked: "they donated 3 days ago"; "" for none."""
    return _first_of(owed_by(person_id, now_us))


def _first_of(owed: Sequence[Owed]) -> str:
    return f"they {owed[0].happened}" if owed else ""


def asked_before(person_ids: Collection[int]) -> dict[int, list[AskedBefore]]:
    """By person id, the oldest first: what they were asked; only who was asked anything."""
    asks = Ask.objects.filter(
        decision__account__person_id__in=these(person_ids), decision__undone_by__isnull=True
    ).select_related("decision__account")
    found: dict[int, list[AskedBefore]] = defaultdict(list)
    for ask in asks.order_by("decision__made_us", "pk"):
        if ask.decision.account is not None:
            found[ask.decision.account.person_id].append(as_asked(ask))
    return found


def as_asked(ask: Ask) -> AskedBefore:
    """An ask with its moment, which its decision has."""
    return AskedBefore(
        at_us=ask.decision.made_us,
        answer=ask.answer,
        answered_us=ask.answered_us,
        given=ask.given,
        received=ask.received,
    )


def _talk(state: State) -> Talk:
    return Talk(theirs=state.talk_in, mine=state.talk_out, is_heard=not is_unheard(state))


def _leave_alone(line: PersonLine, *, is_me: bool, is_blocked: bool) -> str:
    if is_me:
        return "that is you yourself"
    if line.caution:
        return "they have died" if line.caution == "has died" else f"they {line.caution}"
    return "you block them" if is_blocked else ""
