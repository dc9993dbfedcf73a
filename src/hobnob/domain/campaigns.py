"""A campaign plan: who, which list, which goal, which topics, which asks, until when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hobnob.domain.ask_words import THINGS, read_outcome
from hobnob.domain.errors import HobnobError
from hobnob.domain.outcomes import OutcomeKind

LONGEST_NAME = 80
MOST_ASKS = 12
_LONGEST_ASK = 300
_LONGEST_WORDS = 1_000


class NotAPlan(HobnobError):
    """Something of a campaign plan will not do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAsk:
    """Something that people will be asked: "petition: sign for the heron meadow"."""

    outcome: OutcomeKind
    what: str

    def __str__(self) -> str:
        """As it is typed and kept."""
        return f"{self.outcome}: {self.what}"

    @property
    def thing(self) -> str:
        """ "a signature"."""
        return THINGS[self.outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan as somebody typed it, read."""

    name: str
    goal: str = ""
    who: str = ""
    on_list: str = ""
    """The key of the list; "" where it is for nobody's list yet."""
    topics: tuple[str, ...] = ()
    """Keys of our topics."""
    asks: tuple[PlannedAsk, ...] = ()
    begins_on: date | None = None
    ends_on: date | None = None


def read_plan(
    *,
    name: str,
    goal: str = "",
    who: str = "",
    on_list: str = "",
    topics: Sequence[str] = (),
    asks: Iterable[str] = (),
    begins_on: str = "",
    ends_on: str = "",
) -> Plan:
    """A plan of what was typed in each field; one ask a line. Raises NotAPlan."""
    begins, ends = _day(begins_on), _day(ends_on)
    if begins and ends and ends < begins:
        raise NotAPlan(
            f"It ends on {ends} and begins on {begins}: let it end later than it begins."
        )
    return Plan(
        name=_name(name),
        goal=_words(goal, "goal"),
        who=_words(who, "line about whom it is for"),
        on_list=on_list.strip(),
        topics=tuple(dict.fromkeys(each.strip() for each in topics if each.strip())),
        asks=read_asks(asks),
        begins_on=begins,
        ends_on=ends,
    )


def read_asks(lines: Iterable[str]) -> tuple[PlannedAsk, ...]:
    """The asks of a plan, one a line: "petition: sign for the meadow". Raises NotAPlan."""
    found = tuple(read_planned(each) for each in lines if each.strip())
    if len(found) > MOST_ASKS:
        raise NotAPlan(f"That is {len(found)} asks: a plan holds at most {MOST_ASKS}.")
    return found


def read_planned(line: str) -> PlannedAsk:
    """One of them. Raises NotAPlan where no outcome stands before the colon, or nothing after."""
    kind, colon, what = line.partition(":")
    words = " ".join(what.split())
    if not colon or not words:
        example = "petition: sign for the heron meadow"
        raise NotAPlan(f"“{line.strip()}” names no outcome: write an ask as “{example}”.")
    if len(words) > _LONGEST_ASK:
        raise NotAPlan(f"An ask has {len(words):,} characters: say it in at most {_LONGEST_ASK}.")
    return PlannedAsk(outcome=read_outcome(kind), what=words)


def is_running(begins_on: date | None, ends_on: date | None, today: date) -> bool:
    """Whether a plan that is not closed holds on a day."""
    return (begins_on is None or begins_on <= today) and (ends_on is None or today <= ends_on)


def so_far(*, asked: int, people: int | None, yes: int, ends_on: date | None) -> str:
    """ "12 of 40 asked, 5 yes; until 1 May"."""
    of_them = "" if people is None else f" of {people:,}"
    said = f"{asked:,}{of_them} asked, {yes:,} yes" if asked else f"nobody{of_them} asked yet"
    return f"{said}; until {ends_on:%-d %B}" if ends_on else said


def when(begins_on: date | None, ends_on: date | None) -> str:
    """ "1 March to 1 May 2027", "until 1 May 2027"; "" where it has no dates."""
    if begins_on and ends_on:
        year = "" if begins_on.year == ends_on.year else f" {begins_on.year}"
        return f"{begins_on:%-d %B}{year} to {ends_on:%-d %B %Y}"
    if ends_on:
        return f"until {ends_on:%-d %B %Y}"
    return f"from {begins_on:%-d %B %Y}" if begins_on else ""


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise NotAPlan("The plan has no name: write one, “Wetlands in spring” for instance.")
    if len(name) > LONGEST_NAME:
        raise NotAPlan(f"The name has {len(name)} characters: write at most {LONGEST_NAME}.")
    return name


def _words(typed: str, field: str) -> str:
    words = typed.replace("\r\n", "\n").strip()
    if len(words) > _LONGEST_WORDS:
        raise NotAPlan(f"The {field} has {len(words):,} characters: say it in {_LONGEST_WORDS:,}.")
    return words


def _day(typed: str) -> date | None:
    if not typed.strip():
        return None
    try:
        return date.fromisoformat(typed.strip())
    except ValueError as error:
        raise NotAPlan(f"“{typed.strip()}” is no day: write it like 2027-05-01.") from error
