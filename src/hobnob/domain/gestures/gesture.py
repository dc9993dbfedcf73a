"""A gesture: something small and kind to do for one person, with its reason.

To add one, write one function in a module of its family and decorate it: the first paragraph of its
docstring is what people read. It yields what one could do, the best first; of each kind the first
that was neither done nor dismissed is offered. Nothing is sent by itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from hobnob.domain.gestures.around import Around
from hobnob.domain.gestures.pictures import Picture


class Urgency(IntEnum):
    """How long it keeps."""

    ANY_DAY = 0
    SOON = 1
    """In a few days it has gone stale."""
    TODAY = 2
    """Tomorrow it is late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesture:
    """What one could do for somebody."""

    kind: str
    """Name of its function: "birthday"."""
    person_id: int
    key: str
    """What it is about, so that nobody gets the same twice: "birthday:2026", "repost:12"."""
    because: str
    """One sentence without its full stop: "because it is their birthday, says donors.csv"."""
    urgency: Urgency = Urgency.ANY_DAY
    evidence: int = 1
    """How much speaks for it, to compare: one fact, or several."""
    happened: str = ""
    """What they did, "" where nothing happened: "asked 3 hours ago"."""
    what: str = ""
    """Their words that it rests on."""
    topic: str = ""
    """What it is about, as they would say it: "tigers"."""
    other: str = ""
    """Somebody else whom it names."""
    gift: str = ""
    """What came in from them: "25 EUR"."""
    language: str = ""
    """The one of their words that it answers; "" where they are in the one they always use."""
    own_words: str = ""
    """Words of the idea book, in the place of a beginning."""
    post_id: int | None = None
    interaction_id: int | None = None
    picture: Picture | None = None
    """One of my own that fits, which they never got."""
    wants_picture: bool = False
    """A picture of the topic goes with it."""


Look = Callable[[Around, int], Iterator[Gesture]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """A kind of gesture."""

    look: Look
    title: str
    """What one does, on a button: "Thank for a repost"."""
    plural: str
    """Several of them, as a heading: "Thanks for reposts"."""
    says: str
    """When it is offered, for people."""
    is_thanks: bool = False
    """Today has a section of its own for those."""
    is_repost: bool = False
    """It is done by handing their post on, not by words."""
    is_answer: bool = False
    """It answers what they asked."""


GESTURES: dict[str, Sort] = {}
"""By name. Filled once hobnob.domain.gestures.look has imported every family."""


def gesture(
    title: str,
    plural: str,
    *,
    is_thanks: bool = False,
    is_repost: bool = False,
    is_answer: bool = False,
) -> Callable[[Look], Look]:
    """Let the function below offer gestures, under its own name."""

    def offer(look: Look) -> Look:
        says = " ".join((look.__doc__ or "").partition("\n\n")[0].split())
        GESTURES[look.__name__] = Sort(
            look=look,
            title=title,
            plural=plural,
            says=says,
            is_thanks=is_thanks,
            is_repost=is_repost,
            is_answer=is_answer,
        )
        return look

    return offer


def title_of(kind: str) -> str:
    """What a kind of gesture is called; the name itself of one that hobnob no longer knows."""
    return GESTURES[kind].title if kind in GESTURES else kind.replace("_", " ").capitalize()
