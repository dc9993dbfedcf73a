"""Chats: when they are, and whom I met in their sessions."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hobnob.domain.chat_people import (
    SpokenWith,
    Word,
    headline,
    is_long_ago,
    spoken_with,
    when,
)
from hobnob.domain.chats import (
    MARGIN,
    Session,
    day_words,
    next_session,
    schedule_words,
    session_on,
    sessions,
)
from hobnob.domain.moments import MINUTE, WEEK
from hobnob.storage.models import Chat, PostTag
from hobnob.storage.queries.chats.log import (
    Said,
    Window,
    known,
    said_in,
    section_of,
    words_around,
)

LAST = 3
"""Sessions of each chat that the first page tells of."""

PAGE = 8
"""Sessions on one page of a chat."""

CALENDAR_WEEKS = 4

_LOOKED_AT = 5_000
"""Posts among which the sessions of one page are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatLine:
    """A chat, in one line."""

    key: str
    name: str
    tag: str
    about: str
    weekday: int
    minute: int
    time_zone: str
    minutes: int
    schedule: str
    has_ended: bool
    coming: Session | None
    """The session that is going on, else the next."""
    when: str
    """When that is: "in 3 hours"; "" where none comes."""
    is_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """A session that began, by the people in it."""

    chat: ChatLine
    session: Session
    day: str
    """ "Tuesday 3 November", there."""
    when: str
    is_on: bool
    is_long_ago: bool
    """Nothing need be done about it any more."""
    headline: str
    people: tuple[SpokenWith, ...]
    there: int
    """How many people spoke in it, with me or not."""
    posts: int

    @property
    def met(self) -> int:
        """How many people I had never exchanged anything with."""
        return sum(each.is_new for each in self.people)

    @property
    def waiting(self) -> int:
        """How many wait for an answer of mine."""
        return sum(each.waits for each in self.people)

    @property
    def to_follow_up(self) -> int:
        """How many of those I spoke with are left to deal with."""
        left = sum(not each.is_followed_up for each in self.people)
        return 0 if self.is_long_ago else left


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatsPage:
    """All chats, and how they went last."""

    chats: tuple[ChatLine, ...]
    """Those that go on, the next one first."""
    ended: tuple[ChatLine, ...]
    last: tuple[SessionLine, ...]
    """The newest first; those in which nobody said anything left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatPage:
    """One chat, and some of its sessions, the newest first."""

    line: ChatLine
    sessions: tuple[SessionLine, ...]
    is_newest: bool
    older: date | None
    """Before which day the next page goes on; None where there is nothing older."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A session to come."""

    chat: ChatLine
    session: Session
    is_on: bool


def chat_line(chat: Chat, now_us: int) -> ChatLine:
    """The chat in one line."""
    coming = next_session(chat, now_us)
    return ChatLine(
        key=chat.key,
        name=chat.name,
        tag=chat.tag,
        about=chat.about,
        weekday=chat.weekday,
        minute=chat.minute,
        time_zone=chat.time_zone,
        minutes=chat.minutes,
        schedule=schedule_words(chat),
        has_ended=chat.ended_us is not None,
        coming=coming,
        when=when(coming, now_us) if coming else "",
        is_on=coming is not None and coming.is_on(now_us),
    )


def chats_page(now_us: int) -> ChatsPage:
    """Every chat, and the last sessions of each."""
    chats = list(Chat.objects.all())
    lines = sorted(
        (chat_line(each, now_us) for each in chats),
        key=lambda line: line.coming.starts_us if line.coming else 0,
    )
    since_us = now_us - LAST * WEEK
    began = [Window(each, one) for each in chats for one in _began(each, since_us, now_us)]
    told = [each for each in session_lines(began, now_us) if each.posts or each.is_on]
    return ChatsPage(
        chats=tuple(line for line in lines if not line.has_ended),
        ended=tuple(line for line in lines if line.has_ended),
        last=tuple(sorted(told, key=lambda each: -each.session.starts_us)),
    )


def chat_page(key: str, now_us: int, *, before: date | None = None) -> ChatPage | None:
    """One chat with some of its sessions, from before a day on; None where there is no such."""
    chat = Chat.objects.filter(key=key).first()
    if chat is None:
        return None
    found = _held(chat, now_us, before)
    windows = [Window(chat, each) for each in found[:PAGE]]
    return ChatPage(
        line=chat_line(chat, now_us),
        sessions=tuple(session_lines(windows, now_us)),
        is_newest=before is None,
        older=found[PAGE - 1].day if len(found) > PAGE else None,
    )


def _held(chat: Chat, now_us: int, before: date | None) -> list[Session]:
    """Sessions in which somebody posted, the newest first: one more than a page has, or fewer."""
    first_later = _first_from(chat, before) if before else None
    until_us = first_later.opens_us if first_later else now_us + 1
    tagged = PostTag.objects.filter(
        tag=chat.tag, at_us__lt=until_us, at_us__gt=0, post__is_private=False
    )
    moments = [
        at_us
        for at_us in tagged.order_by("-at_us").values_list("at_us", flat=True)[:_LOOKED_AT]
        if at_us is not None
    ]
    if not moments:
        return []
    longest_us = chat.minutes * MINUTE + MARGIN
    spans = list(sessions(chat, moments[-1] - longest_us, until_us))
    held: list[Session] = []
    at = 0
    for session in reversed(spans):
        while at < len(moments) and moments[at] >= session.closes_us:
            at += 1
        if at < len(moments) and session.holds(moments[at]):
            held.append(session)
        if len(held) > PAGE:
            break
    return held


def _first_from(chat: Chat, day: date) -> Session | None:
    """The first session of a day or after it."""
    days = (day + timedelta(days=each) for each in range(7))
    return next((found for each in days if (found := session_on(chat, each))), None)


def coming(now_us: int, *, weeks: int = CALENDAR_WEEKS) -> list[Coming]:
    """The sessions of the coming weeks, those that are going on among them, in order."""
    until_us = now_us + weeks * WEEK
    found = [
        Coming(chat=chat_line(chat, now_us), session=each, is_on=each.is_on(now_us))
        for chat in Chat.objects.filter(ended_us__isnull=True)
        for each in sessions(chat, now_us - chat.minutes * MINUTE + 1, until_us)
    ]
    return sorted(found, key=lambda each: each.session.starts_us)


def _began(chat: Chat, from_us: int, until_us: int) -> list[Session]:
    return list(sessions(chat, from_us, until_us + 1))


def session_lines(windows: Sequence[Window], now_us: int) -> list[SessionLine]:
    """What became of each of these sessions; six queries, however many there are."""
    return _lines(windows, said_in(windows), now_us)


def session_line(window: Window, posts: tuple[Said, ...], now_us: int) -> SessionLine:
    """What became of a session whose posts are known."""
    (line,) = _lines([window], [posts], now_us)
    return line


def _lines(
    windows: Sequence[Window], said: Sequence[tuple[Said, ...]], now_us: int
) -> list[SessionLine]:
    words: dict[int, list[Word]] = defaultdict(list)
    for word in words_around(post.id for posts in said for post in posts):
        words[word.post_id].append(word)
    people = {word.person_id for theirs in words.values() for word in theirs}
    facts = known(people, {section_of(each.chat) for each in windows})
    return [
        _line(
            window,
            posts,
            spoken_with(
                (word for post in posts for word in words.get(post.id, ())),
                facts[section_of(window.chat)],
                window.session,
                now_us,
            ),
            now_us,
        )
        for window, posts in zip(windows, said, strict=True)
    ]


def _line(
    window: Window, posts: Sequence[Said], people: Sequence[SpokenWith], now_us: int
) -> SessionLine:
    who = {each.person_id for each in posts if not each.is_me} | {each.person_id for each in people}
    there = len(who - {None})
    is_me_there = any(each.is_me for each in posts)
    return SessionLine(
        chat=chat_line(window.chat, now_us),
        session=window.session,
        day=day_words(window.session.day),
        when=when(window.session, now_us),
        is_on=window.session.is_on(now_us),
        is_long_ago=is_long_ago(window.session.ends_us, now_us),
        headline=headline(people, there=there, is_me_there=is_me_there),
        people=tuple(people),
        there=there,
        posts=len(posts),
    )
