"""What hangs on a post: https://docs.bsky.app/docs/advanced-guides/posts#embeds."""

import re
from collections.abc import Iterator

from hobnob.domain.network_pages import is_network_page
from hobnob.domain.posts import Attached, Link, Media, MediaKind
from hobnob.networks.bluesky.labels import warnings_of
from hobnob.networks.bluesky.text import WEB, linked, mentioned
from hobnob.networks.bluesky.uris import did_of, post_in
from hobnob.networks.fields import Record, each, one_line, part, words

_MOVING_PICTURES = ("https://media.tenor.com/", "https://static.klipy.com/")
"""The app's own keyboard has moving pictures from there, and attaches them as cards."""
_BEGINS_ALT = re.compile("^alt: ", re.IGNORECASE)
"""What stands before the description of such a one."""


def read_attached(value: Record, view: Record) -> Attached:
    """What the record of a post carries, and what the view of it warns of."""
    return Attached(
        links=tuple(_links(value)),
        media=tuple(_media(part(value, "embed"))),
        quotes=quoted(value),
        names=_names(value),
        labels=warnings_of(value, view),
    )


def quoted(value: Record) -> str:
    """The address of the post that a post quotes, "" where it quotes none."""
    embed = part(value, "embed")
    return post_in(embed, "record") or post_in(part(embed, "record"), "record")


def _links(value: Record) -> Iterator[Link]:
    """The links in the words, then the card, unless it shows one of them: then that is the card."""
    card = _card(part(value, "embed"))
    address, title = words(card, "uri"), one_line(words(card, "title"))
    has_card = address.startswith(WEB) and not address.startswith(_MOVING_PICTURES)
    addresses = dict.fromkeys([*linked(value), *([address] if has_card else ())])
    for each_address in addresses:
        if not is_network_page(each_address):
            is_card = has_card and each_address == address
            yield Link(url=each_address, title=title if is_card else "", is_card=is_card)


def _media(embed: Record) -> Iterator[Media]:
    for picture in each(embed, "images"):
        yield Media(kind=MediaKind.PICTURE, alt=one_line(words(picture, "alt")))
    if "video" in embed:
        yield Media(kind=MediaKind.VIDEO, alt=one_line(words(embed, "alt")))
    card = part(embed, "external")
    if words(card, "uri").startswith(_MOVING_PICTURES):
        alt = _BEGINS_ALT.sub("", words(card, "description"), count=1)
        yield Media(kind=MediaKind.MOVING_PICTURE, alt=one_line(alt))
    if media := part(embed, "media"):
        yield from _media(media)


def _card(embed: Record) -> Record:
    return part(embed, "external") or part(part(embed, "media"), "external")


def _names(value: Record) -> int:
    answered = did_of(post_in(part(value, "reply"), "parent"))
    return sum(did != answered for did in mentioned(value))
