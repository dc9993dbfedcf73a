"""What is done for each other away from the log: by hand, asked for, given, and what came of it."""

from django.conf import settings
from django.db import models

from hobnob.domain.interactions import Direction, Kind
from hobnob.storage.models.decisions import Decision
from hobnob.storage.models.interactions import Interaction
from hobnob.storage.models.lists import List
from hobnob.storage.models.outbox import OutboxItem
from hobnob.storage.models.posts import Post


class Deed(models.Model):
    """A call, a visit, a favour, as somebody logged it: the decision has whom and the words."""

    decision = models.OneToOneField(
        Decision, primary_key=True, on_delete=models.CASCADE, related_name="deed"
    )
    kind = models.TextField(choices=[(each, each) for each in Kind])
    direction = models.TextField(choices=[(each, each) for each in Direction])
    at_us = models.BigIntegerField()
    interaction = models.ForeignKey(
        Interaction, null=True, on_delete=models.SET_NULL, related_name="+", db_constraint=False
    )
    """Its line in the log of what happened; null once it is undone. Derived."""

    def __str__(self) -> str:
        """Call."""
        return self.kind


class Campaign(models.Model):
    """A plan: who, which list, which goal, which topics, which asks."""

    key = models.SlugField(unique=True)
    name = models.TextField(unique=True)
    goal = models.TextField(blank=True)
    who = models.TextField(blank=True)
    """Whom it is for, in words."""
    topics = models.JSONField(default=list)
    """Keys of our topics."""
    asks = models.JSONField(default=list)
    """What people will be asked, each with the outcome hoped for: "petition: sign for the fen"."""
    list = models.ForeignKey(List, null=True, on_delete=models.SET_NULL, related_name="campaigns")
    begins_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_us = models.BigIntegerField()
    closed_us = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        """Wetlands in spring."""
        return self.name


class Ask(models.Model):
    """Something asked of somebody: the decision has whom, by whom, when, and what in words."""

    decision = models.OneToOneField(
        Decision, primary_key=True, on_delete=models.CASCADE, related_name="ask"
    )
    outcome = models.TextField()
    """What is hoped for: a domain OutcomeKind."""
    campaign = models.ForeignKey(
        Campaign, null=True, on_delete=models.SET_NULL, related_name="asked"
    )
    given = models.FloatField(default=0.0)
    received = models.FloatField(default=0.0)
    """The balance just before, in the weights of the ledger."""
    is_fair = models.BooleanField()
    """What the gate said."""
    sentence = models.TextField()
    """Its reason, as it was shown."""
    answer = models.TextField(blank=True)
    """"yes", "no", "silence"; "" while nothing came back. Derived from decisions."""
    answered_us = models.BigIntegerField(null=True)
    outbox = models.ForeignKey(
        OutboxItem, null=True, on_delete=models.SET_NULL, related_name="asks"
    )
    """The words in which it goes out, where it was written here."""

    def __str__(self) -> str:
        """Donation, asked for."""
        return f"{self.outcome}, asked for"


class Outcome(models.Model):
    """What came of it, as somebody said: the decision has from whom, by whom, and the words."""

    decision = models.OneToOneField(
        Decision, primary_key=True, on_delete=models.CASCADE, related_name="outcome"
    )
    kind = models.TextField()
    """A domain OutcomeKind."""
    at_us = models.BigIntegerField()
    amount = models.BigIntegerField(null=True)
    """Its worth in the smallest unit of the currency, where anybody can say."""
    currency = models.TextField(blank=True)
    interactions = models.JSONField(default=list)
    """Numbers of the lines of the log that led there."""
    ask = models.ForeignKey(Ask, null=True, on_delete=models.SET_NULL, related_name="outcomes")

    class Meta:
        """Newest first is an index range."""

        indexes = [models.Index(fields=["-at_us"], name="outcomes_by_time")]

    def __str__(self) -> str:
        """Referral."""
        return self.kind


class Gesture(models.Model):
    """A kind word or picture that went to somebody: the decision has whom, by whom, and when."""

    decision = models.OneToOneField(
        Decision, primary_key=True, on_delete=models.CASCADE, related_name="gesture"
    )
    kind = models.TextField()
    key = models.TextField(blank=True)
    """What it was about, so that it is not offered twice: "repost:12", "birthday:2026"."""
    words = models.TextField(blank=True)
    picture = models.TextField(blank=True)
    """Name of the file in one's own folder, or the address of the page it was found on."""
    post = models.ForeignKey(Post, null=True, on_delete=models.SET_NULL, related_name="+")
    """Of theirs, that it was about."""
    outbox = models.ForeignKey(
        OutboxItem, null=True, on_delete=models.SET_NULL, related_name="gestures"
    )
    """Where it goes out from here."""

    def __str__(self) -> str:
        """Birthday."""
        return self.kind


class Idea(models.Model):
    """An idea of one's own for something kind: a page of the idea book."""

    name = models.TextField(unique=True)
    words = models.TextField(blank=True)
    """What to write, with {name} and {topic} where those go."""
    topic = models.TextField(blank=True)
    """For people who care about this; "" for everybody."""
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_us = models.BigIntegerField()

    def __str__(self) -> str:
        """The name."""
        return self.name


class Manner(models.Model):
    """How the organisation speaks: the newest row holds."""

    words = models.TextField(blank=True)
    """Shown beside whatever is written: "First names; no exclamation marks"."""
    greeting = models.TextField(blank=True)
    farewell = models.TextField(blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_us = models.BigIntegerField()

    def __str__(self) -> str:
        """Its words."""
        return self.words
