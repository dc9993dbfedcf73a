"""Whom we forgot: never who they were, only what tells that they are not to come back."""

from django.conf import settings
from django.db import models


class Forgotten(models.Model):
    """An account, an e-mail address or a key of a file that never comes in again."""

    digest = models.TextField(unique=True)
    """Keyed, with a key that lies outside the database."""
    made_us = models.BigIntegerField()

    def __str__(self) -> str:
        """Forgotten 3."""
        return f"Forgotten {self.pk}"


class Erasure(models.Model):
    """That somebody was erased: when, by whom, why, and how much; never who."""

    made_us = models.BigIntegerField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    counts = models.JSONField(default=dict)

    def __str__(self) -> str:
        """Erasure 3."""
        return f"Erasure {self.pk}"
