"""Moving down a stage, and a hard list that never holds more than it may."""

import pytest
from django.contrib.auth.models import User

from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.lists import ListIsFull
from hobnob.operations.curate import Curator, NotOnList
from hobnob.operations.lists.edit import ChosenByHand, create_rule, edit_list
from hobnob.operations.record import record
from hobnob.storage import models
from tests import people
from tests.people import ANA, BO, NOW_US, account, curator, happened, person_id

pytestmark = pytest.mark.django_db

TEN = [account(f"friend{number}") for number in range(10)]


@pytest.fixture(autouse=True)
def _ten_say_things() -> None:
    people.begin()
    record([happened(Kind.MENTION, each) for each in [ANA, BO, *TEN]], now_us=NOW_US)
    for each in TEN:
        curator().promote(person_id(each), "say")


def colleague() -> Curator:
    sam, _ = User.objects.get_or_create(username="sam")
    return Curator(author=sam, now_us=NOW_US)


def test_demoting_goes_one_stage_at_a_time_and_off_the_last() -> None:
    who = person_id(TEN[3])
    below = curator().demote(who)
    assert below is not None
    assert below.key == "watchlist"
    assert TEN[3].handle not in people.members("say")
    assert people.members("watchlist") == {TEN[3].handle}
    assert curator().demote(who) is None
    assert people.members("watchlist") == set()
    assert TEN[3].handle in people.members("mentioned")
    with pytest.raises(NotOnList, match="nothing to move down from"):
        curator().demote(who)


def test_demoting_keeps_the_reason_and_is_one_act() -> None:
    curator().demote(person_id(TEN[3]), why="went quiet")
    said = set(models.Decision.objects.order_by("-pk").values_list("why", flat=True)[:2])
    assert said == {"went quiet"}
    curator().undo()
    assert len(people.members("say")) == 10
    assert people.members("watchlist") == set()


@pytest.mark.parametrize("who", [ANA, BO])
def test_only_who_is_on_a_full_list_can_move_down(who: people.Account) -> None:
    before = models.Decision.objects.count()
    with pytest.raises(NotOnList, match="choose somebody who is to move down"):
        curator().promote(person_id(ANA), "say", instead_of=person_id(who))
    assert models.Decision.objects.count() == before
    assert len(people.members("say")) == 10


def test_nobody_moves_down_where_there_is_room() -> None:
    curator().demote(person_id(TEN[0]))
    curator().promote(person_id(ANA), "say", instead_of=person_id(TEN[1]))
    assert people.members("say") == {ANA.handle, *(each.handle for each in TEN[1:])}
    curator().promote(person_id(BO), "watchlist", instead_of=person_id(TEN[0]))
    assert people.members("watchlist") == {BO.handle, TEN[0].handle}


def test_promoting_who_is_there_already_moves_nobody() -> None:
    curator().promote(person_id(TEN[0]), "say", instead_of=person_id(TEN[1]))
    assert len(people.members("say")) == 10


def test_undo_brings_nobody_back_to_a_list_that_filled_up_meanwhile() -> None:
    curator().remove(person_id(TEN[0]), "say")
    colleague().promote(person_id(ANA), "say")
    with pytest.raises(ListIsFull, match=r"holds 10, and this would make it 11\. .*Friend1") as no:
        curator().undo()
    assert "Friend0" not in str(no.value)
    assert len(people.members("say")) == 10
    colleague().demote(person_id(ANA))
    curator().undo()
    assert TEN[0].handle in people.members("say")


def test_restoring_brings_nobody_back_to_a_list_that_is_full() -> None:
    hand_made = models.Rule.objects.create(
        name="made before rules stayed off hard lists",
        list=models.List.objects.get(key="say"),
        kinds=[Kind.REPOST],
        direction=Direction.TOWARDS_ME,
    )
    curator().demote(person_id(TEN[0]))
    record([happened(Kind.REPOST, ANA)], now_us=NOW_US)
    assert hand_made.list.memberships.filter(is_member=True).count() == 10
    curator().remove(person_id(ANA), "say")
    curator().promote(person_id(BO), "say")
    with pytest.raises(ListIsFull, match="would make it 11"):
        curator().restore(person_id(ANA), "say")
    assert ANA.handle not in people.members("say")


def test_no_rule_fills_a_list_that_one_fills_by_hand() -> None:
    with pytest.raises(ChosenByHand, match="10 places that you give by hand"):
        create_rule("say", kinds=[Kind.REPLY], direction=Direction.TOWARDS_ME, now_us=NOW_US)
    assert not models.Rule.objects.filter(list__key="say").exists()


def test_a_hard_list_never_gets_smaller_than_the_people_on_it() -> None:
    with pytest.raises(ListIsFull, match="holds 5"):
        edit_list("say", name="People Who Say Things", about="", capacity=5, now_us=NOW_US)
