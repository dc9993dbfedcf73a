"""Who is looked for, and among whom: supporters as records, and the accounts around me as shown."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, Q, QuerySet

from hobnob.domain.matching.columns import Record, Shown, record_of
from hobnob.domain.networks import Stream
from hobnob.domain.people import Network
from hobnob.domain.supporters_json import from_json
from hobnob.storage.models import Account, Membership, Supporter, Tie
from hobnob.storage.queries.people.left_alone import is_not_looked_up

LIVE = (Network.X, Network.BLUESKY, Network.MASTODON)
"""Where people have accounts that they show to everybody."""

_TIES = (Stream.FOLLOWERS, Stream.FOLLOWING, Stream.LIST_MEMBERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Somebody in our files who is looked for."""

    account_id: int
    """Their account in the address book: of several, the one known longest."""
    person_id: int
    record: Record
    """Its key is the number of the account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """An account around me that may be theirs."""

    account_id: int
    person_id: int
    shown: Shown
    """Its key is the number of the account."""


def may_be_looked_for() -> QuerySet[Supporter]:
    """What files say of supporters who live, and asked in none not to be looked up or contacted."""
    return Supporter.objects.exclude(is_not_looked_up("account__person"))


def people_in_our_files() -> set[int]:
    """Everybody whom a file of ours tells of, looked for or not."""
    return set(Supporter.objects.values_list("account__person_id", flat=True))


def sought() -> list[Sought]:
    """Everybody who is looked for, each person once.

    What several files say of one person is put together; the newest word counts.
    """
    rows = (
        may_be_looked_for()
        .order_by("account__person", "-told_us", "account")
        .values_list("account_id", "account__person_id", "said")
    )
    told: dict[int, Sought] = {}
    for account_id, person_id, said in rows.iterator():
        record = record_of(from_json(said), str(account_id))
        before = told.get(person_id)
        told[person_id] = (
            _together(before, account_id, record)
            if before
            else Sought(account_id=account_id, person_id=person_id, record=record)
        )
    return list(told.values())


def _together(newer: Sought, account_id: int, older: Record) -> Sought:
    """One person of two files: the newer one's name and place, and all ways to know them."""
    first, mine = min(newer.account_id, account_id), newer.record
    name = mine if mine.first or mine.last else older
    place = mine if mine.city or mine.region or mine.country else older
    record = replace(
        mine,
        key=str(first),
        first=name.first,
        last=name.last,
        nickname=mine.nickname or older.nickname,
        city=place.city,
        region=place.region,
        country=place.country,
        websites=_each_once(mine.websites + older.websites),
        emails=_each_once(mine.emails + older.emails),
        handles=tuple(dict.fromkeys(mine.handles + older.handles)),
    )
    return replace(newer, account_id=first, record=record)


def _each_once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def accounts_around_me() -> QuerySet[Account]:
    """The closed pool: who follows me or is followed, is on a list, or stands in the log."""
    tied = Tie.objects.filter(
        account=OuterRef("pk"), state__stream__in=_TIES, ended_us__isnull=True
    )
    on_list = Membership.objects.filter(person=OuterRef("person"), is_member=True)
    is_near = Q(person__state__isnull=False) | Exists(tied) | Exists(on_list)
    me = Account.objects.filter(is_me=True).values("person")
    found = Account.objects.filter(is_near, network__in=LIVE).exclude(person__in=me)
    return found.exclude(handle="")


def near() -> list[Near]:
    """The accounts of the closed pool, as they show themselves."""
    return shown_as(accounts_around_me())


def shown_as(accounts: QuerySet[Account]) -> list[Near]:
    """Accounts as they show themselves."""
    rows = accounts.order_by("pk").values_list(
        "pk", "person_id", "network", "handle", "name", "bio", "profile__links", "profile__location"
    )
    return [
        Near(
            account_id=account_id,
            person_id=person_id,
            shown=Shown(
                key=str(account_id),
                handle=handle,
                network=Network(network),
                name=name,
                bio=bio,
                location=location or "",
                links=tuple(links or ()),
            ),
        )
        for account_id, person_id, network, handle, name, bio, links, location in rows.iterator()
    ]
