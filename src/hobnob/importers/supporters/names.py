"""Whole names taken apart: "Ruiz, Ana María", "Dr. Ana de Vries PhD", "Bo & Ana Ruiz"."""

import re
from dataclasses import dataclass

from hobnob.domain.matching.names import SUFFIXES, TITLES
from hobnob.domain.matching.words import fold

_TITLES = frozenset(map(fold, TITLES))
_COUPLE = re.compile(r"\s+(?:&|and|und|y|et|en)\s+|\s*&\s*", re.IGNORECASE)
_BEFORE_LAST_TEXT = (
    "de del della di da das dos do du la le van von vom zu zur der den ter ten ben bin ibn al el st"
)
_BEFORE_LAST = frozenset(_BEFORE_LAST_TEXT.split())
"""Words that belong to the last name behind them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """What stands where in a name."""

    prefix: str = ""
    first: str = ""
    middle: str = ""
    last: str = ""
    suffix: str = ""
    is_couple: bool = False
    """Two people share the cell; the parts are the first one's."""


def name_parts(whole: str) -> NameParts:
    """The parts of a name in one cell; a single word is a first name."""
    one, *others = _COUPLE.split(whole.strip(), maxsplit=1)
    if others and one and others[0]:
        return _first_of_two(one, others[0])
    return _parts(whole)


def _first_of_two(one: str, other: str) -> NameParts:
    """Of "Bo & Ana Ruiz" and "Mr. and Mrs. Ruiz" the last name stands behind the second."""
    parts, others = _parts(one), _parts(other)
    first, last = parts.first, parts.last
    if others.first and not first:
        # "Mr. Bo & Mrs. Ana Ruiz": what stands behind the title is no last name here.
        first, last = last, ""
    return NameParts(
        prefix=parts.prefix,
        first=first,
        middle=parts.middle,
        last=last or others.last,
        suffix=parts.suffix,
        is_couple=True,
    )


def _parts(whole: str) -> NameParts:
    before, comma, behind = whole.partition(",")
    behind_words = behind.split()
    if comma and behind_words and not all(map(_is_suffix, behind_words)):
        prefix, given = _cut_titles(behind_words)
        last, suffix = _cut_suffixes(before.split())
        given, more = _cut_suffixes(given)
        return _named(prefix, given, last, suffix + more)
    prefix, words = _cut_titles(before.split())
    words, suffix = _cut_suffixes(words)
    # "Dr. Ruiz", but "Ana".
    start = 0 if prefix and len(words) == 1 else _last_starts(words)
    return _named(prefix, words[:start], words[start:], suffix + behind_words)


def _named(prefix: list[str], given: list[str], last: list[str], suffix: list[str]) -> NameParts:
    return NameParts(
        prefix=" ".join(prefix),
        first=given[0] if given else "",
        middle=" ".join(given[1:]),
        last=" ".join(last),
        suffix=" ".join(each.strip(",") for each in suffix),
    )


def _last_starts(words: list[str]) -> int:
    """Where the last name begins: its particles belong to it."""
    start = max(len(words) - 1, 1)
    while start > 1 and fold(words[start - 1]) in _BEFORE_LAST:
        start -= 1
    return start


def _cut_titles(words: list[str]) -> tuple[list[str], list[str]]:
    count = 0
    while count < len(words) and fold(words[count].rstrip(".")) in _TITLES:
        count += 1
    return words[:count], words[count:]


def _cut_suffixes(words: list[str]) -> tuple[list[str], list[str]]:
    count = len(words)
    while count > 1 and _is_suffix(words[count - 1]):
        count -= 1
    return words[:count], words[count:]


def _is_suffix(word: str) -> bool:
    # "MA" is a degree and "Ma" a name.
    bare = word.strip(".,").replace(".", "")
    return fold(bare) in SUFFIXES and (len(bare) > 2 or bare.isupper() or bare in {"Jr", "Sr"})
