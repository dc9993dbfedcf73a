"""With whom one talked in a period, who shared what one said, and how steady it was."""

from collections.abc import Mapping, Sequence
from statistics import median

from hobnob.domain import results_words as words
from hobnob.domain.believers import SHARED
from hobnob.domain.contact_state import ONE_SIDED, WEEKS_KEPT, week_of
from hobnob.domain.english import times
from hobnob.domain.moments import DAY, WEEK, ago, from_us
from hobnob.domain.people import Network
from hobnob.domain.periods import Period
from hobnob.domain.results import Promoter, Promotions, Steadiness, SteadyWeek, Talked
from hobnob.storage.queries.log import read_live
from hobnob.storage.queries.people.lines import person_lines
from hobnob.storage.queries.results.talk import (
    did_before,
    exchanges,
    networks_we_wrote_on,
    who_spoke,
)

SHOWN = 20
"""So many promoters are named."""

_MONDAY = 3 * DAY  # 1970-01-01 was a Thursday


def talked_with(period: Period) -> Talked:
    """How many people words went both ways with."""
    spoke = who_spoke(period)
    both = sum(each.they and each.me for each in spoke)
    they, me = sum(each.they for each in spoke), sum(each.me for each in spoke)
    silent = _only_my_side(period) if me and not they else ()
    return Talked(
        sentence=words.only_mine(me, silent) if silent else words.talked(both, they, me),
        counted=words.TALKED_COUNTED,
        people=both,
        wrote_us=they,
        we_wrote=me,
        is_one_sided=bool(silent),
    )


def _only_my_side(period: Period) -> tuple[str, ...]:
    """The names of the networks on which I wrote, where none of them told the other side."""
    networks, live = networks_we_wrote_on(period), read_live()
    heard = any(
        begin < period.until_us and period.since_us < end
        for network in networks
        for begin, end in live.get(network, ())
    )
    if heard or not networks <= ONE_SIDED:
        return ()
    return tuple(Network(each).title for each in sorted(networks))


def promotions(shares: Mapping[int, Sequence[int]], period: Period) -> Promotions:
    """Who shared what we say. `shares` are the moments by person, the oldest first."""
    weeks = {person_id: len({week_of(us) for us in at}) for person_id, at in shares.items()}
    before = did_before(list(shares), period.since_us, SHARED)
    often = sorted(shares, key=lambda each: (-len(shares[each]), -weeks[each], each))
    lines = person_lines(often[:SHOWN])
    whole = week_of(period.until_us - 1) - week_of(period.since_us) + 1
    total = sum(map(len, shares.values()))
    first, regular = len(shares.keys() - before), sum(each > 1 for each in weeks.values())
    return Promotions(
        sentence=words.promotions(total, len(shares), first, regular),
        counted=words.PROMOTIONS_COUNTED,
        promoters=tuple(
            Promoter(
                person_id=each,
                name=lines[each].name,
                times=len(shares[each]),
                weeks=weeks[each],
                is_first=each not in before,
                words=_promoted(shares[each], weeks[each], whole, period.until_us),
            )
            for each in often[:SHOWN]
            if each in lines
        ),
        times=total,
        people=len(shares),
        first_time=first,
        regular=regular,
        weeks=whole,
    )


def _promoted(at: Sequence[int], weeks: int, whole: int, now_us: int) -> str:
    in_weeks = f", in {weeks} of {whole} weeks" if weeks > 1 else ""
    return f"{times(len(at))}{in_weeks}; last {ago(at[-1], now_us)}"


def steadiness(period: Period, *, is_one_sided: bool) -> Steadiness:
    """Week by week with how many people something went both ways; no week where none can tell."""
    if is_one_sided:
        return Steadiness(
            sentence=words.STEADY_UNKNOWN, counted=words.STEADINESS_COUNTED, weeks=(), steady=0
        )
    found = exchanges(period)
    last = week_of(period.until_us - 1)
    first = max(week_of(period.since_us), last - WEEKS_KEPT + 1)
    numbers = range(first, last + 1)
    usual = round(median(found.by_week[number] for number in numbers))
    steady = sum(2 * weeks >= len(numbers) for weeks in found.weeks_by_person.values())
    return Steadiness(
        sentence=words.steadiness(usual, steady, len(numbers)),
        counted=words.STEADINESS_COUNTED,
        weeks=tuple(_week(number, found.by_week[number]) for number in numbers),
        steady=steady,
    )


def _week(number: int, people: int) -> SteadyWeek:
    monday_us = number * WEEK - _MONDAY
    return SteadyWeek(monday_us=monday_us, label=f"{from_us(monday_us):%-d %b}", people=people)
