"""The log of what a person decided."""

from django.conf import settings
from django.db import models

from hobnob.domain.decisions import Verb
from hobnob.storage.models.people import Account


class Decision(models.Model):
    """One thing somebody decided. Only appended: an undo is one more line."""

    made_us = models.BigIntegerField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions"
    )
    verb = models.TextField(choices=[(v, v) for v in Verb])
    account = models.ForeignKey(
        Account, null=True, on_delete=models.CASCADE, related_name="decisions"
    )
    """About whom. An account, not a person, so that merging and splitting moves no decision."""
    subject = models.TextField(blank=True)
    """About which list, section, tag or rule: its key."""
    why = models.TextField(blank=True)
    is_private = models.BooleanField(default=False)
    """Nobody but its author sees it: a note of one's own."""
    until_us = models.BigIntegerField(null=True)
    log_end = models.BigIntegerField(null=True)
    """The newest line of the log of what happened, where a rule was switched off."""
    act = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="parts")
    """The first decision of the same act; they are undone together. Null: it is the first."""
    undoes = models.OneToOneField(
        "self", null=True, on_delete=models.CASCADE, related_name="undone_by"
    )

    class Meta:
        """Newest decisions of an author, and of an account, are index ranges."""

        indexes = [
            models.Index(fields=["author", "made_us"], name="decisions_by_author"),
            models.Index(fields=["account", "verb", "made_us"], name="decisions_about"),
        ]

    def __str__(self) -> str:
        """promote 12."""
        return f"{self.verb} {self.account_id or self.subject}"
