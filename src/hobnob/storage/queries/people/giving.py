"""What people gave, by our own files, in words."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from hobnob.domain.giving import giving, teller_of, told_once
from hobnob.domain.interactions import Kind
from hobnob.domain.people import Network
from hobnob.domain.supporters import Gift, GiftKind, given
from hobnob.storage.models import Donation, Interaction
from hobnob.storage.these import these


def giving_of(person_ids: Collection[int]) -> dict[int, str]:
    """By person id: "3 gifts since 2024: 120 EUR; 50 EUR still promised". Who gave is in it.

    What two files tell of one person, equal in day, amount and currency, counts once.
    """
    gifts = _told(person_ids)
    came_to_nothing = {
        gift.key: person_id
        for person_id, theirs in gifts.items()
        for _, gift in theirs
        if not gift.amount and gift.kind == GiftKind.PAYMENT
    }
    back = _given_back(came_to_nothing)
    said = {
        person_id: giving(told_once(theirs), given_back=back[person_id])
        for person_id, theirs in gifts.items()
    }
    return {person_id: words for person_id, words in said.items() if words}


def given_by(person_ids: Collection[int]) -> dict[int, dict[str, int]]:
    """By person id and currency: what came, each gift once, in its smallest unit."""
    return {each: given(told_once(theirs)) for each, theirs in _told(person_ids).items()}


def _told(person_ids: Collection[int]) -> dict[int, list[tuple[str, Gift]]]:
    """By person id: every gift that a file tells of, with who tells it."""
    gifts: dict[int, list[tuple[str, Gift]]] = defaultdict(list)
    rows = Donation.objects.filter(account__person_id__in=these(person_ids))
    for person_id, account_id, *told in rows.values_list(
        "account__person_id", "account_id", *_GIFT
    ):
        gift = _gift(*told)
        gifts[person_id].append((teller_of(account_id, gift.key), gift))
    return gifts


_GIFT = ("key", "amount", "currency", "on_date", "kind", "pledge_id")


def _gift(key: str, amount: int, currency: str, on_date: date | None, kind: str, of: str) -> Gift:
    return Gift(
        key=key,
        amount=amount,
        currency=currency,
        date=on_date,
        kind=GiftKind(kind),
        pledge_id=of,
    )


def _given_back(came_to_nothing: Mapping[str, int]) -> Counter[int]:
    """How many of these gifts came once, by person: the log keeps their line."""
    if not came_to_nothing:
        return Counter()
    came = Interaction.objects.filter(
        network=Network.ADDRESS_BOOK, kind=Kind.DONATION, native_id__in=list(came_to_nothing)
    )
    return Counter(came_to_nothing[key] for key in came.values_list("native_id", flat=True))
