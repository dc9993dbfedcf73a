"""People, the accounts they use, and the edges between the two."""

from django.conf import settings
from django.db import models

from hobnob.domain.people import Network


class Person(models.Model):
    """Somebody. Everything known about them hangs on their accounts."""

    made_us = models.BigIntegerField()

    def __str__(self) -> str:
        """Person 12."""
        return f"Person {self.pk}"


class Account(models.Model):
    """One account on one network. `person` repeats the open edge, so that pages need no join."""

    network = models.TextField(choices=[(n, n) for n in Network])
    native_id = models.TextField()
    handle = models.TextField(blank=True)
    handle_key = models.TextField(blank=True)
    """The handle in lower case: what people type and what look-ups compare."""
    name = models.TextField(blank=True)
    bio = models.TextField(blank=True)
    url = models.TextField(blank=True)
    seen_us = models.BigIntegerField(default=0)
    """How fresh handle, name and bio are: an older source does not overwrite a newer one."""
    is_me = models.BooleanField(default=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="accounts")

    class Meta:
        """One row per account; handles are looked up, and may be reused by others later.

        Every recording asks which accounts are mine: a partial index holds those alone.
        """

        constraints = [models.UniqueConstraint(fields=["network", "native_id"], name="one_account")]
        indexes = [
            models.Index(fields=["handle_key"], name="account_handle"),
            models.Index(fields=["id"], condition=models.Q(is_me=True), name="my_accounts"),
        ]

    def __str__(self) -> str:
        """@ana@tusk.example on mastodon."""
        return f"@{self.handle or self.native_id} on {self.network}"


class Profile(models.Model):
    """What a network told last about an account besides its names; null: it did not say.

    The numbers give away who sells followers. No page shows them.
    """

    account = models.OneToOneField(
        Account, primary_key=True, on_delete=models.CASCADE, related_name="profile"
    )
    seen_us = models.BigIntegerField()
    is_bot = models.BooleanField(null=True)
    is_suspended = models.BooleanField(null=True)
    is_protected = models.BooleanField(null=True)
    moved_to = models.TextField(blank=True)
    """The address of the account they use instead."""
    labels = models.JSONField(default=list)
    links = models.JSONField(default=list)
    location = models.TextField(blank=True, default="")
    """Where they say that they are."""
    posts = models.BigIntegerField(null=True)
    followers = models.BigIntegerField(null=True)
    following = models.BigIntegerField(null=True)
    made_us = models.BigIntegerField(null=True)
    last_post_us = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        """Profile of account 3."""
        return f"Profile of account {self.account_id}"


class FormerHandle(models.Model):
    """A handle that an account used until a moment."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="former_handles")
    handle = models.TextField()
    until_us = models.BigIntegerField()

    class Meta:
        """Told once, however often it is imported."""

        constraints = [
            models.UniqueConstraint(fields=["account", "handle"], name="one_former_handle")
        ]

    def __str__(self) -> str:
        """@old_name."""
        return f"@{self.handle}"


class Edge(models.Model):
    """An account belongs to a person from a moment until another, because somebody said so."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="edges")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="edges")
    began_us = models.BigIntegerField()
    ended_us = models.BigIntegerField(null=True, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT
    )
    """Who said so; null where hobnob met the account, or learnt whose handle it was."""
    reason = models.TextField(blank=True)
    decision = models.ForeignKey(
        "storage.Decision", null=True, on_delete=models.SET_NULL, related_name="edges"
    )
    """What was decided, where somebody did: undoing it gives the account back."""

    class Meta:
        """An account belongs to one person at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["account"],
                condition=models.Q(ended_us__isnull=True),
                name="one_person_at_a_time",
            )
        ]

    def __str__(self) -> str:
        """Account 3 is person 2."""
        return f"Account {self.account_id} is person {self.person_id}"
