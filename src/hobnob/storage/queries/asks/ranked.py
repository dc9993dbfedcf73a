"""Whom one may fairly ask for something: by fairness, by topic, by the chance of an answer.

The nearest people are weighed by what is kept of them anyway; of the best of those the ledger is
read, and whether a thank-you is owed is looked up one by one until the page is full.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import F

from hobnob.domain.ask_gate import Verdict
from hobnob.domain.ask_words import SIZES, Size
from hobnob.domain.closeness import (
    answer_rate,
    answers_you,
    contact_probability,
    is_unheard,
    quiet,
)
from hobnob.domain.contact_state import ContactState as State
from hobnob.domain.english import times
from hobnob.domain.interests.topics import Subject
from hobnob.domain.lists import CLOSE
from hobnob.domain.outcomes import OutcomeKind
from hobnob.storage.models import Account, ContactState, List, Membership
from hobnob.storage.queries.asks.standing import Standing, not_thanked, standings
from hobnob.storage.queries.interests.shown import (
    TopicOfTheirs,
    people_with_topic,
    topics_of_people,
)
from hobnob.storage.queries.people.left_alone import is_left_alone
from hobnob.storage.queries.people.lines import PersonLine
from hobnob.storage.queries.people.states import states_of
from hobnob.storage.these import these

_NEAREST = 1_000
"""So many of those who talk with me, and of those I talk with, are near at all."""
_OF_EACH_KIND = 100
"""So many of the near, of a close list, of who cares, and of our supporters are weighed."""
_LOOKED_AT = 300
"""So many are weighed in all."""
READ = 60
"""Of so many the ledger is read, some at a time."""
_AT_ONCE = 12
_LINES_EACH = 500
"""Nobody has so many lines of the log on average; where they do, fewer people are read."""
_NOT_OF_TOPIC = 0.25
"""What somebody counts who shows nothing of the topic, against somebody who does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """Somebody, what the gate says, and why they stand here."""

    person: PersonLine
    verdict: Verdict
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fairest:
    """Whom one may ask, the best first; to whom one would give first; and who can't be told."""

    may_ask: tuple[Ranked, ...]
    give_first: tuple[Ranked, ...]
    unknown: tuple[Ranked, ...]
    """Only my side is on record: one goes by what one remembers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """A candidate, and what they count before the ledger is read."""

    person_id: int
    state: State
    score: float


def fairest(
    outcome: OutcomeKind,
    topics: Collection[Subject],
    now_us: int,
    limit: int,
    *,
    among: Collection[int] | None = None,
    but: Collection[int] = (),
    read: int = READ,
) -> Fairest:
    """The people whom one may fairly ask for this, who care about any of the topics first.

    `among` are the only ones who are looked at, `but` are left out, of `read` at most the ledger is
    read. Nobody is ranked who died, wants to be left alone or is blocked.
    """
    caring = set[int]().union(*(people_with_topic(*each) for each in topics))
    candidates = _near(caring) if among is None else list(among)
    who = _may_be_asked(candidates).difference(but)
    best = _weighed(who, caring if topics else who, now_us)
    verdicts = list(_verdicts(best, SIZES[outcome], now_us, limit=limit, read=read))
    may_ask = [each for each in verdicts if each[2].is_fair]
    may_ask.sort(key=lambda each: -each[0].score * each[2].fairness)
    unknown = [each for each in verdicts if each[2].is_unknown]
    give_first = [each for each in verdicts if not (each[2].is_fair or each[2].is_unknown)]
    reasons = _Reasons([each for each, *_ in verdicts], topics, now_us)
    return Fairest(
        may_ask=tuple(reasons.ranked(*each) for each in may_ask[:limit]),
        give_first=tuple(reasons.ranked(*each) for each in give_first[:limit]),
        unknown=tuple(reasons.ranked(*each) for each in unknown[:limit]),
    )


# ── Who is looked at ─────────────────────────────────────────────────────────


def _near(caring: Collection[int]) -> list[int]:
    """Those in touch lately who care about it, are on a close list, are supporters; or just are."""
    contacts = ContactState.objects.order_by("-d90_in", "person_id")
    theirs = list(contacts.values_list("person_id", flat=True)[:_NEAREST])
    contacts = ContactState.objects.order_by("-d30_out", "person_id")
    mine = list(contacts.values_list("person_id", flat=True)[:_NEAREST])
    near = list(dict.fromkeys([*theirs, *mine]))
    supporters = set(
        Account.objects.filter(person_id__in=near, supporter__isnull=False).values_list(
            "person_id", flat=True
        )
    )
    kinds = (
        [each for each in near if each in caring],
        _on_close_lists(),
        [each for each in near if each in supporters],
        theirs,
        mine,
    )
    found = [person_id for those in kinds for person_id in those[:_OF_EACH_KIND]]
    return list(dict.fromkeys(found))[:_LOOKED_AT]


def _on_close_lists() -> list[int]:
    found: list[int] = []
    for each in List.objects.filter(stage__gte=CLOSE).order_by("-stage", "position"):
        members = Membership.objects.filter(list=each, is_member=True, faded_us__isnull=True)
        newest = members.order_by(F("since_us").desc(nulls_last=True), "pk")
        found += newest.values_list("person_id", flat=True)[:_OF_EACH_KIND]
    return found


def _may_be_asked(person_ids: Collection[int]) -> set[int]:
    """Of these, those with whom something went and whom one may ask."""
    contacts = ContactState.objects.filter(
        ~is_left_alone("person_id"), person_id__in=these(person_ids), is_blocked=False
    )
    return set(contacts.values_list("person_id", flat=True))


def _weighed(person_ids: Collection[int], caring: Collection[int], now_us: int) -> list[_Weighed]:
    """The likeliest first: who cares about a topic, and would answer."""
    found = [
        _Weighed(
            person_id=person_id,
            state=state,
            score=_chance(state, now_us) * (1.0 if person_id in caring else _NOT_OF_TOPIC),
        )
        for person_id, state in states_of(person_ids).items()
    ]
    return sorted(found, key=lambda each: (-each.score, each.person_id))


def _chance(state: State, now_us: int) -> float:
    """Of an answer: how often they answered, and how likely we are to be in touch at all."""
    return (answer_rate(state, now_us) + contact_probability(state, now_us)) / 2


# ── What the gate says of them ───────────────────────────────────────────────


def _verdicts(
    best: Sequence[_Weighed], size: Size, now_us: int, *, limit: int, read: int
) -> Iterator[tuple[_Weighed, PersonLine, Verdict]]:
    """The best with what the gate says, until there are enough of whom it is fair to ask."""
    fair, lines, start = 0, 0, 0
    while start < min(read, len(best)) and fair < limit and lines < read * _LINES_EACH:
        some = best[start : start + _AT_ONCE]
        start += _AT_ONCE
        lines += sum(each.state.events_in + each.state.events_out for each in some)
        for each, standing, verdict in _as_they_stand(some, size, now_us):
            said = verdict
            if verdict.is_fair and fair < limit:
                # Only what would be fair can turn out not to be: a thank-you may be owed.
                said = standing.verdict(size, now_us, not_thanked(each.person_id, now_us))
                fair += said.is_fair
            elif verdict.is_fair or not verdict.may_be_asked:
                continue
            yield each, standing.person, said


def _as_they_stand(
    some: Sequence[_Weighed], size: Size, now_us: int
) -> list[tuple[_Weighed, Standing, Verdict]]:
    """What the gate says but for thanks that are owed, the best first."""
    stand = standings([each.person_id for each in some], now_us)
    found = [
        (each, stand[each.person_id], stand[each.person_id].verdict(size, now_us)) for each in some
    ]
    return sorted(found, key=lambda row: -row[0].score * row[2].fairness)


class _Reasons:
    """Why somebody stands where they stand, in words."""

    def __init__(
        self, weighed: Sequence[_Weighed], topics: Collection[Subject], now_us: int
    ) -> None:
        self._now_us = now_us
        self._of_topics: dict[int, str] = {}
        ids = [each.person_id for each in weighed]
        for subject in topics:
            for person_id, those in topics_of_people(ids, now_us=now_us, subject=subject).items():
                if those:
                    self._of_topics.setdefault(person_id, _cares(those[0]))

    def ranked(self, weighed: _Weighed, person: PersonLine, verdict: Verdict) -> Ranked:
        """Their row."""
        of_topic = self._of_topics.get(weighed.person_id)
        reasons = "; ".join(filter(None, (of_topic, self._answers(weighed.state))))
        return Ranked(person=person, verdict=verdict, because=f"because {reasons}")

    def _answers(self, state: State) -> str:
        """How they answer; of somebody to whom one never wrote first, how much one talks."""
        if state.asked:
            answers = answers_you(state)
            return f"they {answers}" if answers.startswith("answered") else answers
        if is_unheard(state):
            return f"you wrote to them {times(state.talk_out)}, {quiet(state, self._now_us)}"
        messages = state.talk_in + state.talk_out
        talked = f"you exchanged {messages:,} message{'' if messages == 1 else 's'}"
        return f"{talked}, {quiet(state, self._now_us)}"


def _cares(topic: TopicOfTheirs) -> str:
    """ "they spoke to you of wetlands in 4 posts"."""
    because = topic.because.removeprefix("because ")
    if " it " in because:
        return because.replace(" it ", f" {topic.label} ", 1)
    return f"{topic.label}: {because}"
