"""Chats that I seem to go to and have not added: hashtags I use in bursts."""

from datetime import tzinfo

from django.db.models import Max

from hobnob.domain.chat_bursts import Suggestion, Use, suggestions
from hobnob.domain.moments import DAY
from hobnob.storage.models import Account, Chat, Post, PostTag

_DAYS = 400
"""A chat that I went to a year ago may still be one."""

_USES_AT_MOST = 5_000


def found_in_my_posts(here: tzinfo, *, at_most: int = 3) -> list[Suggestion]:
    """Hashtags that I use like those of chats, and that are none here yet. Hours are of `here`."""
    mine = list(Account.objects.filter(is_me=True).values_list("pk", flat=True))
    newest_us = Post.objects.filter(author_id__in=mine).aggregate(newest=Max("at_us"))["newest"]
    if newest_us is None:
        return []
    used = (
        PostTag.objects.filter(post__author_id__in=mine, post__at_us__gte=newest_us - _DAYS * DAY)
        .exclude(tag__in=Chat.objects.values("tag"))
        .order_by("-post__at_us")
    )
    rows = used.values_list("tag", "post__at_us")[:_USES_AT_MOST]
    uses = (Use(tag, at_us) for tag, at_us in rows if at_us is not None)
    return suggestions(uses, here)[:at_most]
