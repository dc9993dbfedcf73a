"""What changes about people, and up to where somebody has looked at it."""

from django.conf import settings
from django.db import models

from hobnob.storage.models.people import Account, Person


class ProfileChange(models.Model):
    """A name, handle, bio or place that an account changed, or where it moved to."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="changes")
    field = models.TextField()
    """ "name", "handle", "bio", "location", "moved_to"."""
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    seen_us = models.BigIntegerField()
    """When it was first seen."""

    class Meta:
        """Told once, however often it is read; an account's newest changes are an index range."""

        constraints = [
            models.UniqueConstraint(
                fields=["account", "field", "seen_us"], name="one_profile_change"
            )
        ]

    def __str__(self) -> str:
        """bio of account 3."""
        return f"{self.field} of account {self.account_id}"


class PersonLook(models.Model):
    """When somebody last looked at a person's page, and left."""

    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="looks")
    looked_us = models.BigIntegerField()
    before_us = models.BigIntegerField(null=True)
    """The look before this one: a page opened again soon after still shows what was new."""

    class Meta:
        """One row per reader and person."""

        constraints = [models.UniqueConstraint(fields=["reader", "person"], name="one_look")]

    def __str__(self) -> str:
        """User 1 at person 3."""
        return f"User {self.reader_id} at person {self.person_id}"
