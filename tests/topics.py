"""Invented posts that show what people care about."""

from hobnob.domain.interactions import Interaction, Kind
from hobnob.domain.people import Account
from hobnob.operations.find_interests import find_interests
from hobnob.operations.record import record
from hobnob.storage import models
from tests.people import ANA, BO, CEM, NOW_US, happened

TIGERS = (
    "The tigers slept until noon.",
    "Our old tiger has a cold.",
    "Drew a tiger on the bus.",
    "A day without tigers is long.",
)
OTHER_THINGS = (
    "The market had plums.",
    "A letter came.",
    "The fence needs paint.",
    "My bike sings.",
)


def told_me(who: Account, text: str, days_ago: float) -> Interaction:
    """Somebody says something to me."""
    native_id = f"{who.handle}{text}{days_ago}"
    return happened(Kind.MENTION, who, days_ago=days_ago, text=text, native_id=native_id)


def tigers_and_other_things() -> None:
    """Ana speaks of tigers, Bo and Cem of other things; nobody has listened yet."""
    ana = [told_me(ANA, text, 1 + at) for at, text in enumerate(TIGERS)]
    others = [
        told_me(who, f"{text} {at}", 1 + at)
        for who in (BO, CEM)
        for at, text in enumerate(OTHER_THINGS * 3)
    ]
    record([*ana, *others], now_us=NOW_US)
    in_english()


def in_english() -> None:
    """Everything so far is: nobody has to guess."""
    models.Post.objects.update(language="en")


def listened() -> None:
    """They were listened to."""
    tigers_and_other_things()
    find_interests(now_us=NOW_US)
