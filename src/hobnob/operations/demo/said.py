"""What a line of a play carries besides its words, in brackets at its end, as the networks show it.

The new goat. [picture: a small, delighted goat] [en]
Read this [card: Seven habits of herons https://heron.example/seven]
"""

import re
from dataclasses import dataclass, replace

from hobnob.domain.people import Network
from hobnob.domain.posts import Attached, Link, Media, MediaKind

_BRACKETS = re.compile(r"\s*\[(?P<what>[a-z]+)(?:: ?(?P<shown>[^\]]*))?\]")
_ADDRESS = re.compile(r"https://\S+")
_MEDIA = {"picture": MediaKind.PICTURE, "video": MediaKind.VIDEO, "recording": MediaKind.RECORDING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The words of a line, and what hangs on them."""

    words: str
    attached: Attached
    choices: tuple[str, ...] = ()
    """Of a poll."""
    warning: str = ""
    """What stands in front of words that are folded away."""
    language: str = ""
    """The tag its author chose, "" where none."""

    @property
    def is_sensitive(self) -> bool:
        """Whether its network or its author warns of it."""
        return bool(self.attached.labels)

    def text(self, network: Network) -> str:
        """All of it as text, as what is read from that network comes out."""
        pieces = [self.warning, self.words, *(f"[choice: {each}]" for each in self.choices)]
        for link in self.attached.links:
            if link.is_card and link.url not in self.words:
                is_bluesky = network is Network.BLUESKY
                pieces.append(f"[link: {link.title} {link.url}]" if is_bluesky else link.url)
        pieces += [_shown(each) for each in self.attached.media]
        return "\n\n".join(filter(None, pieces))


def read_said(line: str) -> Said:
    """What a line says and carries. Raises ValueError for brackets nobody knows."""
    words = _BRACKETS.sub("", line).strip()
    links = tuple(Link(url=each.rstrip(".,!?")) for each in _ADDRESS.findall(words))
    said = Said(words=words, attached=Attached(links=links))
    for found in _BRACKETS.finditer(line):
        said = _with(said, found["what"], found["shown"] or "")
    return said


def _with(said: Said, what: str, shown: str) -> Said:
    carried = said.attached
    match what:
        case "picture" | "video" | "recording":
            media = (*carried.media, Media(kind=_MEDIA[what], alt=shown))
            return replace(said, attached=replace(carried, media=media))
        case "card":
            title, _, url = shown.rpartition(" ")
            links = (*(each for each in carried.links if each.url != url), _card(title, url))
            return replace(said, attached=replace(carried, links=links))
        case "poll":
            choices = tuple(each.strip() for each in shown.split("/"))
            return replace(said, attached=replace(carried, has_poll=True), choices=choices)
        case "label":
            return replace(said, attached=replace(carried, labels=(*carried.labels, shown)))
        case "warning":
            labels = (*carried.labels, shown)
            return replace(said, attached=replace(carried, labels=labels), warning=shown)
        case _ if len(what) == 2:
            return replace(said, language=what)
        case _:
            raise ValueError(f"nothing that a post carries: {what!r}")


def _card(title: str, url: str) -> Link:
    return Link(url=url, title=title, is_card=True)


def _shown(media: Media) -> str:
    return f"[{media.kind}: {media.alt}]" if media.alt else f"[{media.kind} without a description]"
