"""Numbers what a file says, so that reading can stop and go on, and keeps its problems listable."""

from hobnob.importers.base import Found, Place, Problem
from hobnob.importers.x_archive.translation import Said

_MOST_PROBLEMS = 20
"""Listed one by one for each file; nobody reads more."""


class Places:
    """Gives everything a file says its place: counted from 0, the same in each reading."""

    def __init__(self, path: str):
        self._path = path
        self._number = 0
        self._problems = 0

    def found(self, said: Said) -> Found:
        """What was said, in the next place."""
        return Found(
            place=self._next(),
            interactions=said.interactions,
            posts=said.posts,
            accounts=said.accounts,
        )

    def problem(self, where: str, reason: str) -> Found:
        """What is wrong, in the next place; only counted once there are too many to list."""
        self._problems += 1
        if self._problems > _MOST_PROBLEMS:
            return Found(place=self._next())
        return Found(
            place=self._next(), problem=Problem(file=self._path, where=where, reason=reason)
        )

    def unlisted(self) -> list[Found]:
        """One last problem for all that were only counted, if there are any."""
        more = self._problems - _MOST_PROBLEMS
        if more <= 0:
            return []
        reason = f"{more:,} more records of this file could not be read either"
        problem = Problem(file=self._path, where="the whole file", reason=reason)
        return [Found(place=self._next(), problem=problem)]

    def _next(self) -> Place:
        place = Place(file=self._path, record=self._number)
        self._number += 1
        return place
