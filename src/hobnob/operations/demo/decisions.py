"""What Robin decided: whom to keep near and why, whom to let go, what to remember."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from hobnob.domain.facts import FactKind
from hobnob.domain.moments import DAY, HOUR, MINUTE, from_us
from hobnob.domain.people import Account
from hobnob.domain.today import Section
from hobnob.operations.demo import tusktalk
from hobnob.operations.demo.cast import Member
from hobnob.operations.demo.plays import When
from hobnob.operations.demo.sections import read_sections

MENTIONED_YOU = "Mentioned You"
THE_WATCHLIST = "The Watchlist"
PEOPLE_WHO_SAY_THINGS = "People Who Say Things"

BIRTHDAY = "ana"
DAYS_TO_BIRTHDAY = 6

AFTER_THE_CHAT = When(count=1, unit="tuesdays", clock_us=tusktalk.HOUR_THERE * HOUR + 100 * MINUTE)

_LISTS = {"watchlist": THE_WATCHLIST, "people who say things": PEOPLE_WHO_SAY_THINGS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Something Robin decided about the person behind an account."""

    account: Account
    at_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion(Decision):
    """Somebody is put on a list by hand."""

    list_name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal(Decision):
    """Somebody is taken off a list, and no rule may put them back."""

    list_name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Decision):
    """What somebody is to Robin, in a word or two."""

    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Decision):
    """Something to remember."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Decision):
    """Somebody is dealt with in a section of Today: what is left to say to them waits elsewhere."""

    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BadMark(Decision):
    """Somebody behaved badly, as their newest post until then shows."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Decision):
    """A fact that Robin wrote down."""

    kind: FactKind
    words: str


def decisions(people: Mapping[str, Member], random: Random, *, now_us: int) -> tuple[Decision, ...]:
    """Everything Robin decided, oldest first."""
    made = [
        *_promotions(people, random, now_us),
        *_removals(people, now_us),
        *_bad_marks(people, now_us),
        *_done_after_the_chat(people, now_us),
        *_tags(people, now_us),
        *_notes(people, now_us),
        _birthday(people, now_us),
    ]
    return tuple(sorted(made, key=lambda decision: decision.at_us))


def _promotions(people: Mapping[str, Member], random: Random, now_us: int) -> Iterator[Promotion]:
    for member in people.values():
        if member.role in _LISTS:
            yield Promotion(
                account=member.main,
                at_us=now_us - random.randint(50, 380) * DAY - random.randrange(10) * HOUR,
                list_name=_LISTS[member.role],
                why=member.why,
            )


def _removals(people: Mapping[str, Member], now_us: int) -> Iterator[Removal]:
    for key, days_ago, reason in _lines(f"removed from {MENTIONED_YOU}"):
        yield Removal(
            account=people[key].main,
            at_us=now_us - int(days_ago) * DAY,
            list_name=MENTIONED_YOU,
            reason=reason,
        )


def _bad_marks(people: Mapping[str, Member], now_us: int) -> Iterator[BadMark]:
    for key, days_ago, why in _lines("marked for bad behaviour"):
        yield BadMark(account=people[key].main, at_us=now_us - int(days_ago) * DAY, why=why)


def _done_after_the_chat(people: Mapping[str, Member], now_us: int) -> Iterator[Done]:
    """Robin clears Today after the chat: who is left unanswered there stands on the chat's page."""
    for (key,) in _lines("done after the chat"):
        yield Done(
            account=people[key].main, at_us=AFTER_THE_CHAT.before(now_us), section=Section.WAITING
        )


def _tags(people: Mapping[str, Member], now_us: int) -> Iterator[Tag]:
    for minutes, (key, tag) in enumerate(_lines("tags")):
        yield Tag(account=people[key].main, at_us=now_us - 30 * DAY + minutes * HOUR, tag=tag)


def _notes(people: Mapping[str, Member], now_us: int) -> Iterator[Note]:
    birthday = from_us(now_us + DAYS_TO_BIRTHDAY * DAY)
    for key, days_ago, text in _lines("notes"):
        yield Note(
            account=people[key].main,
            at_us=now_us - int(days_ago) * DAY,
            text=text.format(birthday=f"{birthday.day} {birthday:%B}"),
        )


def _birthday(people: Mapping[str, Member], now_us: int) -> Told:
    day = from_us(now_us + DAYS_TO_BIRTHDAY * DAY)
    return Told(
        account=people[BIRTHDAY].main,
        at_us=now_us - 60 * DAY,
        kind=FactKind.BIRTHDAY,
        words=f"--{day:%m-%d}",
    )


def _lines(section: str) -> Iterator[list[str]]:
    for line in read_sections("decisions.txt")[section]:
        yield [part.strip() for part in line.split("|")]
