"""Posts as a server tells them: https://docs.joinmastodon.org/entities/Status/."""

from collections.abc import Iterator

from hobnob.domain.people import Network
from hobnob.domain.posts import Attached, Media, Post
from hobnob.networks.fields import Record, each, moment, part, words
from hobnob.networks.mastodon.accounts import Accounts
from hobnob.networks.mastodon.attached import media_of, quoted, quoted_id, read_attached
from hobnob.networks.mastodon.fields import id_in, link, needed_id
from hobnob.networks.mastodon.text import read_html

DIRECT = "direct"
"""The visibility of a private mention: seen by those alone whom it names."""
_FOR_FEW = frozenset({DIRECT, "private"})


def read_post(status: Record, accounts: Accounts) -> Post:
    """The post of a status that is no repost. Raises Misshapen."""
    answered, quotes = id_in(status, "in_reply_to_id"), quoted_id(status)
    leave_out = "quote-inline" if quoted(status) else ""
    content = read_html(words(status, "content"), leave_out=leave_out)
    return Post(
        network=Network.MASTODON,
        native_id=accounts.whole(needed_id(status, "post")),
        author=accounts.read(part(status, "account")),
        text=_text(status, content.text),
        at_us=moment(status, "created_at"),
        url=link(status, "url", "uri"),
        in_reply_to=accounts.whole(answered) if answered else "",
        language=words(status, "language"),
        is_sensitive=status.get("sensitive") is True or bool(words(status, "spoiler_text")),
        is_private=words(status, "visibility") in _FOR_FEW,
        attached=read_attached(
            status, content.links, quotes=accounts.whole(quotes) if quotes else ""
        ),
    )


def read_repost(status: Record, original: Post, accounts: Accounts) -> Post:
    """The post by which somebody handed another one on. Raises Misshapen."""
    return Post(
        network=Network.MASTODON,
        native_id=accounts.whole(needed_id(status, "repost")),
        author=accounts.read(part(status, "account")),
        at_us=moment(status, "created_at"),
        url=original.url,
        is_private=words(status, "visibility") in _FOR_FEW,
        attached=Attached(reposts=original.native_id),
    )


def _text(status: Record, said: str) -> str:
    """Everything that was said: the warning, the words, the poll, what the pictures show."""
    return "\n\n".join(
        piece
        for piece in (
            words(status, "spoiler_text").strip(),
            said,
            "\n".join(_options(status)),
            "\n".join(_shown(media) for media in media_of(status)),
        )
        if piece
    )


def _options(status: Record) -> Iterator[str]:
    for option in each(part(status, "poll"), "options"):
        if title := words(option, "title").strip():
            yield f"[choice: {title}]"


def _shown(media: Media) -> str:
    return f"[{media.kind}: {media.alt}]" if media.alt else f"[{media.kind} without a description]"
