"""A sitting of matching: whose card stays in front of one, and what became of those looked at."""

from collections.abc import Collection

from hobnob.storage.models import Account
from hobnob.storage.queries.matching.cards import ReviewCard, review_cards
from hobnob.storage.queries.matching.open import still_open
from hobnob.storage.queries.matching.pool import LIVE


def card_of(of_id: int) -> ReviewCard | None:
    """The card of one supporter; None where nothing is proposed about them any more."""
    cards = review_cards([of_id], still_open())
    return cards[0] if cards and cards[0].candidates else None


def open_among(of_ids: Collection[int]) -> set[int]:
    """Which of these supporters' accounts have something proposed that nobody answered yet."""
    return set(still_open().filter(of__in=list(of_ids)).values_list("of_id", flat=True))


def found_among(of_ids: Collection[int]) -> int:
    """How many of these supporters have an account on a network by now."""
    people = Account.objects.filter(pk__in=list(of_ids)).values("person")
    known = Account.objects.filter(network__in=LIVE, person__in=people)
    return known.values("person").distinct().count()
