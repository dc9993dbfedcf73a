"""A chat on Tuesday evenings, UTC, and short ways to say what was said in it."""

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from hobnob.domain.chats import session_on
from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.moments import MINUTE
from hobnob.domain.people import Account
from hobnob.domain.posts import Post
from hobnob.operations.keep_chats import Plan, make_chat
from hobnob.operations.record import record
from hobnob.storage import models
from tests.people import ME, NOW_US

TUESDAY = date(2026, 11, 17)
"""The evening before now, which is a Wednesday morning."""

EVENING = Plan(tag="#TuskTalk", weekday=1, minute=20 * 60, time_zone="UTC")


def tusktalk() -> models.Chat:
    """The chat, added just now."""
    return make_chat(EVENING, now_us=NOW_US)


@dataclass
class Evening:
    """One session; what is said in it is recorded at the end."""

    day: date = TUESDAY
    tag: str = "#tusktalk"
    said: list[Interaction] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def at(self, minute: float) -> int:
        """So many minutes after eight."""
        session = session_on(_SCHEDULE, self.day)
        assert session is not None
        return session.starts_us + int(minute * MINUTE)

    def post(
        self, who: Account, text: str, minute: float, *, answers: Post | None = None, **rest: Any
    ) -> Post:
        """Somebody says something to everybody, or answers somebody else."""
        tagged = text if rest.pop("untagged", False) else f"{text} {self.tag}"
        post = Post(
            network=who.network,
            native_id=f"{self.day}-{self.tag}-{next(self.numbers)}",
            author=who,
            text=tagged,
            at_us=self.at(minute),
            in_reply_to=answers.native_id if answers else "",
            **rest,
        )
        self.posts.append(post)
        return post

    def say(self, who: Account, whom: Account, text: str, minute: float, **rest: Any) -> Post:
        """Somebody says something to somebody, one of whom is me."""
        answers = rest.get("answers")
        post = self.post(who, text, minute, **rest)
        kind = Kind.REPLY if answers else Kind.MENTION
        native_id = post.native_id
        if kind is Kind.MENTION:
            native_id += f">{whom.native_id}"
        self.said.append(
            Interaction(
                network=who.network,
                kind=kind,
                direction=Direction.FROM_ME if who == ME else Direction.TOWARDS_ME,
                native_id=native_id,
                actor=who,
                target=whom,
                post=post,
                at_us=post.at_us,
            )
        )
        return post

    def record(self) -> None:
        """All of it happened."""
        record(self.said, posts=self.posts, now_us=NOW_US)


@dataclass(frozen=True)
class _Schedule:
    weekday: int = EVENING.weekday
    minute: int = EVENING.minute
    time_zone: str = EVENING.time_zone
    minutes: int = EVENING.minutes
    ended_us: int | None = None


_SCHEDULE = _Schedule()
