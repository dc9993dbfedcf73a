"""Towns by the words people use, and how far they are from each other."""

import pytest

from hobnob.domain.near import NEAR_KM, Town, distance_km, names_near, nearness, town_called


def town(words: str) -> Town:
    found = town_called(words)
    assert found is not None
    return found


UTRECHT = town("Utrecht")


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("Utrecht", "in Utrecht"),
        ("Utrecht, mostly", "in Utrecht"),
        ("living in Utrecht", "in Utrecht"),
        ("Zeist, Nederland", "in Zeist, 8 km away"),
        ("Hilversum, NL", "in Hilversum, 15 km away"),
        ("Amsterdam / Utrecht", "in Utrecht"),
    ],
)
def test_somebody_is_near(words: str, where: str) -> None:
    found = nearness(UTRECHT, words)
    assert found is not None
    assert found.in_words == where


@pytest.mark.parametrize("words", ["", "Groningen", "Berlin", "the moon", "Portland, Maine"])
def test_somebody_is_not_near(words: str) -> None:
    assert nearness(UTRECHT, words) is None


def test_the_largest_town_of_a_name_is_meant_unless_a_region_is_told() -> None:
    assert town("Portland").region == "OR"
    assert town("Portland, Maine").region == "ME"
    assert town("Portland, ME").region == "ME"


def test_what_is_no_town_is_none() -> None:
    assert town_called("the moon") is None


def test_the_place_itself_is_looked_for_first_and_then_the_largest() -> None:
    names = names_near(UTRECHT)
    assert names[:3] == ["Utrecht", "Rotterdam", "Amsterdam"]
    assert "Groningen" not in names


def test_distance_is_the_same_both_ways() -> None:
    zeist = town("Zeist")
    assert distance_km(UTRECHT, zeist) == pytest.approx(distance_km(zeist, UTRECHT))
    assert distance_km(UTRECHT, UTRECHT) == 0
    assert distance_km(UTRECHT, town("Berlin")) > NEAR_KM
