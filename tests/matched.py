"""Invented supporters, and accounts around me that may be theirs."""

from typing import Any

from hobnob.domain.facts import Basis
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import HOUR
from hobnob.domain.people import Account, Network
from hobnob.domain.supporters import Fact, HandleGiven, Supporter
from hobnob.domain.supporters_json import to_json
from hobnob.operations.matching.basis import set_basis
from hobnob.operations.record import record
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.storage import models
from tests.people import NOW_US, curator, happened

NAME = {
    "field": "name and handle",
    "sentence": "both are called Ana Ruiz",
    "weight": 6.2,
    "strength": "speaks strongly for it",
    "favours": True,
}
PLACE = {
    "field": "place",
    "sentence": "Utrecht here, Lisbon there",
    "weight": -2.4,
    "strength": "speaks against it",
    "favours": False,
}


def fact(value: str, column: str = "Name") -> Fact:
    """A cell of a file."""
    return Fact(value=value, column=column)


def supporter(name: str, **more: Any) -> models.Account:
    """Somebody in our files; their account in the address book."""
    first, _, last = name.partition(" ")
    slug = name.lower().replace(" ", "-")
    said = Supporter(
        key=f"civicrm:{slug}",
        name=fact(name),
        first=fact(first),
        last=fact(last),
        **{"emails": (fact(f"{slug}@den.example", "Email"),), **more},
    )
    there = Account(network=Network.ADDRESS_BOOK, native_id=said.key, name=name)
    known = know_accounts([there], now_us=NOW_US, seen_us=NOW_US)
    account = models.Account.objects.get(pk=known.ids[there.network, there.native_id])
    models.Supporter.objects.create(
        account=account,
        told_us=NOW_US,
        said=to_json(said),
        may_be_contacted=said.may_be_contacted,
        may_be_looked_up=said.may_be_looked_up,
    )
    models.RelationshipTag.objects.create(account=account, relationship="donor", told_us=NOW_US)
    return account


def near_me(handle: str, name: str, bio: str = "") -> models.Account:
    """Somebody who spoke to me on Mastodon."""
    who = Account(
        network=Network.MASTODON,
        native_id=f"{handle}@herd.example",
        handle=f"{handle}@herd.example",
        name=name,
        bio=bio,
    )
    record([happened(Kind.REPLY, who, days_ago=3, text="Good morning.")], now_us=NOW_US)
    return models.Account.objects.get(native_id=who.native_id)


def looked() -> models.MatchRun:
    """The last look, an hour ago."""
    run, _ = models.MatchRun.objects.get_or_create(
        model="shipped", defaults={"began_us": NOW_US - HOUR, "ended_us": NOW_US - HOUR + 1}
    )
    return run


def proposed(
    of: models.Account, account: models.Account, probability: float, **more: Any
) -> models.Candidate:
    """That look proposes the account for the supporter."""
    evidence = [NAME, PLACE] if probability < 0.9 else [NAME]
    return models.Candidate.objects.create(
        of=of,
        account=account,
        probability=probability,
        weight=3.0,
        levels={"evidence": evidence, "besides": []},
        rank=1 + models.Candidate.objects.filter(of=of).count(),
        run=looked(),
        **{"pool": "closed", **more},
    )


def may_look(basis: Basis = Basis.PERSONAL) -> None:
    """Somebody said why people may be looked up."""
    set_basis(basis, notice="We look who of you is where.", author=curator().author, now_us=NOW_US)


def ana_and_two() -> tuple[models.Account, models.Account, models.Account]:
    """Ana Ruiz, and two accounts that may be hers."""
    may_look()
    ana = supporter("Ana Ruiz", city=fact("Utrecht", "City"))
    one = near_me("anaruiz", "Ana Ruiz", "Tigers, mostly. Utrecht.")
    other = near_me("ana_r", "Ana R.", "Lisbon")
    proposed(ana, one, 0.93)
    proposed(ana, other, 0.31)
    return ana, one, other


def bo_and_one() -> tuple[models.Account, models.Account]:
    """Bo Lind, and one account that is all but certainly his."""
    bo = supporter("Bo Lind")
    one = near_me("bolind", "Bo Lind", "Soup.")
    proposed(bo, one, 0.991)
    return bo, one


def lay_a_match() -> tuple[models.Account, models.Account]:
    """One of everything that matching shows; Ana, and the account that is likeliest hers."""
    ana, one, _ = ana_and_two()
    may_look(Basis.LEGITIMATE_INTEREST)
    bo_and_one()
    supporter("Cy Wolf", **noted("cy"))
    return ana, one


def noted(handle: str = "ana", network: Network | None = Network.X) -> dict[str, Any]:
    """What a note of a file says, and the handle in it."""
    return {
        "notes": (fact(f"Her niece is @{handle} on X, she says.", "Notes"),),
        "handles": (
            HandleGiven(network=network, handle=handle, column="Notes", is_in_passing=True),
        ),
    }


def is_one(of: models.Account, account: models.Account) -> bool:
    """Whether both belong to one person."""
    people = models.Account.objects.filter(pk__in=[of.pk, account.pk]).values("person")
    return people.distinct().count() == 1
