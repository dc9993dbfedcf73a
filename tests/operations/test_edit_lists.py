import pytest

from hobnob.domain.conditions import UnusableCondition
from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Direction, Kind
from hobnob.operations.lists.change_rules import would_add
from hobnob.operations.lists.edit import (
    LONGEST_NAME,
    ListIsNeeded,
    NameTaken,
    NotAName,
    create_list,
    create_rule,
    edit_list,
    remove_list,
)
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from hobnob.storage.queries.lists.members import every_list
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
    edit_list("watchlist", name="Good company", about="", capacity=None, now_us=NOW_US)
    assert people.members("watchlist") == {ANA.handle}
    assert "Good company" in [each.name for each in every_list()]


@pytest.mark.parametrize(("name", "error"), [("  ", NotAName), ("the watchlist", NameTaken)])
def test_a_name_that_will_not_do_says_why(name: str, error: type[HobnobError]) -> None:
    with pytest.raises(error):
        create_list(name)


@pytest.mark.parametrize("name", ["x" * (LONGEST_NAME + 1), "x" * 100_000])
def test_a_name_that_is_a_story_says_where_the_story_goes(name: str) -> None:
    with pytest.raises(NotAName, match="at most 80, and the rest under who is on it"):
        create_list(name)
    with pytest.raises(NotAName):
        edit_list("watchlist", name=name, about="", capacity=None, now_us=NOW_US)


def test_a_long_name_has_a_short_key() -> None:
    made = create_list("otters " * 11)
    assert len(made.name) == 76
    assert made.key == "otters-otters-otters-otters-otters-otter"


def test_names_that_make_the_same_key_get_keys_of_their_own() -> None:
    names = ["Otters", "Otters!", "Otters?", "獺", "水獺", "Otters 2"]
    keys = [create_list(name).key for name in names]
    assert keys == ["otters", "otters-2", "otters-3", "list", "list-2", "otters-2-2"]


def test_a_list_called_new_does_not_take_the_address_that_makes_lists() -> None:
    assert create_list("New").key == "new-2"


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
    assert would_add(rule.pk) == [person_id(ANA)]


@pytest.mark.parametrize("written", ["purrs", "has_words", "on_network:nowhere"])
def test_a_rule_with_a_condition_that_could_never_hold_is_refused(written: str) -> None:
    with pytest.raises(UnusableCondition):
        create_rule(
            "watchlist",
            kinds=[Kind.REPOST],
            direction=Direction.TOWARDS_ME,
            conditions=[written],
            now_us=NOW_US,
        )


def test_a_rule_is_called_what_it_says() -> None:
    made = create_rule(
        "watchlist",
        kinds=[Kind.LIKE, Kind.REPLY, Kind.MENTION],
        direction=Direction.TOWARDS_ME,
        conditions=["has_words:hedgehog", "on_network:bluesky"],
        now_us=NOW_US,
    )
    said = "They mention or answer me or like my post, and it says “hedgehog”"
    assert made.name == f"{said}, and it happened on Bluesky"


def test_two_lists_may_have_the_same_rule_and_one_list_only_once() -> None:
    def reposts(key: str) -> str:
        kinds, mine = [Kind.REPOST], Direction.FROM_ME
        return create_rule(key, kinds=kinds, direction=mine, now_us=NOW_US).name

    assert reposts("watchlist") == "I repost them"
    assert reposts("favorited") == "I repost them (People I've Favorited)"
    for key in ("watchlist", "favorited"):
        with pytest.raises(NameTaken, match="has such a rule already: I repost them"):
            reposts(key)


def test_a_list_of_no_use_yet_is_removed_and_its_name_is_free_again() -> None:
    made = create_list("Otters")
    remove_list(made.key)
    assert create_list("Otters").key == made.key


def test_a_starter_list_stays() -> None:
    with pytest.raises(ListIsNeeded, match="Mentioned You stays"):
        remove_list("mentioned")


def test_a_list_with_people_or_a_rule_stays() -> None:
    record([], accounts=[ANA], now_us=NOW_US)
    key = create_list("Otters").key
    curator().promote(person_id(ANA), key)
    with pytest.raises(ListIsNeeded, match="holds people"):
        remove_list(key)
    key = create_list("Beavers").key
    create_rule(key, kinds=[Kind.QUOTE], direction=Direction.TOWARDS_ME, now_us=NOW_US)
    with pytest.raises(ListIsNeeded, match="has a rule"):
        remove_list(key)


def test_what_was_decided_about_a_removed_list_can_be_undone_and_fills_no_other() -> None:
    record([], accounts=[ANA], now_us=NOW_US)
    key = create_list("Otters").key
    curator().promote(person_id(ANA), key)
    curator().remove(person_id(ANA), key)
    remove_list(key)
    again = create_list("Otters").key
    assert again != key
    curator().undo()
    assert people.members(again) == set()
    assert rebuild().is_same
