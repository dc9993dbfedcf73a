"""What one may ask for, how much of an ask that is, and how it is said."""

from enum import StrEnum
from typing import Protocol

from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import DAY, ago
from hobnob.domain.outcomes import WORDS, OutcomeKind, kind_named


class NotAnAsk(HobnobError):
    """Nothing is asked, or for something that nobody can tell the weight of."""


class Size(StrEnum):
    """How much it asks of somebody."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Answer(StrEnum):
    """What came back."""

    YES = "yes"
    NO = "no"
    SILENCE = "silence"


THINGS = {
    kind: WORDS[kind].noun
    for kind in (
        *(OutcomeKind.PROMOTION, OutcomeKind.INFORMATION, OutcomeKind.MENTION, OutcomeKind.FUN),
        *(OutcomeKind.INTRODUCTION, OutcomeKind.REFERRAL, OutcomeKind.PETITION),
        *(OutcomeKind.VOLUNTEERING, OutcomeKind.VISIT, OutcomeKind.DEFENCE),
        *(OutcomeKind.OPPORTUNITY, OutcomeKind.DONATION, OutcomeKind.JOIN, OutcomeKind.JOB),
        *(OutcomeKind.CLIENT, OutcomeKind.BUSINESS, OutcomeKind.GIFT),
    )
}
"""What is asked for, by the outcome that is hoped for and in its words: the small first."""

SIZES = {
    **dict.fromkeys(
        (OutcomeKind.PROMOTION, OutcomeKind.INFORMATION, OutcomeKind.MENTION, OutcomeKind.FUN),
        Size.SMALL,
    ),
    **dict.fromkeys(
        (
            *(OutcomeKind.INTRODUCTION, OutcomeKind.REFERRAL, OutcomeKind.PETITION),
            *(OutcomeKind.VOLUNTEERING, OutcomeKind.VISIT, OutcomeKind.DEFENCE),
            OutcomeKind.OPPORTUNITY,
        ),
        Size.MEDIUM,
    ),
    **dict.fromkeys(
        (
            *(OutcomeKind.DONATION, OutcomeKind.JOIN, OutcomeKind.JOB),
            *(OutcomeKind.CLIENT, OutcomeKind.BUSINESS, OutcomeKind.GIFT),
        ),
        Size.LARGE,
    ),
}

SILENT_AFTER = 14 * DAY
"""After so long without a word silence is proposed; it is never written down by itself."""

_LONGEST = 500
"""Characters of what is asked."""


class Asked(Protocol):
    """Something that somebody was asked, and what came back."""

    @property
    def at_us(self) -> int:
        """When."""

    @property
    def answer(self) -> str:
        """An Answer, "" while nothing came back."""

    @property
    def answered_us(self) -> int | None:
        """When that was written down."""


def read_outcome(word: str) -> OutcomeKind:
    """The outcome of this name, or of the words that are shown for it. Raises NotAnAsk."""
    if kind := kind_named(word):
        return kind
    wanted = word.strip()
    what = f"“{wanted}” is nothing to ask for: say" if wanted else "Say what you ask for:"
    raise NotAnAsk(f"{what} one of {', '.join(THINGS)}.")


def read_what(written: str) -> str:
    """What is asked, on one line. Raises NotAnAsk where that is nothing, or a whole letter."""
    what = " ".join(written.split())
    if not what:
        raise NotAnAsk("Say in a few words what you ask: “share the walk on Sunday”.")
    if len(what) > _LONGEST:
        raise NotAnAsk(f"That has {len(what):,} characters: say it in at most {_LONGEST}.")
    return what


def is_silent(asked: Asked, now_us: int) -> bool:
    """Whether there was no word for so long that one may call it silence."""
    return not asked.answer and now_us - asked.at_us >= SILENT_AFTER


def what_came(asked: Asked, now_us: int) -> str:
    """ "asked 3 days ago, open", "asked in May; they said yes 2 days ago"."""
    when = f"asked {ago(asked.at_us, now_us)}"
    if not asked.answer:
        return f"{when}, and no word since" if is_silent(asked, now_us) else f"{when}, open"
    if asked.answer == Answer.SILENCE:
        return f"{when}; no answer came"
    return f"{when}; they said {asked.answer} {ago(asked.answered_us, now_us)}"
