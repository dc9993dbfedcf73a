"""Remember what somebody read of a feed, how far they are, and how they like it.

No decision: it is about the reader, not about people, and nothing is derived from it.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from hobnob.domain.feed import HOME, QUESTIONS, UNREAD_FOR
from hobnob.domain.triage import Sort
from hobnob.operations.stages import find_list
from hobnob.storage.models import FeedPlace, Post, SeenPost


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads, and when (microseconds UTC)."""

    user: User
    now_us: int

    @transaction.atomic
    def see(self, post_ids: Collection[int], *, seen_us: int | None = None) -> int:
        """Let these posts not come back but for new talk about them. Says how many there are.

        `seen_us` is the moment up to which all about them was seen; by default now.
        """
        known = Post.objects.filter(pk__in=list(post_ids)).values_list("pk", flat=True)
        newest = _newest()
        at_us = self.now_us if seen_us is None else seen_us
        rows = [
            SeenPost(reader=self.user, post_id=each, seen_us=at_us, up_to_id=newest)
            for each in known
        ]
        SeenPost.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["reader", "post"],
            update_fields=["seen_us", "up_to_id"],
        )
        return len(rows)

    @transaction.atomic
    def stop_at(self, feed: str, post_id: int | None) -> None:
        """Remember that they left a feed now, and the post where they stopped."""
        place = self._place(feed)
        place.looked_us = self.now_us
        place.post = Post.objects.filter(pk=post_id).first() if post_id else place.post
        place.save()

    @transaction.atomic
    def let_go(self, feed: str, up_to_id: int) -> None:
        """Deal with every post up to this number, read or not. What is long past is forgotten."""
        place = self._place(feed)
        place.up_to_id = max(place.up_to_id, min(up_to_id, _newest()))
        place.looked_us = self.now_us
        place.save()
        long_past = self.now_us - UNREAD_FOR
        SeenPost.objects.filter(reader=self.user, post__at_us__lt=long_past).delete()

    @transaction.atomic
    def bring_back(self, feed: str, *, up_to_id: int) -> None:
        """Take a letting go back: deal only with what comes before this number, as before."""
        place = self._place(feed)
        place.up_to_id = min(place.up_to_id, up_to_id)
        place.save()

    @transaction.atomic
    def forget_seen(self, post_ids: Collection[int], seen_us: int) -> int:
        """Take back that these were marked as read at this moment. Says how many posts it was."""
        marked = SeenPost.objects.filter(reader=self.user, seen_us=seen_us)
        gone, _ = marked.filter(post_id__in=list(post_ids)).delete()
        return gone

    @transaction.atomic
    def arrange(
        self, feed: str, *, sort: Sort | None = None, is_by_person: bool | None = None
    ) -> None:
        """Remember how they like this feed."""
        place = self._place(feed)
        place.sort = place.sort if sort is None else str(sort)
        place.is_by_person = place.is_by_person if is_by_person is None else is_by_person
        place.save()

    def _place(self, feed: str) -> FeedPlace:
        """Where they are in a feed. Raises NoSuchList where there is none of that key."""
        key = feed if feed in (HOME, QUESTIONS) else find_list(feed).key
        place, _ = FeedPlace.objects.get_or_create(
            reader=self.user, feed=key, defaults={"began_us": self.now_us}
        )
        return place


def _newest() -> int:
    """The number of the newest post there is."""
    return Post.objects.aggregate(newest=Max("pk"))["newest"] or 0
