import pytest

from hobnob.domain.conditions import UnknownCondition
from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Direction, Kind
from hobnob.operations.change_rules import would_add
from hobnob.operations.edit_lists import NameTaken, NotAName, create_list, create_rule, edit_list
from hobnob.operations.record import record
from hobnob.storage.queries.lists import every_list
from tests import people
from tests.people import ANA, BO, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db


def test_a_list_of_ones_own_comes_last_and_takes_people() -> None:
    record([], accounts=[ANA], now_us=NOW_US)
    made = create_list("Otter  people", capacity=5)
    curator().promote(person_id(ANA), made.key)
    assert [(each.name, each.count) for each in every_list()][-1] == ("Otter people", 1)


def test_a_renamed_list_keeps_its_people_and_its_key() -> None:
    record([], accounts=[ANA], now_us=NOW_US)
    curator().promote(person_id(ANA), "watchlist")
    edit_list("watchlist", name="Good company", about="", capacity=None)
    assert people.members("watchlist") == {ANA.handle}
    assert "Good company" in [each.name for each in every_list()]


@pytest.mark.parametrize(("name", "error"), [("  ", NotAName), ("the watchlist", NameTaken)])
def test_a_name_that_will_not_do_says_why(name: str, error: type[HobnobError]) -> None:
    with pytest.raises(error):
        create_list(name)


def test_nobody_can_make_a_list_for_minus_one() -> None:
    with pytest.raises(HobnobError, match="1 or more"):
        create_list("Nobody", capacity=-1)


def test_a_new_rule_holds_from_now_on() -> None:
    people.begin()
    record([happened(Kind.REPOST, ANA, days_ago=2)], now_us=NOW_US)
    rule = create_rule(
        "watchlist", kinds=[Kind.REPOST], direction=Direction.TOWARDS_ME, now_us=NOW_US
    )
    record([happened(Kind.REPOST, BO, days_ago=-1)], now_us=NOW_US)
    assert people.members("watchlist") == {BO.handle}
    assert would_add(rule.pk) == 1


def test_a_rule_with_a_condition_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownCondition):
        create_rule(
            "watchlist",
            kinds=[Kind.REPOST],
            direction=Direction.TOWARDS_ME,
            conditions=["purrs"],
            now_us=NOW_US,
        )
