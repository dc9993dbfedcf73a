"""How likely an account near me is theirs by a whole name alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hobnob.domain.namesakes import AT_MOST, AT_MOST_WITH_PLACE, by_whole_name

RARE, USUAL, EVERYWHERE = 9.0, 6.0, 3.8


def test_a_rare_name_among_those_around_me_is_seldom_somebody_elses() -> None:
    assert by_whole_name(rarity=RARE, accounts=600) == AT_MOST


def test_a_name_that_many_have_says_little() -> None:
    assert by_whole_name(rarity=EVERYWHERE, accounts=600) < 0.05


def test_the_more_people_are_around_me_the_less_a_name_says() -> None:
    few = by_whole_name(rarity=USUAL, accounts=300)
    assert few > 0.7 > by_whole_name(rarity=USUAL, accounts=30_000)


def test_with_the_same_place_a_rare_name_is_beyond_doubt_and_a_usual_one_likelier() -> None:
    assert by_whole_name(rarity=RARE, accounts=600, is_same_place=True) == AT_MOST_WITH_PLACE
    alone = by_whole_name(rarity=5.0, accounts=600)
    assert alone < by_whole_name(rarity=5.0, accounts=600, is_same_place=True) < 0.98


@pytest.mark.parametrize("fits", [2, 3])
def test_those_who_share_it_share_the_chance(fits: int) -> None:
    alone = by_whole_name(rarity=RARE, accounts=10)
    assert by_whole_name(rarity=RARE, accounts=10, fits=fits) == pytest.approx(alone / fits)


@given(st.floats(0, 9), st.integers(0, 10**7), st.integers(1, 50))
def test_it_is_a_probability_and_never_beyond_doubt(
    rarity: float, accounts: int, fits: int
) -> None:
    alone = by_whole_name(rarity=rarity, accounts=accounts, fits=fits)
    here = by_whole_name(rarity=rarity, accounts=accounts, fits=fits, is_same_place=True)
    assert 0 < alone <= AT_MOST
    assert alone <= here <= AT_MOST_WITH_PLACE
