"""Whom Today suggests a word to: the lists with a capacity, and everybody whose word is due."""

from collections.abc import Collection, Iterable
from itertools import islice

from hobnob.domain.today import Candidate
from hobnob.storage.models import List, Membership
from hobnob.storage.queries.people.cadence import over_cadence
from hobnob.storage.queries.people.states import states_of
from hobnob.storage.queries.today.rows import candidate, newest_posts

_LOOKED_AT = 300
"""How many of the nearest contacts are weighed for a section."""


class Circle:
    """The lists with a capacity and what is known of their members, read once for all sections."""

    def __init__(self, now_us: int) -> None:
        self.lists = list(List.objects.filter(capacity__isnull=False))
        self._ids: dict[str, list[int]] = {each.key: [] for each in self.lists}
        on_them = Membership.objects.filter(list__in=[each.pk for each in self.lists])
        rows = on_them.filter(is_member=True).order_by("pk")
        for key, person_id in rows.values_list("list__key", "person_id"):
            self._ids[key].append(person_id)
        spoken_to = {*self._ids.get("say", ()), *self._ids.get("watchlist", ())[:_LOOKED_AT]}
        self.late = dict(islice(over_cadence(now_us).items(), _LOOKED_AT))
        """With whom a word is due, the latest first, and why."""
        spoken_to |= self.late.keys()
        weighed = spoken_to.union(*(self._ids[each.key] for each in self.overfull))
        self._states = states_of(weighed)
        self._posts = newest_posts(spoken_to, now_us)

    @property
    def overfull(self) -> list[List]:
        """The soft lists that hold more people than they are meant for."""
        return [each for each in self.lists if not each.is_capacity_hard and self.over_by(each) > 0]

    def over_by(self, on: List) -> int:
        """How many people too many are on a list."""
        return len(self._ids[on.key]) - (on.capacity or 0)

    def members(self, key: str, but: Collection[int]) -> list[Candidate]:
        """Who is on a list, the longest first; without those I blocked."""
        return self._weighed(self._ids.get(key, ()), but)

    def members_and_late(self, key: str, but: Collection[int]) -> list[Candidate]:
        """Who is on a list, and with whom a word is due who is not on the inner one."""
        on_it = self._weighed(self._ids.get(key, ()), but)[:_LOOKED_AT]
        others = {*but, *self._ids.get(key, ()), *self._ids.get("say", ())}
        return on_it + self._weighed(self.late, others)

    def is_on(self, key: str, person_id: int) -> bool:
        """Whether somebody is on a list."""
        return person_id in self._ids.get(key, ())

    def _weighed(self, person_ids: Iterable[int], but: Collection[int]) -> list[Candidate]:
        weighed = [each for each in person_ids if each in self._states and each not in but]
        return [
            candidate(each, self._states[each], self._posts.get(each))
            for each in weighed
            if not self._states[each].is_blocked
        ]
