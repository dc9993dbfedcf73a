from typing import Any

import pytest
from django.contrib.auth.models import User

from hobnob.domain.interactions import Kind
from hobnob.domain.lists import ListIsFull
from hobnob.domain.people import Account, Network, provisional_id
from hobnob.operations.claim_account import claim_account
from hobnob.operations.decide import undo_all
from hobnob.operations.identity import SaidSince, join_by_handle
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from hobnob.operations.same_person import (
    AlreadyTaken,
    NotSomebodyElses,
    SaidNotToBe,
    apart,
    not_same,
    same,
)
from hobnob.storage import models
from hobnob.storage.queries.person.page import person_page
from tests import people
from tests.matching import keep, supporter
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
    unite(CEM, ANA, why="says so in her bio")


def unite(one: Account, other: Account, **rest: Any) -> models.Decision:
    """One is the other, as Robin says."""
    ids = account_id(one.handle), account_id(other.handle)
    return same(*ids, author=curator().author, now_us=NOW_US, **rest)


def part(who: Account) -> int:
    """The account is on its own, as Robin says."""
    return apart(account_id(who.handle), author=curator().author, now_us=NOW_US)


def deny(one: Account, other: Account) -> models.Decision:
    """One is not the other, as Robin says."""
    ids = account_id(one.handle), account_id(other.handle)
    return not_same(*ids, author=curator().author, now_us=NOW_US)


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
    assert part(CEM) == person_id(CEM) == before
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
    merge()
    for one, other in ((ME, ANA), (ANA, ME), (ANA, CEM), (ANA, ANA)):
        with pytest.raises(NotSomebodyElses):
            unite(one, other)
    with pytest.raises(NotSomebodyElses):
        part(BO)
    with pytest.raises(NotSomebodyElses):
        same(account_id(ANA.handle), 4711, author=curator().author, now_us=NOW_US)


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
    apart(stored.pk, author=curator().author, now_us=NOW_US, why="somebody else")
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


def edge(who: Account) -> models.Edge:
    """Whose the account is now, and why."""
    return models.Edge.objects.get(account_id=account_id(who.handle), ended_us__isnull=True)


def test_undo_gives_back_exactly_whom_the_decision_brought() -> None:
    before = person_id(CEM), person_id(ANA)
    decision = unite(CEM, ANA, why="says so")
    assert (edge(CEM).decision, edge(CEM).reason) == (decision, "says so")
    assert curator().undo() == [decision]
    assert (person_id(CEM), person_id(ANA)) == before
    assert (edge(CEM).decision, edge(CEM).author) == (None, None)
    assert people.members("watchlist") == {CEM.handle}
    assert rebuild().is_same


def test_who_is_a_third_one_stays_so_when_the_second_is_taken_back() -> None:
    record([], accounts=[BO], now_us=NOW_US)
    first = unite(BO, CEM)
    unite(CEM, ANA)
    assert person_id(BO) == person_id(ANA)
    curator_undoes(first)
    assert person_id(CEM) == person_id(ANA) != person_id(BO)
    curator().undo()
    assert len({person_id(BO), person_id(CEM), person_id(ANA)}) == 3


def curator_undoes(decision: models.Decision) -> None:
    """Undo one decision out of its turn, as a second user may."""
    undo_all([decision], author=curator().author, now_us=NOW_US)


def test_the_one_met_first_can_be_on_its_own_while_the_others_stay_together() -> None:
    record([], accounts=[BO], now_us=NOW_US)
    unite(BO, ANA)
    unite(CEM, ANA)
    theirs = person_id(ANA)
    part(ANA)
    assert person_id(BO) == person_id(CEM) == theirs != person_id(ANA)
    curator().undo()
    assert person_id(BO) == person_id(CEM) == person_id(ANA) == theirs
    assert rebuild().is_same


def test_on_its_own_can_be_undone_and_done_again() -> None:
    merge()
    part(CEM)
    curator().undo()
    assert person_id(CEM) == person_id(ANA)
    part(CEM)
    assert person_id(CEM) != person_id(ANA)


def test_undoing_on_its_own_overrules_nobody_who_said_since_that_they_are_two() -> None:
    merge()
    part(CEM)
    parted = models.Decision.objects.latest("pk")
    no = not_same(
        account_id(CEM.handle),
        account_id(ANA.handle),
        author=User.objects.create(username="wren"),
        now_us=NOW_US,
    )
    with pytest.raises(SaidSince, match=r"wren said since that .* are two people"):
        curator().undo()
    assert person_id(ANA) != person_id(CEM)
    assert not models.Decision.objects.filter(undoes=parted).exists()
    curator_undoes(no)
    curator_undoes(parted)
    assert person_id(ANA) == person_id(CEM)
    assert rebuild().is_same


def test_undoing_on_its_own_heeds_no_older_no_that_was_overruled_before() -> None:
    deny(CEM, ANA)
    unite(CEM, ANA, anyway=True)
    part(CEM)
    curator().undo()
    assert person_id(ANA) == person_id(CEM)


def test_a_no_is_final_in_both_directions_until_it_is_undone() -> None:
    no = deny(CEM, ANA)
    assert deny(ANA, CEM) == no
    for one, other in ((CEM, ANA), (ANA, CEM)):
        with pytest.raises(SaidNotToBe, match="It was said that"):
            unite(one, other)
    curator().undo()
    merge()
    with pytest.raises(NotSomebodyElses, match="on its own"):
        deny(CEM, ANA)


def test_a_no_to_one_account_holds_for_everybody_it_is_one_person_with() -> None:
    record([], accounts=[BO], now_us=NOW_US)
    deny(CEM, ANA)
    unite(BO, ANA)
    with pytest.raises(SaidNotToBe):
        unite(BO, CEM)
    unite(BO, CEM, anyway=True)
    assert person_id(CEM) == person_id(ANA)


def test_a_hard_list_has_no_place_for_two_who_were_one() -> None:
    models.List.objects.filter(key="say").update(is_capacity_hard=True, capacity=1)
    curator().promote(person_id(CEM), "say")
    unite(ANA, CEM)
    people_before = person_id(ANA), person_id(CEM)
    models.Decision.objects.filter(verb="promote").update(account_id=account_id(ANA.handle))
    again = models.Decision.objects.get(verb="promote", subject="say")
    models.Decision.objects.create(
        verb="promote",
        made_us=NOW_US,
        author=again.author,
        subject="say",
        account_id=account_id(CEM.handle),
    )
    with pytest.raises(ListIsFull):
        part(ANA)
    assert (person_id(ANA), person_id(CEM)) == people_before


def test_who_is_joined_by_handle_follows_the_one_whose_handle_it_is() -> None:
    dora = Account(network=Network.X, native_id="77", handle="dora_eg", name="Dora")
    record([happened(Kind.LIKE, dora, by_me=True)], now_us=NOW_US)
    unite(dora, ANA)
    quoted = Account(network=Network.X, native_id=provisional_id("dora_eg"), handle="dora_eg")
    record([happened(Kind.QUOTE, quoted, by_me=True, days_ago=5)], now_us=NOW_US)
    assert join_by_handle(Network.X, now_us=NOW_US) == 1
    assert person_id(quoted) == person_id(ANA)
    curator().undo()
    assert person_id(quoted) == person_id(dora) != person_id(ANA)
    assert rebuild().is_same


# ── What nobody decided gives way to what somebody did ───────────────────────

QUOTED = Account(network=Network.X, native_id=provisional_id("anagives"), handle="anagives")
GIVER = Account(network=Network.X, native_id="77", handle="AnaGives", name="Ana R")


def test_a_no_to_who_is_quoted_holds_when_the_handle_turns_out_to_be_somebodys() -> None:
    record([], accounts=[BO, QUOTED, GIVER], now_us=NOW_US)
    deny(BO, GIVER)
    unite(BO, QUOTED)
    assert join_by_handle(Network.X, now_us=NOW_US) == 0
    assert person_id(BO) == person_id(QUOTED) != person_id(GIVER)
    assert rebuild().is_same
    curator().undo()
    assert join_by_handle(Network.X, now_us=NOW_US) == 1


def test_a_handle_makes_no_two_supporters_one() -> None:
    record([], accounts=[QUOTED, GIVER], now_us=NOW_US)
    one, two = keep(supporter("Ana", "Ruiz")), keep(supporter("Bo", "Lind"))
    for record_of, who in ((one, QUOTED), (two, GIVER)):
        same(record_of.pk, account_id(who.handle), author=curator().author, now_us=NOW_US)
    assert join_by_handle(Network.X, now_us=NOW_US) == 0
    assert person_id(QUOTED) != person_id(GIVER)


def test_one_who_is_entangled_keeps_nobody_else_from_being_joined() -> None:
    quoted = Account(network=Network.X, native_id=provisional_id("dora_eg"), handle="dora_eg")
    dora = Account(network=Network.X, native_id="78", handle="dora_eg", name="Dora")
    record([], accounts=[QUOTED, GIVER, quoted, dora], now_us=NOW_US)
    known = {each.native_id: each.pk for each in models.Account.objects.all()}
    ids = known[QUOTED.native_id], known[GIVER.native_id]
    not_same(*ids, author=curator().author, now_us=NOW_US)
    assert join_by_handle(Network.X, now_us=NOW_US) == 1
    assert person_id(quoted) == person_id(dora)
    assert person_id(QUOTED) != person_id(GIVER)


def test_two_supporters_become_one_only_at_a_second_yes() -> None:
    record([], accounts=[BO], now_us=NOW_US)
    address = "ana@den.example"
    for record_of, who in (
        (keep(supporter("Ana", "Ruiz", email=address)), BO),
        (keep(supporter("Ana", "Ruiz", key="civicrm:2", email=address)), CEM),
    ):
        same(record_of.pk, account_id(who.handle), author=curator().author, now_us=NOW_US)
    with pytest.raises(AlreadyTaken, match="the same name and an e-mail address in common"):
        unite(BO, CEM)
    assert person_id(BO) != person_id(CEM)
    unite(BO, CEM, anyway=True)
    assert person_id(BO) == person_id(CEM)
