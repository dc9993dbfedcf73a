"""Posts as a server tells them: https://docs.joinmastodon.org/entities/Status/."""

from collections.abc import Iterator

from hobnob.domain.people import Network
from hobnob.domain.posts import Post
from hobnob.networks.fields import Record, each, moment, part, words
from hobnob.networks.mastodon.accounts import Accounts
from hobnob.networks.mastodon.fields import id_in, link, needed_id
from hobnob.networks.mastodon.text import plain_text

DIRECT = "direct"
"""The visibility of a private mention: seen by those alone whom it names."""
_FOR_FEW = frozenset({DIRECT, "private"})


def read_post(status: Record, accounts: Accounts) -> Post:
    """The post of a status that is no repost. Raises Misshapen."""
    answered = id_in(status, "in_reply_to_id")
    return Post(
        network=Network.MASTODON,
        native_id=accounts.whole(needed_id(status, "post")),
        author=accounts.read(part(status, "account")),
        text=_text(status),
        at_us=moment(status, "created_at"),
        url=link(status, "url", "uri"),
        in_reply_to=accounts.whole(answered) if answered else "",
        language=words(status, "language"),
        is_sensitive=status.get("sensitive") is True or bool(words(status, "spoiler_text")),
        is_private=words(status, "visibility") in _FOR_FEW,
    )


def quoted(status: Record) -> Record:
    """The status that this one quotes, empty where there is none to be seen.

    Mastodon 4.5 wraps it and says whether the author agreed; others put it there as it is.
    """
    quote = part(status, "quote")
    return part(quote, "quoted_status") or (quote if "account" in quote else {})


def _text(status: Record) -> str:
    """Everything that was said: the warning, the words, the poll, what the pictures show."""
    leave_out = "quote-inline" if quoted(status) else ""
    return "\n\n".join(
        piece
        for piece in (
            words(status, "spoiler_text").strip(),
            plain_text(words(status, "content"), leave_out=leave_out),
            "\n".join(_options(status)),
            "\n".join(_pictures(status)),
        )
        if piece
    )


def _options(status: Record) -> Iterator[str]:
    for option in each(part(status, "poll"), "options"):
        if title := words(option, "title").strip():
            yield f"[choice: {title}]"


def _pictures(status: Record) -> Iterator[str]:
    for attached in each(status, "media_attachments"):
        kind = _KINDS.get(words(attached, "type"), "file")
        shown = " ".join(words(attached, "description").split())
        yield f"[{kind}: {shown}]" if shown else f"[{kind} without a description]"


_KINDS = {"image": "picture", "gifv": "moving picture", "video": "video", "audio": "recording"}
