"""Posts: what people wrote."""

from django.db import models

from hobnob.domain.people import Network
from hobnob.storage.models.people import Account


class Post(models.Model):
    """One post. The author may be learnt later; the text may grow fuller, never emptier."""

    network = models.TextField(choices=[(n, n) for n in Network])
    native_id = models.TextField()
    author = models.ForeignKey(
        Account,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="posts",
        db_index=False,
    )
    text = models.TextField(blank=True)
    at_us = models.BigIntegerField(null=True, blank=True)
    url = models.TextField(blank=True)
    in_reply_to = models.TextField(blank=True)
    language = models.TextField(blank=True)
    is_sensitive = models.BooleanField(default=False)
    is_private = models.BooleanField(default=False)

    class Meta:
        """One row per post; a person's newest posts are one index range."""

        constraints = [models.UniqueConstraint(fields=["network", "native_id"], name="one_post")]
        indexes = [models.Index(fields=["author", "at_us"], name="post_by_author")]

    def __str__(self) -> str:
        """The first words."""
        return self.text[:60]
