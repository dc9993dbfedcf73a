"""How far people have come with me: their rungs, the next step, and who climbed in a time."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from hobnob.domain.closeness import exchange_weeks
from hobnob.domain.ladder import Climbed, Rung, Step, ladder, next_step
from hobnob.domain.lists import CLOSE
from hobnob.domain.outcomes import WORDS
from hobnob.storage import bulk
from hobnob.storage.models import Account, Deed, Membership, Supporter
from hobnob.storage.queries.outcomes.known import OutcomeLine, outcomes_of
from hobnob.storage.queries.outcomes.ladder_lines import exchanges_of, firsts_of
from hobnob.storage.queries.people.left_alone import left_alone
from hobnob.storage.queries.people.lines import NOWHERE_TO_WRITE
from hobnob.storage.queries.people.states import states_of

MOST_CLIMBERS = 5_000
"""So many people are looked at for who climbed in a time."""

_LATEST_OUTCOMES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """One person's ladder, as their page shows it."""

    person_id: int
    steps: tuple[Step, ...]
    next_step: str
    """ "" for who died, or asked to be left alone: nothing is suggested of them."""
    outcomes: tuple[OutcomeLine, ...]
    """What came of them so far, the newest first."""

    @property
    def newest(self) -> tuple[OutcomeLine, ...]:
        """The newest outcomes."""
        return self.outcomes[:_LATEST_OUTCOMES]

    @property
    def older(self) -> int:
        """How many more outcomes there are."""
        return max(0, len(self.outcomes) - _LATEST_OUTCOMES)


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderMove:
    """Somebody came to a rung."""

    person_id: int
    rung: Rung
    at_us: int
    because: str


def rungs_of(
    person_ids: Collection[int], now_us: int, *, reader_id: int | None = None
) -> dict[int, Ladder]:
    """By person id: the ladder of each of these people."""
    people = list(dict.fromkeys(person_ids))
    known, outcomes = _climbed(people, now_us, reader_id)
    alone = _left_alone(people)
    ladders = {}
    for person_id in people:
        steps = ladder(known[person_id], now_us)
        ladders[person_id] = Ladder(
            person_id=person_id,
            steps=steps,
            next_step="" if person_id in alone else next_step(known[person_id], steps),
            outcomes=tuple(outcomes[person_id]),
        )
    return ladders


def ladder_of(person_id: int, now_us: int, *, reader_id: int | None = None) -> Ladder:
    """One person's ladder."""
    return rungs_of([person_id], now_us, reader_id=reader_id)[person_id]


def ladder_moves(*, since_us: int, until_us: int, now_us: int) -> list[LadderMove]:
    """Who came to which rung in that time, the oldest move first.

    Of people on close lists, supporters who have an account on a network, and those with whom
    something was logged by hand.
    """
    people = _climbers()
    known, _ = _climbed(people, now_us)
    moves = [
        LadderMove(person_id=who, rung=step.rung, at_us=step.at_us, because=step.because)
        for who in people
        for step in ladder(known[who], now_us)
        if step.at_us is not None and since_us <= step.at_us < until_us
    ]
    return sorted(moves, key=lambda each: (each.at_us, each.person_id, each.rung))


def _climbers() -> list[int]:
    close = Membership.objects.filter(is_member=True, list__stage__gte=CLOSE)
    logged = Deed.objects.filter(decision__undone_by__isnull=True)
    elsewhere = Account.objects.exclude(network__in=NOWHERE_TO_WRITE).filter(is_me=False)
    supporters = Supporter.objects.filter(account__person__in=elsewhere.values("person"))
    found = (
        *close.values_list("person_id", flat=True)[:MOST_CLIMBERS],
        *logged.values_list("decision__account__person_id", flat=True)[:MOST_CLIMBERS],
        *supporters.values_list("account__person_id", flat=True)[:MOST_CLIMBERS],
    )
    return list(dict.fromkeys(found))[:MOST_CLIMBERS]


# ── What is known of them ────────────────────────────────────────────────────


def _climbed(
    people: Collection[int], now_us: int, reader_id: int | None = None
) -> tuple[dict[int, Climbed], dict[int, list[OutcomeLine]]]:
    states = states_of(people)
    firsts, exchanges = firsts_of(people), exchanges_of(people, states)
    networks = _networks(people)
    outcomes: dict[int, list[OutcomeLine]] = defaultdict(list)
    for each in outcomes_of(people, now_us=now_us, reader_id=reader_id):
        outcomes[each.person_id].append(each)
    known = {
        who: Climbed(
            firsts=firsts.get(who, ()),
            exchanges=exchanges.get(who, ()),
            outcome=_first_outcome(outcomes[who]),
            weeks_lately=exchange_weeks(states[who], now_us),
            networks=networks.get(who, 0),
            is_heard=states[who].asked > 0,
        )
        for who in people
    }
    return known, outcomes


def _first_outcome(newest_first: list[OutcomeLine]) -> tuple[int, str] | None:
    if not newest_first:
        return None
    first = newest_first[-1]
    return first.at_us, WORDS[first.kind].noun


def _left_alone(people: Collection[int]) -> set[int]:
    found = left_alone().filter(account__person_id__in=list(people))
    return set(found.values_list("account__person_id", flat=True))


def _networks(people: Collection[int]) -> dict[int, int]:
    """By person: on how many of the networks on which I have an account they have one too."""
    mine = set(Account.objects.filter(is_me=True).values_list("network", flat=True))
    rows = bulk.select_in(
        "SELECT person_id, network FROM storage_account WHERE person_id IN {values}", values=people
    )
    return Counter(who for who, network in set(rows) if network in mine)
