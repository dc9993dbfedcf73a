"""What is so now over there: who follows, whom I follow, block and mute, lists and who is on them.

The log says what happened. That something no longer holds is nothing a network tells; it shows only
where a whole read leaves it out, so it is kept here and not there.
"""

from django.db import models

from hobnob.storage.models.connections import Connection, StreamState
from hobnob.storage.models.lists import List
from hobnob.storage.models.people import Account


class Tie(models.Model):
    """An account that a snapshot shows: a follower, somebody blocked, a member of a list."""

    state = models.ForeignKey(StreamState, on_delete=models.CASCADE, related_name="ties")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="ties")
    first_us = models.BigIntegerField()
    """When it was first seen."""
    seen_us = models.BigIntegerField()
    """When the read began that saw it last."""
    ended_us = models.BigIntegerField(null=True, blank=True)
    """When a whole read left it out: it ended some time between the two."""

    class Meta:
        """One row, however often it ends and begins."""

        constraints = [models.UniqueConstraint(fields=["state", "account"], name="one_tie")]

    def __str__(self) -> str:
        """Account 3 in followers of connection 1."""
        return f"Account {self.account_id} in {self.state}"


class RemoteList(models.Model):
    """A list of mine as the network keeps it."""

    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="lists")
    native_id = models.TextField()
    name = models.TextField()
    is_public = models.BooleanField(default=False)
    seen_us = models.BigIntegerField()
    ended_us = models.BigIntegerField(null=True, blank=True)

    class Meta:
        """Renamed, it is the same list."""

        constraints = [
            models.UniqueConstraint(fields=["connection", "native_id"], name="one_remote_list")
        ]

    def __str__(self) -> str:
        """The name."""
        return self.name


class Mirror(models.Model):
    """A list here that a list over there is to show. Nothing follows from it without a yes."""

    list = models.ForeignKey(List, on_delete=models.CASCADE, related_name="mirrors")
    remote = models.OneToOneField(RemoteList, on_delete=models.CASCADE, related_name="mirror")
    """A list over there shows one list."""
    made_us = models.BigIntegerField()

    class Meta:
        """Oldest first."""

        ordering = ["pk"]

    def __str__(self) -> str:
        """The Watchlist as Friends."""
        return f"{self.list} as {self.remote}"
