"""Reads what some people post: the newest page of each, one after the other.

A round that is interrupted goes on where it was, so that nobody is read twice before everybody was
read once. Only what is seen on that page counts; older posts are nobody's news.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hobnob.domain.networks import Cost
from hobnob.networks.base import Cursor, Json, NetworkRefused, Page, Problem
from hobnob.networks.mastodon.read import Reader

ReaderOf = Callable[[str], Reader]
"""Reads the posts of the account of that native id."""


def read_round(reader_of: ReaderOf, members: Sequence[str], since: Cursor | None) -> Iterator[Page]:
    """A page for each of these people whom the round has yet to come to."""
    places = {native_id: at for native_id, at in _places(since).items() if native_id in members}
    todo = _todo(members, since)
    if not todo:
        yield Page(cursor={"places": {}, "todo": []}, is_last=True)
    while todo:
        member, *todo = todo
        page = _newest(reader_of(member), member, places.get(member))
        if page.cursor:
            places[member] = {"known": page.cursor.get("top") or page.cursor["known"]}
        cursor: dict[str, Json] = {"places": {**places}, "todo": [*todo]}
        yield replace(page, cursor=cursor, is_last=not todo)


def _todo(members: Sequence[str], since: Cursor | None) -> list[str]:
    """Who is left in the round, or everybody in a new one; who is new on the list comes first."""
    begun: Any = (since or {}).get("todo") or []
    left = [native_id for native_id in begun if native_id in members]
    if not left:
        return list(members)
    known = {*left, *_places(since)}
    return [*(native_id for native_id in members if native_id not in known), *left]


def _places(since: Cursor | None) -> Mapping[str, Any]:
    places: Any = (since or {}).get("places") or {}
    found: Mapping[str, Any] = places
    return found


def _newest(reader: Reader, member: str, place: Cursor | None) -> Page:
    """Their newest page; without a cursor where the server shows it not, or no longer."""
    try:
        return next(reader.tail(place))
    except NetworkRefused as error:
        problem = Problem(where=member, reason=str(error))
        return Page(cursor={}, is_last=False, problems=(problem,), cost=Cost(requests=1))
