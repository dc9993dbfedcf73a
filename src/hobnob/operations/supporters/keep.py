"""Keep what supporters' files say of people: accounts of the address book, gifts, ties, the log.

Each matter is as the newest file that speaks of it says: domain/supporters_told.py.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from hobnob.domain.facts import Basis
from hobnob.domain.people import Network
from hobnob.domain.supporters import Supporter
from hobnob.domain.supporters_log import account_of, what_happened
from hobnob.domain.supporters_told import Telling
from hobnob.operations.record import Recorded, record
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.operations.supporters.keep_gifts import gifts_known, keep_gifts, keep_ties
from hobnob.operations.supporters.recall import Recalled, Tellings, gifts_by, recall, telling_of
from hobnob.operations.suppress import without_forgotten_supporters
from hobnob.storage import bulk, models

_COLUMNS = (
    "source_id", "told_us", "said", "birthday", "city", "region", "country", "is_deceased",
    "may_be_contacted", "may_be_looked_up",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a batch of supporters brought."""

    recorded: Recorded
    people_new: int
    people_changed: int
    """Known before, and something else holds of them since this file."""
    gifts_new: int
    left_out: frozenset[str]
    """Keys of those who were erased: they stay so."""


@transaction.atomic
def keep_supporters(
    supporters: Iterable[Supporter],
    *,
    source: models.Source,
    now_us: int,
    tellings: Tellings,
    basis: str = "",
    settle: bool = True,
    left_out: Collection[str] = (),
) -> Kept:
    """Keep a batch in one transaction. What was told already adds nothing.

    `basis` is why those who are new may be kept. With `settle=False` contacts wait for
    `settle_contacts`, which a long import calls once. `left_out` are keys of who was erased, by
    another row of the file.
    """
    bulk.lock_log()
    telling = telling_of(source.pk, source.options, source.started_us)
    everybody = list(supporters)
    told = _by_key(without_forgotten_supporters(everybody, left_out=left_out))
    records = [each for of_one in told.values() for each in of_one]
    known = know_accounts(map(account_of, records), now_us=now_us, seen_us=telling.told_us)
    ids = {key: known.ids.get((Network.ADDRESS_BOOK, key)) for key in told}
    found = recall({i: told[key] for key, i in ids.items() if i is not None}, tellings)
    gifts_new = _believe(found, telling, source, tellings)
    _store(found, telling, basis)
    _call(found)
    recorded = record(
        (line for each in found for told_ in each.told for line in what_happened(told_)),
        now_us=now_us,
        seen_us=telling.told_us,
        source=source,
        settle=settle,
    )
    return Kept(
        recorded=replace(recorded, people_new=recorded.people_new + known.made),
        people_new=sum(each.known is None for each in found),
        people_changed=sum(each.is_changed and telling not in each.before for each in found),
        gifts_new=gifts_new,
        left_out=frozenset({each.key for each in everybody} - {each.key for each in found}),
    )


def _by_key(supporters: Iterable[Supporter]) -> dict[str, list[Supporter]]:
    told: dict[str, list[Supporter]] = {}
    for each in supporters:
        told.setdefault(each.key, []).append(each)
    return told


def _believe(
    found: Sequence[Recalled], telling: Telling, source: models.Source, tellings: Tellings
) -> int:
    """Work out what holds, and keep the gifts and ties of it. Says how many gifts are new."""
    gifts = gifts_known([each.account_id for each in found])
    tellings.look_up(gifts.source_ids)
    believed: dict[int, set[str]] = {}
    for each in found:
        by = gifts_by(each.account_id, gifts, tellings)
        each.believe(telling, by)
        keys = {gift.key for told in each.told for gift in told.gifts}
        believed[each.account_id] = {
            key for key in keys if key not in by or by[key].age <= telling.age
        }
    holds = {each.account_id: each.holds for each in found}
    keep_ties(holds, source.pk, telling.told_us)
    return keep_gifts(holds, believed, gifts, source.pk)


def _store(found: Sequence[Recalled], telling: Telling, basis: str) -> None:
    """One row each: what holds, whole, and what pages ask for."""
    new = [
        (*_row(each, telling), _basis(each, basis), each.account_id)
        for each in found
        if not each.known
    ]
    old = [(*_row(each, telling), each.account_id) for each in found if each.known]
    agreed = [
        (_basis(each, basis), each.account_id)
        for each in found
        if each.known and bool(each.known.consent) != bool(each.holds.consent)
    ]
    if new:
        bulk.insert(models.Supporter, (*_COLUMNS, "basis", "account_id"), new)
    if old:
        bulk.update(models.Supporter, _COLUMNS, old, key="account_id")
    if agreed:
        bulk.update(models.Supporter, ("basis",), agreed, key="account_id")


def _basis(each: Recalled, ours: str) -> str:
    """Why they may be kept and looked up: a yes of their own counts before what we say of all."""
    return Basis.CONSENT if each.holds.consent else ours


def _row(each: Recalled, telling: Telling) -> tuple[Any, ...]:
    newest = max((*each.before, telling), key=lambda told: told.age)
    holds = each.holds
    city, region, country = (
        fact.value if fact else "" for fact in (holds.city, holds.region, holds.country)
    )
    return (
        newest.source,
        newest.told_us,
        each.said(telling),
        str(holds.birthday or ""),
        city,
        region,
        country,
        holds.is_deceased,
        holds.may_be_contacted,
        holds.may_be_looked_up,
    )


def _call(found: Sequence[Recalled]) -> None:
    """Let accounts be called what holds now: an address that a newer file lacks is theirs no more.

    Who is new and stood in one record is called so already.
    """
    rows = []
    for each in filter(lambda one: one.is_changed or len(one.told) > 1, found):
        account = account_of(each.holds)
        rows.append((account.handle, account.handle.lower(), account.name, each.account_id))
    if rows:
        bulk.update(models.Account, ("handle", "handle_key", "name"), rows)
