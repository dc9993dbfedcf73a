"""What comes of relationships, in the words of those who asked what all this is good for."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Kind
from hobnob.domain.money import CODES, DIGITS


class OutcomeKind(StrEnum):
    """What came of it. The first are one person's, the last those of an organisation."""

    CLIENT = "client"
    JOB = "job"
    BUSINESS = "business"
    INFORMATION = "information"
    REFERRAL = "referral"
    INTRODUCTION = "introduction"
    MENTION = "mention"
    OPPORTUNITY = "opportunity"
    GIFT = "gift"
    VISIT = "visit"
    FUN = "fun"
    PROMOTION = "promotion"
    """They shared what we say with the people they know."""
    PETITION = "petition"
    VOLUNTEERING = "volunteering"
    DEFENCE = "defence"
    """They stood up for us."""
    JOIN = "join"
    DONATION = "donation"


IN_THE_LOG = {
    Kind.DONATION: OutcomeKind.DONATION,
    Kind.MEMBERSHIP: OutcomeKind.JOIN,
    Kind.VOLUNTEERING: OutcomeKind.VOLUNTEERING,
    Kind.PETITION: OutcomeKind.PETITION,
    Kind.EVENT: OutcomeKind.VOLUNTEERING,
    Kind.INTRODUCTION: OutcomeKind.INTRODUCTION,
    Kind.REFERRAL: OutcomeKind.REFERRAL,
    Kind.GIFT: OutcomeKind.GIFT,
    Kind.VISIT: OutcomeKind.VISIT,
}
"""What a file or an archive told already, done towards me: nobody has to log it again."""


class OutcomeWords(NamedTuple):
    """How an outcome is chosen and named: everywhere alike."""

    key: str
    """One letter."""
    noun: str
    """ "a referral from Ana": with "from {name}" behind it."""
    many: str
    """ "3 referrals": with the count before it."""

    @property
    def one(self) -> str:
        """ "1 referral": with the count before it."""
        return self.noun.partition(" ")[2]


WORDS: Mapping[OutcomeKind, OutcomeWords] = {
    OutcomeKind.CLIENT: OutcomeWords("c", "a client", "clients"),
    OutcomeKind.JOB: OutcomeWords("j", "a job", "jobs"),
    OutcomeKind.BUSINESS: OutcomeWords("b", "a piece of business", "pieces of business"),
    OutcomeKind.INFORMATION: OutcomeWords("i", "a piece of information", "pieces of information"),
    OutcomeKind.REFERRAL: OutcomeWords("r", "a referral", "referrals"),
    OutcomeKind.INTRODUCTION: OutcomeWords("t", "an introduction", "introductions"),
    OutcomeKind.MENTION: OutcomeWords("m", "a mention", "mentions"),
    OutcomeKind.OPPORTUNITY: OutcomeWords("o", "an opportunity", "opportunities"),
    OutcomeKind.GIFT: OutcomeWords("g", "a gift", "gifts"),
    OutcomeKind.VISIT: OutcomeWords("v", "a visit", "visits"),
    OutcomeKind.FUN: OutcomeWords("f", "a good time", "good times"),
    OutcomeKind.PROMOTION: OutcomeWords("p", "a share", "shares"),
    OutcomeKind.PETITION: OutcomeWords("s", "a signature", "signatures"),
    OutcomeKind.VOLUNTEERING: OutcomeWords("h", "a helping hand", "helping hands"),
    OutcomeKind.DEFENCE: OutcomeWords("e", "a word in your defence", "words in your defence"),
    OutcomeKind.JOIN: OutcomeWords("u", "a membership", "memberships"),
    OutcomeKind.DONATION: OutcomeWords("d", "a donation", "donations"),
}
"""For one person first, for an organisation last."""


class NoOutcome(HobnobError):
    """What was written is no outcome, or no worth of one."""


def outcome_kind(word: str) -> OutcomeKind:
    """The kind of that name, or of the words that are shown for it. Raises NoOutcome."""
    if kind := kind_named(word):
        return kind
    raise NoOutcome(f"“{word}” is no outcome: give one of {', '.join(OutcomeKind)}.")


def kind_named(word: str) -> OutcomeKind | None:
    """The kind of "promotion", and of "a share", "share" and "shares"; None where there is none."""
    return _NAMED.get(" ".join(word.casefold().split()))


_NAMED: Mapping[str, OutcomeKind] = {
    name: kind
    for kind, words in WORDS.items()
    for name in (str(kind), words.noun, words.one, words.many)
} | {"feedback": OutcomeKind.INFORMATION}


# ── What it is worth ─────────────────────────────────────────────────────────

_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
_AMOUNT = re.compile(
    r"(?P<whole>\d{1,3}(?P<by>[ ,.’'])\d{3}(?:(?P=by)\d{3})*|\d+)"
    r"(?:(?!(?P=by))[.,](?P<part>\d+))?"
)
"""Thousands may be set apart, all in one way."""
_EITHER = re.compile(r"\d{1,3}\.\d{3}")
"""A point that may set thousands apart or decimals: it is a decimal point."""
_LARGEST = 10**15
"""In the smallest unit: more than any gift, and less than a database holds."""
_USUAL = "EUR"


def read_worth(words: str) -> tuple[int | None, str]:
    """(amount in the smallest unit, currency) of "500 EUR" or "€1,250.50"; (None, "") of "".

    Raises NoOutcome.
    """
    said = words.strip()
    if not said:
        return None, ""
    amount = _AMOUNT.search(said)
    named = "" if amount is None else f"{said[: amount.start()]}{said[amount.end() :]}".strip()
    currency = _SIGNS.get(named, named.upper() or _USUAL)
    worth = None if amount is None else _in_smallest_unit(amount, DIGITS.get(currency, 2))
    if worth is None or currency not in CODES:
        raise NoOutcome(f"“{said}” is no amount that can be read: write it like 500 EUR.")
    return worth, currency


def _in_smallest_unit(amount: re.Match[str], digits: int) -> int | None:
    """None where it has more digits behind the point than the currency, or is out of all bounds."""
    whole, part = amount["whole"], amount["part"] or ""
    if not part and _EITHER.fullmatch(whole):
        whole, part = whole.split(".")
    whole = re.sub(r"\D", "", whole)
    if len(part) > digits or len(whole) > len(str(_LARGEST)):
        return None
    worth = int(whole + part.ljust(digits, "0"))
    return worth if worth <= _LARGEST else None


# ── Proposed from the log, and refused ───────────────────────────────────────

PROPOSED = (OutcomeKind.PROMOTION, OutcomeKind.DEFENCE)
"""What hobnob proposes and a person confirms."""


def refusal(kind: OutcomeKind, interaction_id: int) -> str:
    """The subject of the decision that a line is no such outcome: "no promotion:12"."""
    return f"no {kind}:{interaction_id}"
