"""What was said in sessions of chats, and what went between somebody and me there."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db import connection
from django.db.models import OuterRef, Q, Subquery

from hobnob.domain.chat_people import Known, Word
from hobnob.domain.chats import Session
from hobnob.domain.interactions import TALK, Direction
from hobnob.domain.post_kinds import PostKind
from hobnob.storage import bulk
from hobnob.storage.models import (
    Account,
    Chat,
    ContactState,
    Interaction,
    Post,
    PostTag,
    TodayCard,
)
from hobnob.storage.queries.feed.sources import hushed


class Window(NamedTuple):
    """One session of a chat."""

    chat: Chat
    session: Session


class Said(NamedTuple):
    """A post of a session."""

    id: int
    network: str
    native_id: str
    text: str
    at_us: int
    in_reply_to: str
    url: str
    account_id: int | None
    person_id: int | None
    is_me: bool


_COLUMNS = (
    "id",
    "network",
    "native_id",
    "text",
    "at_us",
    "in_reply_to",
    "url",
    "author_id",
    "author__person_id",
    "author__is_me",
)

_SAID = ["", *(each for each in PostKind if each is not PostKind.REPOST)]

BETWEEN_US = Q(direction__in=[Direction.TOWARDS_ME, Direction.FROM_ME])
"""What went from them to me or back."""


def section_of(chat: Chat) -> str:
    """The section of Today in which those are dealt with whom I met in a chat."""
    return f"chat {chat.key}"


def said_in(windows: Sequence[Window]) -> list[tuple[Said, ...]]:
    """The posts of each session, oldest first: those with its hashtag, and answers to them.

    Direct messages are not of it, nor what is only handed on, nor what people say whom I mute or
    block.
    """
    if not windows:
        return []
    but = hushed()
    tagged = _tagged(windows, but)
    answers = _answers(windows, but)
    return [_of_session(each.session, tagged.get(each.chat.tag, []), answers) for each in windows]


def _tagged(windows: Sequence[Window], but: Collection[int]) -> dict[str, list[Said]]:
    hours = _any(_within(each.session) & Q(tag=each.chat.tag) for each in windows)
    found = PostTag.objects.filter(hours, post__is_private=False)
    found = found.exclude(post__kind=PostKind.REPOST)
    by_tag: dict[str, list[Said]] = defaultdict(list)
    for tag, *row in found.values_list("tag", *(f"post__{each}" for each in _COLUMNS)):
        said = _said(row)
        if said.account_id not in but:
            by_tag[tag].append(said)
    return by_tag


def _answers(windows: Sequence[Window], but: Collection[int]) -> list[Said]:
    """Whatever was posted in those hours as an answer.

    The index begins with the kind: with all of them named, an hour is a few ranges of it. Several
    hours are looked for from the first to the last, since no database takes either of two ranges.
    """
    found = Post.objects.filter(
        _any(_within(each.session) for each in windows),
        kind__in=_SAID,
        at_us__gte=min(each.session.opens_us for each in windows),
        at_us__lt=max(each.session.closes_us for each in windows),
        is_private=False,
    ).exclude(in_reply_to="")
    said = [each for each in map(_said, found.values_list(*_COLUMNS)) if each.account_id not in but]
    return sorted(said, key=lambda each: each.at_us)


def _of_session(
    session: Session, tagged: Iterable[Said], answers: Iterable[Said]
) -> tuple[Said, ...]:
    found = {each.id: each for each in tagged if session.holds(each.at_us)}
    there = {(each.network, each.native_id) for each in found.values()}
    for each in answers:
        if (each.network, each.in_reply_to) in there and session.holds(each.at_us):
            there.add((each.network, each.native_id))
            found.setdefault(each.id, each)
    return tuple(sorted(found.values(), key=lambda each: (each.at_us, each.id)))


def _within(session: Session) -> Q:
    return Q(at_us__gte=session.opens_us, at_us__lt=session.closes_us)


def _any(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions)


def _said(row: Sequence[object]) -> Said:
    *columns, is_me = row
    return Said._make([*columns, bool(is_me)])


# ── Between somebody and me ──────────────────────────────────────────────────

_WORD = "a.person_id, a.id, {is_mine}, i.at_us, p.id FROM said p"
_TALK = ", ".join(f"'{each}'" for each in sorted(TALK))
_SPEAKS = f"JOIN storage_account a ON a.id = i.contact_id AND NOT a.is_me WHERE i.kind IN ({_TALK})"

_THEIRS = (
    f"SELECT {_WORD.format(is_mine='FALSE')} JOIN storage_interaction i "
    "ON i.contact_id = p.author_id AND i.at_us = p.at_us AND i.post_id = p.id "
    f"{_SPEAKS} AND i.direction = 'towards me'"
)
# The log has no index by post. What I said is found by its natural key instead: the post for an
# answer or a quote, "post>whom" for a mention, for which the ends of the range follow from the
# order of bytes that SQLite compares texts by. PostgreSQL's order is a language's, so it looks
# through the log once, which it does with all processors.
_BY_KEY = (
    "i.network = p.network AND i.kind IN ('reply', 'quote', 'chat message') "
    "AND i.native_id = p.native_id",
    "i.network = p.network AND i.kind = 'mention' "
    "AND i.native_id > p.native_id || '>' AND i.native_id < p.native_id || '?'",
)
_BY_POST = ("i.post_id = p.id",)


def words_around(post_ids: Iterable[int]) -> list[Word]:
    """What these posts say between me and those whom I neither mute nor block, in no order."""
    rows = bulk.select_in(
        "WITH said AS (SELECT p.id, p.network, p.native_id, p.author_id, p.at_us, m.is_me "
        "FROM storage_post p JOIN storage_account m ON m.id = p.author_id WHERE p.id IN {values}) "
        + " UNION ALL ".join([_THEIRS, *map(_mine, _keys())]),
        values=post_ids,
    )
    but = hushed() if rows else ()
    return [
        Word(who, account, bool(is_mine), at, post)
        for who, account, is_mine, at, post in rows
        if account not in but
    ]


def _mine(key: str) -> str:
    return (
        f"SELECT {_WORD.format(is_mine='TRUE')} JOIN storage_interaction i ON {key} "
        f"{_SPEAKS} AND i.direction = 'from me' AND p.is_me"
    )


def _keys() -> tuple[str, ...]:
    return _BY_POST if connection.vendor == "postgresql" else _BY_KEY


def known(person_ids: Collection[int], sections: Collection[str]) -> dict[str, dict[int, Known]]:
    """By section, then person: what is known of them besides a session, and what is dealt with."""
    ids = list(person_ids)
    waiting = dict(
        ContactState.objects.filter(person_id__in=ids).values_list("person_id", "waiting_us")
    )
    first = _first_between_us(ids)
    cards = TodayCard.objects.filter(person_id__in=ids, section__in=list(sections))
    done = {
        (section, person_id): done_us
        for section, person_id, done_us in cards.values_list("section", "person_id", "done_us")
    }
    return {
        section: {
            each: Known(
                first_us=first.get(each),
                waiting_us=waiting.get(each),
                done_us=done.get((section, each)),
            )
            for each in ids
        }
        for section in sections
    }


def _first_between_us(person_ids: Collection[int]) -> dict[int, int]:
    """When something first went from somebody to me or back; what they said to others is none."""
    ours = Interaction.objects.filter(
        BETWEEN_US, contact_id=OuterRef("pk"), at_us__isnull=False
    ).order_by("at_us")
    accounts = Account.objects.filter(person_id__in=person_ids)
    first: dict[int, int] = {}
    for person_id, at_us in accounts.annotate(
        first_us=Subquery(ours.values("at_us")[:1])
    ).values_list("person_id", "first_us"):
        if at_us is not None:
            first[person_id] = min(at_us, first.get(person_id, at_us))
    return first
