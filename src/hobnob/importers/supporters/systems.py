"""The systems whose files are known, by their headings: one small table each, in `headers/`.

A line reads "heading | what it means". The sign in front: `*` this heading is the system's own,
and two of them tell it; `=` what everybody in such a file is to us; `~` whether a kind of gift is
a payment, a pledge or neither; `#` where the table comes from. A # in a heading is any number.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from hobnob.domain.matching.words import fold
from hobnob.domain.supporters import GiftKind, Relationship
from hobnob.importers.supporters.fields import Meaning, meaning

_LEAST_SIGNATURES = 2
_GENERAL = "general"
_NAMES_TEXT = (
    "civicrm npsp npsp_report raisers_edge donorperfect little_green_light bloomerang "
    "google_contacts linkedin petition volunteers attendees hobnob"
)
_NAMES = _NAMES_TEXT.split()
_NO_WORD = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """What the headings of one system mean."""

    name: str
    """By which mappings and keys know it: "civicrm"."""
    title: str
    columns: Mapping[str, Meaning | None]
    """By plain heading; None where a column is known and says nothing about people."""
    signatures: frozenset[str]
    everybody_is: Relationship | None = None
    kinds: Mapping[str, GiftKind | None] = field(default_factory=dict)
    """By plain word: whether a kind of gift is a payment, a pledge, or neither (None)."""

    def knows(self, heading: str) -> bool:
        """Whether a column is one of this system's."""
        return _key(heading, self.columns) is not None

    def meaning_of(self, heading: str) -> Meaning | None:
        """What a column means there; None where nothing, or where nobody knows."""
        key = _key(heading, self.columns)
        return None if key is None else self.columns[key]

    def signs(self, headings: Iterable[str]) -> int:
        """How many of the headings are this system's own."""
        found = {_key(each, self.columns) for each in headings}
        return len(found & self.signatures)


@lru_cache(maxsize=10_000)
def plain(heading: str) -> str:
    """A heading without case, marks and signs: "prenom" of "Prénom:", "donor id" of donor_id."""
    words = _NO_WORD.sub(" ", fold(heading)).strip()
    return words or heading.strip()


def detect(headings: Sequence[str]) -> System | None:
    """The system whose headings these are; None where two of them are no system's own."""
    best = max(systems().values(), key=lambda each: _rank(each, headings))
    return best if best.signs(headings) >= _LEAST_SIGNATURES else None


@cache
def systems() -> dict[str, System]:
    """Every system, by its name."""
    return {name: _read(name) for name in _NAMES}


@cache
def general() -> System:
    """Headings that mean the same in any table."""
    return _read(_GENERAL)


def _rank(system: System, headings: Sequence[str]) -> tuple[int, int]:
    return system.signs(headings), sum(map(system.knows, headings))


def _key(heading: str, columns: Mapping[str, Meaning | None]) -> str | None:
    bare = plain(heading)
    return next((each for each in (bare, _NUMBER.sub("#", bare)) if each in columns), None)


def _read(name: str) -> System:
    text = files(__package__).joinpath("headers", f"{name}.txt").read_text(encoding="utf-8")
    title, *lines = text.splitlines()
    columns: dict[str, Meaning | None] = {}
    signatures: set[str] = set()
    everybody_is: Relationship | None = None
    kinds: dict[str, GiftKind | None] = {}
    for line in lines:
        said, _, means = (part.strip() for part in line[1:].partition("|"))
        heading = plain(said.replace("#", "0")).replace("0", "#")
        match line[0]:
            case "=":
                everybody_is = Relationship(said)
            case "~":
                kinds[plain(said)] = None if means == "neither" else GiftKind(means)
            case "*" | " ":
                columns[heading] = meaning(means) if means else None
                signatures |= {heading} if line[0] == "*" else set()
    return System(
        name=name,
        title=title,
        columns=columns,
        signatures=frozenset(signatures),
        everybody_is=everybody_is,
        kinds=kinds,
    )
