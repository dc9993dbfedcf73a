"""What Today knows of supporters: what they are to us, what they gave, and who was just found."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from hobnob.domain.decisions import Verb
from hobnob.domain.people import account_key
from hobnob.domain.supporters import GiftKind, Relationship
from hobnob.domain.today import gave
from hobnob.storage.models import (
    ContactState,
    Decision,
    Donation,
    List,
    Membership,
)
from hobnob.storage.queries.matching.pool import LIVE
from hobnob.storage.queries.people.left_alone import is_left_alone
from hobnob.storage.queries.people.tags import tags_of
from hobnob.storage.these import these

_LOOKED_AT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What somebody is to us."""

    tags: tuple[str, ...] = ()
    gave: str = ""
    """ "gave 3 times since 2024"; "" where they did not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A supporter whose account was found."""

    person_id: int
    found_us: int
    what_they_are: str
    """ "donor", "donor and volunteer"."""


def support_of(person_ids: Collection[int]) -> dict[int, Support]:
    """What each of these people is to us, by person id."""
    tags = {
        person_id: tuple(each for each in theirs if each in set(Relationship))
        for person_id, theirs in tags_of(person_ids).items()
    }
    days = _days_of_gifts([each for each, theirs in tags.items() if Relationship.DONOR in theirs])
    return {each: Support(tags=tags.get(each, ()), gave=gave(days[each])) for each in person_ids}


def supporters_found(*, since_us: int, but: Collection[int]) -> list[Found]:
    """Whose account was found since then, the newest first: nobody spoke to them yet.

    Two records that turned out to be one person are no account found. Without those on a close
    list or kept off one, and those who died or asked to be left alone.
    """
    matched = Decision.objects.filter(
        verb=Verb.SAME,
        undone_by__isnull=True,
        made_us__gte=since_us,
        account__supporter__isnull=False,
    )
    known = ContactState.objects.filter(person_id=OuterRef("account__person_id"))
    spoken = known.filter(Q(talk_in__gt=0) | Q(talk_out__gt=0) | Q(is_blocked=True))
    newest = (
        matched.filter(_names_an_account(), ~Exists(spoken))
        .exclude(is_left_alone("account__person"))
        .exclude(account__person_id__in=decided_on())
        .exclude(account__person_id__in=these(but))
        .order_by("-made_us")
        .values_list("account__person_id", "made_us")[:_LOOKED_AT]
    )
    found_us: dict[int, int] = {}
    for person_id, made_us in newest:
        found_us.setdefault(person_id, made_us)
    tags = tags_of(found_us) if found_us else {}
    return [
        Found(person_id=each, found_us=at_us, what_they_are=_what(tags.get(each, ())))
        for each, at_us in found_us.items()
    ]


def _names_an_account() -> Q:
    """A decision that names an account on a network."""
    begins = (Q(subject__startswith=account_key(network, "")) for network in LIVE)
    return reduce(or_, begins)


def _days_of_gifts(person_ids: Collection[int]) -> defaultdict[int, list[date | None]]:
    """The day of each payment, by person id."""
    days: defaultdict[int, list[date | None]] = defaultdict(list)
    if not person_ids:
        return days
    payments = Donation.objects.filter(
        account__person_id__in=these(person_ids), kind=GiftKind.PAYMENT, amount__gt=0
    )
    for person_id, on_date in payments.values_list("account__person_id", "on_date"):
        days[person_id].append(on_date)
    return days


def decided_on() -> "QuerySet[Membership, int]":
    """Ids of those on a close list, or kept off one by hand."""
    close = List.objects.filter(stage__gte=2)
    return Membership.objects.filter(list__in=close).values_list("person_id", flat=True)


def _what(tags: Collection[str]) -> str:
    theirs = [each for each in tags if each in set(Relationship)]
    return " and ".join(theirs[:2]) or "supporter"
