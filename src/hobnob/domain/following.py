"""Who is worth following, and why: who answers me, whom I meet in chats, who talks with my people.

Nobody is worth following for their numbers.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from hobnob.domain.moments import SECOND

FOR_EVER_US = 4_102_444_800 * SECOND
"""2100: until then somebody rests whom I never want to follow."""

ANSWERS_ENOUGH = 2
"""Who answered once may have passed by."""

VISITS_ENOUGH = 3
"""Who was at a chat on so many days comes to it."""

FRIENDS_ENOUGH = 2
"""One friend in common may be chance."""

POSTS_ENOUGH, MOSTLY = 5, 0.6
"""So many posts say what somebody posts, and such a share of them is most."""

_MOST_WEIGHT = 6
"""Of each reason: a hundred answers do not outweigh two other reasons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A chat, and how often somebody was there."""

    tag: str
    """Without its #."""
    spoke_to_me: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody I don't follow, and what speaks for it."""

    account_id: int
    person_id: int
    answered: int = 0
    """How often they answered me."""
    spoke: int = 0
    """How often they wrote to me at all, answers counted."""
    chats: tuple[Met, ...] = ()
    friends: tuple[str, ...] = ()
    """Names of people on my close lists with whom they talk, or who pass their posts on."""
    newest_us: int = 0
    """When they last did any of it (microseconds UTC)."""
    posts: int = 0
    """How many posts of theirs were seen lately."""
    link_drops: int = 0
    """How many of those only lead away."""

    @property
    def mostly_leads_away(self) -> bool:
        """There would be little to talk about."""
        return self.posts >= POSTS_ENOUGH and self.link_drops >= MOSTLY * self.posts


def worth_following(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those with a reason, the best reasons first; of somebody's accounts the likeliest one.

    Who mostly posts links comes last.
    """
    found = [each for each in candidates if reasons(each)]
    found.sort(key=_order)
    first: dict[int, Candidate] = {}
    for each in found:
        first.setdefault(each.person_id, each)
    return list(first.values())


def why_follow(candidate: Candidate) -> str:
    """All reasons in one sentence: "because they answered you 4 times, and you met at #nptech"."""
    *most, last = reasons(candidate)
    told = f"because {', '.join(most)}, and {last}" if most else f"because {last}"
    if not candidate.mostly_leads_away:
        return told
    return f"{told}; but {candidate.link_drops} of their {candidate.posts} posts only lead away"


def reasons(candidate: Candidate) -> list[str]:
    """What speaks for following somebody, each a few words."""
    told = []
    if candidate.answered >= ANSWERS_ENOUGH:
        told.append(f"they answered you {_times(candidate.answered)}")
    elif candidate.spoke >= ANSWERS_ENOUGH:
        told.append(f"they wrote to you {_times(candidate.spoke)}")
    told += [f"you met at #{each.tag}" for each in candidate.chats if each.spoke_to_me]
    told += [
        f"they come to #{each.tag}"
        for each in candidate.chats
        if not each.spoke_to_me and each.days >= VISITS_ENOUGH
    ]
    if len(candidate.friends) >= FRIENDS_ENOUGH:
        told.append(f"they talk with {_named(candidate.friends)}")
    return told


def _order(candidate: Candidate) -> tuple[bool, int, int, int]:
    return (
        candidate.mostly_leads_away,
        -_weight(candidate),
        -candidate.newest_us,
        candidate.account_id,
    )


def _weight(candidate: Candidate) -> int:
    met = sum(3 if each.spoke_to_me else 1 for each in candidate.chats)
    parts = (candidate.answered * 2, candidate.spoke, met, len(candidate.friends) * 2)
    return sum(min(part, _MOST_WEIGHT) for part in parts)


def _named(names: tuple[str, ...]) -> str:
    """Two names; of more, how many: "Ana, Bo and 3 more of your people"."""
    first, second, *rest = names
    if not rest:
        return f"{first} and {second}"
    return f"{first}, {second} and {len(rest)} more of your people"


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count:,} times"
