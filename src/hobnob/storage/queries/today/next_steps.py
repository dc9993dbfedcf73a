"""What comes after Today's people, in the order of a sitting: chats, lists to read, some care."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.contrib.auth.models import User

from hobnob.domain.feed import counted
from hobnob.domain.moments import DAY
from hobnob.domain.triage import FOLDED
from hobnob.storage.models import List
from hobnob.storage.queries.chats.agenda import coming
from hobnob.storage.queries.feed.looks import looks
from hobnob.storage.queries.feed.sources import feed_of
from hobnob.storage.queries.feed.unread import COUNTED, unread_kinds
from hobnob.storage.queries.hygiene.queue import how_many_wait

CARDS = 5
"""So many cards are suggested a day."""


class StepKind(StrEnum):
    """What there is to do."""

    CHAT = "chat"
    READ = "read"
    TIDY = "tidy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do next, and why now."""

    kind: StepKind
    key: str
    """Of the chat or the list; "" where it needs none."""
    title: str
    why: str


def next_steps(reader: User, now_us: int) -> tuple[Step, ...]:
    """Chats of the next day, lists that are kept small with something to read, a few accounts."""
    return (*_chats(now_us), *_to_read(reader, now_us), *_to_tidy(now_us))


def _chats(now_us: int) -> Iterator[Step]:
    for each in coming(now_us, weeks=1):
        if each.session.starts_us < now_us + DAY:
            why = "because it is on now" if each.is_on else f"because it begins {each.chat.when}"
            yield Step(kind=StepKind.CHAT, key=each.chat.key, title=each.chat.name, why=why)


def _to_read(reader: User, now_us: int) -> Iterator[Step]:
    kept_small = List.objects.filter(capacity__isnull=False).order_by("-stage", "position", "name")
    for look in looks([feed_of(each) for each in kept_small], reader, now_us=now_us):
        kinds = unread_kinds(look)
        to_read = sum(count for kind, count in kinds.items() if kind not in FOLDED)
        if to_read:
            is_more = kinds.total() >= COUNTED
            said = counted(to_read, "post", is_more=is_more)
            wait = "waits" if to_read == 1 else "wait"
            yield Step(
                kind=StepKind.READ,
                key=look.feed.key,
                title=f"Read {look.feed.title}",
                why=f"because {said} {wait} there that you have not seen",
            )


def _to_tidy(now_us: int) -> Iterator[Step]:
    waiting = how_many_wait(now_us)
    if waiting:
        few = min(CARDS, waiting)
        yield Step(
            kind=StepKind.TIDY,
            key="",
            title=f"Think about {few} account{'' if few == 1 else 's'}",
            why=f"because {waiting} gave reason to; one at a time",
        )
