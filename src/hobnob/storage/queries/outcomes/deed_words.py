"""What somebody wrote beside what they logged by hand: a line of the log itself has no words."""

from collections.abc import Iterable

from hobnob.domain.by_hand import decision_of
from hobnob.storage.models import Decision


def words_by_hand(native_ids: Iterable[str]) -> dict[str, str]:
    """By native id of a line: the words of those that were logged with some."""
    of = {number: each for each in native_ids if (number := decision_of(each)) is not None}
    if not of:
        return {}
    said = Decision.objects.filter(pk__in=of).exclude(why="").values_list("pk", "why")
    return {of[number]: words for number, words in said}
