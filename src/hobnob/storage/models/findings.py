"""What checks found out about accounts, with the proof, and when everybody was looked at."""

from django.db import models

from hobnob.storage.models.people import Account


class Finding(models.Model):
    """What one check says about one account. Derived: the next look confirms or ends it."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="findings")
    name = models.TextField()
    """Which check: "sells_followers"."""
    proposes = models.TextField()
    because = models.TextField()
    proof = models.JSONField(default=list)
    """What shows it: posts by their number, and words of the profile."""
    found_us = models.BigIntegerField()
    ended_us = models.BigIntegerField(null=True, blank=True)
    """When a later look no longer found it."""

    class Meta:
        """Once per account and check."""

        constraints = [models.UniqueConstraint(fields=["account", "name"], name="found_once")]
        indexes = [
            models.Index(
                fields=["found_us"],
                condition=models.Q(ended_us__isnull=True),
                name="open_findings",
            )
        ]

    def __str__(self) -> str:
        """sells_followers: account 3."""
        return f"{self.name}: account {self.account_id}"


class CheckRun(models.Model):
    """One look at everybody whom the checks concern."""

    began_us = models.BigIntegerField()
    ended_us = models.BigIntegerField(null=True, blank=True)
    accounts = models.IntegerField(default=0)
    found = models.IntegerField(default=0)

    def __str__(self) -> str:
        """812 accounts."""
        return f"{self.accounts} accounts"
