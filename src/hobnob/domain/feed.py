"""A list's catch-up: which posts count as unread, how many are shown, and where it ends.

A catch-up is finite. It begins where its reader last stopped, shows a screenful of each group, and
says when there is nothing left to talk about.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from hobnob.domain.moments import DAY
from hobnob.domain.post_kinds import PostKind
from hobnob.domain.today import ANSWER, SAY_SOMETHING, Act

UNREAD_FOR = 30 * DAY
"""What nobody read for a month is no news."""

FIRST_LOOK = 3 * DAY
"""Who opens a feed for the first time begins so far back, and is never shown what was before."""

DISCUSSED_FOR = 7 * DAY
"""A post that was read comes back for answers so long; talk about older ones is over."""

HABITS_OF = 60 * DAY
"""How far back it is counted what somebody usually posts."""

IN_THE_LAST_DAYS = "from the last three days"
"""From when on, for who never looked before."""

HOME = "home"
QUESTIONS = "questions"
"""Feeds that are no list's."""

ROWS = 32
"""Posts on one page: what a person reads in five minutes."""

SECONDS_A_ROW = 10
"""How long one of them takes, with an answer now and then."""

LEAST_ROWS = 3
"""Of each group, so that a long discussion leaves room for a picture."""


OPEN = Act(word="Open", key="o")

_ACTS = {
    PostKind.DISCUSSION: ANSWER,
    PostKind.QUESTION: ANSWER,
    PostKind.STORY: SAY_SOMETHING,
    PostKind.PICTURE: SAY_SOMETHING,
    PostKind.REPOST: ANSWER,
    PostKind.BROADCAST: OPEN,
    PostKind.LINK_DROP: OPEN,
}


def unread_since_us(*, began_us: int, now_us: int) -> int:
    """What was posted before is no news. `began_us` is when its reader first looked."""
    return max(began_us - FIRST_LOOK, now_us - UNREAD_FOR)


def act_for(kind: str) -> Act:
    """The one act that a post suggests."""
    return _ACTS[PostKind(kind)]


def rows_of(totals: Sequence[int], *, most: int = ROWS, least: int = LEAST_ROWS) -> list[int]:
    """How many posts of each group a page shows: a few of each, and the rest to the first ones.

    rows_of([100, 3, 9]) is [26, 3, 3].
    """
    left = most
    shown = []
    for total in totals:
        shown.append(min(total, least, left))
        left -= shown[-1]
    for at, total in enumerate(totals):
        more = min(left, total - shown[at])
        shown[at] += more
        left -= more
    return shown


def on_the_day(then: datetime, now: datetime) -> str:
    """A moment as one remembers it: "today 07:12", "yesterday 19:40", "Tuesday 19:40", "3 March".

    Both in the time zone of whoever reads it.
    """
    days = (now.date() - then.date()) // timedelta(days=1)
    if days <= 0:
        return f"today {then:%H:%M}"
    if days == 1:
        return f"yesterday {then:%H:%M}"
    if days < 7:
        return f"{then:%A %H:%M}"
    return f"{then.day} {then:%B}" if days < 300 else f"{then.day} {then:%B %Y}"


def counted(count: int, one: str, many: str = "", *, is_more: bool = False) -> str:
    """ "1 post", "37 link-drops", "200+ posts"."""
    return f"{count:,}{'+' if is_more else ''} {one if count == 1 else many or one + 's'}"


def how_it_ends(*, to_read: int, more: str, link_drops: str, since: str) -> str:
    """What stands below the last post: permission to stop.

    `more` is how many are not shown, "130" or "130+", and `link_drops` is "37 link-drops"; "" for
    none. `since` is "since yesterday 19:40".
    """
    if more:
        return f"Enough for one sitting. {more} more wait behind these; you may let them go."
    if to_read:
        return f"That’s all {since}."
    if link_drops:
        are = "is" if link_drops.startswith("1 ") else "are"
        return f"Nothing new to discuss. {link_drops} {are} folded below; you can leave."
    return f"Nothing new {since}. You can leave."


def came_back(answers: int) -> str:
    """Why a post that was read is here again: "3 new answers since you saw it"."""
    return f"{answers} new answer{'' if answers == 1 else 's'} since you saw it"
