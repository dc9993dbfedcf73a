import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account, Network, provisional_id
from hobnob.operations.claim_account import claim_account
from hobnob.operations.identity import (
    NotSomebodyElses,
    belongs_to,
    join_by_handle,
    on_its_own,
)
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.person_page import person_page
from tests import people
from tests.people import ANA, BO, CEM, ME, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()
    record(
        [
            happened(Kind.MENTION, ANA, days_ago=3),
            happened(Kind.LIKE, CEM, by_me=True, days_ago=2),
            happened(Kind.MENTION, CEM, days_ago=9),
        ],
        now_us=NOW_US,
    )
    curator().note(person_id(CEM), "keeps otters")
    curator().promote(person_id(CEM), why="kind")


def account_id(handle: str) -> int:
    return models.Account.objects.get(handle=handle).pk


def merge() -> None:
    belongs_to(
        account_id(CEM.handle),
        person_id(ANA),
        author=curator().author,
        now_us=NOW_US,
        reason="says so in her bio",
    )


def test_merged_they_have_one_timeline_and_the_earliest_cause() -> None:
    merge()
    page = person_page(person_id(ANA), now_us=NOW_US)
    assert page is not None
    assert [account.handle for account in page.accounts] == [ANA.handle, CEM.handle]
    assert len(page.timeline) == 3
    assert [note.text for note in page.notes] == ["keeps otters"]
    lists = {each.key: each.because for each in page.lists}
    assert lists["mentioned"] == "because they mentioned you 9 days ago"
    assert lists["watchlist"].endswith("kind")
    assert rebuild().is_same


def test_split_again_everything_is_where_it_was() -> None:
    before = person_id(CEM)
    merge()
    assert (
        on_its_own(account_id(CEM.handle), author=curator().author, now_us=NOW_US)
        == person_id(CEM)
        == before
    )
    page = person_page(person_id(ANA), now_us=NOW_US)
    assert page is not None
    assert [each.key for each in page.lists] == ["mentioned"]
    assert page.notes == ()
    assert people.members("watchlist") == {CEM.handle}
    assert rebuild().is_same
    edges = models.Edge.objects.filter(account__handle=CEM.handle).order_by("pk")
    assert [(edge.reason, edge.ended_us is None) for edge in edges] == [
        ("met", False),
        ("says so in her bio", False),
        ("", True),
    ]


def test_somebody_merged_away_keeps_no_state() -> None:
    old = person_id(CEM)
    merge()
    assert not models.ContactState.objects.filter(person_id=old).exists()
    assert not models.Membership.objects.filter(person_id=old).exists()


def test_my_own_account_and_the_same_person_are_refused() -> None:
    record([], accounts=[BO], now_us=NOW_US)
    with pytest.raises(NotSomebodyElses):
        belongs_to(account_id(ME.handle), person_id(ANA), author=curator().author, now_us=NOW_US)
    with pytest.raises(NotSomebodyElses):
        on_its_own(account_id(BO.handle), author=curator().author, now_us=NOW_US)


def test_who_was_known_by_handle_alone_is_joined_once_the_id_is_learnt() -> None:
    quoted = Account(network=Network.X, native_id=provisional_id("Dora_eg"), handle="Dora_eg")
    record([happened(Kind.QUOTE, quoted, by_me=True, days_ago=5)], now_us=NOW_US)
    assert join_by_handle(Network.X, now_us=NOW_US) == 0
    dora = Account(network=Network.X, native_id="77", handle="dora_eg", name="Dora")
    record([happened(Kind.LIKE, dora, by_me=True)], now_us=NOW_US)
    assert join_by_handle(Network.X, now_us=NOW_US) == 1
    assert person_id(quoted) == person_id(dora)
    page = person_page(person_id(dora), now_us=NOW_US)
    assert page is not None
    assert [row.kind for row in page.timeline] == ["like", "quote"]
    assert rebuild().is_same
    assert join_by_handle(Network.X, now_us=NOW_US) == 0


def test_who_was_split_off_by_hand_is_not_joined_again() -> None:
    quoted = Account(network=Network.X, native_id=provisional_id("dora_eg"), handle="dora_eg")
    dora = Account(network=Network.X, native_id="77", handle="dora_eg", name="Dora")
    record([], accounts=[quoted, dora], now_us=NOW_US)
    assert join_by_handle(Network.X, now_us=NOW_US) == 1
    stored = models.Account.objects.get(native_id=quoted.native_id)
    on_its_own(stored.pk, author=curator().author, now_us=NOW_US, reason="somebody else")
    assert join_by_handle(Network.X, now_us=NOW_US) == 0


def test_an_account_that_turns_out_to_be_mine_leaves_the_rest_of_the_person() -> None:
    merge()
    curator().done(person_id(ANA), "waiting")
    claim_account(CEM, now_us=NOW_US, seen_us=NOW_US)
    page = person_page(person_id(ANA), now_us=NOW_US)
    assert page is not None
    assert [account.handle for account in page.accounts] == [ANA.handle]
    assert people.members("mentioned") == {ANA.handle}
    assert not models.Membership.objects.filter(person_id=person_id(CEM)).exists()
    assert rebuild().is_same


def test_my_own_account_stays_off_lists_whatever_was_decided_before() -> None:
    claim_account(CEM, now_us=NOW_US, seen_us=NOW_US)
    assert CEM.handle not in people.members("watchlist")
    assert rebuild().is_same
    assert CEM.handle not in people.members("watchlist")
