"""Who is a believer by now: whoever shares or answers again and again, the surest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp2

from hobnob.domain import believers as words
from hobnob.domain.believers import DOES, LOOKS_BACK, SHARED, Did
from hobnob.domain.closeness import State
from hobnob.domain.contact_state import D90, LANDMARK, week_of
from hobnob.domain.moments import DAY
from hobnob.domain.periods import Period, last_days
from hobnob.domain.results import Believer, Believers
from hobnob.domain.results_words import BELIEVERS_COUNTED
from hobnob.domain.results_words import believers as sentence
from hobnob.measures.believers import (
    ANSWERS,
    FEWEST_DAYS,
    OFTEN,
    SHARES,
    WITHIN_DAYS,
    believer_since,
    bound,
    shared_weeks,
)
from hobnob.measures.reach import Step, audience
from hobnob.storage.queries.lists.history import stage_history
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.storage.queries.people.states import states_of
from hobnob.storage.queries.results.believers import (
    did_for_them,
    did_for_us,
    may_be_believers,
    weeks_we_posted,
)
from hobnob.storage.queries.results.reach import audiences

SHOWN = 12
"""So many believers are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A believer, before anything is put into words."""

    person_id: int
    since_us: int
    bound: float
    done: tuple[Did, ...]
    """What they did from a year before the period on, the oldest first."""

    def within_a_year(self, until_us: int) -> list[Did]:
        """What they did lately."""
        return [each for each in self.done if each.at_us >= until_us - WITHIN_DAYS * DAY]

    def shares_again(self, until_us: int) -> bool:
        """Whether they hand on what we say, on days enough by itself."""
        lately = self.within_a_year(until_us)
        return len({each.at_us // DAY for each in lately if each.kind in SHARED}) >= FEWEST_DAYS


def weigh(period: Period, person_ids: Iterable[int] | None = None, *, now_us: int) -> list[Weighed]:
    """Believers at the end of a period, the surest first; of everybody, or of some.

    By answers or by shares, whichever is surer: nobody has to do both. Who was one before the
    period is said to be one since some day before it.
    """
    until_us = period.until_us
    people = may_be_believers(until_us) if person_ids is None else list(person_ids)
    within_us = period.since_us - WITHIN_DAYS * DAY
    done = {
        person_id: (since_us, did)
        for person_id, did in did_for_us(people, until_us, since_us=within_us).items()
        if (since_us := _since_us(did, until_us)) is not None
    }
    states = states_of(done)
    posted = weeks_we_posted(until_us - WITHIN_DAYS * DAY, until_us) if done else set()
    found = [
        Weighed(
            person_id=person_id,
            since_us=since_us,
            bound=max(_by_shares(did, posted, until_us), _by_answers(states[person_id], now_us)),
            done=tuple(did),
        )
        for person_id, (since_us, did) in done.items()
    ]
    sure = [each for each in found if each.bound >= OFTEN or each.shares_again(until_us)]
    return sorted(sure, key=lambda each: (-each.bound, each.since_us, each.person_id))


def _since_us(did: Sequence[Did], until_us: int) -> int | None:
    since = believer_since((each.at_us // DAY for each in did), (until_us - 1) // DAY)
    return next((each.at_us for each in did if each.at_us // DAY == since), None)


def _by_shares(did: Sequence[Did], posted: set[int], until_us: int) -> float:
    """In how many of the weeks in which we posted they share it, at least."""
    first_us = max(did[0].at_us, until_us - WITHIN_DAYS * DAY)
    shared = (week_of(each.at_us) for each in did if each.kind in SHARED)
    this = week_of(until_us - 1)
    return bound(*shared_weeks(shared, posted, first=week_of(first_us), this=this), SHARES)


def _by_answers(state: State, now_us: int) -> float:
    """How often they answer when we write first, at least: what is kept of it is as of now."""
    fade = exp2((LANDMARK - now_us) / D90)
    return bound(state.answered_d90 * fade, state.asked_d90 * fade, ANSWERS)


def believers(
    weighed: Sequence[Weighed], steps: Mapping[int, Step[int]], period: Period
) -> Believers:
    """The believers of a period's end. `steps` say whom each reaches, and adds."""
    shown = weighed[:SHOWN]
    people = [each.person_id for each in shown]
    lines, ever = person_lines(people), did_for_us(people, period.until_us)
    new = sum(period.holds(each.since_us) for each in weighed)
    return Believers(
        sentence=sentence(len(weighed), new),
        counted=BELIEVERS_COUNTED,
        believers=tuple(
            _told(
                each,
                lines[each.person_id],
                steps.get(each.person_id),
                ever.get(each.person_id, []),
                period.until_us,
                stages=_stages(each.person_id, period.until_us),
            )
            for each in shown
            if each.person_id in lines
        ),
        people=len(weighed),
        new=new,
    )


def believer_of(person_id: int, *, now_us: int, stages: str | None = None) -> Believer | None:
    """One person as a believer, for their page; None where they are none.

    `stages` is the sentence of their stages, where that is known.
    """
    within = last_days(WITHIN_DAYS, now_us)
    found = weigh(within, [person_id], now_us=now_us)
    lines = person_lines([person_id]) if found else {}
    if person_id not in lines or lines[person_id].caution:
        return None
    reach = len(audience(audiences([person_id], within)[person_id]))
    alone = Step(who=person_id, reach=reach, adds=reach, so_far=reach)
    ever = did_for_us([person_id], now_us + 1).get(person_id, [])
    said = _stages(person_id, now_us) if stages is None else stages
    return _told(found[0], lines[person_id], alone, ever, now_us, stages=said)


def _stages(person_id: int, now_us: int) -> str:
    return stage_history(person_id, now_us=now_us).sentence


def _told(
    each: Weighed,
    line: PersonLine,
    step: Step[int] | None,
    ever: Sequence[Did],
    until_us: int,
    *,
    stages: str,
) -> Believer:
    since_us = _since_us(ever, until_us) or each.since_us
    from_us = since_us - LOOKS_BACK
    theirs = [did for did in ever if from_us <= did.at_us <= since_us]
    lately = each.within_a_year(until_us)
    return Believer(
        person_id=each.person_id,
        name=line.name,
        since_us=since_us,
        since=words.since(
            since_us,
            until_us,
            ours=did_for_them(each.person_id, from_us, since_us),
            theirs=theirs,
        ),
        because=words.because(lately, until_us),
        stages=stages,
        days=len({did.at_us // DAY for did in lately if did.kind in DOES}),
        bound=each.bound,
        reach=step.reach if step else 0,
        adds=step.adds if step else 0,
    )
