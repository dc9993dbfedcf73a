"""Supporters: what each gave and when, when they joined, and when we first turned to them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Min

from hobnob.domain.decisions import Verb
from hobnob.domain.giving import taken_back, teller_of, told_once
from hobnob.domain.interactions import TALK, Direction, Kind
from hobnob.domain.moments import DAY
from hobnob.domain.periods import Period
from hobnob.domain.supporters import Gift, GiftKind, Relationship
from hobnob.storage import bulk
from hobnob.storage.models import Decision, Donation, Interaction, RelationshipTag, Supporter
from hobnob.storage.queries.ledger.thanked import is_done
from hobnob.storage.queries.people.left_alone import left_alone

_EPOCH = date(1970, 1, 1).toordinal()

TURNED_TO = (
    *sorted(TALK - {Kind.QUOTE}),
    *(Kind.THANKS, Kind.HELP, Kind.GIFT, Kind.INTRODUCTION, Kind.REFERRAL, Kind.VISIT),
    *(Kind.FEEDBACK, Kind.REPORT),
)
"""What we do towards one person and nobody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One payment that came."""

    person_id: int
    day: int
    """Days since 1970."""
    amount: int
    currency: str


def supporters() -> set[int]:
    """Everybody in our files but those who died or asked to be left alone."""
    everybody = set(Supporter.objects.values_list("account__person_id", flat=True))
    return everybody - set(left_alone().values_list("account__person_id", flat=True))


def payments() -> list[Given]:
    """Every payment with a day, each once also where two files tell of it."""
    told: dict[int, list[tuple[str, Gift]]] = defaultdict(list)
    rows = Donation.objects.filter(kind=GiftKind.PAYMENT, amount__gt=0, on_date__isnull=False)
    for person_id, account_id, key, amount, currency, day in rows.values_list(
        "account__person_id", "account_id", "key", "amount", "currency", "on_date"
    ).iterator():
        gift = Gift(key=key, amount=amount, currency=currency, date=day, kind=GiftKind.PAYMENT)
        told[person_id].append((teller_of(account_id, key), gift))
    return [each for person_id, gifts in told.items() for each in _given(person_id, gifts)]


def _given(person_id: int, gifts: Iterable[tuple[str, Gift]]) -> Iterator[Given]:
    for gift in told_once(gifts):
        if gift.date is not None:
            yield Given(
                person_id=person_id,
                day=gift.date.toordinal() - _EPOCH,
                amount=gift.amount,
                currency=gift.currency,
            )


def given_back(person_ids: Collection[int], period: Period) -> dict[int, dict[str, int]]:
    """By person id and currency, what was given back in that time, each once; only where any was.

    Files have it as a payment below zero.
    """
    rows = bulk.select_in(
        "SELECT a.person_id, a.id, d.key, d.amount, d.currency, d.on_date "  # noqa: S608 (our own name)
        "FROM storage_account a JOIN storage_donation d ON d.account_id = a.id "
        f"WHERE d.kind = '{GiftKind.PAYMENT}' AND d.amount < 0 AND d.on_date IS NOT NULL "
        "AND a.person_id IN {values}",
        values=person_ids,
    )
    told: dict[int, list[tuple[str, Gift]]] = defaultdict(list)
    for person_id, account_id, key, amount, currency, day in rows:
        on_date = date.fromisoformat(str(day))
        if period.holds((on_date.toordinal() - _EPOCH) * DAY + DAY // 2):
            gift = Gift(
                key=key, amount=amount, currency=currency, date=on_date, kind=GiftKind.PAYMENT
            )
            told[person_id].append((teller_of(account_id, key), gift))
    return {person_id: taken_back(told_once(gifts)) for person_id, gifts in told.items()}


def joined_on() -> dict[int, int | None]:
    """By person id, the first day they were a member; None: nobody knows since when they are."""
    members = RelationshipTag.objects.filter(relationship=Relationship.MEMBER)
    days: dict[int, int | None] = {}
    for person_id, day in members.values_list("account__person_id", "on_date"):
        known = days.get(person_id, 10**9)
        if day is None or known is None:
            days[person_id] = None
        else:
            days[person_id] = min(known, day.toordinal() - _EPOCH)
    return days


def first_turned_to() -> dict[int, int | None]:
    """By person id of supporters, the day we first turned to them; None: nobody knows which."""
    lines = Interaction.objects.filter(
        direction=Direction.FROM_ME,
        kind__in=TURNED_TO,
        contact__person__in=Supporter.objects.values("account__person"),
    )
    days: dict[int, int | None] = {
        person_id: first_us // DAY
        for person_id, first_us in lines.filter(at_us__isnull=False)
        .values_list("contact__person_id")
        .annotate(first=Min("at_us"))
    }
    said = Decision.objects.filter(
        is_done("ask__outbox"),
        is_done("gesture__outbox"),
        verb__in=(Verb.ASK, Verb.GESTURE),
        undone_by__isnull=True,
    )
    for person_id, first_us in (
        said.filter(account__isnull=False)
        .order_by()
        .values_list("account__person_id")
        .annotate(first=Min("made_us"))
    ):
        day, known = first_us // DAY, days.get(person_id)
        days[person_id] = day if known is None else min(known, day)
    unknown = lines.filter(at_us__isnull=True).values_list("contact__person_id", flat=True)
    return {**days, **dict.fromkeys(unknown)}
