"""The parts of a post's stored text: its words, the choices of a poll, what pictures show.

Readers of networks put what hangs below the words into the text, a line each, so that a search
finds it: "[picture: an otter asleep on its back]", "[choice: on Sunday]", "[link: Soup https://…]".
"""

import re
from dataclasses import dataclass

_LINE = re.compile(
    r"^\[(?P<kind>picture|moving picture|video|recording|file|choice|link)"
    r"(?:: (?P<shown>.*)| without a description)\]$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a text says, and what it says is attached."""

    words: str
    media: tuple[tuple[str, str], ...] = ()
    """(kind, what it shows in its author's words or "")."""
    choices: tuple[str, ...] = ()


def parts(text: str, *, warning: str = "") -> Parts:
    """A text taken apart. A content warning that it begins with is left out of its words."""
    if "[" not in text:
        return Parts(words=_without(warning, text.strip()))
    words: list[str] = []
    media: list[tuple[str, str]] = []
    choices: list[str] = []
    for line in text.split("\n"):
        found = _LINE.match(line)
        if found is None:
            words.append(line)
        elif found["kind"] == "choice":
            choices.append(found["shown"] or "")
        elif found["kind"] != "link":
            media.append((found["kind"], found["shown"] or ""))
    said = _without(warning, "\n".join(words).strip())
    return Parts(words=said, media=tuple(media), choices=tuple(choices))


def _without(warning: str, words: str) -> str:
    if not warning or not words.startswith(warning):
        return words
    return words[len(warning) :].strip()
