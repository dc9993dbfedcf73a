"""What somebody has read and how long that took. For each reader their own, and no decision."""

from django.conf import settings
from django.db import models

from hobnob.storage.models.posts import Post


class FeedPlace(models.Model):
    """How far somebody is in a feed, and how they like it."""

    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feed_places"
    )
    feed = models.TextField()
    """Key of the list, "home", or "questions"."""
    began_us = models.BigIntegerField()
    """When they first looked at it: what was posted long before is no news."""
    looked_us = models.BigIntegerField(null=True)
    """When they last looked and left; null: never."""
    up_to_id = models.BigIntegerField(default=0)
    """Every post numbered so far is dealt with, read or let go. Numbers rise as posts arrive."""
    sort = models.TextField(blank=True)
    is_by_person = models.BooleanField(default=False)
    post = models.ForeignKey(Post, null=True, on_delete=models.SET_NULL, related_name="+")
    """Where they stopped."""

    class Meta:
        """One place per reader and feed."""

        constraints = [models.UniqueConstraint(fields=["reader", "feed"], name="one_place")]

    def __str__(self) -> str:
        """User 1 in watchlist."""
        return f"User {self.reader_id} in {self.feed}"


class SeenPost(models.Model):
    """Somebody saw a post: it does not come back unless there is something new about it."""

    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="seen")
    seen_us = models.BigIntegerField()
    """When they saw it last."""
    up_to_id = models.BigIntegerField(default=0)
    """The newest post there was by then: an answer that came later is new, whenever written."""

    class Meta:
        """Once per reader and post."""

        constraints = [models.UniqueConstraint(fields=["reader", "post"], name="seen_once")]

    def __str__(self) -> str:
        """Post 12, seen by user 1."""
        return f"Post {self.post_id}, seen by user {self.reader_id}"


class ReadingTime(models.Model):
    """How long somebody was at a place on a day, with the page in front of them."""

    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    place = models.TextField()
    """Key of a list, "home", "today", "chats", "hygiene"."""
    day = models.IntegerField()
    """Days since 1970, UTC."""
    seconds = models.IntegerField(default=0)

    class Meta:
        """One row per reader, place and day."""

        constraints = [models.UniqueConstraint(fields=["reader", "place", "day"], name="one_day")]

    def __str__(self) -> str:
        """180 s at watchlist."""
        return f"{self.seconds} s at {self.place}"
