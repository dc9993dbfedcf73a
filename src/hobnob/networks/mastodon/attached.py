"""What hangs on a post: https://docs.joinmastodon.org/entities/Status/."""

from collections.abc import Iterator, Sequence

from hobnob.domain.network_pages import is_network_page
from hobnob.domain.posts import Attached, Link, Media, MediaKind
from hobnob.networks.fields import Record, each, one_line, part, words
from hobnob.networks.mastodon.fields import id_in, link

_SENSITIVE = "sensitive"
_KINDS = {
    "image": MediaKind.PICTURE,
    "gifv": MediaKind.MOVING_PICTURE,
    "video": MediaKind.VIDEO,
    "audio": MediaKind.RECORDING,
}


def read_attached(status: Record, linked: Sequence[str], *, quotes: str) -> Attached:
    """What a status carries besides its words, in which `linked` are the links."""
    return Attached(
        links=tuple(_links(status, linked)),
        media=tuple(media_of(status)),
        has_poll=bool(part(status, "poll")),
        quotes=quotes,
        names=_names(status),
        labels=tuple(_labels(status)),
    )


def quoted(status: Record) -> Record:
    """The status that this one quotes, empty where there is none to be seen.

    Mastodon 4.5 wraps it and says whether the author agreed; others put it there as it is.
    """
    quote = part(status, "quote")
    return part(quote, "quoted_status") or (quote if "account" in quote else {})


def quoted_id(status: Record) -> str:
    """The id of that status, which may be told where the status itself is not."""
    wrapped = part(status, "quote")
    return id_in(quoted(status)) or id_in(wrapped, "quoted_status_id") or id_in(status, "quote_id")


def media_of(status: Record) -> Iterator[Media]:
    """The pictures and the like, each with its description."""
    for attached in each(status, "media_attachments"):
        kind = _KINDS.get(words(attached, "type"), MediaKind.FILE)
        yield Media(kind=kind, alt=one_line(words(attached, "description")))


def _links(status: Record, linked: Sequence[str]) -> Iterator[Link]:
    """The links that lead away. The card shows the first of them, by the address it ended up at."""
    quote = quoted(status)
    pages = {link(quote, "url"), link(quote, "uri")}
    away = [url for url in dict.fromkeys(linked) if url not in pages and not is_network_page(url)]
    card = part(status, "card")
    shown, title = link(card, "url"), one_line(words(card, "title"))
    if shown and not is_network_page(shown) and shown not in away:
        away = [shown] if len(away) == 1 else [*away, shown]
    for url in away:
        is_card = url == shown
        yield Link(url=url, title=title if is_card else "", is_card=is_card)


def _names(status: Record) -> int:
    named = {id_in(mention) for mention in each(status, "mentions")}
    return len(named - {"", id_in(status, "in_reply_to_account_id")})


def _labels(status: Record) -> Iterator[str]:
    if status.get("sensitive") is True:
        yield _SENSITIVE
    if warning := one_line(words(status, "spoiler_text")):
        yield warning
