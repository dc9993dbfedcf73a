"""The whole text of a post: its words, where its links lead, and what its pictures show.

A link is shown cut short ("tusk.example/long..."); where it leads is said apart, by its place in
bytes of UTF-8: https://docs.bsky.app/docs/advanced-guides/post-richtext
"""

from collections.abc import Iterator
from operator import itemgetter

from hobnob.networks.fields import Record, clean, each, one_line, part, words

_LINK = "app.bsky.richtext.facet#link"
_MENTION = "app.bsky.richtext.facet#mention"
WEB = ("https://", "http://")
"""What an address begins with that may be opened: no other is kept."""


def whole_text(post: Record) -> str:
    """Everything that was said in the record of a post."""
    said = with_links(post)
    shown = [said.strip(), *_attached(part(post, "embed"), said)]
    return "\n\n".join(piece for piece in shown if piece)


def mentioned(post: Record) -> list[str]:
    """The ids of those whom a post names, each once."""
    named = (words(feature, "did") for _, _, feature in _features(post, _MENTION))
    return list(dict.fromkeys(did for did in named if did))


def linked(post: Record) -> list[str]:
    """Where the links in the words lead, in their order."""
    marks = sorted(_features(post, _LINK), key=itemgetter(0))
    addresses = (words(feature, "uri") for _, _, feature in marks)
    return [address for address in addresses if address.startswith(WEB)]


def with_links(post: Record) -> str:
    """The words, each link followed by where it leads, unless its own text says so."""
    raw = post.get("text")
    said = raw.encode("utf-8", "replace") if isinstance(raw, str) else b""
    pieces, done = [], 0
    for start, end, feature in sorted(_features(post, _LINK), key=itemgetter(0)):
        address = words(feature, "uri")
        if not done <= start < end <= len(said) or not address.startswith(WEB):
            continue
        shown = said[start:end].decode("utf-8", "replace")
        bare = address.partition("://")[2].rstrip("/")
        pieces.append(said[done:end].decode("utf-8", "replace"))
        if address not in shown and bare not in shown:
            pieces.append(f" ({address})")
        done = end
    pieces.append(said[done:].decode("utf-8", "replace"))
    return clean("".join(pieces))


def _features(post: Record, kind: str) -> Iterator[tuple[int, int, Record]]:
    """What is marked in a text: from which byte, to which, and how."""
    for facet in each(post, "facets"):
        index = part(facet, "index")
        start, end = index.get("byteStart"), index.get("byteEnd")
        if isinstance(start, int) and isinstance(end, int):
            yield from (
                (start, end, feature)
                for feature in each(facet, "features")
                if feature.get("$type") == kind
            )


def _attached(embed: Record, said: str) -> Iterator[str]:
    """What hangs below the words: https://docs.bsky.app/docs/advanced-guides/posts#embeds."""
    for picture in each(embed, "images"):
        yield _shown("picture", words(picture, "alt"))
    if "video" in embed:
        yield _shown("video", words(embed, "alt"))
    card = part(embed, "external")
    address = words(card, "uri")
    if address.startswith(WEB) and address not in said:
        yield f"[link: {' '.join([*words(card, 'title').split(), address])}]"
    if media := part(embed, "media"):
        yield from _attached(media, said)


def _shown(kind: str, description: str) -> str:
    shown = one_line(description)
    return f"[{kind}: {shown}]" if shown else f"[{kind} without a description]"
