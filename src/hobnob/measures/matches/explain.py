"""Why a pair is likely or not, field by field, in words.

The weights are those of Fellegi and Sunter ("A Theory for Record Linkage", 1969): what one field
says adds to what the others say.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hobnob.domain.matching.columns import EMPTY, Columns
from hobnob.domain.matching.places import region_name
from hobnob.measures.matches.competition import FEATURES
from hobnob.measures.matches.spec import CELL, NO_EVIDENCE

Weights = Mapping[str, Mapping[str, float]]

_LITTLE, _MUCH = 1.0, 3.0
"""In bits: twice and eight times as likely."""
_FEW, _MANY = 7.0, 5.0
"""Rarity: one in ten million, one in a hundred thousand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one field says about a pair."""

    field: str
    """What is compared: "name and handle", "place", "website"."""
    sentence: str
    weight: float
    """In bits: 3 is eight times as likely as before, -3 an eighth."""
    favours: bool | None
    """True speaks for one person, False against it; None says nothing."""

    @property
    def strength(self) -> str:
        """The weight in words: "speaks strongly for it"."""
        if self.favours is None:
            return "says nothing"
        size = abs(self.weight)
        how = "strongly" if size >= _MUCH else "somewhat" if size >= _LITTLE else "a little"
        return f"speaks {how} {'for' if self.favours else 'against'} it"


_NAMES = {
    NO_EVIDENCE: "We know no name",
    "full": "The display name is their whole name",
    "called": "The display name is another form of their name",
    "initial": "The display name has their last name and their initial",
    "begins alike": "The display name has their last name, after a first name that begins alike",
    "last alone": "The display name is their last name alone",
    "first unknown": "The display name has their last name, and we know no first name",
    "same letter": "The display name has their last name, after another first name in the "
    "same letter",
    "other first": "The display name has their last name, after another first name",
    "almost": "The display name has their first name, and their last name but for one letter",
    "first alone": "The display name is their first name alone",
    "other last": "The display name has their first name, before another last name",
    "no name": "There is no display name",
    "other": "The display name is none of theirs",
}
_HANDLES = {
    NO_EVIDENCE: "so the handle says nothing",
    "full": "and the handle is their whole name",
    "both within": "and the handle has both names in it",
    "short": "and the handle is an initial with their last name",
    "last": "and the handle is their last name",
    "last within": "and the handle has their last name in it",
    "first within": "and the handle has their first name in it",
    "neither": "and the handle shows neither name",
}
_PART_OF_LAST = "The display name is their first name with a part of their last name"
_ALL_OF_BOTH = "The display name and the handle are their whole name"
_IS_FIRST = "and the handle is their first name"
_IS_CALLED = "and the handle is a form of their first name"
_IS_PART = "and the handle has “{part}” in it"
_LEAST_SEEN = 3
"""Letters of a name that a reader sees in a handle; the model asks for more."""
_PLACES = {
    "city": "{place} stands in both",
    "region": "{place} stands in both",
    "region in bio": "{place} is where they live, and the bio names it",
    "elsewhere": "The account is somewhere else",
    "elsewhere in bio": "The bio names somewhere else",
    NO_EVIDENCE: "Nothing is known of a place",
}
_SITES = {
    "same": "{site} stands in both",
    "another": "The websites are different ones",
    NO_EVIDENCE: "Nothing is known of a website",
}


def evidence(
    levels: Mapping[str, str],
    weights: Weights,
    record: Columns = EMPTY,
    account: Columns = EMPTY,
) -> tuple[Evidence, ...]:
    """What each field says of a pair with these levels, the most telling first.

    With their columns the sentence names the city, the region or the website.
    """
    said = {
        "name": ("name and handle", _of_name(levels["name"], record, account)),
        "place": ("place", _of_place(levels["place"], record, account)),
        "site": ("website", _SITES[levels["site"]].format(site=_site(record, account))),
    }
    found = [
        _evidence(field, sentence, weights[name].get(levels[name], 0.0))
        for name, (field, sentence) in said.items()
    ]
    return tuple(sorted(found, key=lambda each: -abs(each.weight)))


def competition_said(features: Sequence[float]) -> tuple[str, ...]:
    """What else speaks in a row of features: who fits as well, and how many are called so."""
    row = dict(zip(FEATURES, features, strict=True))
    return tuple(filter(None, (_other_accounts(row), _others_of_ours(row), _namesakes(row))))


def _evidence(field: str, sentence: str, log_odds: float) -> Evidence:
    return Evidence(
        field=field,
        sentence=sentence,
        weight=log_odds / math.log(2.0),
        favours=log_odds > 0 if log_odds else None,
    )


def _of_name(level: str, record: Columns, account: Columns) -> str:
    """What a reader of both names sees, also where the model counts nothing."""
    name, _, handle = level.partition(CELL.format("", ""))
    is_part = name == "full" and not _shows_all_of_last(record, account)
    if name == handle == "full" and not is_part:
        return _ALL_OF_BOTH
    shown = _PART_OF_LAST if is_part else _NAMES[name]
    return f"{shown}, {_of_handle(handle, record, account)}"


def _shows_all_of_last(record: Columns, account: Columns) -> bool:
    """Whether a display name has the last name with all its words: "Ríos" of "Ríos Campos" not."""
    return not account["parts"] or record["last"] in account["parts"]


def _of_handle(level: str, record: Columns, account: Columns) -> str:
    seen = account["handle"]
    if level != "neither" or not isinstance(seen, str):
        return _HANDLES[level]
    if seen in record["given"]:
        return _IS_FIRST
    if seen in record["firsts"]:
        return _IS_CALLED
    names = (*record["given"], *record["parts"], *record["firsts"])
    within = [each for each in names if len(each) >= _LEAST_SEEN and each in seen]
    return _IS_PART.format(part=max(within, key=len)) if within else _HANDLES[level]


def _of_place(level: str, record: Columns, account: Columns) -> str:
    """With the city or the region that both name: "Kansas City", "Texas"."""
    if level == "city":
        place = _common(record["cities"], account["cities"]).title()
    else:
        of_account = [*account["regions"], *account["bio_regions"]]
        place = region_name(_common(record["regions"], of_account))
    return _PLACES[level].format(place=place or "The place")


def _site(record: Columns, account: Columns) -> str:
    return _common(record["hosts"], account["hosts"]) or "The website"


def _common(one: Iterable[str], other: Iterable[str]) -> str:
    return min(set(one) & set(other), default="")


def _other_accounts(row: Mapping[str, float]) -> str:
    near = round(math.expm1(row["rivals for the record"]))
    if row["ahead of the record's best other"] < 0:
        return "Another account fits them better"
    if near:
        return f"{near} other account{'s fit' if near > 1 else ' fits'} them about as well"
    return "No other account fits them nearly as well"


def _others_of_ours(row: Mapping[str, float]) -> str:
    if row["ahead of the account's best other"] < 0:
        return "The account fits somebody else better"
    near = round(math.expm1(row["rivals for the account"]))
    if near:
        return f"The account fits {near} other{'s' if near > 1 else ''} about as well"
    return ""


def _namesakes(row: Mapping[str, float]) -> str:
    if row["rarity"] >= _FEW:
        return "Few people are called so"
    return "Many people are called so" if row["rarity"] <= _MANY else ""
