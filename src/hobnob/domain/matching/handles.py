"""Handles: the names in them, once numbers, titles and places are taken off."""

import re
from collections.abc import Sequence
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
    firsts: Sequence[str], initials: Sequence[str], lasts: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Handles that somebody of this name would take: whole ("anarios") and short ("arios")."""
    return _together(firsts, lasts, least=5), _together(initials, lasts, least=4)


def _together(firsts: Sequence[str], lasts: Sequence[str], *, least: int) -> list[str]:
    """Each of one with each of the other, both ways round, once."""
    pairs = [(f, last) for last in lasts for f in firsts if len(f) + len(last) >= least]
    return list(dict.fromkeys([a + b for a, b in pairs] + [b + a for a, b in pairs]))


def _stripped(name: str) -> set[str]:
    """A name, and what is left of it each time that something is taken off either end."""
    found = {name}
    while True:
        less = _BEHIND.sub("", _BEFORE.sub("", name))
        if less == name or len(less) < _LEAST:
            return found
        found.add(less)
        name = less
