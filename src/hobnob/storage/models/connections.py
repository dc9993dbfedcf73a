"""Accounts of mine that are read live, how far each stream of theirs is, and what that takes."""

from django.db import models

from hobnob.domain.networks import Stream
from hobnob.domain.people import Network
from hobnob.storage.models.interactions import Source
from hobnob.storage.models.people import Account


class Connection(models.Model):
    """An account of mine at a network. The sign-in itself is kept elsewhere, never here."""

    network = models.TextField(choices=[(n, n) for n in Network])
    server = models.TextField(blank=True)
    """The host it lives at, "tusk.example"; empty where a network is one place."""
    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="connection")
    reads_messages = models.BooleanField(default=False)
    modes = models.JSONField(default=dict)
    """Capability -> mode, as the network said last: what can't be read is no fault."""
    connected_us = models.BigIntegerField()
    disconnected_us = models.BigIntegerField(null=True, blank=True)
    syncing_since_us = models.BigIntegerField(null=True, blank=True)
    """When the sync that is under way began; stays where one was killed, until the next."""
    synced_us = models.BigIntegerField(null=True, blank=True)
    """When a sync last came to its end, whatever it found."""
    error = models.TextField(blank=True)
    """The sentence that stopped all of it, where one did."""
    needs_sign_in = models.BooleanField(default=False)
    monthly_limit_microdollars = models.BigIntegerField(default=5_000_000)
    """More than this is spent in no month, by UTC, whatever else was allowed."""

    def __str__(self) -> str:
        """Mastodon, @robin@tusk.example."""
        return f"{Network(self.network).title}, @{self.account.handle or self.account.native_id}"


class StreamState(models.Model):
    """How far one stream of a connection is read. It moves only together with what was read."""

    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="streams")
    stream = models.TextField(choices=[(s, s) for s in Stream])
    of = models.TextField(blank=True)
    """The list or hashtag, where the stream needs one."""
    source = models.OneToOneField(Source, on_delete=models.PROTECT, related_name="stream")
    version = models.IntegerField(default=0)
    """One more with every change: of two syncs at once the later one notices."""
    tail = models.JSONField(null=True, blank=True)
    """Cursor towards what is newer; null before the first read, and when the network forgot it."""
    gaps = models.JSONField(default=list)
    """What is left to read backwards: [{"cursor", "floor"}], see operations/streams/read.py."""
    began_us = models.BigIntegerField(null=True, blank=True)
    """When the whole read of a snapshot that is under way began."""
    read_us = models.BigIntegerField(null=True, blank=True)
    """The last good read: to its end, with nothing strange about it."""
    tried_us = models.BigIntegerField(null=True, blank=True)
    paused_until_us = models.BigIntegerField(null=True, blank=True)
    error = models.TextField(blank=True)
    """Why it is amber; empty while all is well."""
    items = models.IntegerField(default=0)
    """Lines of the log, accounts of a snapshot, posts of a feed: what it was the first to tell."""
    newest_us = models.JSONField(default=list)
    """Moments of its newest items: its rhythm."""
    problems = models.JSONField(default=list)
    price_microdollars = models.BigIntegerField(default=0)
    """What the network takes for a thousand of its items, as told last; 0 where they are free."""
    is_allowed = models.BooleanField(default=False)
    """The price of what it doesn't read by itself was shown, and somebody said yes."""

    class Meta:
        """Each is read once."""

        constraints = [
            models.UniqueConstraint(fields=["connection", "stream", "of"], name="one_stream")
        ]

    def __str__(self) -> str:
        """Followers of connection 1."""
        return f"{self.stream} of connection {self.connection_id}"


class Hashtag(models.Model):
    """A hashtag that is read with an account of mine."""

    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="hashtags")
    tag = models.TextField()
    """Without its #, in lower case: "nptech"."""

    class Meta:
        """Read once."""

        constraints = [models.UniqueConstraint(fields=["connection", "tag"], name="one_hashtag")]

    def __str__(self) -> str:
        """#nptech."""
        return f"#{self.tag}"


class Spending(models.Model):
    """What reading took in one month."""

    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="spending")
    month = models.TextField()
    """ "2026-11", by UTC."""
    requests = models.IntegerField(default=0)
    microdollars = models.BigIntegerField(default=0)

    class Meta:
        """One row a month."""

        constraints = [models.UniqueConstraint(fields=["connection", "month"], name="one_month")]

    def __str__(self) -> str:
        """2026-11: 120 requests."""
        return f"{self.month}: {self.requests} requests"
