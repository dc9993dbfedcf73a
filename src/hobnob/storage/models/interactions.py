"""The log of what happened, and the sources that told it."""

from django.db import models

from hobnob.domain.interactions import KINDNESSES, CauseKey, Direction, Kind, cause_key
from hobnob.domain.people import Network
from hobnob.storage.models.people import Account
from hobnob.storage.models.posts import Post


class Source(models.Model):
    """One file read or one stream synced: where lines of the log come from, and how far it got."""

    kind = models.TextField()
    """The reader's name: "x_archive", "demo"."""
    fingerprint = models.TextField(unique=True)
    """Equal when the same file is read again."""
    title = models.TextField()
    path = models.TextField(blank=True)
    owner = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL)
    options = models.JSONField(default=dict)
    started_us = models.BigIntegerField()
    finished_us = models.BigIntegerField(null=True, blank=True)
    error = models.TextField(blank=True)
    """The sentence that stopped it, where one did."""
    file = models.TextField(blank=True)
    record = models.IntegerField(default=0)
    """The next record to read of `file`: where a killed import goes on."""
    records_done = models.IntegerField(default=0)
    records_total = models.IntegerField(null=True, blank=True)
    counts = models.JSONField(default=dict)
    problems = models.JSONField(default=list)

    def __str__(self) -> str:
        """X archive of @robin."""
        return self.title


class Interaction(models.Model):
    """A domain Interaction as stored: appended once, by (network, kind, native id).

    What a source did not know (target, moment) is filled in once, when another source tells it.
    Foreign keys carry no constraint and no index of their own: bulk recording checks them once a
    batch, and the only questions asked of this table are the indexes below.
    """

    network = models.TextField(choices=[(n, n) for n in Network])
    kind = models.TextField(choices=[(k, k) for k in Kind])
    direction = models.TextField(choices=[(d, d) for d in Direction])
    native_id = models.TextField()
    actor = models.ForeignKey(
        Account,
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    target = models.ForeignKey(
        Account,
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    contact = models.ForeignKey(
        Account,
        null=True,
        on_delete=models.CASCADE,
        related_name="interactions",
        db_constraint=False,
        db_index=False,
    )
    """The account on the other side: the actor, or the target of what I did."""
    post = models.ForeignKey(
        Post,
        null=True,
        on_delete=models.SET_NULL,
        related_name="interactions",
        db_constraint=False,
        db_index=False,
    )
    at_us = models.BigIntegerField(null=True)
    order = models.BigIntegerField(null=True)
    source = models.ForeignKey(
        Source,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )

    class Meta:
        """A second import adds nothing; a person's timeline is one index range an account.

        What people did for me lately is an index range too: whom to thank. So is who takes up what
        somebody else says.
        """

        constraints = [
            models.UniqueConstraint(fields=["network", "kind", "native_id"], name="logged_once")
        ]
        indexes = [
            models.Index(
                fields=["contact", "at_us", "kind", "direction"], name="interaction_timeline"
            ),
            models.Index(
                fields=["kind", "at_us"],
                condition=models.Q(direction=Direction.TOWARDS_ME, kind__in=sorted(KINDNESSES)),
                name="interaction_kindnesses",
            ),
            models.Index(
                fields=["target"],
                condition=models.Q(direction=Direction.BETWEEN_OTHERS),
                name="interaction_between_others",
            ),
        ]

    def __str__(self) -> str:
        """#12 mention."""
        return f"#{self.pk} {self.kind}"

    @property
    def cause_key(self) -> CauseKey:
        """Where it stands in the order of things that happened."""
        return cause_key(self.at_us, self.order, self.network, self.kind, self.native_id)
