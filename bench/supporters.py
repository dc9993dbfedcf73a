"""A file of donors in the world of the pages: half of them found on a network, half not yet."""

from datetime import date

from world import Size

from hobnob.domain.people import Network
from hobnob.domain.supporters import Fact, GiftKind, Relationship, Supporter
from hobnob.domain.supporters_json import to_json
from hobnob.storage import models

_CITIES = ("Utrecht", "Zwolle", "Leiden", "Gent", "Bremen")
_NAMES = ("Ana", "Bo", "Cleo", "Dov", "Elif", "Femke")
_BATCH = 2_000


def bring_supporters(size: Size) -> None:
    """Let our own file know so many donors, unless it does."""
    if models.Supporter.objects.exists():
        return
    people = _people(size)
    accounts = models.Account.objects.bulk_create(
        (
            models.Account(
                network=Network.ADDRESS_BOOK,
                native_id=f"civicrm:{number}",
                handle=f"donor{number}@den.example",
                handle_key=f"donor{number}@den.example",
                name=f"{_NAMES[number % len(_NAMES)]} Donor {number}",
                person=person,
            )
            for number, person in enumerate(people)
        ),
        batch_size=_BATCH,
    )
    source = models.Source.objects.create(
        kind="supporters", fingerprint="bench", title="CiviCRM: donors.csv", started_us=size.now_us
    )
    models.Supporter.objects.bulk_create(
        (_record(number, each, source, size) for number, each in enumerate(accounts)),
        batch_size=_BATCH,
    )
    models.RelationshipTag.objects.bulk_create(
        (
            models.RelationshipTag(
                account=each,
                relationship=Relationship.DONOR,
                source=source,
                told_us=size.now_us,
            )
            for each in accounts
        ),
        batch_size=_BATCH,
    )
    models.Donation.objects.bulk_create(
        (
            models.Donation(
                account=each,
                key=f"{each.pk}-{year}",
                amount=2_500,
                currency="EUR",
                on_date=date(year, 3, 1),
                kind=GiftKind.PAYMENT,
                source=source,
            )
            for each in accounts
            for year in (2024, 2025, 2026)
        ),
        batch_size=_BATCH,
    )


def _people(size: Size) -> list[models.Person]:
    """Donors of the log, and as many people whom nobody has met there."""
    on_list = models.Membership.objects.filter(list__key="donors").order_by("pk")
    known = [each.person for each in on_list.select_related("person")[: size.donors // 2]]
    new = models.Person.objects.bulk_create(
        (models.Person(made_us=size.now_us) for _ in known), batch_size=_BATCH
    )
    return [each for pair in zip(known, new, strict=True) for each in pair]


def _record(
    number: int, account: models.Account, source: models.Source, size: Size
) -> models.Supporter:
    city = _CITIES[number % len(_CITIES)]
    said = Supporter(
        key=account.native_id,
        name=Fact(value=account.name, column="Display Name"),
        city=Fact(value=city, column="City"),
        emails=(Fact(value=account.handle, column="Email"),),
    )
    return models.Supporter(
        account=account,
        source=source,
        told_us=size.now_us,
        said=to_json(said),
        city=city,
        may_be_contacted=number % 50 != 0,
    )
