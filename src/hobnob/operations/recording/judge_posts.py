"""Say anew of stored posts what they are to a reader, once their words changed or the rules did."""

from collections.abc import Collection

from django.db import transaction

from hobnob.domain.moments import DAY
from hobnob.domain.people import Network
from hobnob.domain.post_kinds import judge
from hobnob.domain.posts import Post
from hobnob.storage import attached, bulk, models

READ_FOR = 120 * DAY
"""Posts as old as that stand in no feed, and are not judged: an archive is full of them."""

_AT_ONCE = 2_000


def is_to_judge(author_id: int | None, at_us: int | None, now_us: int) -> bool:
    """Whether anybody will read it as something new. Nobody does whose author is not known."""
    return author_id is not None and at_us is not None and at_us >= now_us - READ_FOR


def judge_again(post_ids: Collection[int]) -> None:
    """Judge these posts by what is stored of them now."""
    numbers = sorted(post_ids)
    for start in range(0, len(numbers), _AT_ONCE):
        _judge(numbers[start : start + _AT_ONCE])


@transaction.atomic
def judge_rest(*, now_us: int) -> int:
    """Judge those that an older hobnob kept, as far as anybody reads them. Says how many."""
    rest = models.Post.objects.filter(
        kind="", author__isnull=False, at_us__gte=now_us - READ_FOR
    ).values_list("pk", flat=True)
    numbers = list(rest)
    judge_again(numbers)
    return len(numbers)


def judge_anew() -> None:
    """Judge every post that ever was, by the rules as they are now."""
    judge_again(list(models.Post.objects.exclude(kind="").values_list("pk", flat=True)))


def _judge(post_ids: list[int]) -> None:
    judged: list[bulk.Row] = []
    for row in models.Post.objects.filter(pk__in=post_ids):
        found = judge(_as_post(row))
        judged.append((str(found.kind), found.because, found.is_close_call, row.pk))
    bulk.update(models.Post, ("kind", "because", "is_close_call"), judged)


def _as_post(row: models.Post) -> Post:
    """The stored post as the value that is judged; who wrote it says nothing there."""
    return Post(
        network=Network(row.network),
        native_id=row.native_id,
        text=row.text,
        at_us=row.at_us,
        url=row.url,
        in_reply_to=row.in_reply_to,
        language=row.language,
        is_sensitive=row.is_sensitive,
        is_private=row.is_private,
        attached=attached.load(row.attached),
    )
