"""What hangs on a post: https://docs.x.com/x-api/fundamentals/data-dictionary.

Only fields of the post itself are asked for. X could also bring along each picture as a thing of
its own, but it has a price for such things, and the key of a picture tells its kind.
"""

from collections.abc import Iterator

from hobnob.domain.network_pages import is_network_page
from hobnob.domain.posts import Attached, Link, Media, MediaKind
from hobnob.networks.fields import Record, each, one_line, part
from hobnob.networks.x.fields import id_in, words
from hobnob.networks.x.links import leads_to

FIELDS = "attachments,entities,media_metadata,possibly_sensitive"
"""What X is asked for to tell it."""
_SENSITIVE = "sensitive"
_KINDS = {
    "3": MediaKind.PICTURE,
    "7": MediaKind.VIDEO,
    "13": MediaKind.VIDEO,
    "16": MediaKind.MOVING_PICTURE,
}
"""What the key of something attached begins with: "3_1857000000000000003" is a picture."""


def read_attached(post: Record, note: Record, *, quotes: str) -> Attached:
    """What a post carries besides its words, of which a long one has more in its note."""
    attachments = part(post, "attachments")
    return Attached(
        links=tuple(_links(post, note)),
        media=tuple(_media(post, attachments)),
        has_poll=bool(attachments.get("poll_ids")),
        quotes=quotes,
        names=_names(post, note),
        labels=(_SENSITIVE,) if post.get("possibly_sensitive") is True else (),
    )


def entities_of(post: Record, note: Record, what: str) -> Iterator[Record]:
    """Links or mentions in the words of a post, those of a long one after the fold too."""
    for holder in (post, note):
        yield from each(part(holder, "entities"), what)


def _links(post: Record, note: Record) -> Iterator[Link]:
    """Each link that leads away, once; X tells the title of what it could make a card of."""
    found: dict[str, Link] = {}
    for told in entities_of(post, note, "urls"):
        url, title = leads_to(told), one_line(words(told, "title"))
        is_of_x = is_network_page(words(told, "expanded_url")) or is_network_page(url)
        if url and not is_of_x and not words(told, "media_key"):
            found.setdefault(url, Link(url=url, title=title, is_card=bool(title)))
    yield from found.values()


def _media(post: Record, attachments: Record) -> Iterator[Media]:
    described = {
        words(told, "media_key"): one_line(words(told, "alt_text"))
        for told in each(post, "media_metadata")
    }
    keys = attachments.get("media_keys")
    for key in keys if isinstance(keys, list) else ():
        if isinstance(key, str):
            kind = _KINDS.get(key.partition("_")[0], MediaKind.FILE)
            yield Media(kind=kind, alt=described.get(key, ""))


def _names(post: Record, note: Record) -> int:
    named = {
        id_in(told) or words(told, "username").lower()
        for told in entities_of(post, note, "mentions")
    }
    return len(named - {"", id_in(post, "in_reply_to_user_id")})
