"""Where a bio says that somebody lives: "📍 Utrecht", "based in Austin, TX", "Tigers. Utrecht."."""

import re
from collections.abc import Callable, Iterator

_SAYS_SO_TEXT = (
    r"based (?:in|out of)|liv(?:e|es|ing) in|located in|resid(?:e|es|ing|ent) (?:in|of)|"
    r"(?:wohn|leb)(?:e|t|haft) in|zu ?hause in|woon(?:t|achtig)? (?:in|te)|wonend (?:in|te)|"
    r"habite à|vi[st] à|install(?:é|ée) à|basée? à|"
    r"viv[oe] (?:en|em|a)|residente (?:en|em|a)|afincad[oa] en|mor[oa] em|abit[oa] a|"
    r"bor i|bosatt? i|base(?:rad|ret) i"
)
_SAYS_SO = re.compile(rf"(?:[📍🏠🏡]️?|\b(?:{_SAYS_SO_TEXT})\b)\s*:?\s*", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"(?<!\bSt)\.(?!\w)|[;|•·\n(!?:/]|\s[-–—~]\s")
_SENTENCE_ENDS = re.compile(r"[.,;|•·\n!?/~–—]")
_OUTER = re.compile(r"^\W+|\W+$")
_MOST_WORDS = 4
_MOST_LETTERS = 60

_ALSO_WORDS_TEXT = (
    "bath best deal enterprise essen green hope independence liberty love male mobile most nice "
    "orange paradise reading sandwich split sport tours union worth young"
)
_ALSO_WORDS = frozenset(_ALSO_WORDS_TEXT.split())
"""Cities that mean something else where they stand alone: "Reading. Gardening. Tigers."."""

_ENDS = (" in ", " of ", " te ", " à ", " en ", " em ", " a ", " i ", "📍", "🏠", "🏡")
"""All of these phrases end so: looking for that first saves most bios the search."""
_MOST_OF_A_NAME = 30

IsKnown = Callable[[str], bool]


def bare(text: str) -> str:
    """Without what is no word at either end, and without "based in" before it."""
    if _may_say_so(text) and (said := _SAYS_SO.match(text)):
        text = text[said.end() :]
    return _OUTER.sub("", text)


def _may_say_so(text: str) -> bool:
    lowered = text.lower()
    return any(end in lowered for end in _ENDS)


def homes(bio: str, is_known: IsKnown) -> list[str]:
    """The places that a bio calls a home, as locations are written: ["Austin, TX"].

    `is_known` tells whether a text is the name of a place.
    """
    if not _may_say_so(bio):
        return []
    clauses = (
        _CLAUSE_ENDS.split(bio[sign.end() :][:_MOST_LETTERS], maxsplit=1)[0]
        for sign in _SAYS_SO.finditer(bio)
    )
    return [home for clause in clauses if (home := _home(clause, is_known))]


def alone(bio: str) -> Iterator[str]:
    """What stands between two stops: "Utrecht" of "Tigers, puns. Utrecht."; no place, maybe."""
    for part in _SENTENCE_ENDS.split(bio):
        if len(part) > _MOST_OF_A_NAME:
            continue
        words = _OUTER.sub("", part)
        if words[:1].isupper() and words.lower() not in _ALSO_WORDS:
            yield words


def _home(clause: str, is_known: IsKnown) -> str:
    """The place that a clause begins with: "Utrecht" of "Utrecht with two cats"."""
    first, _, behind = clause.partition(",")
    words = first.split()[:_MOST_WORDS]
    found = _longest(words, is_known) or _capitalised(words)
    region = _longest(behind.split()[:_MOST_WORDS], is_known)
    is_whole = found == " ".join(first.split())
    return f"{found}, {region}" if is_whole and found and region else found


def _longest(words: list[str], is_known: IsKnown) -> str:
    """The most words that name a place; with a small letter only all of them may: "utrecht"."""
    tries = [bare(" ".join(words[:size])) for size in range(len(words), 0, -1)]
    meant = [each for each in tries if each[:1].isupper() or each == tries[0]]
    return next(filter(is_known, meant), "")


def _capitalised(words: list[str]) -> str:
    """A village that no list has: "Little Wenlow" of "Little Wenlow with two cats"."""
    size = next((at for at, word in enumerate(words) if not word[:1].isupper()), len(words))
    return bare(" ".join(words[:size]))
