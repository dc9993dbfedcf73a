"""What somebody has not read of a feed: numbers and kinds alone, for as many posts as it takes."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KT

from hobnob.domain.moments import HOUR
from hobnob.domain.post_kinds import PostKind
from hobnob.storage.models import Post, SeenPost
from hobnob.storage.queries.feed.looks import Look

FEW = 800
"""So many unread posts are all looked at. Where there are more, the newest are, of each kind where
many people wrote them."""

WINDOW = 80
"""How many of each kind those are."""

COUNTED = 200
"""Beside a feed with more unread posts it says "200+"."""

_ANY_KIND = "any kind"
_COLUMNS = ("pk", "author__person_id", "author_id", "kind", "because", "at_us", "is_close_call")
_KIND = 3
_Row = tuple[int, int, int, str, str, int, bool]


@dataclass(slots=True, kw_only=True)
class Unread:
    """A post that somebody may read, before anything but its number and kind is fetched."""

    post_id: int
    author_id: int
    """Whose it is: the person."""
    account_id: int
    kind: str
    because: str
    at_us: int | None
    is_close_call: bool
    author_posts_per_week: float = 0.0
    is_new_discussion: bool = False
    answers: tuple[int, ...] = ()
    """Numbers of those that came since it was read."""
    is_lifted: bool = False
    """It stands further up than it would by its date: its author seldom posts."""


def unread(look: Look) -> tuple[list[Unread], frozenset[str]]:
    """What they have not read, and the kinds of which there is more.

    Where much is unread it is the newest of each kind.
    """
    rows, cut = _found(look)
    found = [
        Unread(
            post_id=post_id,
            author_id=person_id,
            account_id=account_id,
            kind=kind,
            because=because,
            at_us=at_us,
            is_close_call=bool(is_close_call),
        )
        for post_id, person_id, account_id, kind, because, at_us, is_close_call in rows
    ]
    return found, cut


def unread_kinds(look: Look) -> Counter[str]:
    """How many posts of each kind they have not read; all together no more than are counted."""
    posts = _unread(look, _theirs(look) if look.feed.is_of_one_kind else look.feed.posts)
    return Counter(posts.values_list("kind", flat=True)[:COUNTED])


def _found(look: Look) -> tuple[list[_Row], frozenset[str]]:
    """Rows, and the kinds of which there is more: by their authors where these are few enough."""
    posts = look.feed.posts
    if look.feed.is_of_one_kind:
        return _newest_of_each(look)
    if not _are_many(_arrived(look, posts)):
        return list(_unread(look, posts).values_list(*_COLUMNS)), frozenset()
    if _are_many(look.feed.authors):
        return _newest_of_each(look)
    rows = _latest(look)
    return rows, frozenset(map(str, look.feed.kinds)) if len(rows) == FEW else frozenset()


def _latest(look: Look) -> list[_Row]:
    """Of a few people who posted much: what they posted lately.

    To look for their posts among everybody's would take as long as everybody's take.
    """
    posts = _unread(look, look.feed.posts)
    span_us = look.now_us - look.since_us
    while span_us > HOUR and _are_many(posts.filter(at_us__gte=look.now_us - span_us // 4)):
        span_us //= 4
    lately = posts.filter(at_us__gte=look.now_us - span_us).order_by("-at_us")
    return list(lately.values_list(*_COLUMNS)[:FEW])


def _are_many(found: QuerySet[Any]) -> bool:
    """Whether there are more than few, without counting further."""
    return found[: FEW + 1].count() > FEW


def _newest_of_each(look: Look) -> tuple[list[_Row], frozenset[str]]:
    """The newest of each kind, found by when they were posted, and kinds that have more.

    One statement, written once: to word it took Django five times as long as to find the posts.
    """
    newest = _unread(look, _theirs(look)).order_by("-at_us")
    wanted = newest.filter(kind=_ANY_KIND).values_list(*_COLUMNS)[: WINDOW + 1]
    sql, values = wanted.query.sql_with_params()
    each = f"SELECT * FROM ({sql}) newest"  # noqa: S608 (as Django worded it)
    kinds = look.feed.kinds
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join([each] * len(kinds)),
            [str(kind) if value == _ANY_KIND else value for kind in kinds for value in values],
        )
        rows: list[_Row] = cursor.fetchall()
    found: dict[str, list[_Row]] = {}
    for row in rows:
        found.setdefault(str(row[_KIND]), []).append(row)
    kept = [row for those in found.values() for row in those[:WINDOW]]
    return kept, frozenset(kind for kind, those in found.items() if len(those) > WINDOW)


def _theirs(look: Look) -> QuerySet[Post]:
    """Their posts, for when they are found by something else than their authors."""
    posts = Post.objects.filter(Exists(look.feed.authors.filter(pk=OuterRef("author_id"))))
    return posts.filter(kind__in=look.feed.kinds) if look.feed.is_of_one_kind else posts


def _unread(look: Look, posts: QuerySet[Post]) -> QuerySet[Post]:
    seen = SeenPost.objects.filter(
        reader=look.reader, post_id=OuterRef("pk"), seen_us__lte=look.at_us
    )
    is_empty = Q(text="", attached={})
    is_unjudged = Q(kind="")
    found = _arrived(look, posts).filter(~Exists(seen), ~is_empty, ~is_unjudged, is_private=False)
    return _heard(look, found)


def _heard(look: Look, posts: QuerySet[Post]) -> QuerySet[Post]:
    """Those without what people whom I mute or block said, who ever handed it on."""
    if not look.hushed:
        return posts
    original = Post.objects.filter(
        look.is_hushed("author_id"),
        network=OuterRef("network"),
        native_id=OuterRef("original"),
    )
    is_theirs = Q(kind=PostKind.REPOST) & Q(Exists(original))
    by_others = posts.exclude(look.is_hushed("author_id"))
    return by_others.alias(original=KT("attached__reposts")).exclude(is_theirs)


def _arrived(look: Look, posts: QuerySet[Post]) -> QuerySet[Post]:
    return posts.filter(at_us__gte=look.since_us, at_us__lte=look.now_us, pk__gt=look.up_to_id)
