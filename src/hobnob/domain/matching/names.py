"""Names as people give them to others and as they show them to everybody.

A display name says more than a name: titles, pronouns, a campaign, an emoji, "she/her". What is
left once those are out is compared. Short forms are those of the `nicknames` package.
"""

import re
from functools import lru_cache

from nicknames import NickNamer

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
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_namer = NickNamer()


@lru_cache(maxsize=200_000)
def shown_name(display: str) -> tuple[str, ...]:
    """The words of a display name that are a name: ("ana", "nunez") of "Dr. Ana Núñez 🐅 (she)"."""
    if turned := _LAST_FIRST.fullmatch(display):
        name = f"{turned[2]} {turned[1]}"
    else:
        name = _APART.split(display, maxsplit=1)[0]
    for part in (_ASIDE, _CAMEL, _CAMPAIGN):
        name = part.sub(" ", name)
    return tuple(
        word.replace("-", "")
        for word in words(name)
        if word not in _TITLES and word not in SUFFIXES
    )


def given_names(first: str) -> list[str]:
    """The words of a first name, initials too: ["terry", "m"] of "Terry M."."""
    return [word for word in words(first) if word not in SUFFIXES]


def last_names(last: str) -> tuple[str, frozenset[str]]:
    """A last name in one word, and all by which its owner goes: "Blunt Rochester" by either."""
    parts = [word for word in words(last) if word not in SUFFIXES]
    whole = "".join(parts).replace("-", "")
    each = {piece for word in parts for piece in (word.replace("-", ""), *word.split("-"))}
    return whole, frozenset({whole, *(piece for piece in each if len(piece) > 2)} - {""})


@lru_cache(maxsize=50_000)
def called(first: str) -> frozenset[str]:
    """Everything that somebody of this first name may be called: "bob" and "rob" of "robert"."""
    formal = set(_namer.canonicals_of(first))
    forms = {first, *formal, *_namer.nicknames_of(first)}
    for each in formal:
        forms |= set(_namer.nicknames_of(each))
    return frozenset(each for each in map(fold, forms) if each.isalpha())
