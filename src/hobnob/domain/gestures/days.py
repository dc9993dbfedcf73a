"""Days that come once: birthdays, the day after, and the first weeks with us."""

from collections.abc import Iterator
from datetime import date, timedelta

from hobnob.domain.gestures.around import Around, Birthday, Love, Posted
from hobnob.domain.gestures.gesture import Gesture, Urgency, gesture
from hobnob.domain.listening import says_birthday
from hobnob.domain.moments import DAY, ago

BELATED_DAYS = 3
"""After so many days it is better to say nothing than that one forgot."""

WELCOME_DAYS = 30
"""For so many days somebody is new."""

_FEBRUARY = 2


@gesture("Wish a happy birthday", "Birthdays")
def birthday(around: Around, now_us: int) -> Iterator[Gesture]:
    """It is their birthday today: your files or somebody here told the day, or their own post of
    today says so. Where it is known what they love, a picture of that goes with it.
    """
    born, post = around.birthday, _own_word(around, now_us)
    if born is not None and _day_of(born, around.today.year) == around.today:
        because = f"because it is their birthday, {born.because}"
        yield _birthday("birthday", around, because, post=post)
    elif post is not None:
        because = f"because they say that it is their birthday, {ago(post.at_us, now_us)}"
        yield _birthday("birthday", around, because, post=post)


@gesture("Wish a happy birthday, belated", "Belated birthdays")
def belated_birthday(around: Around, _now_us: int) -> Iterator[Gesture]:
    """Their birthday was in the last three days, and you said nothing to it."""
    born = around.birthday
    if born is None:
        return
    for late in range(1, BELATED_DAYS + 1):
        day = around.today - timedelta(days=late)
        if _day_of(born, day.year) == day:
            when = "yesterday" if late == 1 else f"{late} days ago"
            because = f"because their birthday was {when}, {born.because}"
            yield _birthday("belated_birthday", around, because, year=day.year)


@gesture("Welcome", "Welcomes")
def welcome(around: Around, _now_us: int) -> Iterator[Gesture]:
    """They became a member, a volunteer or an advocate in the last thirty days."""
    joined = around.joined
    if joined is None or not 0 <= (around.today - joined.on_date).days < WELCOME_DAYS:
        return
    yield Gesture(
        kind="welcome",
        person_id=around.person_id,
        key=f"welcome:{joined.as_what}",
        because=joined.because,
        urgency=Urgency.SOON,
        topic=around.ours[0].label if around.ours else "",
    )


def _birthday(
    kind: str, around: Around, because: str, *, year: int | None = None, post: Posted | None = None
) -> Gesture:
    love = _loved_most(around)
    loves = f"; and they love {love}" if love else ""
    return Gesture(
        kind=kind,
        person_id=around.person_id,
        key=f"birthday:{year or around.today.year}",
        because=because + loves,
        urgency=Urgency.TODAY,
        evidence=2 if love else 1,
        what=post.text if post else "",
        topic=love.label if love else "",
        post_id=post.id if post else None,
        picture=around.picture(love.label) if love else None,
        wants_picture=love is not None,
    )


def _loved_most(around: Around) -> Love | None:
    """What a picture may show: first that of which a picture they never got is there."""
    own = (love for love in around.loves if around.picture(love.label))
    return next(own, next(iter(around.loves), None))


def _own_word(around: Around, now_us: int) -> Posted | None:
    """Their post of the last day that says it is their birthday."""
    fresh = (each for each in around.posts if 0 <= now_us - each.at_us < DAY)
    return next((each for each in fresh if says_birthday(each.text)), None)


def _day_of(born: Birthday, year: int) -> date:
    """The birthday in a year: who is born on a leap day has it on the last of February."""
    try:
        return date(year, born.month, born.day)
    except ValueError:
        return date(year, _FEBRUARY, 28)
