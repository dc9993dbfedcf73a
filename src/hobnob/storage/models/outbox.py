"""The outbox: what I mean to do on a network, the yes to it, and what became of it."""

from django.db import models
from django.db.models import Q

from hobnob.domain.actions import Action, ActionKind
from hobnob.domain.networks import Mode
from hobnob.domain.outbox import State
from hobnob.domain.people import Network
from hobnob.storage.models.decisions import Decision
from hobnob.storage.models.people import Account
from hobnob.storage.models.posts import Post


class OutboxItem(models.Model):
    """One action. What is sent never changes after the yes: whoever edits it takes the yes away."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="outbox")
    """Mine, that acts."""
    kind = models.TextField(choices=[(k, k) for k in ActionKind])
    target = models.TextField(blank=True)
    text = models.TextField(blank=True)
    on_list = models.TextField(blank=True)
    is_private = models.BooleanField(default=False)
    mode = models.TextField(choices=[(m, m) for m in Mode])
    price_microdollars = models.IntegerField(default=0)
    """What the network takes for it, at most; shown before the yes."""
    about = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="outbox_about"
    )
    """Whom it is about, where that is known: their own post, or themselves."""
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.SET_NULL, related_name="outbox"
    )
    form = models.TextField(unique=True)
    """The form it came from: pressed twice it is one action."""
    state = models.TextField(choices=[(s, s) for s in State], default=State.DRAFT)
    drafted_us = models.BigIntegerField()
    approval = models.OneToOneField(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="outbox_item"
    )
    """Who said yes, when, and the digest of exactly what they saw."""
    key = models.TextField(null=True, blank=True, unique=True)
    due_us = models.BigIntegerField(null=True, blank=True)
    """Not sent before this moment: the hold after the yes, or a network that asked to wait."""
    worker = models.TextField(blank=True)
    lease = models.TextField(blank=True)
    """Since when a worker has it, by a clock that nobody sets: see `operations.outbox.lease`."""
    claimed_us = models.BigIntegerField(null=True, blank=True)
    """When it was claimed first. It counts against the day from then on."""
    tries = models.IntegerField(default=0)
    ended_us = models.BigIntegerField(null=True, blank=True)
    remote_id = models.TextField(blank=True)
    """Native id of what it made over there."""
    url = models.TextField(blank=True)
    said = models.TextField(blank=True)
    """The sentence that a person needs: why it failed, or what it waits for."""
    undoes = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="undone_by"
    )

    class Meta:
        """What is open is a short range, and so is an account's last day."""

        indexes = [
            models.Index(fields=["state", "due_us"], name="outbox_by_state"),
            models.Index(
                fields=["account", "claimed_us"],
                name="outbox_by_day",
                condition=Q(claimed_us__isnull=False),
            ),
            models.Index(fields=["account", "kind", "target"], name="outbox_by_target"),
        ]

    def __str__(self) -> str:
        """like at://… by account 1: sent."""
        return f"{self.kind} {self.target} by account {self.account_id}: {self.state}"

    @property
    def action(self) -> Action:
        """Exactly what is sent."""
        return Action(
            network=Network(self.account.network),
            by=self.account.native_id,
            kind=ActionKind(self.kind),
            target=self.target,
            text=self.text,
            on_list=self.on_list,
            is_private=self.is_private,
        )


class OutboxSeal(models.Model):
    """The token that a file beside the database must hold as well: see operations/outbox/seal."""

    token = models.TextField()

    def __str__(self) -> str:
        """The token."""
        return self.token
