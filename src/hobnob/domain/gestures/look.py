"""Every gesture that could be made to somebody: of each kind the first that was not made yet."""

from collections.abc import Iterator

from hobnob.domain.gestures import advice, company, days, thanks, their_posts
from hobnob.domain.gestures.around import Around
from hobnob.domain.gestures.gesture import GESTURES, Gesture
from hobnob.domain.posts import hashtags
from hobnob.domain.sensitive.topics import sensitive_in
from hobnob.domain.vocabulary.phrases import words_of

__all__ = ["FAMILIES", "GESTURES", "IN_ORDER", "gestures_for"]

FAMILIES = (days, their_posts, thanks, advice, company)
"""The modules that gestures are in: to be imported is all they need."""

_PLACE = {family.__name__: place for place, family in enumerate(FAMILIES)}
IN_ORDER = tuple(sorted(GESTURES, key=lambda kind: _PLACE[GESTURES[kind].look.__module__]))
"""Their names as pages and the manual have them: what does not wait comes first."""


def gestures_for(around: Around, now_us: int) -> tuple[Gesture, ...]:
    """One of each kind at most, the most urgent first and then in the order of the manual.

    What was done, dismissed or put off is not among them. One post gives one occasion: where it
    asks something, it is not offered to be handed on as well.
    """
    found: list[Gesture] = []
    posts: set[int] = set()
    for each in _first_of_each(around, now_us):
        if each.post_id is None or each.post_id not in posts:
            found.append(each)
        if each.post_id is not None:
            posts.add(each.post_id)
    return tuple(sorted(found, key=lambda each: -each.urgency))


def _first_of_each(around: Around, now_us: int) -> Iterator[Gesture]:
    for sort in (GESTURES[kind] for kind in IN_ORDER):
        fresh = (each for each in sort.look(around, now_us) if each.key not in around.spent)
        spoken = (each for each in fresh if sort.is_thanks or not _is_sensitive(each, around))
        first = next(spoken, None)
        if first is not None:
            yield first


def _is_sensitive(each: Gesture, around: Around) -> bool:
    """Whether what they wrote tells of what is never inferred: it is no occasion for anything."""
    language, words = each.language or around.language, words_of(each.what)
    return sensitive_in(words, hashtags=hashtags(each.what), language=language) is not None
