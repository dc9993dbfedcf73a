"""Posts as Bluesky tells them: https://docs.bsky.app/docs/api/app-bsky-feed-get-posts."""

from datetime import UTC, datetime

from hobnob.domain.moments import to_us
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Attached, Post, web_url
from hobnob.networks.bluesky.attached import read_attached
from hobnob.networks.bluesky.labels import is_sensitive
from hobnob.networks.bluesky.text import whole_text
from hobnob.networks.bluesky.uris import AtUri, post_in, tid_us
from hobnob.networks.fields import Record, clean, moment, part

_EARLIEST_US = to_us(datetime(2000, 1, 1, tzinfo=UTC))
"""People bring posts along from older networks, with their dates. Before this it is nonsense."""


def read_post(uri: AtUri, value: Record, author: Account, *, view: Record | None = None) -> Post:
    """The post in a record, and in the view of it where there is one."""
    languages = value.get("langs")
    language = languages[0] if isinstance(languages, list) and languages else ""
    attached = read_attached(value, view or {})
    return Post(
        network=Network.BLUESKY,
        native_id=str(uri),
        author=author,
        text=whole_text(value),
        at_us=happened_at(uri, value, view or {}),
        in_reply_to=post_in(part(value, "reply"), "parent"),
        language=clean(language)[:16] if isinstance(language, str) else "",
        is_sensitive=is_sensitive(attached.labels),
        attached=attached,
    )


def happened_at(uri: AtUri, value: Record, view: Record) -> int | None:
    """When a record was made, as far as that can be believed.

    Whoever makes a record dates it as they like; so what others noted bounds it from above: when
    Bluesky came to know it, or else the moment that its key begins with.
    https://docs.bsky.app/docs/advanced-guides/timestamps
    """
    said = moment(value, "createdAt")
    noted = moment(view, "indexedAt") or tid_us(uri.key)
    sane = [each for each in (said, noted) if each is not None and each >= _EARLIEST_US]
    return min(sane, default=None)


def read_repost(uri: str, by: Account, original: Post, *, at_us: int | None) -> Post:
    """The post by which somebody handed another one on: its page is that of the other."""
    return Post(
        network=Network.BLUESKY,
        native_id=uri,
        author=by,
        at_us=at_us,
        url=web_url(original.network, original.native_id, original.url),
        attached=Attached(reposts=original.native_id),
    )
