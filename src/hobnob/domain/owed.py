"""Whom to thank, for what, and who comes first: the generous and the rare before the daily."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp2
from typing import NamedTuple

from hobnob.domain.deeds import DEEDS, IN_THE_LOG, WEIGHTS, DeedKind
from hobnob.domain.hygiene.insult_words import INSULT, THREAT
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY, ago
from hobnob.domain.money import money
from hobnob.domain.told_twice import Told, pairs

FALLS_OUT = 60 * DAY
"""After so long a thank-you would only puzzle."""

REMEMBERED = 365 * DAY
"""So far back one looks for when they were last thanked."""

_STALE = 45 * DAY
"""A kindness of this age stands as low as one half as great of today: a donation is before a repost
as long as it can be thanked for."""


class Kindness(NamedTuple):
    """One thing somebody did for me."""

    at_us: int
    kind: str
    """A Kind of the log; or a DeedKind, of what was logged by hand."""
    interaction_id: int | None = None
    post_id: int | None = None
    said: str = ""
    """What was logged by hand, in its words."""
    amount: int | None = None
    """What came in with a donation, in the smallest unit of the currency."""
    currency: str = ""

    @property
    def deed(self) -> DeedKind:
        """What it is in the ledger."""
        return IN_THE_LOG[Kind(self.kind)] if self.interaction_id else DeedKind(self.kind)

    @property
    def came_in(self) -> str:
        """ "25 EUR"; "" where nobody said, or it was no donation."""
        return money(self.amount, self.currency) if self.amount else ""

    def is_owed(self, *, thanked_us: int, done_us: int) -> bool:
        """Whether neither a thank-you came since nor anybody was done with it.

        Networks tell the hour. Files and people tell the day: thanks of that day are for it.
        """
        is_by_the_day = self.deed is not DeedKind.REPOST
        since_us = self.at_us // DAY * DAY if is_by_the_day else self.at_us
        return since_us > thanked_us and self.at_us > done_us


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """Kindnesses of one sort that one person did, and nobody thanked them for."""

    deed: DeedKind
    newest_first: Sequence[Kindness]

    @property
    def newest(self) -> Kindness:
        """The last of them."""
        return self.newest_first[0]

    def worth(self, now_us: int) -> float:
        """What it counts by now."""
        return worth(self.deed, len(self.newest_first), self.newest.at_us, now_us)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unthanked:
    """What one person did that nobody thanked them for."""

    debts: Sequence[Debt]
    """The greatest first, at least one."""
    thanked_us: int | None
    """When they were last thanked for something else."""


def worth(deed: DeedKind, count: int, newest_us: int, now_us: int) -> float:
    """What so many deeds of a kind count by now. Of what is shared daily each counts little."""
    each = WEIGHTS[deed] / (count if deed is DeedKind.REPOST else 1)
    return each * exp2((newest_us - now_us) / _STALE)


def told_once(in_log: Sequence[Kindness], by_hand: Sequence[Kindness]) -> list[Kindness]:
    """What one person did, by both: of what was logged of a line, the line with those words."""
    if not by_hand:
        return [*in_log]
    twice = pairs([*map(_told, by_hand)], [*map(_told, in_log)])
    of_line = {line: by_hand[number] for number, line in twice.items()}
    return [
        *(_with_words(line, of_line.get(place)) for place, line in enumerate(in_log)),
        *(each for number, each in enumerate(by_hand) if number not in twice),
    ]


def _told(each: Kindness) -> Told:
    return Told(each.deed, each.at_us, each.amount, each.currency)


def _with_words(line: Kindness, hand: Kindness | None) -> Kindness:
    if hand is None:
        return line
    worth = line if line.amount is not None else hand
    return line._replace(said=hand.said, amount=worth.amount, currency=worth.currency)


def debts(kindnesses: Sequence[Kindness], now_us: int) -> list[Debt]:
    """What one person did, by sort, the greatest first."""
    by_deed: dict[DeedKind, list[Kindness]] = {}
    for each in sorted(kindnesses, key=lambda one: -one.at_us):
        by_deed.setdefault(each.deed, []).append(each)
    owed = [Debt(deed=deed, newest_first=those) for deed, those in by_deed.items()]
    return sorted(owed, key=lambda debt: (-debt.worth(now_us), -debt.newest.at_us))


_AGAINST = re.compile(
    r"\W*(?:(?:no|nope|nah|nee|nein|nö|non|não)\s?[,.!…:;]"
    r"|(?:wrong|nonsense|rubbish|i disagree|disagree|onzin|oneens|quatsch|unsinn|falsch|faux"
    r"|mentira|fals[oa]|discrepo|discordo|sbagliato)\b)",
    re.IGNORECASE,
)
"""How words around a quoted post begin that are against it."""


def is_kind(quote: str) -> bool:
    """Whether words around a quoted post are none against it: neither insult, threat nor "no"."""
    if _AGAINST.match(quote):
        return False
    return not (INSULT.found_in(quote) or THREAT.found_in(quote))


_DID: dict[str, str] = {
    Kind.MEMBERSHIP: "became a member",
    Kind.VOLUNTEERING: "volunteered",
    Kind.PETITION: "signed your petition",
    Kind.EVENT: "came",
    DeedKind.YES: "said yes to what you asked",
}


def what_they_did(debt: Debt, *, about: str = "", amount: str = "") -> str:
    """ "shared your post about wetlands", "shared 3 posts of yours", "gave 25 EUR"."""
    count = len(debt.newest_first)
    if debt.deed is DeedKind.REPOST:
        if count > 1:
            return f"shared {count} posts of yours"
        return f"shared your post about {about}" if about else "shared your post"
    if amount:
        return f"gave {amount}"
    return _DID.get(debt.newest.kind) or DEEDS[debt.deed].theirs


def when(debt: Debt, did: str, now_us: int) -> str:
    """ "shared your post 2 days ago"; "gave 25 EUR, 2 days ago": a number before a number jars."""
    last = "the last " if len(debt.newest_first) > 1 and debt.deed is DeedKind.REPOST else ""
    comma = "," if last or debt.newest.came_in else ""
    return f"{did}{comma} {last}{ago(debt.newest.at_us, now_us)}"


def why_thank(
    debt: Debt, owed: Unthanked, did: Mapping[DeedKind, str], now_us: int, *, which_gift: str = ""
) -> str:
    """ "because they shared your post, 2 days ago; they also volunteered; you last thanked …".

    `did` is what each debt is in words. What was given stands in the row: `which_gift` is how it
    stands among all of theirs, "their third gift this year, 24 EUR in all".
    """
    last = "the last " if len(debt.newest_first) > 1 else ""
    said = [
        f"because it is {which_gift}"
        if which_gift
        else f"because they {did[debt.deed]}, {last}{ago(debt.newest.at_us, now_us)}"
    ]
    other = next((each for each in owed.debts if each is not debt), None)
    if other:
        said.append(f"they also {did[other.deed]}")
    if owed.thanked_us is not None:
        said.append(f"you last thanked them {ago(owed.thanked_us, now_us)}")
    return "; ".join(said)
