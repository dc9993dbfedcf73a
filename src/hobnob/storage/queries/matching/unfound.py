"""Supporters whom nobody around me seems to be: for a few of them the networks may be asked."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q

from hobnob.domain.matching.columns import record_of
from hobnob.domain.supporters import GiftKind
from hobnob.domain.supporters_json import from_json
from hobnob.storage.models import Account
from hobnob.storage.queries.matching.open import still_open
from hobnob.storage.queries.matching.pool import LIVE, may_be_looked_for
from hobnob.storage.queries.people.giving import giving_of
from hobnob.storage.queries.people.lines import PersonLine, person_lines

FEW = 10
"""Supporters who are shown at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfound:
    """A supporter with a name, no account, and no proposal."""

    person: PersonLine
    asked: str
    """The name that a network is asked for."""
    place: str
    gave: str
    """ "3 gifts since 2024: 120 EUR"; "" where they gave nothing."""


def unfound(*, most: int = FEW, skipping: Collection[int] = ()) -> list[Unfound]:
    """Whom to search for first: who gave most often. `skipping` are people looked for already."""
    person = OuterRef("account__person")
    found = Account.objects.filter(person=person, network__in=LIVE)
    came = Q(account__donations__kind=GiftKind.PAYMENT)
    rows = (
        may_be_looked_for()
        .exclude(account__name="")
        .exclude(account__person__in=list(skipping))
        .exclude(Exists(found))
        .exclude(Exists(still_open().filter(of__person=person)))
        .annotate(gifts=Count("account__donations", filter=came), person=F("account__person"))
        .order_by("-gifts", "account__name", "pk")
    )
    asked: dict[int, tuple[str, str]] = {}
    for person_id, said in rows.values_list("person", "said").iterator(chunk_size=most):
        record = record_of(from_json(said))
        if name := f"{record.first} {record.last}".strip():
            place = ", ".join(filter(None, (record.city, record.region, record.country)))
            asked.setdefault(person_id, (name, place))
        if len(asked) == most:
            break
    lines, gave = person_lines(asked), giving_of(asked)
    return [
        Unfound(person=lines[each], asked=name, place=place, gave=gave.get(each, ""))
        for each, (name, place) in asked.items()
    ]
