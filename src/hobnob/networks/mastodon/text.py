"""The plain text of a post's HTML, as a person reads it.

What Mastodon lets through: https://docs.joinmastodon.org/spec/activitypub/#sanitization. Tags are
never kept, whatever they are: what comes out is text and is shown as text.
"""

import re
from html.parser import HTMLParser
from typing import NamedTuple

_LONGEST = 200_000
"""Characters of HTML that are read. The longest posts of any server are a tenth of that."""

_PARAGRAPHS = frozenset(
    {"p", "blockquote", "pre", "ul", "ol", "div", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_UNSEEN = frozenset({"script", "style", "template", "title"})
_BLANKS = re.compile(r"[ \t\r\f\v]+")
_GAPS = re.compile(r"\n{3,}")


class Shown(NamedTuple):
    """What an HTML fragment says."""

    text: str
    """Paragraphs apart, links with where they lead."""
    links: tuple[str, ...]
    """Where they lead, but for those that are somebody's name or a hashtag."""


def read_html(html: str, *, leave_out: str = "") -> Shown:
    """The text of an HTML fragment, and its links.

    '<p>Hi <a href="https://tusk.example/@ana" class="mention">@ana</a></p>' is "Hi @ana".
    Elements of the class `leave_out` are dropped: "quote-inline" repeats a quote as a link.
    """
    reader = _Reader(leave_out)
    reader.feed(html[:_LONGEST])
    reader.close()
    lines = (line.strip(" ") for line in "".join(reader.pieces).split("\n"))
    text = _GAPS.sub("\n\n", "\n".join(lines)).strip()
    return Shown(text, tuple(reader.links))


def plain_text(html: str) -> str:
    """The text of an HTML fragment alone."""
    return read_html(html).text


class _Reader(HTMLParser):
    """Collects text and links; the link that is open and one depth are all it remembers."""

    def __init__(self, leave_out: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.links: list[str] = []
        self._leave_out = leave_out
        self._unseen: list[str] = []
        """Tags open within something that is not shown, that one first."""
        self._link = ""
        self._link_began = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unseen:
            # Only what can be closed again; <br> and <img> never are.
            if tag == self._unseen[0]:
                self._unseen.append(tag)
            return
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        if tag in _UNSEEN or (self._leave_out and self._leave_out in classes):
            self._unseen.append(tag)
        elif tag in _PARAGRAPHS:
            self.pieces.append("\n\n")
        elif tag == "br":
            self.pieces.append("\n")
        elif tag == "li":
            self.pieces.append("\n- ")
        elif tag == "a":
            is_name = "mention" in classes or "hashtag" in classes
            self._link = "" if is_name else given.get("href") or ""
            self._link_began = len(self.pieces)

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            if tag == self._unseen[0]:
                self._unseen.pop()
        elif tag in _PARAGRAPHS:
            self.pieces.append("\n\n")
        elif tag == "a":
            self._end_link()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(_BLANKS.sub(" ", data.replace("\n", " ")))

    def _end_link(self) -> None:
        """Say where a link leads, unless its own text does."""
        shown = "".join(self.pieces[self._link_began :])
        if self._link.startswith(("https://", "http://")) and not shown.startswith(("@", "#")):
            self.links.append(self._link)
            bare = self._link.partition("://")[2].rstrip("/")
            if self._link not in shown and bare not in shown:
                self.pieces.append(f" ({self._link})")
        self._link = ""
