"""Who has an address, a number or a handle together with others: asked before somebody goes."""

from collections.abc import Collection, Iterator

from django.db.models import Q, QuerySet

from hobnob.domain.decisions import Verb
from hobnob.domain.facts import FactKind
from hobnob.domain.known_by import (
    handles_of,
    labels_of_supporter,
    labels_of_way,
    same_way,
    ways_of,
)
from hobnob.domain.people import Network
from hobnob.domain.supporters import Supporter
from hobnob.domain.supporters_json import from_json
from hobnob.storage import models

_BY_HAND = (FactKind.EMAIL, FactKind.PHONE)


def records_of(accounts: QuerySet[models.Account]) -> list[Supporter]:
    """What files say of these."""
    return [from_json(each.said) for each in models.Supporter.objects.filter(account__in=accounts)]


def ways_to(accounts: QuerySet[models.Account]) -> set[str]:
    """Every address and number of theirs that a file, an address book or somebody told."""
    told = models.Decision.objects.filter(account__in=accounts, verb=Verb.TELL)
    by_hand = told.filter(subject__in=_BY_HAND).values_list("why", flat=True)
    return {
        *filter(None, by_hand),
        *(each for record in records_of(accounts) for each in ways_of(record)),
        *(each.native_id for each in _bare(accounts)),
    }


def with_contacts(accounts: QuerySet[models.Account]) -> list[int]:
    """Ids of these, and of bare contacts with an address or number that nobody else has.

    A contact that somebody made one person with another account is that person's.
    """
    ids = set(accounts.values_list("pk", flat=True))
    ways = ways_to(accounts)
    found = {
        each.pk: each
        for each in _bare(models.Account.objects.exclude(pk__in=ids))
        if any(same_way(each.native_id, way) for way in ways)
    }
    people = {each.person_id for each in found.values()}
    joined = models.Account.objects.filter(person__in=people).exclude(pk__in=found)
    taken = set(joined.values_list("person", flat=True))
    free = {pk for pk, each in found.items() if each.person_id not in taken}
    if not free:
        return sorted(ids)
    others = labels_of_others(models.Account.objects.filter(pk__in=ids | free))
    return sorted(
        ids | {pk for pk in free if others.isdisjoint(labels_of_way(found[pk].native_id))}
    )


def labels_of_others(accounts: QuerySet[models.Account]) -> set[str]:
    """What everybody else is recognised by who has an address, number or handle of theirs too."""
    ways = ways_to(accounts)
    handles = {handle for record in records_of(accounts) for _, handle in handles_of(record)}
    records = models.Supporter.objects.exclude(account__in=accounts)
    sharing = set(_who_mention({*filter(_is_address, ways), *handles}, records))
    sharing |= set(_who_call({each for each in ways if not _is_address(each)}, records))
    labels = {
        label
        for record in records.filter(pk__in=sharing)
        for label in labels_of_supporter(from_json(record.said))
    }
    labels.update(
        label
        for name, their_way in _other_ways(accounts)
        if any(same_way(their_way, way) for way in ways)
        for label in labels_of_way(their_way, name)
    )
    return labels


def _who_mention(texts: Collection[str], records: QuerySet[models.Supporter]) -> Iterator[int]:
    for each in texts:
        yield from records.filter(said__icontains=each).values_list("pk", flat=True)


def _who_call(numbers: Collection[str], records: QuerySet[models.Supporter]) -> Iterator[int]:
    """A number is written in many ways: each is compared."""
    if not numbers:
        return
    some = records.filter(said__phones__0__isnull=False).values_list("pk", "said__phones")
    for pk, phones in some.iterator():
        if any(same_way(each["value"], number) for each in phones for number in numbers):
            yield pk


def _other_ways(accounts: QuerySet[models.Account]) -> Iterator[tuple[str, str]]:
    """(name, address or number) of others that no file told."""
    others = models.Account.objects.exclude(pk__in=accounts)
    yield from ((each.name, each.native_id) for each in _bare(others))
    told = models.Decision.objects.filter(verb=Verb.TELL, subject__in=_BY_HAND)
    yield from told.exclude(account__in=accounts).values_list("account__name", "why")


def _bare(accounts: QuerySet[models.Account]) -> list[models.Account]:
    """Contacts of an address book of which nothing is known but an address or a number."""
    book = accounts.filter(
        ~Q(native_id__contains=":"), network=Network.ADDRESS_BOOK, supporter__isnull=True
    )
    return list(book.filter(is_me=False))


def _is_address(way: str) -> bool:
    return "@" in way
