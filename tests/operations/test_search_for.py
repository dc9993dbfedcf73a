"""Searching the networks for one supporter, whom nobody around me seems to be."""

from collections.abc import Iterator

import pytest

from hobnob.domain.moments import DAY, HOUR
from hobnob.domain.people import Account, Network
from hobnob.operations import search_for as operation
from hobnob.operations.forget import forget
from hobnob.operations.matching.basis import NoBasis
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.operations.search_for import (
    MOST_A_DAY,
    EnoughForToday,
    NobodyToSearchFor,
    NowhereToSearch,
    Searched,
    search_for,
)
from hobnob.storage import models
from hobnob.storage.queries.matching.review import last_run, review_batch
from tests import people
from tests.matching import keep, matcher, may_look, robin, shown, stored, supporter
from tests.people import NOW_US

pytestmark = pytest.mark.django_db

LINDIWE = supporter("Lindiwe", "Okonjo", city="Portland", region="Oregon", country="US")
HER = shown("lindiweokonjo@far.example", "Lindiwe Okonjo", bio="Rivers. Portland, Oregon")
NOBODY = shown("tigers@far.example", "Tigers Daily")


class Finds:
    """A network that thinks of these."""

    def __init__(self, *found: Account) -> None:
        self.found = found
        self.asked: list[tuple[str, int]] = []

    def find_people(self, name: str, most: int) -> Iterator[Account]:
        self.asked.append((name, most))
        return iter(self.found)


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Finds:
    """One connected account, whose network thinks of her and of somebody else."""
    people.begin()
    may_look()
    me = models.Account.objects.get(is_me=True)
    models.Connection.objects.create(
        network=Network.MASTODON, account=me, server="tusk.example", connected_us=NOW_US
    )
    found = Finds(HER, NOBODY)
    monkeypatch.setattr(operation, "open_adapter", lambda *_, **__: found)
    return found


def searched(of: models.Account) -> Searched:
    return search_for(of.person_id, clock=lambda: NOW_US)


def test_who_fits_is_proposed_and_nothing_of_the_others_is_kept(network: Finds) -> None:
    of = keep(LINDIWE)
    assert searched(of) == Searched(
        of_id=of.pk, name="Lindiwe Okonjo", accounts=2, proposed=1, where=("tusk.example",)
    )
    assert network.asked == [("Lindiwe Okonjo", 10)]
    (card,) = review_batch().cards
    assert [(each.handle, each.pool) for each in card.candidates] == [(HER.handle, "search")]
    assert not models.Account.objects.filter(handle=NOBODY.handle).exists()
    assert last_run(now_us=NOW_US) is None


def test_what_was_answered_is_not_found_again(network: Finds) -> None:
    of = keep(LINDIWE)
    searched(of)
    row = models.Candidate.objects.get()
    decision = matcher().not_same(of.pk, row.account_id)
    assert decision.evidence.pool == "search"
    assert searched(of).proposed == 0


@pytest.mark.usefixtures("network")
def test_twice_it_is_proposed_once() -> None:
    of = keep(LINDIWE)
    searched(of)
    searched(of)
    assert models.Candidate.objects.count() == 1


@pytest.mark.usefixtures("network")
def test_whom_we_forgot_is_not_found_again() -> None:
    of = keep(LINDIWE)
    know_accounts([HER], now_us=NOW_US, seen_us=NOW_US)
    forget(stored(HER).person_id, author=robin(), now_us=NOW_US)
    assert searched(of).proposed == 0
    assert not models.Account.objects.filter(handle=HER.handle).exists()


@pytest.mark.usefixtures("network")
def test_nobody_is_searched_for_who_asked_to_be_left_alone() -> None:
    with pytest.raises(NobodyToSearchFor):
        searched(keep(supporter("Ana", "Berg", is_deceased=True)))


@pytest.mark.usefixtures("network")
def test_nor_where_no_network_can_be_searched() -> None:
    models.Connection.objects.update(network=Network.X)
    with pytest.raises(NowhereToSearch, match="X lets nobody"):
        searched(keep(LINDIWE))


def test_after_so_many_in_a_day_the_next_one_waits(network: Finds) -> None:
    of = keep(LINDIWE)
    for _ in range(MOST_A_DAY):
        models.MatchRun.objects.create(began_us=NOW_US - HOUR, model="search: shipped")
    with pytest.raises(EnoughForToday, match="ask the others for their handles"):
        searched(of)
    assert network.asked == []
    models.MatchRun.objects.update(began_us=NOW_US - DAY)
    assert searched(of).proposed == 1


def test_nor_without_a_basis() -> None:
    with pytest.raises(NoBasis):
        searched(keep(LINDIWE))
