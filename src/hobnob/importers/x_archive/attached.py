"""What hangs on a post of mine: links, pictures, the post it quotes.

Links are told where they lead; a quote is a link to a post like any other. Of a poll an archive
says nothing.
"""

import re
from collections.abc import Iterable, Iterator

from hobnob.domain.network_pages import is_network_page
from hobnob.domain.posts import Attached, Link, Media, MediaKind
from hobnob.importers.x_archive.fields import Record, each, id_in, part, words

_STATUS_LINK = re.compile(
    r"https?://(?:(?:www|mobile|m)\.)?(?:x|twitter)\.com/(?:#!/)?(\w{1,20})/status(?:es)?/(\d{1,20})(?!\d)",
    re.IGNORECASE | re.ASCII,
)
_WEB = ("https://", "http://")
_SENSITIVE = "sensitive"
_KINDS = {
    "photo": MediaKind.PICTURE,
    "animated_gif": MediaKind.MOVING_PICTURE,
    "video": MediaKind.VIDEO,
}


def read_attached(tweet: Record, *, quotes: str, is_repost: bool) -> Attached:
    """What a record of tweets.js carries besides its words."""
    entities = part(tweet, "entities")
    media = list(each(part(tweet, "extended_entities"), "media")) or list(each(entities, "media"))
    return Attached(
        links=tuple(_links(entities)) if entities.get("urls") else (),
        media=tuple(map(_media, media)),
        quotes=quotes,
        reposts=_reposted(media) if is_repost else "",
        names=_names(tweet, entities) if entities.get("user_mentions") else 0,
        labels=(_SENSITIVE,) if tweet.get("possibly_sensitive") in (True, "true") else (),
    )


def linked_posts(entities: Record) -> Iterator[tuple[str, str]]:
    """The posts that a post links to: the handle in each link, and the id."""
    for url in each(entities, "urls"):
        link = words(url, "expanded_url")
        if "/status" in link and (status := _STATUS_LINK.match(link)):
            yield status[1], status[2]


def _links(entities: Record) -> Iterator[Link]:
    addresses = dict.fromkeys(words(url, "expanded_url") for url in each(entities, "urls"))
    for address in addresses:
        if address.startswith(_WEB) and not is_network_page(address):
            yield Link(url=address)


def _media(told: Record) -> Media:
    kind = _KINDS.get(words(told, "type"), MediaKind.FILE)
    return Media(kind=kind, alt=" ".join(words(told, "ext_alt_text").split()))


def _reposted(media: Iterable[Record]) -> str:
    """The reposted post, which nothing names but its pictures: each says where it comes from."""
    return next(filter(None, (id_in(told, "source_status_id_str") for told in media)), "")


def _names(tweet: Record, entities: Record) -> int:
    named = {
        id_in(told, "id_str", "id") or words(told, "screen_name").lower()
        for told in each(entities, "user_mentions")
    }
    return len(named - {"", id_in(tweet, "in_reply_to_user_id_str", "in_reply_to_user_id")})
