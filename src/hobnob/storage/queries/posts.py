"""Posts: one to be answered, and one by what people type for it."""

import re
from dataclasses import dataclass

from django.db.models import F, Q

from hobnob.domain.actions import ActionKind
from hobnob.domain.interactions import TALK, Direction
from hobnob.domain.moments import HOUR, ago
from hobnob.domain.outbox import State
from hobnob.domain.people import Network
from hobnob.domain.posts import web_url
from hobnob.storage.models import Interaction, OutboxItem, Post
from hobnob.storage.queries.people.lines import PersonLine, person_lines

_ON_X = re.compile(r"https://(?:x|twitter)\.com/[^/]+(?:/web)?/status/([0-9]{1,20})")
_ON_BLUESKY = re.compile(r"https://bsky\.app/profile/([^/]+)/post/([a-z0-9]+)")

_LOST_WORDS_KEPT = HOUR
"""What was called back stands in the form again for so long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLine:
    """Somebody's post that can be answered."""

    id: int
    network: str
    person: PersonLine | None
    handle: str
    text: str
    when: str
    url: str
    is_private: bool
    spoken_to: int | None
    """My account that it was said to."""
    called_back: str
    """What was written to it and called back lately: it is not lost."""


def post_line(post_id: int, now_us: int) -> PostLine | None:
    """The post; None where there is no such."""
    post = Post.objects.select_related("author").filter(pk=post_id).first()
    if post is None:
        return None
    author = post.author
    people = person_lines([author.person_id]) if author else {}
    return PostLine(
        id=post.pk,
        network=post.network,
        person=people.get(author.person_id) if author else None,
        handle=author.handle if author else "",
        text=post.text,
        when=ago(post.at_us, now_us),
        url=web_url(post.network, post.native_id, post.url),
        is_private=post.is_private,
        spoken_to=_spoken_to(post),
        called_back=_called_back(post.pk, now_us),
    )


def _spoken_to(post: Post) -> int | None:
    if post.author_id is None:
        return None
    said = Interaction.objects.filter(
        contact_id=post.author_id, post_id=post.pk, direction=Direction.TOWARDS_ME
    )
    return said.order_by("pk").values_list("target_id", flat=True).first()


def _called_back(post_id: int, now_us: int) -> str:
    newest = OutboxItem.objects.filter(post_id=post_id, kind=ActionKind.REPLY).order_by("-pk")
    item = newest.first()
    is_lost = item is not None and item.state == State.WITHDRAWN
    if item is None or not is_lost or now_us - (item.ended_us or 0) > _LOST_WORDS_KEPT:
        return ""
    return item.text


# ── By what people type ────────────────────────────────────────────────────


def post_at(address: str) -> int | None:
    """The post at an address, as the browser or the network says it; None where none is known."""
    wanted = Q(url=address) | Q(native_id=address)
    if found := _ON_X.match(address):
        wanted |= Q(network=Network.X, native_id=found[1])
    if found := _ON_BLUESKY.match(address):
        who, key = found[1], found[2]
        by = Q(author__native_id=who) | Q(author__handle_key=who.lower())
        wanted |= by & Q(network=Network.BLUESKY, native_id__endswith=f"/app.bsky.feed.post/{key}")
    return Post.objects.filter(wanted).order_by("pk").values_list("pk", flat=True).first()


def newest_words_to_me(person_id: int) -> int | None:
    """The last post in which somebody spoke to me; None where there is none."""
    spoken = Interaction.objects.filter(
        contact__person_id=person_id,
        direction=Direction.TOWARDS_ME,
        kind__in=TALK,
        post__isnull=False,
    )
    newest = spoken.order_by(F("at_us").desc(nulls_last=True), "-pk")
    return newest.values_list("post_id", flat=True).first()
