"""What people post: X is asked person by person, each for what is newer than what is known.

A round takes each of them once. The cursor says how far each is known, and who is still to come, so
that a round that is interrupted goes on where it was.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from hobnob.domain.networks import Cost
from hobnob.domain.people import Account
from hobnob.networks.base import Cursor, NetworkRefused, Page, Problem
from hobnob.networks.x.answers import gone_in, listed
from hobnob.networks.x.client import Client
from hobnob.networks.x.errors import AppRefused
from hobnob.networks.x.fields import id_in
from hobnob.networks.x.included import Included
from hobnob.networks.x.prices import A_PAGE, FIRST_LOOK, OWNED, READ, Meter, Thing
from hobnob.networks.x.sources import ABOUT_POSTS, version_of_post
from hobnob.networks.x.translate import Translator, translated


class PeoplesPosts:
    """Reads the newest posts of some people; reposts are left out, for they are not theirs."""

    def __init__(self, client: Client, meter: Meter, translator: Translator, me: Account) -> None:
        self._client = client
        self._meter = meter
        self._translator = translator
        self._me = me

    def round(self, members: Sequence[str], since: Cursor | None) -> Iterator[Page]:
        """A page for each of them, or for those whom an earlier process had not come to."""
        place: Any = since or {}
        places = {who: at for who, at in place.get("places", {}).items() if who in members}
        todo = [who for who in place.get("todo", ()) if who in members] or list(members)
        if not todo:
            yield Page(cursor={"places": {}, "todo": []}, is_last=True)
        for done, who in enumerate(todo, start=1):
            page, newest = self._posted(who, places.get(who, ""))
            if newest:
                places[who] = newest
            left = todo[done:]
            yield replace(page, cursor={"places": {**places}, "todo": left}, is_last=not left)

    def _posted(self, who: str, known: str) -> tuple[Page, str]:
        """What somebody posted since a post of theirs, and the newest of it."""
        asked = {**ABOUT_POSTS, "exclude": "retweets", "max_results": str(FIRST_LOOK)}
        if known:
            asked |= {"max_results": str(A_PAGE), "since_id": known}
        before = self._client.requests
        try:
            answer = self._client.get(f"/2/users/{who}/tweets", "tweets", **asked)
            items = listed(answer)
        except AppRefused:
            raise
        except NetworkRefused:
            # Whoever is suspended, or protects what they post, costs the others nothing.
            problem = Problem(where=who, reason="X shows nothing of what they post")
            return self._page((problem,), before), ""
        seen = Included(answer)
        said, problems = translated(items, lambda item, _: self._translator.post(item, seen))
        price = OWNED if who == self._me.native_id else READ[Thing.POST]
        charged = self._meter.charge(Thing.POST, map(version_of_post, items), price)
        page = replace(
            self._page(tuple(problems), before, charged),
            posts=tuple(post for each in said for post in each.posts),
            deleted_posts=(*gone_in(answer), *(post for each in said for post in each.gone)),
        )
        return page, max(filter(None, map(id_in, items)), key=int, default="")

    def _page(self, problems: tuple[Problem, ...], before: int, charged: int = 0) -> Page:
        return Page(
            cursor={},
            is_last=False,
            problems=problems,
            cost=Cost(requests=self._client.requests - before, microdollars=charged),
            limit=self._client.limit,
        )
