"""Invented profiles and what is true of them; bench/profiles/README.md explains the fields."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from hobnob.domain.hygiene.likeness import Familiar, Known
from hobnob.domain.hygiene.seen import Mark, OnList, Relationship, Seen, Told
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account, Network, Profile
from hobnob.domain.posts import Attached, Link, Media, Post

FOLDER = Path(__file__).parent / "profiles"
NOW_US = 1_795_000_000_000_000

Row = dict[str, Any]


class Labelled(NamedTuple):
    """A profile, and the checks that ought to find something about it."""

    seen: Seen
    truth: frozenset[str]
    about: str


def labelled(part: str) -> list[Labelled]:
    """All profiles of a part: "building", "held", "later" or "fresh"."""
    known = Known(map(_familiar, _rows("known")))
    return [
        Labelled(_seen(row, known, number), frozenset(row.get("is", ())), row["about"])
        for number, row in enumerate(_rows(part))
    ]


def _rows(name: str) -> Iterator[Row]:
    with (FOLDER / f"{name}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _ago(days: float | None) -> int | None:
    return None if days is None else NOW_US - int(days * DAY)


def _familiar(row: Row) -> Familiar:
    return Familiar(
        network=row["on"],
        handle=row["handle"],
        person=row["person"],
        name=row["name"],
        bio=row["bio"],
        made_us=_ago(row["made_days"]),
        moved_to=row.get("moved_to", ""),
        is_me=row.get("is_me", False),
    )


def _seen(row: Row, known: Known, number: int) -> Seen:
    account = _account(row, number)
    return Seen(
        account=account,
        person=row.get("person"),
        posts=tuple(_post(each, account, n) for n, each in enumerate(row.get("posts", ()))),
        told_me=tuple(_told(each, n) for n, each in enumerate(row.get("told_me", ()))),
        i_follow=row.get("i_follow", True),
        followed_us=_ago(row.get("followed_days", 400)),
        follows_me=row.get("follows_me", True),
        i_follow_the_new=row.get("i_follow_the_new", False),
        looked_us=_ago(row.get("looked_days", 1)),
        lists=tuple(OnList(name=each["key"], **each) for each in row.get("lists", ())),
        relationship=Relationship(
            towards_me=row.get("towards_me", len(row.get("told_me", ()))),
            from_me=row.get("from_me", 0),
            tags=tuple(row.get("tags", ())),
        ),
        marked_bad=tuple(Mark(at_us=_ago(1), **each) for each in row.get("marked", ())),
        known=known,
    )


def _account(row: Row, number: int) -> Account:
    return Account(
        network=Network(row.get("on", "x")),
        native_id=str(number),
        handle=row["handle"],
        name=row["name"],
        bio=row["bio"],
        profile=Profile(
            is_bot=row.get("bot", False),
            is_suspended=row.get("suspended", False),
            is_protected=row.get("protected", False),
            moved_to=row.get("moved_to", ""),
            labels=tuple(row.get("labels", ())),
            links=tuple(row.get("links", ())),
            posts=row.get("posts_count", 500),
            followers=row.get("followers", 300),
            following=row.get("following", 280),
            made_us=_ago(row.get("made_days", 1_500)),
            last_post_us=_ago(row.get("last_post_days", 3)),
        ),
    )


def _post(said: str | Row, author: Account, number: int) -> Post:
    row: Row = {"text": said} if isinstance(said, str) else said
    return Post(
        network=author.network,
        native_id=f"{author.native_id}-{number}",
        author=author,
        text=row["text"],
        at_us=_ago(row.get("days", 3 + 2 * number)),
        is_sensitive=row.get("sensitive", False),
        attached=Attached(
            links=tuple(Link(url=url) for url in row.get("links", ())),
            media=(Media(),) * row.get("media", 0),
            labels=tuple(row.get("labels", ())),
        ),
    )


def _told(row: Row, number: int) -> Told:
    return Told(
        kind=Kind(row.get("kind", "mention")),
        at_us=_ago(row.get("days", 1 + number)),
        text=row.get("text", ""),
        links=tuple(row.get("links", ())),
        names=row.get("names", 1),
        post=f"told-{number}",
    )
