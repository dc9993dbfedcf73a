"""Whom somebody means who mistyped a name: "Zainb" is Zainab."""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

ALIKE = 0.75
"""So much of both is the same at least, 0-1: of four letters one may be another."""
_FROM = 3
"""Letters: of a shorter word every other letter would be another name."""
_HARDLY_LESS = 0.1
"""Who is this much less alike than the one most alike was not meant."""


def meant(words: str, names: Iterable[tuple[int, str]], *, most: int = 5) -> list[int]:
    """The numbers whose name, or a word of it, is nearly `words`; the most alike first.

    Among equals the order of `names` holds.
    """
    wanted = _folded(words)
    if len(wanted) < _FROM:
        return []
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best: dict[int, float] = {}
    for number, name in names:
        whole = _folded(name)
        for each in {whole, *whole.split()}:
            best[number] = max(best.get(number, 0.0), _alike(matcher, each))
    least = max(ALIKE, max(best.values(), default=0.0) - _HARDLY_LESS)
    found = [number for number, alike in best.items() if alike >= least]
    return sorted(found, key=lambda number: -best[number])[:most]


def _alike(matcher: SequenceMatcher[str], name: str) -> float:
    """How much of both is the same; 0 where a glance says that it is too little."""
    matcher.set_seq1(name)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def _folded(words: str) -> str:
    """Without capitals and accents: "nunez"."""
    parts = unicodedata.normalize("NFKD", words.strip().removeprefix("@").casefold())
    return "".join(each for each in parts if not unicodedata.combining(each))
