"""Supporters as files tell of them: their accounts are in the address book."""

from django.db import models

from hobnob.domain.supporters import GiftKind, Relationship
from hobnob.storage.models.interactions import Source
from hobnob.storage.models.people import Account


class Supporter(models.Model):
    """A domain Supporter as stored: what one file says of somebody, whole, and what is asked for.

    A newer file about the same somebody replaces it.
    """

    account = models.OneToOneField(
        Account, primary_key=True, on_delete=models.CASCADE, related_name="supporter"
    )
    source = models.ForeignKey(Source, null=True, on_delete=models.SET_NULL, related_name="+")
    told_us = models.BigIntegerField()
    """When the file was taken in."""
    basis = models.TextField(blank=True)
    """Why it may be kept: a domain Basis."""
    said = models.JSONField()
    """The Supporter with every fact and the column that it stood in."""
    birthday = models.TextField(blank=True)
    """As vCard writes it: "1980-04-15", or "--04-15" without the year."""
    city = models.TextField(blank=True)
    region = models.TextField(blank=True)
    country = models.TextField(blank=True)
    is_deceased = models.BooleanField(default=False)
    may_be_contacted = models.BooleanField(default=True)
    may_be_looked_up = models.BooleanField(default=True, db_default=True)
    """Whether one may look for them on networks, as far as they asked for nothing else."""

    def __str__(self) -> str:
        """Supporter with account 3."""
        return f"Supporter with account {self.account_id}"


class RelationshipTag(models.Model):
    """What somebody is to the organisation, by a file: through what, since when, which column."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="relationships")
    relationship = models.TextField(choices=[(each, each) for each in Relationship])
    through = models.TextField(blank=True)
    on_date = models.DateField(null=True)
    column = models.TextField(blank=True)
    source = models.ForeignKey(Source, null=True, on_delete=models.SET_NULL, related_name="+")
    told_us = models.BigIntegerField()

    class Meta:
        """Told once, however often it is imported; who is a donor is an index range."""

        constraints = [
            models.UniqueConstraint(
                fields=["account", "relationship", "through"], name="one_relationship"
            )
        ]
        indexes = [models.Index(fields=["relationship", "account"], name="who_is_what_to_us")]

    def __str__(self) -> str:
        """Donor."""
        return self.relationship


class Donation(models.Model):
    """Money that came or was promised: a domain Gift as stored."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="donations")
    key = models.TextField()
    amount = models.BigIntegerField()
    """In the smallest unit of the currency; below zero where it was given back."""
    currency = models.TextField(blank=True)
    on_date = models.DateField(null=True)
    kind = models.TextField(choices=[(each, each) for each in GiftKind])
    campaign = models.TextField(blank=True)
    pledge_id = models.TextField(blank=True)
    source = models.ForeignKey(Source, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        """Told once, however often it is imported."""

        constraints = [models.UniqueConstraint(fields=["account", "key"], name="one_donation")]

    def __str__(self) -> str:
        """Payment of 2500 EUR."""
        return f"{self.kind} of {self.amount} {self.currency}".strip()


class FileMapping(models.Model):
    """What the columns of files with these headings mean, as somebody said once."""

    headings = models.TextField(unique=True)
    """Digest of the headings: equal for files of one kind."""
    title = models.TextField()
    mapping = models.JSONField()
    used_us = models.BigIntegerField()

    def __str__(self) -> str:
        """donors.csv."""
        return self.title
