"""Who logged something by hand, and what they wrote beside it: a line of the log has no words."""

from collections.abc import Iterable
from typing import NamedTuple

from django.contrib.auth.models import User

from hobnob.domain.by_hand import decision_of
from hobnob.storage.models import Decision


class ByHand(NamedTuple):
    """How somebody logged a line."""

    author: User
    words: str


def logged_by_hand(native_ids: Iterable[str]) -> dict[str, ByHand]:
    """By native id of a line: who logged it, in which words."""
    of = {number: each for each in native_ids if (number := decision_of(each)) is not None}
    if not of:
        return {}
    said = Decision.objects.filter(pk__in=of).select_related("author")
    return {of[each.pk]: ByHand(each.author, each.why) for each in said}
