"""Answers as a whole: what they list, and what they say they could not tell.

X answers 200 and names in "errors" what it left out: posts that were deleted, posts of people who
were suspended, protect what they write, or blocked me:
https://docs.x.com/x-api/fundamentals/response-codes-and-errors#partial-errors.
"""

from collections.abc import Iterator

from hobnob.networks.base import Problem
from hobnob.networks.fields import Record, each, record
from hobnob.networks.x.errors import NOBODY_THERE, NotThere, not_understood, problem_of
from hobnob.networks.x.fields import id_in, words

_GONE = frozenset({"resource-not-found", "not-authorized-for-resource"})
_BROKEN = frozenset({"internal-error", "field-hydration-failure", "resource-unavailable"})
_POSTS = frozenset({"tweet", "post"})


def listed(answer: Record) -> list[Record]:
    """A page of a list. What is no JSON object in it becomes an empty one, which is a problem.

    Raises NotThere where X says why there is none: nobody is on such a list, and nobody was.
    """
    if isinstance(items := answer.get("data"), list):
        return [record(item) for item in items]
    if isinstance(answer.get("meta"), dict):
        return []
    raise NotThere(NOBODY_THERE) if any(each(answer, "errors")) else not_understood()


def looked_up(answer: Record) -> list[Record]:
    """What was found of what was asked for by name or id; none of it may be there any more."""
    if isinstance(items := answer.get("data"), list):
        return [record(item) for item in items]
    if isinstance(items, dict):
        return [items]
    if any(each(answer, "errors")):
        return []
    raise not_understood()


def gone_in(answer: Record) -> Iterator[str]:
    """Native ids of the posts that are not to be seen any more."""
    for error in each(answer, "errors"):
        is_of_post = words(error, "resource_type") in _POSTS
        if is_of_post and problem_of(error) in _GONE and (native_id := _about(error)):
            yield native_id


def not_told_in(answer: Record) -> Iterator[Problem]:
    """What X could not tell for reasons of its own."""
    for error in each(answer, "errors"):
        if problem_of(error) in _BROKEN:
            yield Problem(where=_about(error) or "an item", reason="X could not tell it just now")


def _about(error: Record) -> str:
    return id_in(error, "resource_id") or id_in(error, "value")
