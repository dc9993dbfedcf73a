"""Rows of Today before their people are fetched: drafts, and those of whom sections pick."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from django.db.models import F, OuterRef, Subquery

from hobnob.domain.closeness import State
from hobnob.domain.moments import ago
from hobnob.domain.posts import web_url
from hobnob.domain.today import Act, Candidate
from hobnob.storage.models import Person, Post
from hobnob.storage.queries.gestures.offers import Offer
from hobnob.storage.these import these

About = tuple[tuple[str, str], ...]
"""Names and values: (("outcome", "petition"), ("campaign", "wetlands"))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A row before its person is fetched."""

    person_id: int
    happened: str
    what: str
    why: str
    act: Act
    url: str
    on_list: str = ""
    up_to_us: int | None = None
    post_id: int | None = None
    is_private: bool = False
    about: About = ()
    """What the act is about, where the person alone does not say it."""
    offer: Offer | None = None
    """The gesture, with a beginning for its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """Somebody whom a section picks, and what it will say of them."""

    row: Candidate
    why: Callable[[Candidate, int], str]
    act: Act
    on_list: str = ""


def drafts(picks: Sequence[Pick], now_us: int) -> list[Draft]:
    """The rows of those picked, each with its newest words."""
    silent = [pick.row.person_id for pick in picks if pick.row.post_us is None]
    posts = newest_posts(silent, now_us)
    return [_draft(pick, posts.get(pick.row.person_id), now_us) for pick in picks]


def _draft(pick: Pick, post: Post | None, now_us: int) -> Draft:
    row = pick.row
    if post is not None:
        row = candidate(row.person_id, row.state, post)
    return Draft(
        person_id=row.person_id,
        happened=f"wrote {ago(row.post_us, now_us)}" if row.post_text else "",
        what=row.post_text,
        why=pick.why(row, now_us),
        act=pick.act,
        url=row.url,
        on_list=pick.on_list,
        post_id=row.post_id,
    )


def candidate(person_id: int, state: State, post: Post | None) -> Candidate:
    """Somebody with their newest post, if any is known."""
    return Candidate(
        person_id=person_id,
        state=state,
        post_text=post.text if post else "",
        post_us=post.at_us if post else None,
        url=web_url(post.network, post.native_id, post.url) if post else "",
        post_id=post.pk if post else None,
    )


def newest_posts(person_ids: Collection[int], now_us: int) -> dict[int, Post]:
    """By person: the newest of their posts that everybody may read."""
    if not person_ids:
        return {}
    newest = (
        Post.objects.filter(author__person_id=OuterRef("pk"), at_us__lte=now_us, is_private=False)
        .order_by("-at_us")
        .values("pk")[:1]
    )
    people = Person.objects.filter(pk__in=these(person_ids)).annotate(newest=Subquery(newest))
    posts = Post.objects.filter(pk__in=people.values("newest")).defer("attached", "because")
    return {post.person_id: post for post in posts.annotate(person_id=F("author__person_id"))}
