"""Search the networks for one supporter whom nobody around me seems to be, after a person's yes.

The network learns the name that is looked for, and that is why it is never done for many. X is not
asked: its rules let nobody look a customer up by name without their consent.
https://developer.x.com/en/developer-terms/more-on-restricted-use-cases
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.domain.matching.columns import Shown
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account, Network, account_key
from hobnob.networks.base import Clock, FindsPeople
from hobnob.operations.connect import open_adapter
from hobnob.operations.match_people import as_row
from hobnob.operations.matching.basis import basis_in_force
from hobnob.operations.matching.fit_anew import model_in_use
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.operations.suppress import without_forgotten
from hobnob.storage import bulk, models
from hobnob.storage.queries.matching.open import SEARCH, SEARCHED
from hobnob.storage.queries.matching.pool import Near, Sought, people_in_our_files, sought
from hobnob.storage.queries.matching.said import what_was_said
from hobnob.storage.queries.people.accounts import accounts_by_key

MOST = 10
"""Accounts asked for on each network."""
MOST_A_DAY = 20
"""Supporters searched for within a day: it is for a few."""


class NobodyToSearchFor(HobnobError):
    """Not a supporter who may be looked for."""


class NowhereToSearch(HobnobError):
    """No connected account is on a network that can be searched."""


class EnoughForToday(HobnobError):
    """So many were searched for that the networks would learn a list of supporters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What a search came to."""

    of_id: int
    """The supporter's account."""
    name: str
    """What was asked for."""
    accounts: int
    """Those that the networks thought of."""
    proposed: int
    where: tuple[str, ...]
    """Who was asked: one question each, which costs nothing."""


def searchable() -> list[models.Connection]:
    """Connected accounts of networks that can be searched by name: one of each server."""
    connected = models.Connection.objects.filter(disconnected_us__isnull=True)
    found = connected.exclude(network=Network.X).select_related("account").order_by("-pk")
    return list({(each.network, each.server): each for each in found}.values())


def where_to_search() -> tuple[str, ...]:
    """Who would be asked, as people call them: "tusk.example", "Bluesky"."""
    return tuple(map(_called, searchable()))


def _called(connection: models.Connection) -> str:
    return connection.server or Network(connection.network).title


def search_for(person_id: int, *, clock: Clock) -> Searched:
    """Ask each network for somebody's name, and propose who fits.

    Raises NoBasis, EnoughForToday, NobodyToSearchFor, NowhereToSearch, and what networks raise.
    """
    basis_in_force()
    _refuse_many(clock())
    wanted = next((each for each in sought() if each.person_id == person_id), None)
    name = f"{wanted.record.first} {wanted.record.last}".strip() if wanted else ""
    if wanted is None or not name:
        raise NobodyToSearchFor(
            "Only a supporter with a name is searched for, who lives and did not ask to be left "
            "alone or not to be looked up."
        )
    connections = searchable()
    if not connections:
        raise NowhereToSearch(
            "Connect Bluesky or Mastodon first: `hobnob connect`. X lets nobody search for people "
            "by the name in a file."
        )
    found: dict[tuple[str, str], Account] = {}
    for connection in connections:
        for account in _asked(connection, name, clock):
            found[account.network, account.native_id] = account
    proposed = _propose(wanted, list(found.values()), clock())
    return Searched(
        of_id=wanted.account_id,
        name=name,
        accounts=len(found),
        proposed=proposed,
        where=tuple(map(_called, connections)),
    )


def _refuse_many(now_us: int) -> None:
    """Raises EnoughForToday."""
    today = models.MatchRun.objects.filter(
        model__startswith=SEARCHED, began_us__gt=now_us - DAY
    ).count()
    if today >= MOST_A_DAY:
        raise EnoughForToday(
            f"{today} people were searched for within a day, and networks learn each name: that is "
            "enough. Go on tomorrow, or ask the others for their handles."
        )


def _asked(connection: models.Connection, name: str, clock: Clock) -> Iterator[Account]:
    adapter = open_adapter(connection, clock=clock)
    if isinstance(adapter, FindsPeople):
        yield from adapter.find_people(name, MOST)


def _propose(wanted: Sought, found: Sequence[Account], now_us: int) -> int:
    """Keep those who fit, and nothing of the others or of whom we forgot. Says how many."""
    # Splink and DuckDB take half a second and 100 MB: only who looks needs them.
    from hobnob.operations.matching.weigh import Circle, weigh

    let_in = without_forgotten(accounts=found).accounts
    in_use = model_in_use()
    circle = Circle(
        sought=[wanted],
        near=list(_as_near(let_in)),
        said=what_was_said(),
        supporters=people_in_our_files(),
        is_searched=True,
    )
    fitting = weigh(circle, in_use.model).proposals
    by_key = {_key(each): each for each in let_in}
    with transaction.atomic():
        bulk.lock_log()
        told = [by_key[each.account.shown.key] for each in fitting]
        known = know_accounts(told, now_us=now_us, seen_us=now_us)
        run = models.MatchRun.objects.create(
            began_us=now_us,
            ended_us=now_us,
            supporters=1,
            accounts=len(found),
            proposed=len(fitting),
            model=f"{SEARCHED}{in_use.name}",
        )
        for each, account in zip(fitting, told, strict=True):
            account_id = known.ids[account.network, account.native_id]
            row = as_row(replace(each, account=replace(each.account, account_id=account_id)))
            _keep(row, run)
    return len(fitting)


def _keep(row: models.Candidate, run: models.MatchRun) -> None:
    """What is proposed already stays as it is."""
    if not models.Candidate.objects.filter(of=row.of_id, account=row.account_id).exists():
        row.pool, row.run = SEARCH, run
        row.save(force_insert=True)


def _as_near(found: Sequence[Account]) -> Iterator[Near]:
    """What was found, as what is weighed; whom nobody here knows yet has a number below zero."""
    keys = {account_key(each.network, each.native_id) for each in found}
    known = accounts_by_key(keys)
    people = dict(
        models.Account.objects.filter(pk__in=known.values()).values_list("pk", "person_id")
    )
    for number, each in enumerate(found, 1):
        account_id = known.get(_key(each), -number)
        yield Near(
            account_id=account_id,
            person_id=people.get(account_id, -number),
            shown=Shown(
                key=_key(each),
                handle=each.handle,
                network=each.network,
                name=each.name,
                bio=each.bio,
                links=each.profile.links if each.profile else (),
            ),
        )


def _key(account: Account) -> str:
    return account_key(account.network, account.native_id)
