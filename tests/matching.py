"""Invented supporters, and accounts near me that may be theirs."""

from datetime import date
from typing import Any

from django.contrib.auth.models import User

from hobnob.domain.facts import Basis
from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account, Network
from hobnob.domain.supporters import (
    Fact,
    Gift,
    GiftKind,
    HandleGiven,
    Relationship,
    Supporter,
    Tie,
)
from hobnob.domain.supporters_json import to_json
from hobnob.operations.match_people import Looking, match_anew
from hobnob.operations.matching.answer import Matcher
from hobnob.operations.matching.basis import set_basis
from hobnob.operations.record import record
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.storage import models
from tests.people import NOW_US, happened


def fact(value: str, column: str = "Column") -> Fact | None:
    return Fact(value=value, column=column) if value else None


def supporter(
    first: str,
    last: str,
    *,
    key: str = "",
    city: str = "",
    region: str = "",
    country: str = "",
    email: str = "",
    handles: tuple[HandleGiven, ...] = (),
    gave: int = 0,
    relationships: tuple[Relationship, ...] = (),
    **rest: Any,
) -> Supporter:
    """Somebody as a file tells of them."""
    key = key or f"civicrm:{first}-{last}".lower()
    gift = Gift(
        key=f"{key}:1",
        amount=gave,
        currency="EUR",
        date=date(2026, 3, 1),
        kind=GiftKind.PAYMENT,
    )
    return Supporter(
        key=key,
        name=fact(f"{first} {last}"),
        first=fact(first, "First Name"),
        last=fact(last, "Last Name"),
        city=fact(city, "City"),
        region=fact(region, "State"),
        country=fact(country, "Country"),
        emails=tuple(filter(None, [fact(email, "Email")])),
        handles=handles,
        gifts=(gift,) if gave else (),
        ties=tuple(Tie(relationship=each, column="Group") for each in relationships),
        **rest,
    )


def keep(told: Supporter, *, now_us: int = NOW_US) -> models.Account:
    """Their account in the address book, with what the file says of them."""
    name = told.name.value if told.name else ""
    somebody = Account(network=Network.ADDRESS_BOOK, native_id=told.key, name=name)
    know_accounts([somebody], now_us=now_us, seen_us=now_us)
    account = stored(somebody)
    models.Supporter.objects.update_or_create(
        account=account,
        defaults={
            "told_us": now_us,
            "said": to_json(told),
            "is_deceased": told.is_deceased,
            "may_be_contacted": told.may_be_contacted,
            "may_be_looked_up": told.may_be_looked_up,
        },
    )
    for tie in told.ties:
        models.RelationshipTag.objects.get_or_create(
            account=account, relationship=tie.relationship, defaults={"told_us": now_us}
        )
    for gift in told.gifts:
        models.Donation.objects.update_or_create(
            account=account,
            key=gift.key,
            defaults={
                "amount": gift.amount,
                "currency": gift.currency,
                "on_date": gift.date,
                "kind": gift.kind,
            },
        )
    return account


def shown(
    handle: str, name: str = "", *, bio: str = "", network: Network = Network.MASTODON
) -> Account:
    """An account on a network."""
    return Account(
        network=network, native_id=f"id-{network}-{handle}", handle=handle, name=name, bio=bio
    )


def near(*accounts: Account) -> list[models.Account]:
    """Each of them follows me."""
    record([happened(Kind.FOLLOW, each) for each in accounts], now_us=NOW_US)
    return [stored(each) for each in accounts]


def stored(account: Account) -> models.Account:
    return models.Account.objects.get(network=account.network, native_id=account.native_id)


def robin() -> User:
    return User.objects.get_or_create(username="robin")[0]


def may_look() -> models.LookupBasis:
    """People may be looked up."""
    return set_basis(Basis.PERSONAL, author=robin(), now_us=NOW_US)


def matcher(*, later: int = 0) -> Matcher:
    """Robin, some microseconds after now."""
    return Matcher(author=robin(), now_us=NOW_US + later)


def look(*, later: int = 0) -> Looking:
    """Everybody looked for, some microseconds after now."""
    return match_anew(clock=lambda: NOW_US + later)


def proposals() -> dict[tuple[str, str], float]:
    """What is proposed: probability by supporter's name and handle."""
    rows = models.Candidate.objects.values_list("of__name", "account__handle", "probability")
    return {(name, handle): probability for name, handle, probability in rows}


def proposed(
    of: models.Account,
    account: models.Account,
    probability: float = 0.9,
    *,
    proof: str = "",
    pool: str = "closed",
    later: int = 0,
) -> models.Candidate:
    """What a look some microseconds after now would propose, without having looked."""
    run, _ = models.MatchRun.objects.get_or_create(
        began_us=NOW_US + later, defaults={"ended_us": NOW_US + later, "model": "shipped 0000"}
    )
    return models.Candidate.objects.create(
        of=of,
        account=account,
        probability=1.0 if proof else probability,
        weight=2.0,
        levels=LEVELS,
        features=[] if proof else FEATURES,
        proof=proof,
        rank=1 + models.Candidate.objects.filter(of=of).count(),
        pool=pool,
        run=run,
    )


LEVELS: dict[str, Any] = {
    "name": "full / full",
    "place": "no evidence",
    "site": "no evidence",
    "evidence": [
        {
            "field": "name and handle",
            "sentence": "The display name and the handle are their whole name",
            "weight": 4.2,
            "strength": "speaks strongly for it",
            "favours": True,
        },
        {
            "field": "place",
            "sentence": "Nothing is known of a place",
            "weight": 0.0,
            "strength": "says nothing",
            "favours": None,
        },
    ],
    "besides": ["Few people are called so"],
}
FEATURES = [0.5] * 9
