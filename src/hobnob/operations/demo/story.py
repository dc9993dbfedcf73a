"""What Robin did by hand in half a year: calls, kind words, asks, and what came of them.

It stands in story.txt, one a line, and goes through the doors that a person's own does, oldest
first: what the gate says of an ask is what it would have said on that day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from django.contrib.auth.models import User

from hobnob.domain.ask_words import Answer
from hobnob.domain.by_hand import sort_of
from hobnob.domain.campaigns import Plan, PlannedAsk
from hobnob.domain.facts import FactKind
from hobnob.domain.gestures.draft import House
from hobnob.domain.moments import DAY, HOUR, MINUTE, from_us
from hobnob.domain.outcomes import OutcomeKind, read_worth
from hobnob.domain.people import Account
from hobnob.operations.asks.answer import answer_ask
from hobnob.operations.asks.ask import ask
from hobnob.operations.asks.campaigns import make_campaign
from hobnob.operations.curate import Curator
from hobnob.operations.demo.cast import Member
from hobnob.operations.demo.sections import read_sections
from hobnob.operations.keep_ideas import write_idea
from hobnob.operations.keep_manner import keep_manner
from hobnob.operations.keep_reading_time import LONGEST, keep_reading_time
from hobnob.operations.log_deed import log_deed
from hobnob.operations.log_outcome import log_outcome
from hobnob.operations.make_gesture import make_gesture
from hobnob.operations.remember_gesture import Given
from hobnob.operations.tell import tell
from hobnob.storage import models

MANNER = House(
    words="First names. A full stop will do. Say what it did, then stop.",
    greeting="Dear {name},",
    farewell="Robin, Tiger Commons",
)
OUR_HERONS = "Herons and fens"
IDEAS = (
    ("A page from the notebook", "{name}, camera 2 saw something last night that is for you: "),
    ("A biscuit by post", "{name}, the biscuit is real and on its way. The reason for it: "),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing that Robin did by hand, on a day, about somebody."""

    account: Account
    at_us: int
    verb: str
    kind: str
    words: str


def acts(people: Mapping[str, Member], *, now_us: int) -> tuple[Act, ...]:
    """Everything of story.txt, oldest first."""
    lines = (line for section in read_sections("story.txt").values() for line in section)
    return tuple(sorted(_acts(lines, people, now_us), key=lambda act: act.at_us))


def _acts(lines: Iterator[str], people: Mapping[str, Member], now_us: int) -> Iterator[Act]:
    today_us = now_us // DAY * DAY
    for line in lines:
        key, when, verb, kind, words = (part.strip() for part in line.split("|"))
        days, clock = when.split()
        hours, minutes = map(int, clock.split(":"))
        yield Act(
            account=people[key].main,
            at_us=today_us - int(days) * DAY + hours * HOUR + minutes * MINUTE,
            verb=verb,
            kind=kind,
            words=words,
        )


@dataclass(slots=True)
class Storyteller:
    """Does what the story says, in order, as one person."""

    author: User
    now_us: int
    _asked: dict[int, int] = field(default_factory=dict)
    """The number of the last ask, by person."""

    def tell(self, story: tuple[Act, ...]) -> None:
        """All of it."""
        keep_manner(MANNER, author=self.author, now_us=self.now_us - 200 * DAY)
        for name, words in IDEAS:
            write_idea(name, words, author=self.author, now_us=self.now_us - 100 * DAY)
        self._plan()
        for act in story:
            self._do(act)

    def _plan(self) -> None:
        today = from_us(self.now_us).date()
        plan = Plan(
            name="Herons in spring",
            goal="Forty names and twelve nest boxes for the fen before the reed is cut.",
            who="People who have stood at water with us",
            on_list="watchlist",
            topics=(models.OurTopic.objects.get(name=OUR_HERONS).key,),
            asks=(
                PlannedAsk(outcome=OutcomeKind.PETITION, what="sign for the heron meadow"),
                PlannedAsk(outcome=OutcomeKind.DONATION, what="a nest box for the fen"),
            ),
            begins_on=today - timedelta(days=30),
            ends_on=today + timedelta(days=60),
        )
        make_campaign(plan, author=self.author, now_us=self.now_us - 31 * DAY)

    def _do(self, act: Act) -> None:
        account = models.Account.objects.get(
            network=act.account.network, native_id=act.account.native_id
        )
        doings = {
            "promote": self._promote,
            "tag": self._tag,
            "birthday": self._birthday,
            "log": self._log,
            "gesture": self._gesture,
            "ask": self._ask,
            "ask anyway": self._ask_anyway,
            "answered": self._answered,
            "came": self._came,
            "read": self._read,
        }
        doings[act.verb](act, account.person_id)

    def _promote(self, act: Act, person_id: int) -> None:
        curator = Curator(author=self.author, now_us=act.at_us)
        curator.promote(person_id, act.kind, why=act.words)

    def _tag(self, act: Act, person_id: int) -> None:
        Curator(author=self.author, now_us=act.at_us).tag(person_id, act.kind)

    def _birthday(self, act: Act, person_id: int) -> None:
        day = from_us(self.now_us - int(act.kind) * DAY)
        birthday = f"--{day:%m-%d}"
        tell(person_id, FactKind.BIRTHDAY, birthday, author=self.author, now_us=act.at_us)

    def _log(self, act: Act, person_id: int) -> None:
        log_deed(
            person_id,
            sort_of(act.kind),
            at_us=act.at_us,
            author=self.author,
            now_us=act.at_us,
            words=act.words,
        )

    def _gesture(self, act: Act, person_id: int) -> None:
        key = f"{act.kind}:{from_us(act.at_us).year}"
        given = Given(person_id=person_id, kind=act.kind, key=key, words=act.words)
        make_gesture(given, author=self.author, now_us=act.at_us)

    def _ask(self, act: Act, person_id: int, *, anyway: bool = False) -> None:
        wish = OutcomeKind(act.kind)
        asked = ask(person_id, wish, act.words, author=self.author, now_us=act.at_us, anyway=anyway)
        self._asked[person_id] = asked.pk

    def _ask_anyway(self, act: Act, person_id: int) -> None:
        """What the gate said is kept with it."""
        self._ask(act, person_id, anyway=True)

    def _answered(self, act: Act, person_id: int) -> None:
        number = self._asked[person_id]
        answer_ask(number, Answer(act.kind), author=self.author, now_us=act.at_us)

    def _came(self, act: Act, person_id: int) -> None:
        kind, _, worth = act.kind.partition(" ")
        log_outcome(
            person_id,
            OutcomeKind(kind),
            at_us=act.at_us,
            author=self.author,
            now_us=act.at_us,
            words=act.words,
            worth=read_worth(worth),
            ask_id=self._asked.get(person_id),
        )

    def _read(self, act: Act, person_id: int) -> None:
        seconds = int(act.kind) * 60
        while seconds > 0:
            keep_reading_time(self.author, f"person:{person_id}", seconds, now_us=act.at_us)
            seconds -= LONGEST
