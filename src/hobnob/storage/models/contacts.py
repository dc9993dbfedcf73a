"""What is kept about every contact so that no page has to count."""

from django.db import models

from hobnob.storage.models.interactions import Interaction
from hobnob.storage.models.people import Person


class ContactState(models.Model):
    """One row a contact, folded from the log event by event: see domain.contact_state."""

    person = models.OneToOneField(
        Person, primary_key=True, on_delete=models.CASCADE, related_name="state"
    )
    is_stale = models.BooleanField(default=False)
    """Something arrived out of order: to be folded again from the log."""
    first_us = models.BigIntegerField(null=True)
    last_us = models.BigIntegerField(null=True)
    last_in_us = models.BigIntegerField(null=True)
    last_out_us = models.BigIntegerField(null=True)
    talk_in = models.IntegerField(default=0)
    talk_out = models.IntegerField(default=0)
    events_in = models.IntegerField(default=0)
    events_out = models.IntegerField(default=0)
    days_in = models.IntegerField(default=0)
    last_day_in = models.IntegerField(default=-1)
    d7_in = models.FloatField(default=0.0)
    d90_in = models.FloatField(default=0.0)
    d30_out = models.FloatField(default=0.0)
    d7_activity = models.FloatField(default=0.0)
    turn_us = models.BigIntegerField(null=True)
    is_turn_cold = models.BooleanField(default=False)
    asked = models.IntegerField(default=0)
    answered = models.IntegerField(default=0)
    cold_asked = models.IntegerField(default=0)
    cold_answered = models.IntegerField(default=0)
    asked_d90 = models.FloatField(default=0.0)
    answered_d90 = models.FloatField(default=0.0)
    log_delay_sum = models.FloatField(default=0.0)
    log_delay_weight = models.FloatField(default=0.0)
    week = models.IntegerField(default=0)
    weeks_in = models.BigIntegerField(default=0)
    weeks_out = models.BigIntegerField(default=0)
    waiting_us = models.BigIntegerField(null=True)
    waiting_last_us = models.BigIntegerField(null=True)
    waiting = models.ForeignKey(
        Interaction,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    is_blocked = models.BooleanField(default=False)

    class Meta:
        """Who waits and who is stale: partial indexes. The others begin with the closest."""

        indexes = [
            models.Index(
                fields=["waiting_last_us"],
                condition=models.Q(waiting_last_us__isnull=False),
                name="contacts_waiting",
            ),
            models.Index(
                fields=["person"], condition=models.Q(is_stale=True), name="contacts_stale"
            ),
            models.Index(fields=["-d90_in"], name="contacts_by_their_talk"),
            models.Index(fields=["-d30_out"], name="contacts_by_my_talk"),
        ]

    def __str__(self) -> str:
        """State of person 3."""
        return f"State of person {self.person_id}"


class TodayCard(models.Model):
    """A person in a section of Today that was done or put off by hand. Derived from decisions."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="cards")
    section = models.TextField()
    dealt_us = models.BigIntegerField()
    """When it was last decided about."""
    done_us = models.BigIntegerField(null=True)
    """Everything up to this moment is dealt with."""
    snoozed_until_us = models.BigIntegerField(null=True)

    class Meta:
        """One row per person and section."""

        constraints = [models.UniqueConstraint(fields=["person", "section"], name="one_card")]

    def __str__(self) -> str:
        """Person 3 in waiting."""
        return f"Person {self.person_id} in {self.section}"
