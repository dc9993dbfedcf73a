"""Lists, the rules that fill them, and who is on them because of what."""

from django.db import models

from hobnob.storage.models.decisions import Decision
from hobnob.storage.models.interactions import Interaction
from hobnob.storage.models.people import Person


class List(models.Model):
    """A list of people, private and local. It needs no follow and tells no network."""

    key = models.SlugField(unique=True)
    """What addresses and commands use: "watchlist"."""
    name = models.TextField(unique=True)
    about = models.TextField(blank=True)
    capacity = models.IntegerField(null=True, blank=True)
    is_capacity_hard = models.BooleanField(default=False)
    """A hard list asks whom to move when it is full; a soft one only says so."""
    stage = models.IntegerField(default=0)
    """How close its people are: promoting moves up to the next stage."""
    position = models.IntegerField(default=0)
    is_confidential = models.BooleanField(default=False)
    """It names supporters, or judges people: it is never copied to a network."""
    fade_days = models.IntegerField(null=True, blank=True)
    """Who joined by rule fades after so many days without a word; null: nobody does."""
    silent_days = models.IntegerField(default=90)
    """Who on it posts nothing for so many days counts as silent."""
    cadence_days = models.IntegerField(null=True, blank=True)
    """Its people should hear from me once in so many days; null: nobody said."""

    class Meta:
        """In the order of the menu."""

        ordering = ["position", "name"]

    def __str__(self) -> str:
        """The Watchlist."""
        return self.name


class Rule(models.Model):
    """When this happens, join that list: a domain Rule as stored."""

    name = models.TextField(unique=True)
    kinds = models.JSONField(default=list)
    direction = models.TextField()
    conditions = models.JSONField(default=list)
    list = models.ForeignKey(List, on_delete=models.CASCADE, related_name="rules")
    made_us = models.BigIntegerField(null=True, blank=True)
    """From when it holds by itself; null: it was there from the beginning."""
    from_us = models.BigIntegerField(null=True, blank=True)
    """Holds for what happened since this moment; null: for the whole history. Derived."""
    until_us = models.BigIntegerField(null=True, blank=True)
    """Switched off at this moment; null: on. Derived."""
    until_id = models.BigIntegerField(null=True, blank=True)
    """The last line of the log that it covers of what has no moment; null: on. Derived."""

    class Meta:
        """Oldest first."""

        ordering = ["pk"]

    def __str__(self) -> str:
        """People who mention me join Mentioned You."""
        return self.name


class Membership(models.Model):
    """A person and a list: the earliest cause a rule found, and the last word said by hand.

    Derived from the two logs. A row stays when somebody was removed by hand, so that no rule adds
    them again.
    """

    list = models.ForeignKey(
        List, on_delete=models.CASCADE, related_name="memberships", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    is_member = models.BooleanField()
    since_us = models.BigIntegerField(null=True)
    rule = models.ForeignKey(
        Rule, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    interaction = models.ForeignKey(
        Interaction, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    """The earliest cause that a rule found; null: none did."""
    decision = models.ForeignKey(
        Decision, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    """The promotion or removal by hand that stands; null: the rules decide."""
    faded_us = models.BigIntegerField(null=True)
    """Since when they have faded: still on the list, but out of its way. A word brings them back.
    Depends on the day, so no replay compares it."""

    class Meta:
        """On a list once; a list's newest members are one index range, those taken off another, and
        those who have faded."""

        constraints = [models.UniqueConstraint(fields=["list", "person"], name="on_it_once")]
        indexes = [
            models.Index(
                fields=["list", "-since_us", "id", "faded_us"],
                condition=models.Q(is_member=True),
                name="members_of_list",
            ),
            models.Index(
                fields=["list"], condition=models.Q(is_member=False), name="removed_from_list"
            ),
            models.Index(
                fields=["list", "-faded_us", "id"],
                condition=models.Q(is_member=True, faded_us__isnull=False),
                name="faded_on_list",
            ),
        ]

    def __str__(self) -> str:
        """Person 3 on list 1."""
        return f"Person {self.person_id} on list {self.list_id}"
