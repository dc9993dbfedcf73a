"""What a check says: one sentence, the words that show it, and what one might do.

To add a check, write one function in a module of its family and decorate it: the first line of its
docstring is what people read. Nothing follows from a finding by itself; a person decides.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from hobnob.domain.hygiene.seen import Seen


class Proposes(StrEnum):
    """What a finding suggests, the gentlest first."""

    LOOK = "look"
    """Nothing but look at it."""
    FOLLOW_THE_NEW = "follow the new"
    """They use another account now."""
    MUTE = "mute"
    UNFOLLOW = "unfollow"
    BLOCK = "block"


class Place(StrEnum):
    """Where words of a proof stand."""

    POST = "post"
    TOWARDS_ME = "what they wrote to you"
    NAME = "name"
    HANDLE = "handle"
    BIO = "bio"
    LINK = "link"
    LABEL = "label"
    PROFILE = "profile"
    """A fact that the network tells: when they posted last, that they moved."""
    YOURS = "what you noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Words that show it, quoted, and the part of them that gave it away."""

    place: Place
    words: str
    part: str = ""
    """A stretch of `words`; "" where all of them say it."""
    post: str = ""
    """Native id of the post they are from, "" where they are from the profile."""
    at_us: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check found out about one account."""

    check: str
    """Its name: "sells_followers"."""
    because: str
    """One sentence without its full stop: "because they sell followers in their bio"."""
    proof: tuple[Proof, ...] = ()
    proposes: Proposes


Look = Callable[[Seen, int], Finding | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A look at an account."""

    look: Look
    title: str
    """What it finds, as a heading: "Sells followers"."""
    says: str
    """When it finds it, for people."""


CHECKS: dict[str, Check] = {}
"""By name. Filled once hobnob.domain.hygiene.look has imported every family."""


def check(title: str) -> Callable[[Look], Look]:
    """Let the function below look at every account, under its own name."""

    def offer(look: Look) -> Look:
        says = " ".join((look.__doc__ or "").partition("\n\n")[0].split())
        CHECKS[look.__name__] = Check(look=look, title=title, says=says)
        return look

    return offer
