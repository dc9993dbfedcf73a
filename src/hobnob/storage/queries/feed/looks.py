"""Somebody looks at a feed: where they are in it, and since when what is posted there is news."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Q

from hobnob.domain.feed import unread_since_us
from hobnob.domain.triage import Sort
from hobnob.storage.models import FeedPlace
from hobnob.storage.queries.feed.sources import Feed, hushed
from hobnob.storage.these import these


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Somebody looks at a feed: from where on, and up to when."""

    feed: Feed
    reader: User
    place: FeedPlace | None
    """None: they never looked at it before."""
    now_us: int
    at_us: int
    """When they opened it: what they passed since stays until they open it again."""
    hushed: frozenset[int]
    """Accounts of whom I mute or block."""

    @property
    def sort(self) -> Sort:
        """How they like the posts of a group to follow each other."""
        return Sort(self.place.sort) if self.place and self.place.sort else Sort.SELDOM_FIRST

    @property
    def up_to_id(self) -> int:
        """Every post up to this number is dealt with."""
        return self.place.up_to_id if self.place else 0

    @property
    def since_us(self) -> int:
        """What was posted before is no news to them."""
        began_us = self.place.began_us if self.place else self.now_us
        return unread_since_us(began_us=began_us, now_us=self.now_us)

    def is_hushed(self, author: str) -> Q:
        """Whether the account in a column is of whom I mute or block."""
        return Q(**{f"{author}__in": these(sorted(self.hushed))}) if self.hushed else Q(pk__in=[])


def looks(
    feeds: Sequence[Feed], reader: User, *, now_us: int, at_us: int | None = None
) -> list[Look]:
    """Somebody's look at each of these feeds, from the place where they are in it."""
    found = FeedPlace.objects.filter(reader=reader, feed__in=[each.key for each in feeds])
    places = {place.feed: place for place in found}
    not_shown = hushed()
    opened_us = now_us if at_us is None else min(at_us, now_us)
    return [
        Look(
            feed=each,
            reader=reader,
            place=places.get(each.key),
            now_us=now_us,
            at_us=opened_us,
            hushed=not_shown,
        )
        for each in feeds
    ]
