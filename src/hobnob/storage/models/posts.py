"""Posts: what people wrote."""

from django.db import models

from hobnob.domain.people import Network
from hobnob.domain.post_kinds import PostKind
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
    attached = models.JSONField(default=dict)
    """What it carries besides its words, as `storage.attached` writes it; {} for nothing."""
    kind = models.TextField(blank=True, choices=[(k, k) for k in PostKind])
    """What it is to its reader, judged from the post alone; "" before anybody looked. Derived."""
    because = models.TextField(blank=True)
    """Why it is that: "bare link, 4 words of its own". Derived."""
    is_close_call = models.BooleanField(default=False)
    """Its author's habits decide whether it is a link-drop. Derived."""

    class Meta:
        """One row per post; a person's newest posts are one index range, and a post's answers."""

        constraints = [models.UniqueConstraint(fields=["network", "native_id"], name="one_post")]
        indexes = [
            models.Index(fields=["author", "at_us"], name="post_by_author"),
            models.Index(
                fields=["in_reply_to"], condition=~models.Q(in_reply_to=""), name="post_answers"
            ),
            models.Index(fields=["kind", "at_us"], name="post_by_kind"),
        ]

    def __str__(self) -> str:
        """The first words."""
        return self.text[:60]


class PostTag(models.Model):
    """A hashtag in a post: what chats are found by. Derived from its words."""

    post = models.ForeignKey(
        Post, on_delete=models.CASCADE, related_name="tags", db_constraint=False
    )
    tag = models.TextField()
    """Without its #, in lower case: "nptech"."""
    at_us = models.BigIntegerField(null=True)
    """When the post was made."""

    class Meta:
        """The posts of an hour under a hashtag are one index range."""

        indexes = [models.Index(fields=["tag", "at_us"], name="posts_of_tag")]

    def __str__(self) -> str:
        """#nptech."""
        return f"#{self.tag}"
