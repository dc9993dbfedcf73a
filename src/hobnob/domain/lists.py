"""Lists: the four that are there on the first run, their capacity, and who counts as a member."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hobnob.domain.conditions import is_further, said
from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterList:
    """A list that is there on the first run."""

    key: str
    name: str
    about: str
    capacity: int | None = None
    is_capacity_hard: bool = False
    stage: int
    fade_days: int | None = None
    """Who joined by rule fades after so many days without a word; None: nobody does."""


STARTER_LISTS = (
    StarterList(
        key="say",
        name="People Who Say Things",
        about="The ten you would miss.",
        capacity=10,
        is_capacity_hard=True,
        stage=3,
    ),
    StarterList(
        key="watchlist",
        name="The Watchlist",
        about="About a hundred people you enjoy talking with.",
        capacity=100,
        stage=2,
    ),
    StarterList(
        key="mentioned",
        name="Mentioned You",
        about="Everybody who mentions, answers or quotes you.",
        stage=1,
        fade_days=365,
    ),
    StarterList(
        key="favorited",
        name="People I've Favorited",
        about="Everybody whose post you like.",
        stage=1,
        fade_days=365,
    ),
)
"""In the order of the menu: the closest first."""


CLOSE = 2
"""From this stage on lists are stages of closeness, and somebody is on one of them at a time."""


class ListIsFull(HobnobError):
    """A hard list has no place left; somebody has to move first."""


class Order(StrEnum):
    """In which order the people of a list are shown."""

    NEWEST = "newest"
    STEADIEST = "steadiest"
    """Those with an exchange in most of the last twelve weeks first."""
    QUIETEST = "quietest"
    """Those with whom it has been quiet longest first."""


MOST_SORTED = 5_000
"""A larger list is shown in the order in which people joined: nobody reads it to its end, and to
compare all of them would take longer than a page may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether somebody is on a list, since when (microseconds UTC, None: unknown), and by what."""

    is_member: bool
    since_us: int | None
    is_by_hand: bool


def standing(
    *, last_verb: Verb | None, decided_us: int | None, has_cause: bool, cause_us: int | None
) -> Standing | None:
    """What the last word said by hand and the earliest cause found by a rule make together.

    A promotion or removal by hand stands until it is undone or restored; without one the rule's
    cause decides. None: neither says anything, there is nothing to keep.
    """
    if last_verb is Verb.PROMOTE:
        return Standing(is_member=True, since_us=decided_us, is_by_hand=True)
    if last_verb is Verb.REMOVE:
        return Standing(is_member=False, since_us=decided_us, is_by_hand=True)
    if has_cause:
        return Standing(is_member=True, since_us=cause_us, is_by_hand=False)
    return None


_CAUSES = {
    ("like", "from me"): "you liked their post",
    ("mention", "towards me"): "they mentioned you",
    ("reply", "towards me"): "they answered you",
    ("quote", "towards me"): "they quoted you",
    ("repost", "towards me"): "they reposted you",
    ("like", "towards me"): "they liked your post",
    ("follow", "towards me"): "they follow you",
}


def because_of(
    kind: str, direction: str, when: str, text: str, conditions: Iterable[str] = ()
) -> str:
    """The reason a rule put somebody on a list: "because they mentioned you 3 days ago: …".

    Of the rule's conditions it tells those that the words alone do not show.
    """
    what = _CAUSES.get((kind, direction), f"of a {kind} {direction}")
    also = "".join(f", and {said(each, i='you')}" for each in conditions if is_further(each))
    return f"because {what} {when}{also}" + (f": “{shortened(text)}”" if text else "")


def because_by_hand(when: str, why: str) -> str:
    """The reason given by whoever put somebody on a list."""
    return f"because you put them here {when}" + (f": {why}" if why else "")


def shortened(text: str, length: int = 120) -> str:
    """The text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0] + " …"
