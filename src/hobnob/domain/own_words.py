"""What somebody wrote themselves in a post: its text without links, names, hashtags, attachments.

The readers of networks write what is attached below the words, "[picture: a tiger asleep]"; what
X shows of a link is its shortened address. Neither is a word of anybody's own.
"""

import re
from dataclasses import dataclass

from hobnob.domain.posts import Attached
from hobnob.domain.vocabulary.phrases import words_of

_ATTACHED = re.compile(
    r"^\[(picture|moving picture|video|recording|file|link|choice)\b[^\n]*\]$", re.MULTILINE
)
_ADDRESS = re.compile(
    r"\(?https?://[^\s)]+\)?|(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,}/\S*|(?<![\w@.])www\.\S+"
)
_NAME = re.compile(r"(?<![\w/])[@＠][\w.-]*(?:@[\w.-]+)?")
_TAG = re.compile(r"(?<![\w&/])[#＃]\w+")
_SPOKEN = re.compile(r"\w\S*")
_WITHOUT_SPACES = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
"""Thai, Japanese, Chinese: two characters count as a word."""
_MOSTLY = 0.75


@dataclass(slots=True, kw_only=True)
class OwnWords:
    """The words of a post that are its author's own."""

    text: str
    """What is left, with its punctuation."""
    words: list[str]
    count: int
    has_link: bool
    has_media: bool
    has_poll: bool
    repeats_title: bool
    """They say what the card of the link says already."""


def own_words(text: str, attached: Attached) -> OwnWords:
    """What is left of a text once everything is taken out that is not its author's own."""
    left, addresses = text, 0
    shown: list[str] = []
    if "[" in left and (shown := _ATTACHED.findall(left)):
        left = _ATTACHED.sub("", left)
    if "/" in left or "www." in left:
        left, addresses = _ADDRESS.subn(" ", left)
    if "@" in left or "＠" in left:
        left = _NAME.sub(" ", left)
    if "#" in left or "＃" in left:
        left = _TAG.sub(" ", left)
    left = left.strip()
    words = words_of(left)
    return OwnWords(
        text=left,
        words=words,
        count=_count(left),
        has_link=bool(attached.links) or "link" in shown or _leads_away(addresses, attached),
        has_media=bool(attached.media) or any(each not in ("link", "choice") for each in shown),
        has_poll=attached.has_poll or "choice" in shown,
        repeats_title=any(_repeats(words, each.title) for each in attached.links if each.title),
    )


def _leads_away(addresses: int, attached: Attached) -> bool:
    """Whether addresses in a text are links: X writes pictures and quoted posts like that too."""
    return addresses > (bool(attached.media) or bool(attached.quotes))


def _count(text: str) -> int:
    spoken = len(_SPOKEN.findall(text))
    if text.isascii():
        return spoken
    return max(spoken, len(_WITHOUT_SPACES.findall(text)) // 2)


def _repeats(words: list[str], title: str) -> bool:
    """Whether hardly a word is not in the title as well."""
    titled = set(words_of(title))
    return bool(words) and sum(word in titled for word in words) >= _MOSTLY * len(words)
