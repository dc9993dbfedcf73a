"""Long posts: `tweets.js` cuts them at 280 characters, `note-tweet.js` has them whole.

A note does not say which post it is. In a real archive of 2024 all 41 notes were made within a
second of their post, but threads put up to 12 posts within five seconds, so the text must agree
too; a reply's note lacks the names it begins with.
"""

import re
from dataclasses import dataclass
from html import unescape

from hobnob.domain.moments import SECOND
from hobnob.importers.x_archive.dates import iso_date_us
from hobnob.importers.x_archive.fields import Misshapen, Record, part, words

_MOST_CHARACTERS = 32 * 2**20
"""Notes are kept until their post comes by; nobody has written this much."""
_LEADING_NAMES = re.compile(r"(?:@\w+\s+)+")
_CUT = re.compile(r"\s*…|\s*https?://")


@dataclass(slots=True)
class _Note:
    text: str
    is_joined: bool = False


class Notes:
    """The long posts that wait for the short form they belong to."""

    def __init__(self) -> None:
        self._by_second: dict[int, list[_Note]] = {}
        self._characters = 0

    def add(self, record: Record) -> None:
        """Keeps one record of note-tweet.js. Raises Misshapen where it cannot be joined."""
        at_us = iso_date_us(words(record, "createdAt"))
        text = words(part(record, "core"), "text")
        if at_us is None or not text:
            raise Misshapen("this long post has no date or no text, so its full text was left out")
        self._characters += len(text)
        if self._characters > _MOST_CHARACTERS:
            raise Misshapen("there are more long posts than can be joined; this was left out")
        self._by_second.setdefault(at_us // SECOND, []).append(_Note(unescape(text)))

    def whole(self, text: str, at_us: int | None) -> str:
        """The whole text of a post, which is `text` itself where it was not a long one."""
        if not self._by_second or at_us is None:
            return text
        second = at_us // SECOND
        for near in (second, second - 1, second + 1):
            for note in self._by_second.get(near, ()):
                if not note.is_joined and _begins_like(note.text, text):
                    note.is_joined = True
                    return _names_before(text, note.text) + note.text
        return text

    @property
    def left_over(self) -> int:
        """How many found no post."""
        return sum(not note.is_joined for notes in self._by_second.values() for note in notes)


def _begins_like(note: str, text: str) -> bool:
    """Whether a post's text is the beginning of a note, up to where X cut it."""
    short = _bare(text)
    cut = _CUT.search(short)
    beginning = _one_line(short[: cut.start()] if cut else short)
    return bool(beginning) and _one_line(_bare(note)).startswith(beginning)


def _names_before(text: str, note: str) -> str:
    """The names a reply begins with, where its note leaves them out."""
    names = _LEADING_NAMES.match(text)
    return names[0] if names and not note.startswith(names[0].strip()) else ""


def _bare(text: str) -> str:
    names = _LEADING_NAMES.match(text)
    return text[names.end() :] if names else text


def _one_line(text: str) -> str:
    return " ".join(text.split())
