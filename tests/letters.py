"""Invented results: a quarter of a small foundation in which much went well."""

from dataclasses import replace
from typing import Any

from hobnob.domain import results_words as words
from hobnob.domain.change_words import CHANGES_COUNTED
from hobnob.domain.ladder import RUNGS, Rung
from hobnob.domain.moments import DAY, WEEK
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.periods import last_days
from hobnob.domain.results import (
    WORTH,
    Added,
    Believer,
    Believers,
    Change,
    Changes,
    Concentration,
    Curve,
    Followed,
    Hours,
    LadderMoves,
    OutcomeCount,
    Outcomes,
    Promoter,
    Promotions,
    Reach,
    Results,
    RungCount,
    Spread,
    Steadiness,
    SteadyWeek,
    Talked,
    TimeAt,
    Worth,
)
from hobnob.domain.time_spent import about
from tests.people import NOW_US

PERIOD = last_days(90, NOW_US)
NAMES = ("Ana Núñez", "Łukasz Wiśniewski", "Ольга Соколова", "山田さくら", "נועה לוי", "Bo")


def _time(name: str, minutes: int, **rest: Any) -> TimeAt:
    return TimeAt(name=name, seconds=60 * minutes, words=about(60 * minutes), **rest)


def hours() -> Hours:
    places = (_time("The Watchlist", 460, list_key="watchlist"), _time("Today", 310))
    seconds = sum(each.seconds for each in places)
    return Hours(
        sentence=words.hours(seconds, places),
        counted=words.HOURS_COUNTED,
        seconds=seconds,
        places=places,
        people=(_time(NAMES[0], 75, person_id=1, came_of_it="2 donations (120 EUR)"),),
    )


def _outcome(
    kind: OutcomeKind, count: int, people: int, *, had_talked: bool | None = None, **sums: int
) -> OutcomeCount:
    return OutcomeCount(
        kind=kind,
        worth=WORTH.get(kind, Worth.PERSONAL),
        count=count,
        people=people,
        sums=sums,
        worth_words=words.worth(sums),
        given_back={},
        by_files=count,
        had_talked=had_talked,
    )


def outcomes() -> Outcomes:
    kinds = (
        _outcome(OutcomeKind.DONATION, 7, 5, had_talked=True, EUR=42_000, USD=2_500),
        _outcome(OutcomeKind.DONATION, 60, 48, had_talked=False, EUR=250_000),
        _outcome(OutcomeKind.PETITION, 4, 4),
        _outcome(OutcomeKind.JOIN, 2, 2),
        _outcome(OutcomeKind.REFERRAL, 1, 1),
    )
    return Outcomes(sentence=words.outcomes(kinds), counted=words.OUTCOMES_COUNTED, kinds=kinds)


def ladder() -> LadderMoves:
    came = dict(zip(RUNGS, (14, 9, 6, 2, 1, 2, 4), strict=True))
    return LadderMoves(
        sentence=words.ladder(came, 21),
        counted=words.LADDER_COUNTED,
        rungs=tuple(_rung(rung, count) for rung, count in came.items()),
        moves=sum(came.values()),
        people=21,
    )


def _rung(rung: Rung, count: int) -> RungCount:
    return RungCount(rung=rung, people=count, names=NAMES[: min(count, 3)])


def steadiness(weeks: int = 13) -> Steadiness:
    return Steadiness(
        sentence=words.steadiness(8, 5, weeks),
        counted=words.STEADINESS_COUNTED,
        weeks=tuple(
            SteadyWeek(
                monday_us=NOW_US - (weeks - place) * WEEK,
                label=f"{1 + place * 7 % 28} Oct",
                people=(5, 7, 0, 9, 11, 8, 12)[place % 7],
            )
            for place in range(weeks)
        ),
        steady=5,
    )


REACHED = ((412, 412), (300, 210), (260, 120), (90, 61), (64, 12), (30, 0))
"""How many people each believer reaches, and how many of them nobody before."""


def reach() -> Reach:
    unique, added_up = sum(adds for _, adds in REACHED), sum(each for each, _ in REACHED)
    order, so_far = [], 0
    for place, (name, (count, adds)) in enumerate(zip(NAMES, REACHED, strict=True)):
        so_far += adds
        order.append(
            Added(
                person_id=place + 1,
                name=name,
                reach=count,
                adds=adds,
                so_far=so_far,
                sentence=words.adds(name, adds, is_first=not place),
            )
        )
    return Reach(
        sentence=words.reach(unique, added_up, len(NAMES)),
        counted=words.REACH_COUNTED,
        unique=unique,
        added_up=added_up,
        order=tuple(order),
    )


def believer() -> Believer:
    return Believer(
        person_id=1,
        name=NAMES[0],
        since_us=NOW_US - 240 * DAY,
        since="a believer since March, after you thanked them and they shared you twice",
        because="shared you on 5 days and answered on 2 within a year, last 3 days ago",
        stages="On The Watchlist since 3 May.",
        days=7,
        bound=0.41,
        reach=412,
        adds=412,
    )


def believers() -> Believers:
    return Believers(
        sentence=words.believers(6, 2),
        counted=words.BELIEVERS_COUNTED,
        believers=(believer(),),
        people=6,
        new=2,
    )


CLEAR = Change(
    name="how often they gave",
    sentence="Those you turned to gave more often than people with the same past: for every ten of "
    "them about 4 gifts a year more, between 1.2 and 6.9.",
    counted=CHANGES_COUNTED,
    is_told=True,
    before=0.05,
    after=0.09,
    others_before=0.06,
    others_after=0.06,
    estimate=0.033,
    low=0.01,
    high=0.057,
    is_clear=True,
    approached=48,
    others=610,
    unit="gifts a month",
)
TOO_LITTLE = Change(
    name="joining",
    sentence="Too little to tell about joining: it happened too seldom, or to nobody like them.",
    counted=CHANGES_COUNTED,
    is_told=False,
)


def curve(name: str = "sharing", people: int = 42) -> Curve:
    points = tuple((at, 1 - (1 - at / people) ** 3) for at in range(people + 1))
    half = next(at for at, share in points if share >= 0.5)
    return Curve(
        name=name,
        points=points,
        total=118,
        half=half,
        sentence=words.concentration(name, half, people),
    )


def promotions() -> Promotions:
    promoter = Promoter(
        person_id=1,
        name=NAMES[0],
        times=7,
        weeks=5,
        is_first=False,
        words="7 times, in 5 of 13 weeks; last 3 days ago",
    )
    return Promotions(
        sentence=words.promotions(31, 12, 4, 5),
        counted=words.PROMOTIONS_COUNTED,
        promoters=(promoter,),
        times=31,
        people=12,
        first_time=4,
        regular=5,
        weeks=13,
    )


def results(**changed: Any) -> Results:
    """A full quarter; what is given replaces its part."""
    curves = (curve(), curve("reach", 6), curve("outcomes", 11))
    sentence = " ".join(each.sentence for each in curves)
    after = Followed(
        person_id=1,
        name=NAMES[0],
        people=4,
        did="3 shared you, 1 joined",
        sentence=words.followed(NAMES[0], 4, "3 shared you, 1 joined"),
    )
    found = Results(
        period=PERIOD,
        summary=(),
        hours=hours(),
        outcomes=outcomes(),
        ladder=ladder(),
        talked=Talked(
            sentence=words.talked(34, 60, 41),
            counted=words.TALKED_COUNTED,
            people=34,
            wrote_us=60,
            we_wrote=41,
        ),
        believers=believers(),
        reach=reach(),
        spread=Spread(
            sentence=words.spread(4, 1), counted=words.SPREAD_COUNTED, people=4, through=(after,)
        ),
        changes=Changes(
            sentence=f"Turning to people changed what they do, beside people with the same past: "
            f"{CLEAR.sentence}",
            counted=CHANGES_COUNTED,
            changes=(CLEAR, TOO_LITTLE),
        ),
        concentration=Concentration(
            sentence=sentence, counted=words.CONCENTRATION_COUNTED, curves=curves
        ),
        promotions=promotions(),
        steadiness=steadiness(),
        not_known=words.NOT_KNOWN,
    )
    found = replace(found, **changed)
    return replace(found, summary=words.summary(found))
