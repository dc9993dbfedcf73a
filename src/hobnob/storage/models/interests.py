"""Topics: those of the organisation, and what people show that they care about."""

from django.db import models

from hobnob.storage.models.people import Account


class OurTopic(models.Model):
    """A programme or a campaign of ours, with the words that speak of it."""

    key = models.SlugField(unique=True)
    name = models.TextField(unique=True)
    words = models.JSONField(default=list)
    made_us = models.BigIntegerField()

    def __str__(self) -> str:
        """Wetlands."""
        return self.name


class Interest(models.Model):
    """Something that an account posts about, with the posts that show it. Derived."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="interests")
    axis = models.TextField()
    """"ours" or "theirs"."""
    topic = models.TextField()
    """What decisions name: a lemma, or the key of one of our topics."""
    label = models.TextField()
    """As a person reads it."""
    score = models.FloatField()
    posts = models.JSONField(default=list)
    """Numbers of the posts that show it, the clearest first."""
    found_us = models.BigIntegerField()

    class Meta:
        """Found once; who cares about a topic is an index range."""

        constraints = [
            models.UniqueConstraint(fields=["account", "axis", "topic"], name="one_interest")
        ]
        indexes = [models.Index(fields=["axis", "topic", "-score"], name="who_cares")]

    def __str__(self) -> str:
        """tigers."""
        return self.label
