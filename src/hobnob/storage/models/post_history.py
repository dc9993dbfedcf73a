"""What became of posts: earlier versions of those edited, and which their authors took back."""

from django.db import models

from hobnob.domain.people import Network
from hobnob.storage.models.posts import Post


class FormerText(models.Model):
    """What a post said before it was edited."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="former_texts")
    text = models.TextField()
    until_us = models.BigIntegerField()
    """When the new text was first seen."""

    def __str__(self) -> str:
        """The first words."""
        return self.text[:60]


class DeletedPost(models.Model):
    """A post that its author took back: its words are gone here too, and stay gone.

    Known by its native id, because a page read late may bring it once more.
    """

    network = models.TextField(choices=[(n, n) for n in Network])
    native_id = models.TextField()
    noticed_us = models.BigIntegerField()

    class Meta:
        """Once is enough."""

        constraints = [
            models.UniqueConstraint(fields=["network", "native_id"], name="one_deleted_post")
        ]

    def __str__(self) -> str:
        """mastodon 7@tusk.example, deleted by its author."""
        return f"{self.network} {self.native_id}, deleted by its author"
