"""Who talks with me in chats alone, in which direction, and whether their own feed says why."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from hobnob.domain.english import times
from hobnob.domain.post_kinds import PostKind
from hobnob.domain.today import LET_GO, Act

OFTEN = 3
"""Words in chats from which on it says something that there are none elsewhere."""

WEEKS = 26
"""How far back it looks: half a year."""

FEED_DAYS = 90
POSTS_AT_LEAST = 5
"""Of fewer posts nobody can tell what somebody posts."""

SHOWN_AT_MOST = 12
"""Rows of one table: nobody decides about more at once."""


class Said(NamedTuple):
    """Somebody and I, one word."""

    person_id: int
    is_mine: bool
    is_in_chat: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """How often somebody and I spoke, in chats and elsewhere."""

    person_id: int
    theirs_in_chats: int
    mine_in_chats: int
    theirs_outside: int
    mine_outside: int

    @property
    def comes_only_here(self) -> bool:
        """They talk to me in chats, and I never answer them elsewhere."""
        return self.theirs_in_chats >= OFTEN and self.mine_outside == 0

    @property
    def met_only_here(self) -> bool:
        """I talk to them in chats, and elsewhere they never talk to me."""
        return self.mine_in_chats >= OFTEN and self.theirs_outside == 0


def balances(said: Iterable[Said]) -> list[Balance]:
    """Everybody's, those who talk most in chats first."""
    counts: dict[int, Counter[tuple[bool, bool]]] = {}
    for each in said:
        counts.setdefault(each.person_id, Counter())[each.is_mine, each.is_in_chat] += 1
    found = [
        Balance(
            person_id=person_id,
            theirs_in_chats=count[False, True],
            mine_in_chats=count[True, True],
            theirs_outside=count[False, False],
            mine_outside=count[True, False],
        )
        for person_id, count in counts.items()
    ]
    return sorted(found, key=lambda b: (-b.theirs_in_chats, -b.mine_in_chats, b.person_id))


def they_come(found: Iterable[Balance]) -> list[Balance]:
    """Who talks to me in chats and whom I never answer outside; they more than I."""
    return [
        each
        for each in found
        if each.comes_only_here
        and not (each.met_only_here and each.mine_in_chats > each.theirs_in_chats)
    ]


def i_go(found: Iterable[Balance]) -> list[Balance]:
    """Whom I talk to in chats and who never talks to me outside; I more than they."""
    everybody = list(found)
    taken = {each.person_id for each in they_come(everybody)}
    mine = [each for each in everybody if each.met_only_here and each.person_id not in taken]
    return sorted(mine, key=lambda each: (-each.mine_in_chats, each.person_id))


def why(balance: Balance, tags: Collection[str]) -> str:
    """ "because they spoke to you 9 times in #nptech; you spoke twice there, and outside never"."""
    where = " and ".join(f"#{each}" for each in sorted(tags))
    first, second = ("they", "to you"), ("you", "to them")
    counts = balance.theirs_in_chats, balance.mine_in_chats
    if not balance.comes_only_here:
        first, second, counts = second, first, counts[::-1]
    (who, whom), other = first, second[0]
    said = f"because {who} spoke {whom} {times(counts[0])} in {where}"
    if not counts[1]:
        return f"{said}; {other} never spoke {second[1]}, there or outside"
    return f"{said}; {other} spoke {times(counts[1])} there, and outside never"


_SENDS_AWAY = {
    PostKind.LINK_DROP: "links",
    PostKind.REPOST: "reposts",
    PostKind.BROADCAST: "announcements",
}
CAN_BE_ANSWERED = frozenset(PostKind) - _SENDS_AWAY.keys()
"""What one could say something to."""


LOOK = Act(word="Look at them", key="o")
TRY_A_REPLY = Act(word="Try one reply", key="o")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What somebody posts outside of chats, and the act that it suggests."""

    says: str
    """ "82% of what they post are links"."""
    act: Act


def feed(kinds: Iterable[str]) -> Feed:
    """What the posts of the last 90 days are. Whose feed sends one away may be let go."""
    count = Counter(kinds)
    total = sum(count.values())
    open_ones = sum(count[each] for each in CAN_BE_ANSWERED)
    act = TRY_A_REPLY if open_ones else LOOK
    if not total:
        return Feed(says="we have seen no other posts of theirs", act=act)
    if total < POSTS_AT_LEAST:
        posts = "1 other post" if total == 1 else f"{total} other posts"
        return Feed(says=f"we have seen only {posts} of theirs", act=act)
    kind, most = max(((kind, count[kind]) for kind in _SENDS_AWAY), key=itemgetter(1))
    if 2 * most >= total:
        return Feed(says=f"{_share(most, total)} are {_SENDS_AWAY[kind]}", act=LET_GO)
    if not open_ones:
        return Feed(says="nothing of what they post could be answered", act=LET_GO)
    return Feed(says=f"{_share(open_ones, total)} could be answered", act=act)


def _share(part: int, total: int) -> str:
    if part == total:
        return "all they post"
    return f"{round(100 * part / total)}% of what they post"
