"""Handles: the names in them, once numbers, titles and places are taken off."""

import re
from functools import lru_cache

from hobnob.domain.matching.places import region_at_end
from hobnob.domain.matching.words import fold

_LEAST = 3
_BEFORE = re.compile(
    r"^(?:the|real|its|im|iam|hey|mr|mrs|ms|dr|prof|rep|sen|senator|gov|congressman|congresswoman|"
    r"vote|votefor|elect|reelect|team|friendsof|official|mayor|judge|sheriff|del|state|stand|us)+"
    r"(?=.{4})"
)
_BEHIND = re.compile(
    r"(?:(?:for|4)?(?:us)?(?:congress|senate|house|governor|mayor)|official|real|press|office|"
    r"campaign|hq|dc|mp|md|phd|jr|sr|tweets|online|pac|news|writes|usa|us)$"
)
_NO_NAME = re.compile(r"[^a-z0-9]")
_DIGITS = re.compile(r"\d+")


def letters(handle: str) -> str:
    """A handle's own letters and digits: "anarios" of "@Ana_Rios@tusk.example" and "ana-rios.me".

    Two networks know the same handle by them. What stands behind the first dot is a server's.
    """
    user = handle.lstrip("@").partition("@")[0].partition(".")[0]
    return _NO_NAME.sub("", fold(user))


@lru_cache(maxsize=200_000)
def forms(handle: str) -> tuple[frozenset[str], str]:
    """What of a handle may be a name, and the region that it ends with ("US-TX"), or "".

    {"jebhensarlingtx", "jebhensarling"}, "US-TX" of "JebHensarlingTX".
    """
    whole = letters(handle)
    found = {whole}
    bare = _DIGITS.sub("", whole)
    found |= _stripped(bare)
    region, rest = region_at_end(handle, bare)
    if region:
        found |= _stripped(rest) | _stripped(rest.removesuffix("for"))
    return frozenset(form for form in found if len(form) >= _LEAST), region


def patterns(
    firsts: frozenset[str], initials: frozenset[str], lasts: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Handles that somebody of this name would take: whole ("anarios") and short ("arios")."""
    whole = {each for f in firsts for last in lasts for each in (f + last, last + f)}
    short = {each for i in initials for last in lasts for each in (i + last, last + i)}
    return (
        frozenset(each for each in whole if len(each) > 4),
        frozenset(each for each in short if len(each) > 3),
    )


def _stripped(name: str) -> set[str]:
    """A name, and what is left of it each time that something is taken off either end."""
    found = {name}
    while True:
        less = _BEHIND.sub("", _BEFORE.sub("", name))
        if less == name or len(less) < _LEAST:
            return found
        found.add(less)
        name = less
