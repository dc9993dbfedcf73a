"""Keep which hashtags are in which posts: what chats are found by, in years of posts too."""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.db.models import Q

from hobnob.domain.posts import hashtags
from hobnob.storage import bulk, models

_AT_ONCE = 5_000
_COLUMNS = ("post_id", "tag", "at_us")


def keep_hashtags(posts: Iterable[tuple[int, str, int | None]]) -> None:
    """The hashtags of posts that had none: (id, text, moment in microseconds UTC or None)."""
    rows = [(row_id, tag, at_us) for row_id, text, at_us in posts for tag in hashtags(text)]
    bulk.insert(models.PostTag, _COLUMNS, rows)


def find_hashtags_again(post_ids: Collection[int]) -> None:
    """Those of posts whose words or moment changed."""
    numbers = sorted(post_ids)
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        models.PostTag.objects.filter(post_id__in=some).delete()
        found = models.Post.objects.filter(pk__in=some)
        keep_hashtags(found.values_list("pk", "text", "at_us"))


@transaction.atomic
def find_every_hashtag() -> None:
    """Those of every post there is."""
    tagged = models.Post.objects.filter(Q(text__contains="#") | Q(text__contains="＃"))
    find_hashtags_again(list(tagged.values_list("pk", flat=True)))
