"""Why somebody is said to care about a topic, in one line that begins with "because"."""

from dataclasses import dataclass

from hobnob.domain.interests.topics import Axis
from hobnob.domain.moments import ago


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How a topic shows in what somebody posts."""

    axis: Axis
    posts: int
    to_me: int = 0
    """How many of these speak to me."""
    last_us: int | None = None


def because_shown(shown: Shown, now_us: int) -> str:
    """ "because they speak of it in 7 posts, more than others do; last 3 days ago"."""
    said = f"because they speak of it in {_posts(shown.posts)}"
    if shown.axis is Axis.THEIRS:
        said += ", more than others do"
    elif shown.to_me:
        said = _to_me(shown)
    return f"{said}; last {ago(shown.last_us, now_us)}"


def because_told(author: str, told_us: int, now_us: int, shown: Shown | None = None) -> str:
    """ "because robin said so yesterday; they speak of it in 7 posts"."""
    said = f"because {author} said so {ago(told_us, now_us)}"
    return f"{said}; they speak of it in {_posts(shown.posts)}" if shown else said


def _to_me(shown: Shown) -> str:
    others = shown.posts - shown.to_me
    spoke = f"because they spoke to you of it in {_posts(shown.to_me)}"
    return f"{spoke}, and elsewhere in {others}" if others else spoke


def _posts(count: int) -> str:
    return "1 post" if count == 1 else f"{count} posts"
