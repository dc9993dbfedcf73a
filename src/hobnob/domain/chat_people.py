"""A session by the people in it: whom I met, who waits for my answer, what is left to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from hobnob.domain.chats import Session
from hobnob.domain.english import times
from hobnob.domain.moments import DAY, ago, from_us, span
from hobnob.domain.today import WAITS_AT_MOST


class Word(NamedTuple):
    """One thing that somebody and I said to each other."""

    person_id: int
    account_id: int
    is_mine: bool
    at_us: int
    post_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known about somebody besides the session."""

    first_us: int | None = None
    """When anything first went between us, ever."""
    waiting_us: int | None = None
    """Since when they wait for my answer; None: they don't."""
    done_us: int | None = None
    """Up to when I have dealt with them in this chat."""


STRANGER = Known()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWith:
    """Somebody with whom I exchanged something in a session."""

    person_id: int
    words: tuple[Word, ...]
    """The first one first."""
    is_new: bool
    """Nothing ever went between us before this session."""
    waits: bool
    """They spoke to me in it, and I have not answered."""
    is_followed_up: bool
    first_us: int | None

    @property
    def newest(self) -> Word:
        """The last of their words that was for me; where there are none, the last of mine."""
        theirs = [word for word in self.words if not word.is_mine]
        return (theirs or self.words)[-1]


def spoken_with(
    words: Iterable[Word], known: Mapping[int, Known], session: Session, now_us: int
) -> list[SpokenWith]:
    """Whom I spoke with: who is new first, then who waits, then who said most."""
    by_person: dict[int, dict[tuple[int, bool], Word]] = {}
    for word in sorted(words, key=lambda each: (each.at_us, each.post_id)):
        by_person.setdefault(word.person_id, {}).setdefault((word.post_id, word.is_mine), word)
    found = [
        _spoken_with(tuple(theirs.values()), known.get(person_id, STRANGER), session, now_us)
        for person_id, theirs in by_person.items()
    ]
    return sorted(found, key=lambda each: (not each.is_new, not each.waits, -len(each.words)))


def _spoken_with(
    words: tuple[Word, ...], known: Known, session: Session, now_us: int
) -> SpokenWith:
    is_followed_up = known.done_us is not None and known.done_us >= words[-1].at_us
    theirs_us = max((word.at_us for word in words if not word.is_mine), default=None)
    return SpokenWith(
        person_id=words[0].person_id,
        words=words,
        is_new=known.first_us is not None and session.holds(known.first_us),
        waits=not is_followed_up and _waits(theirs_us, known.waiting_us, now_us),
        is_followed_up=is_followed_up,
        first_us=known.first_us,
    )


def _waits(theirs_us: int | None, waiting_us: int | None, now_us: int) -> bool:
    if theirs_us is None or waiting_us is None or waiting_us > theirs_us:
        return False
    return not is_long_ago(theirs_us, now_us)


def is_long_ago(at_us: int, now_us: int) -> bool:
    """Whether nobody waits for an answer to it any more, nor need anything be done about it."""
    return now_us - at_us >= WAITS_AT_MOST


# ── In words ─────────────────────────────────────────────────────────────────


def headline(people: Iterable[SpokenWith], *, there: int, is_me_there: bool) -> str:
    """ "You met 3 people; 2 wait for an answer." People met come first, never posts sent."""
    spoken = list(people)
    met = sum(each.is_new for each in spoken)
    waiting = sum(each.waits for each in spoken)
    if not spoken:
        if is_me_there:
            return "You spoke, and nobody spoke with you yet."
        return f"You were not there; {_people(there, 'was', 'were')}." if there else ""
    who = f"You met {_people(met)}" if met else f"You spoke with {_people(len(spoken))}"
    wait = f"{waiting} {'waits' if waiting == 1 else 'wait'}" if waiting else "nobody waits"
    return f"{who}; {wait} for an answer."


def _people(count: int, one: str = "", many: str = "") -> str:
    verb = one if count == 1 else many
    return f"{count} {'person' if count == 1 else 'people'}{verb and ' '}{verb}"


def when(session: Session, now_us: int) -> str:
    """ "going on, 25 minutes left", "in 3 hours", "2 days ago"."""
    if now_us < session.starts_us:
        # Not rounded: on Sunday evening the chat of Tuesday is in two days.
        left_us = session.starts_us - now_us
        return f"in {span(left_us // DAY * DAY if left_us >= 2 * DAY else left_us)}"
    if now_us < session.ends_us:
        return f"going on, {span(session.ends_us - now_us)} left"
    return ago(session.ends_us, now_us)


def why_here(who: SpokenWith) -> str:
    """The reason under somebody's row: new or known, and who spoke how often."""
    theirs = sum(not word.is_mine for word in who.words)
    mine = len(who.words) - theirs
    parts = []
    if who.waits:
        parts.append("they wrote to you and you have not answered")
    if who.is_new:
        parts.append("your first words ever were here")
    elif who.first_us is not None:
        parts.append(f"you first spoke in {from_us(who.first_us):%B %Y}")
    parts.append(_both(theirs, mine))
    return "because " + "; ".join(parts)


def _both(theirs: int, mine: int) -> str:
    if theirs and mine:
        return f"they spoke {times(theirs)} and you {times(mine)}"
    return f"they spoke {times(theirs)}" if theirs else f"you spoke {times(mine)}"
