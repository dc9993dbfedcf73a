"""Posts that somebody read and others answered since: nothing else that was read comes back."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hobnob.domain.feed import DISCUSSED_FOR
from hobnob.storage.models import Post, SeenPost
from hobnob.storage.queries.feed.looks import Look
from hobnob.storage.queries.feed.sources import Feed, on_lists
from hobnob.storage.queries.feed.unread import Unread

_LOOKED_AT = 300
"""Of the posts that were read, the newest so many are looked at for answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    post_id: int
    seen_us: int
    up_to_id: int
    network: str
    native_id: str
    person_id: int
    account_id: int
    kind: str
    because: str
    at_us: int | None


def returned(looks: Sequence[Look]) -> dict[str, list[Unread]]:
    """By feed: its posts that people on my lists answered after they were seen.

    The looks are of one reader at one moment.
    """
    again = _talked_about(looks[0]) if looks else []
    return {look.feed.key: _of(look.feed, again) for look in looks}


def _talked_about(look: Look) -> list[Unread]:
    """Whatever was answered since, in whichever feed it stands."""
    seen = {(each.network, each.native_id): each for each in _newest_seen(look)}
    answers = _answers(look, seen.values())
    since: dict[int, list[int]] = defaultdict(list)
    for answer in answers:
        post = seen.get((answer.network, answer.in_reply_to))
        # Written before it was seen and heard of later, or the other way round: both are new.
        is_new = post is not None and (
            answer.pk > post.up_to_id or (answer.at_us or 0) > post.seen_us
        )
        if post is not None and is_new and answer.author_id != post.account_id:
            since[post.post_id].append(answer.pk)
    return [_again(post, since[post.post_id]) for post in seen.values() if post.post_id in since]


def _of(feed: Feed, again: Sequence[Unread]) -> list[Unread]:
    if not again:
        return []
    numbers = [each.post_id for each in again]
    here = set(feed.posts.filter(pk__in=numbers).values_list("pk", flat=True))
    return [each for each in again if each.post_id in here and each.kind in feed.kinds]


def _newest_seen(look: Look) -> list[_Seen]:
    seen = SeenPost.objects.filter(
        reader=look.reader,
        seen_us__lte=look.at_us,
        post__at_us__gte=look.now_us - DISCUSSED_FOR,
        post__author__isnull=False,
        post__is_private=False,
    )
    seen = seen.exclude(post__text="", post__attached={}).exclude(look.is_hushed("post__author_id"))
    rows = seen.order_by("-post_id").values_list(
        "post_id",
        "seen_us",
        "up_to_id",
        "post__network",
        "post__native_id",
        "post__author__person_id",
        "post__author_id",
        "post__kind",
        "post__because",
        "post__at_us",
    )
    return [
        _Seen(
            post_id=post_id,
            seen_us=seen_us,
            up_to_id=up_to_id,
            network=network,
            native_id=native_id,
            person_id=person_id,
            account_id=account_id,
            kind=kind,
            because=because,
            at_us=at_us,
        )
        for (
            post_id,
            seen_us,
            up_to_id,
            network,
            native_id,
            person_id,
            account_id,
            kind,
            because,
            at_us,
        ) in rows[:_LOOKED_AT]
    ]


def _answers(look: Look, seen: Iterable[_Seen]) -> list[Post]:
    native_ids = [each.native_id for each in seen]
    if not native_ids:
        return []
    answers = Post.objects.filter(in_reply_to__in=native_ids, is_private=False)
    # Said as the index says it, which holds answers alone.
    answers = answers.exclude(in_reply_to="").exclude(text="", attached={})
    known = answers.filter(author_id__in=on_lists().values("pk"))
    return list(known.exclude(look.is_hushed("author_id")).order_by("at_us", "pk"))


def _again(post: _Seen, answers: list[int]) -> Unread:
    return Unread(
        post_id=post.post_id,
        author_id=post.person_id,
        account_id=post.account_id,
        kind=post.kind,
        because=post.because,
        at_us=post.at_us,
        is_close_call=False,
        is_new_discussion=True,
        answers=tuple(answers),
    )
