"""Whom Today says to thank, to whom to be kind, and the one ask that is fair now."""

from collections.abc import Collection

from django.contrib.auth.models import User

from hobnob.domain import today as say
from hobnob.domain.today import Section
from hobnob.storage.queries.asks.shown import one_fair_ask
from hobnob.storage.queries.gestures.choice import gestures_today
from hobnob.storage.queries.gestures.thanks_due import thanks_due
from hobnob.storage.queries.today.rows import Draft

_MOST_OWED = 20
"""Beyond so many nobody counts: the others come as these are dealt with."""


def to_thank(but: Collection[int], now_us: int) -> list[Draft]:
    """Who shared, gave or helped and heard no thank-you, the most generous first."""
    return [
        Draft(
            person_id=each.person_id,
            happened=each.happened,
            what=each.what,
            why=each.because,
            act=say.THANK,
            url=each.url,
            up_to_us=each.up_to_us,
            about=(("key", each.gesture_key),),
        )
        for each in thanks_due(now_us, limit=_MOST_OWED)
        if each.person_id not in but
    ]


def kind_things(reader: User, but: Collection[int], now_us: int) -> list[Draft]:
    """The few gestures of today, birthdays before what can wait."""
    limit = say.AT_MOST[Section.GESTURES]
    return [
        Draft(
            person_id=each.person.person_id,
            happened=each.gesture.happened,
            what=each.gesture.what,
            why=each.gesture.because,
            act=say.Act(word=each.title, key=say.GIVE.key),
            url=each.url,
            post_id=each.answers,
            about=(("key", each.gesture.key),),
            offer=each,
        )
        for each in gestures_today(reader, now_us, limit=limit, but=but)
    ]


def fair_ask(but: Collection[int], now_us: int) -> list[Draft]:
    """The one ask of the plan that runs, where somebody may fairly be asked."""
    found = one_fair_ask(now_us, but=but)
    if found is None:
        return []
    return [
        Draft(
            person_id=found.person.person_id,
            happened=f"for {found.campaign_name}: {found.what}",
            what="",
            why=f"{found.because}. {found.verdict.sentence}",
            act=say.ASK,
            url=found.person.url,
            about=(
                ("outcome", found.outcome),
                ("what", found.what),
                ("campaign", found.campaign_key),
            ),
        )
    ]
