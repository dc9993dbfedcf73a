"""Invented people for whom something kind may be to do, and short ways to do it."""

from pathlib import Path

from django.conf import settings

from hobnob.domain.facts import FactKind
from hobnob.domain.gestures.draft import House
from hobnob.domain.interests.topics import Axis
from hobnob.domain.moments import DAY, from_us
from hobnob.domain.people import Account
from hobnob.operations.keep_ideas import write_idea
from hobnob.operations.keep_manner import keep_manner
from hobnob.operations.keep_topics import say_topic
from hobnob.operations.local_user import local_user
from hobnob.operations.make_gesture import make_gesture
from hobnob.operations.remember_gesture import Given
from hobnob.operations.tell import tell
from hobnob.storage import models
from hobnob.storage.queries.gestures.choice import PersonGestures, gestures_for
from hobnob.storage.queries.gestures.offers import Offer
from tests.people import NOW_US, person_id

GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
"""The beginning of a picture."""


def loves(who: Account, topic: str) -> None:
    """Somebody said that they love it."""
    author = local_user()
    say_topic(person_id(who), Axis.THEIRS, topic, author=author, now_us=NOW_US - 30 * DAY)


def born_days_ago(who: Account, days: int) -> None:
    """Somebody said that their birthday was so many days ago."""
    day = from_us(NOW_US - days * DAY).astimezone().date()
    tell(
        person_id(who),
        FactKind.BIRTHDAY,
        f"--{day:%m-%d}",
        author=local_user(),
        now_us=NOW_US - 30 * DAY,
    )


def own_picture(topic: str, name: str = "cub-asleep.gif") -> Path:
    """A picture lies in my own folder."""
    folder = Path(settings.HOME) / "pictures" / topic
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(GIF)
    return path


def around(who: Account, *, days_later: float = 0) -> PersonGestures:
    """What could be done for somebody, some days after now."""
    now_us = NOW_US + int(days_later * DAY)
    return gestures_for(person_id(who), reader=local_user(), now_us=now_us)


def offered(who: Account, *, days_later: float = 0) -> dict[str, Offer]:
    """What could be done for somebody, by kind."""
    return {each.gesture.kind: each for each in around(who, days_later=days_later).offers}


def made(who: Account, kind: str, *, days_later: float = 0, **rest: str) -> models.Decision:
    """It was done by hand."""
    given = Given(person_id=person_id(who), kind=kind, key=rest.pop("key", f"{kind}:1"), **rest)
    return make_gesture(given, author=local_user(), now_us=NOW_US + int(days_later * DAY))


def lay_gestures(who: Account, done_for: Account) -> str:
    """A birthday with a picture, an idea, a manner, and something that was done; says where the
    words for the birthday are begun."""
    author = local_user()
    born_days_ago(who, 0)
    loves(who, "jazz")
    own_picture("jazz", "two-horns.gif")
    write_idea("Send a postcard", "{name}, from the dunes.", author=author, now_us=NOW_US)
    keep_manner(House(words="First names.", farewell="Robin"), author=author, now_us=NOW_US)
    made(done_for, "thank_repost", days_later=-3, words="Thank you for passing that on.")
    return f"/people/{person_id(who)}/give/?key=birthday:{from_us(NOW_US):%Y}"
