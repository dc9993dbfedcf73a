"""Coverage: of each segment of supporters, how many were found, may be found, and are decided."""

from collections import defaultdict

from django.db.models import Count, Sum, TextField
from django.db.models.functions import Cast

from hobnob.domain.coverage import EVERYBODY, MAJOR, SEGMENTS, Progress, Segment, major, progress
from hobnob.domain.supporters import GiftKind, HandleGiven, Relationship
from hobnob.storage.models import Account, Donation, RelationshipTag
from hobnob.storage.queries.matching.open import still_open
from hobnob.storage.queries.matching.pool import LIVE, may_be_looked_for
from hobnob.storage.queries.matching.said import answered_people
from hobnob.storage.queries.people.giving import given_by
from hobnob.storage.queries.people.handles_told import given_in, told_and_not_here


def coverage() -> list[Segment]:
    """Every segment that anybody is in, all supporters first."""
    people = people_by_segment()
    found, possible, answered = _found(), _possible(), answered_people()
    return [
        Segment(
            key=key,
            progress=progress(people[key], found=found, possible=possible, answered=answered),
        )
        for key in SEGMENTS
        if people[key]
    ]


def overall() -> Progress:
    """How far matching all supporters is."""
    return progress(looked_for(), found=_found(), possible=_possible(), answered=answered_people())


def told_not_seen() -> int:
    """How many told us a handle and are found nowhere, nor is such an account around."""
    gave = (
        may_be_looked_for()
        .annotate(text=Cast("said", TextField()))
        .filter(text__contains='"handles": [')
        .values_list("account__person_id", "said")
    )
    told: dict[int, list[HandleGiven]] = defaultdict(list)
    for person_id, said in gave.iterator():
        if given := given_in(said):
            told[person_id] += given
    return len(told_and_not_here(told) - _found())


def looked_for() -> set[int]:
    """People who may be looked for."""
    return set(may_be_looked_for().values_list("account__person_id", flat=True))


def people_by_segment() -> dict[str, set[int]]:
    """Who may be looked for, by segment."""
    everybody = looked_for()
    segments: dict[str, set[int]] = defaultdict(set, {EVERYBODY: everybody})
    tags = RelationshipTag.objects.values_list("relationship", "account__person_id").distinct()
    for relationship, person_id in tags.iterator():
        if person_id in everybody:
            segments[Relationship(relationship)].add(person_id)
    segments[MAJOR] = everybody & major_donors()
    return segments


def major_donors() -> frozenset[int]:
    """People who gave most, by what came: promises do not count, nor what two files tell twice."""
    payments = Donation.objects.filter(kind=GiftKind.PAYMENT)
    sums = payments.values_list("account__person_id", "currency").annotate(total=Sum("amount"))
    given: dict[int, dict[str, int]] = defaultdict(dict)
    for person_id, currency, total in sums.iterator():
        given[person_id][currency] = total
    # Adding up is the database's; only whose gifts look told twice are gone through one by one.
    alike = payments.values("account__person_id", "on_date", "amount", "currency")
    told_twice = alike.annotate(many=Count("pk")).filter(many__gt=1)
    given |= given_by(set(told_twice.values_list("account__person_id", flat=True)))
    return major(given)


def _found() -> set[int]:
    """People in our files with an account on a network."""
    known = Account.objects.filter(
        network__in=LIVE, person__in=may_be_looked_for().values("account__person")
    )
    return set(known.values_list("person_id", flat=True))


def _possible() -> set[int]:
    return set(still_open().values_list("of__person_id", flat=True))
