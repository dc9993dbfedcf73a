"""How an account is written in the cells of a table, and read from them.

Several posts are parted by " / ". A post may end with what its network says of it: "[porn]" is a
label, "[flagged]" is a sensitive picture. Links and names in what somebody wrote are found in it.
"""

import re
from collections.abc import Iterator

from hobnob.domain.hygiene.likeness import Familiar, Known
from hobnob.domain.hygiene.seen import Mark, OnList, Relationship, Seen, Told
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account, Network, Profile
from hobnob.domain.posts import Attached, Link, Media, Post

NOW_US = 1_795_000_000_000_000
NOTHING = "–"

_LINK = re.compile(r"https://\S+")
_MARK = re.compile(r"\[([^\]]+)\]")
_KNOWN = re.compile(r"@(?P<handle>\S+) “(?P<name>[^”]+)” (?P<bio>.*)")
_ANSWERS = {"yes": True, "no": False, "unknown": None}

Row = dict[str, str]


def seen(row: Row) -> Seen:
    """The account of a row; what has no cell is unknown, or nothing."""
    account = _account(row)
    told = tuple(_told(row))
    return Seen(
        account=account,
        person=2,
        posts=tuple(_posts(row)),
        told_me=told,
        i_follow=row.get("I follow", "yes") == "yes",
        followed_us=_ago(row.get("followed", "")),
        follows_me=_ANSWERS[row.get("follows me", "unknown")],
        i_follow_the_new=row.get("I follow the new one", "no") == "yes",
        looked_us=_ago(row.get("looked", "")),
        lists=tuple(_lists(row.get("lists", ""))),
        relationship=Relationship(
            towards_me=len(told) or _number(row.get("from them", "")) or 0,
            from_me=_number(row.get("from me", "")) or 0,
            tags=tuple(_parts(row.get("tags", ""))),
            has_notes=row.get("notes", "no") == "yes",
            is_kept=row.get("kept", "no") == "yes",
        ),
        marked_bad=tuple(Mark(why=why) for why in _parts(row.get("marked", ""))),
        known=Known(_known(row.get("I know", ""), account)),
    )


def _account(row: Row) -> Account:
    is_told = row.get("is", "").split(", ")
    return Account(
        network=Network(row.get("network", "x")),
        native_id="7",
        handle=row.get("handle", "somebody").removeprefix("@"),
        name=row.get("name", ""),
        bio=row.get("bio", ""),
        profile=Profile(
            is_bot="a bot" in is_told,
            is_suspended="suspended" in is_told,
            is_protected="protected" in is_told,
            moved_to=row.get("moved to", ""),
            labels=tuple(_parts(row.get("label", ""))),
            links=tuple(_parts(row.get("links", ""))),
            posts=_number(row.get("posts told", "")),
            followers=_number(row.get("followers", "")),
            following=_number(row.get("following", "")),
            made_us=_ago(row.get("made", "")),
            last_post_us=_ago(row.get("last post", "")),
        ),
    )


def _posts(row: Row) -> Iterator[Post]:
    for number, written in enumerate(_parts(row.get("posts", ""))):
        text = _MARK.sub("", written).strip()
        marks = _MARK.findall(written)
        yield Post(
            network=Network(row.get("network", "x")),
            native_id=f"post-{number}",
            text=text,
            at_us=_ago("3 days"),
            is_sensitive=bool(marks),
            attached=Attached(
                links=tuple(Link(url=url) for url in _LINK.findall(text)),
                media=(Media(),) if marks else (),
                labels=tuple(mark for mark in marks if mark != "flagged"),
            ),
        )


def _told(row: Row) -> Iterator[Told]:
    for number, text in enumerate(_parts(row.get("towards me", ""))):
        yield Told(
            kind=Kind(row.get("as", "mention")),
            at_us=_ago("1 days"),
            text=text,
            links=tuple(_LINK.findall(text)),
            names=text.count("@"),
            post=f"told-{number}",
        )


def _lists(cell: str) -> Iterator[OnList]:
    """Lists as "90 days", "400 days by hand", "90 days close"."""
    for number, written in enumerate(_parts(cell)):
        yield OnList(
            key=str(number),
            name=written,
            silent_days=int(written.split()[0]),
            is_close="close" in written,
            is_by_hand="by hand" in written,
        )


def _known(cell: str, account: Account) -> Iterator[Familiar]:
    found = _KNOWN.fullmatch(cell)
    if found:
        yield Familiar(
            network=account.network, person=1, made_us=_ago("2000 days"), **found.groupdict()
        )


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(" / ") if part.strip()]


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


def _ago(cell: str) -> int | None:
    """The moment so many days ago; "" is unknown."""
    return NOW_US - int(cell.split()[0]) * DAY if cell else None
