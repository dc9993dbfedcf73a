"""The door in: append what happened to the log, once, and let the rules see it."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction

from hobnob.domain.interactions import Interaction
from hobnob.domain.people import Account
from hobnob.domain.posts import Post
from hobnob.domain.rules import read_text
from hobnob.operations.apply_rules import apply_rules, triggers_in_force
from hobnob.operations.deriving.derive_again import derive_again
from hobnob.operations.deriving.fading import unfade
from hobnob.operations.deriving.fold_contacts import fold_new, mark_stale, settle_contacts
from hobnob.operations.recording.append import append
from hobnob.operations.recording.keep_posts import keep_posts
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.operations.suppress import without_forgotten
from hobnob.storage import bulk, models
from hobnob.storage.queries.log import people_of_posts


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What one or more batches brought."""

    interactions_new: int = 0
    interactions_seen: int = 0
    """In the log before; nothing was added."""
    interactions_completed: int = 0
    """Of those seen: the ones of which target or moment became known now."""
    people_new: int = 0
    members_new: int = 0

    def __add__(self, other: "Recorded") -> "Recorded":
        """Both together."""
        return Recorded(
            interactions_new=self.interactions_new + other.interactions_new,
            interactions_seen=self.interactions_seen + other.interactions_seen,
            interactions_completed=self.interactions_completed + other.interactions_completed,
            people_new=self.people_new + other.people_new,
            members_new=self.members_new + other.members_new,
        )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Python looks for reference cycles while objects are made; a batch makes many, and none.

    Recording 10,000 at once takes a sixth less time without it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_collector_paused()
@transaction.atomic
def record(
    interactions: Iterable[Interaction],
    *,
    now_us: int,
    posts: Iterable[Post] = (),
    accounts: Iterable[Account] = (),
    source: models.Source | None = None,
    seen_us: int | None = None,
    settle: bool = True,
) -> Recorded:
    """Append a batch to the log and bring accounts, contact states and lists up to date.

    One transaction. What is in the log already adds nothing; where it now says more (who wrote a
    liked post, an earlier moment) the row is completed. `seen_us` is when the source saw the
    handles and names it gives; by default now. With `settle=False` contacts to whom something
    arrived out of order stay stale until `settle_contacts`: what a long import wants.
    """
    bulk.lock_log()
    let_in = without_forgotten(interactions, posts, accounts)
    batch, every_post = let_in.interactions, let_in.posts
    known = know_accounts(
        _accounts_in(let_in.accounts, every_post, batch),
        now_us=now_us,
        seen_us=now_us if seen_us is None else seen_us,
    )
    kept = keep_posts(every_post, known, now_us=now_us)
    appended = append(batch, known, kept, source.pk if source else None)
    triggers = triggers_in_force()
    fold_new(appended.new)
    mark_stale({each.person_id for each in appended.completed})
    members_new = apply_rules([*appended.new, *appended.completed], triggers)
    again = set(appended.left)
    if read_text(triggers):
        # A rule may have looked at less than is known to have been said by now.
        again |= {each.person_id for each in appended.completed} | people_of_posts(kept.grown)
    derive_again(again)
    unfade({each.person_id for each in appended.new})
    if settle:
        settle_contacts()
    return Recorded(
        interactions_new=appended.rows_new,
        interactions_seen=appended.rows_seen,
        interactions_completed=appended.rows_completed,
        people_new=known.made,
        members_new=members_new,
    )


def _accounts_in(
    accounts: Iterable[Account], posts: Sequence[Post], batch: Sequence[Interaction]
) -> Iterator[Account]:
    yield from accounts
    for post in posts:
        if post.author is not None:
            yield post.author
    for each in batch:
        if each.actor is not None:
            yield each.actor
        if each.target is not None:
            yield each.target
