"""Names as people give them to others and as they show them to everybody.

A display name says more than a name: titles, pronouns, a campaign, an emoji, "she/her". What is
left once those are out is compared. Short forms are those of the `nicknames` package.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from nicknames import NickNamer

from hobnob.domain.hygiene.letters import mixes_scripts
from hobnob.domain.matching.words import fold, words

_TITLES_TEXT = (
    "rep reps representative sen senator congressman congresswoman congress gov governor mayor dr "
    "drs prof professor mr mrs ms miss mx sir dame lord lady rev reverend fr father pastor rabbi "
    "imam judge hon honorable us usa president pres vp capt captain col colonel gen general sgt lt "
    "maj commissioner councilman councilwoman councilmember delegate del assemblyman "
    "assemblywoman speaker leader chairman chairwoman state frau herr señor señora"
)
TITLES = frozenset(_TITLES_TEXT.split())
_SUFFIXES_TEXT = (
    "jr sr ii iii iv phd mba esq cpa rn dds jd mp msp ms mpa obe cbe mbe ma ba bsc msc dphil "
    "official"
)
SUFFIXES = frozenset(_SUFFIXES_TEXT.split())
"""What stands behind a name and belongs to no name."""

_PARTICLES_TEXT = (
    "van von der den het ter ten te de del dei della di da das do dos du des la le lo las los "
    "vom zum zur af av al el bin ibn y"
)
PARTICLES = frozenset(_PARTICLES_TEXT.split())
"""Small words before a last name that are none: "van der Berg" and "Berg" are one."""

_TITLES = frozenset(map(fold, TITLES))
_APART = re.compile(r"[|•·~]| [-–—] |,")
_LAST_FIRST = re.compile(r"\s*([\w'’-]+),\s*([\w'’.\- ]+?)\s*")
_ASIDE = re.compile(
    r"[(\[{][^)\]}]*[)\]}]"
    r"|\b(?:he|she|they|her|him|them|his|hers|theirs|xe|ze|er|sie|hij|zij|elle|il|ella)"
    r"\s*/\s*\w+(?:\s*/\s*\w+)?",
    re.IGNORECASE,
)
_CAMPAIGN = re.compile(
    r"\b(?:for|4)\s+(?:us\s+)?(?:congress|senate|governor|mayor|house|president|state|[a-z]{2})\b.*$"
    r"|\b(?:campaign|press office|press|office|team|vote|re-?elect|elect|friends of|committee|news"
    r"|hq|official|the real|real)\b",
    re.IGNORECASE,
)
_RUN = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_NO_PIECES: frozenset[str] = frozenset()
_namer = NickNamer()


@lru_cache(maxsize=200_000)
def shown_words(display: str) -> tuple[str, ...]:
    """The words of a display name that are a name: ("ana", "asante-bell") of "Dr. Ana Asante-Bell".

    "Dr. Ana Núñez 🐅 (she)" has two, "ana" and "nunez".
    """
    if turned := _LAST_FIRST.fullmatch(display):
        name = f"{turned[2]} {turned[1]}"
    else:
        name = _APART.split(display, maxsplit=1)[0]
    for part in (_ASIDE, _CAMEL, _CAMPAIGN):
        name = part.sub(" ", name)
    return tuple(word for word in words(name) if word not in _TITLES and word not in SUFFIXES)


def shown_name(display: str) -> tuple[str, ...]:
    """The same, each in one word: ("ana", "asantebell")."""
    return tuple(map(_joined, shown_words(display)))


def given_names(first: str) -> list[str]:
    """The words of a first name, initials too: ["terry", "m"] of "Terry M.".

    Each is one word: "Mei-Ling" is "meiling", as `shown_name` has it.
    """
    return [_joined(word) for word in words(first) if word not in SUFFIXES]


def in_one_word(given: Iterable[str]) -> set[str]:
    """Two given names that stand side by side, as who writes them as one does: "meiling"."""
    return {one + other for one, other in pairwise(given) if len(one) > 1 and len(other) > 1}


def pieces(word: str) -> frozenset[str]:
    """What is before and behind a hyphen: "mei" and "ling" of "mei-ling"; nothing without one."""
    if "-" not in word:
        return _NO_PIECES
    return frozenset(each for each in word.split("-") if len(each) > 1)


def pieces_of(name: str) -> frozenset[str]:
    """Those of all words of a name."""
    return frozenset(each for word in words(name) for each in pieces(word))


@lru_cache(maxsize=200_000)
def last_names(last: str) -> tuple[str, frozenset[str]]:
    """A last name in one word, and all by which its owner goes: "Blunt Rochester" by either.

    "van der Berg" goes by "Berg", and nobody by "van".
    """
    parts = [word for word in words(last) if word not in SUFFIXES]
    whole = _joined("".join(parts))
    each = {piece for word in parts for piece in (_joined(word), *word.split("-"))} - PARTICLES
    return whole, frozenset({whole, *(piece for piece in each if len(piece) > 2)} - {""})


def last_in_one_word(name: Sequence[str]) -> str:
    """The last word with the small ones before it: "vandenberg" of "Jan van den Berg"."""
    return _joined("".join(name[last_starts(name) :]))


def last_starts(name: Sequence[str]) -> int:
    """Where the last name begins, counted from 0; the first word is no part of it."""
    start = len(name) - 1
    while start > 1 and fold(name[start - 1]) in PARTICLES:
        start -= 1
    return max(start, 0)


def mixes_alphabets(display: str) -> bool:
    """Whether a word of it has letters of two alphabets that look alike: "Аna" with Cyrillic "А".

    Nobody types that by chance: it is how a name is forged.
    """
    return not display.isascii() and any(map(mixes_scripts, _RUN.findall(display)))


def _joined(word: str) -> str:
    return word.replace("-", "")


@lru_cache(maxsize=50_000)
def called(first: str) -> frozenset[str]:
    """Everything that somebody of this first name may be called: "bob" and "rob" of "robert"."""
    formal = set(_namer.canonicals_of(first))
    forms = {first, *formal, *_namer.nicknames_of(first)}
    for each in formal:
        forms |= set(_namer.nicknames_of(each))
    return frozenset(each for each in map(fold, forms) if each.isalpha())
