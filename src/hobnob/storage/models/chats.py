"""Hashtag chats: the same hashtag, at the same hour of the week."""

from django.db import models


class Chat(models.Model):
    """A chat that somebody takes part in. Its sessions follow from the hour and the log."""

    key = models.SlugField(unique=True)
    """What addresses and commands use: "nptech"."""
    name = models.TextField()
    tag = models.TextField()
    """Without its #, in lower case."""
    weekday = models.IntegerField()
    """0 is Monday."""
    minute = models.IntegerField()
    """Minutes after midnight, there."""
    time_zone = models.TextField()
    """An IANA name: "America/New_York". A chat keeps its hour there when summer time comes."""
    minutes = models.IntegerField(default=60)
    """How long a session takes."""
    about = models.TextField(blank=True)
    made_us = models.BigIntegerField()
    ended_us = models.BigIntegerField(null=True, blank=True)
    """No more sessions are expected since; what happened is kept."""

    class Meta:
        """In the order of the week."""

        ordering = ["weekday", "minute", "name"]

    def __str__(self) -> str:
        """#nptech."""
        return f"#{self.tag}"
