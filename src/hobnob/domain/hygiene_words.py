"""What somebody is to me, and what a suggestion would do, in sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from hobnob.domain.actions import ActionKind
from hobnob.domain.english import listed, times
from hobnob.domain.hygiene.findings import Place, Proposes
from hobnob.domain.moments import DAY, from_us

ACTS = {
    Proposes.UNFOLLOW: ActionKind.UNFOLLOW,
    Proposes.MUTE: ActionKind.MUTE,
    Proposes.BLOCK: ActionKind.BLOCK,
    Proposes.FOLLOW_THE_NEW: ActionKind.FOLLOW,
}
"""What is done on the network; to look, nothing is."""

ORDER = (
    Proposes.BLOCK,
    Proposes.MUTE,
    Proposes.UNFOLLOW,
    Proposes.FOLLOW_THE_NEW,
    Proposes.LOOK,
)
"""What matters most comes first."""

WHERE = {
    Place.POST: "posted",
    Place.TOWARDS_ME: "wrote to you",
    Place.NAME: "their name",
    Place.HANDLE: "their handle",
    Place.BIO: "their bio",
    Place.LINK: "a link of theirs",
    Place.LABEL: "a label on it",
    Place.PROFILE: "their profile",
    Place.YOURS: "you marked this",
}
"""Where words of a proof stand, as one line above them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealings:
    """What went between me and somebody, over all their accounts."""

    wrote_to_me: int = 0
    i_wrote: int = 0
    other_towards_me: int = 0
    """Likes, reposts and the like."""
    other_from_me: int = 0


def what_they_are(
    dealings: Dealings, *, lists: Sequence[str] = (), tags: Sequence[str] = ()
) -> str:
    """Who somebody is to me: "On The Watchlist. They wrote to you twice, you to them 5 times."."""
    said = []
    if lists:
        said.append(f"On {listed(lists)}.")
    if tags:
        said.append(f"You call them {listed(tags)}.")
    said.append(_talk(dealings))
    return " ".join(said)


def _talk(dealings: Dealings) -> str:
    theirs, mine = dealings.wrote_to_me, dealings.i_wrote
    if theirs and mine:
        return f"They wrote to you {times(theirs)}, you to them {times(mine)}."
    if theirs:
        return f"They wrote to you {times(theirs)}; you never wrote to them."
    if mine:
        return f"You wrote to them {times(mine)}; they never wrote to you."
    if dealings.other_towards_me and dealings.other_from_me:
        return "You never exchanged a word, but liked or shared each other’s posts."
    if dealings.other_towards_me:
        liked = times(dealings.other_towards_me)
        return f"You never exchanged a word; they liked or shared posts of yours {liked}."
    if dealings.other_from_me:
        liked = times(dealings.other_from_me)
        return f"You never exchanged a word; you liked or shared posts of theirs {liked}."
    return "You never exchanged a word."


def how_you_follow(*, since_us: int | None, why: str, now_us: int) -> str:
    """Since when I follow somebody, and what for: "You followed them on 3 May: met at #nptech."."""
    when = f"You followed them {on_day(since_us, now_us)}" if since_us else "You follow them"
    return f"{when}: {why.removeprefix('because ')}." if why else f"{when}."


def on_day(at_us: int, now_us: int) -> str:
    """The day: "on 3 May", with its year where that is long ago."""
    day = from_us(max(at_us, 0))
    year = f" {day.year}" if now_us - at_us > 300 * DAY else ""
    return f"on {day.day} {day:%B}{year}"
