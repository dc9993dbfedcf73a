"""Makes pages of what servers answer: each item translated, and a problem where that fails."""

from collections.abc import Callable, Sequence

from hobnob.networks.base import Page, Problem
from hobnob.networks.bluesky.translate import Said
from hobnob.networks.fields import Misshapen, Record, words


def page_of(
    found: Sequence[Record],
    translate: Callable[[Record], Said],
    *,
    problems: Sequence[Problem] = (),
) -> Page:
    """What some items say. Where to go on, and what it took, is for others to fill in."""
    said, unread = [], list(problems)
    for place, item in enumerate(found, start=1):
        try:
            said.append(translate(item))
        except Misshapen as error:
            unread.append(Problem(where=words(item, "uri") or f"item {place}", reason=str(error)))
    return Page(
        cursor={},
        is_last=False,
        interactions=tuple(line for one in said for line in one.interactions),
        posts=tuple(post for one in said for post in one.posts),
        accounts=tuple(account for one in said for account in one.accounts),
        lists=tuple(listed for one in said for listed in one.lists),
        deleted_posts=tuple(post for one in said for post in one.deleted_posts),
        problems=tuple(unread),
    )
