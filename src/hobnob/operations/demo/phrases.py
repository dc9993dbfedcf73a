"""Sentences that people could have said, grown from small grammars: one text file a language.

A line such as "{warm} {point}" names the sections its parts are drawn from.
"""

import re
from functools import cache
from random import Random

from hobnob.operations.demo.sections import read_sections

LANGUAGES = ("en", "es", "de", "nl", "pt", "fr")
_WEIGHTS = (62, 12, 10, 6, 5, 5)
_A_HUNDRED = tuple(
    language for language, weight in zip(LANGUAGES, _WEIGHTS, strict=True) for _ in range(weight)
)  # one draw from these is cheaper than Random.choices

Part = tuple[str, bool]
"""A piece of a line, and whether it names a section rather than being said as it stands."""


@cache
def _grammar(language: str) -> dict[str, tuple[tuple[Part, ...], ...]]:
    sections = read_sections(f"phrases/{language}.txt")
    return {title: tuple(map(_parts, lines)) for title, lines in sections.items()}


def _parts(line: str) -> tuple[Part, ...]:
    pieces = re.split(r"\{(\w+)\}", line)
    return tuple((piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece)


def some_language(random: Random) -> str:
    """A language, as often as the owner of the archive speaks it."""
    return _A_HUNDRED[int(random.random() * 100)]


def say(random: Random, language: str, topic: str) -> str:
    """One text from a section of a language's grammar: "Ha! I'd start with night walks ..."."""
    text = _grow(random, _grammar(language), topic)
    return text[0].upper() + text[1:]


def say_at_length(random: Random, language: str, *, characters: int) -> str:
    """A text of at least so many characters, in short paragraphs."""
    lines: list[str] = []
    length = 0
    while length < characters:
        line = say(random, language, "long")
        lines.append(line)
        length += len(line) + 2
    return "\n\n".join(lines)


def _grow(random: Random, grammar: dict[str, tuple[tuple[Part, ...], ...]], section: str) -> str:
    lines = grammar[section]
    line = lines[int(random.random() * len(lines))]
    return "".join([_grow(random, grammar, piece) if named else piece for piece, named in line])
