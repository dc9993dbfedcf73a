import pytest
from hypothesis import given
from hypothesis import strategies as st

from hobnob.measures.believers import (
    ANSWERS,
    FEWEST_DAYS,
    SHARES,
    WITHIN_DAYS,
    believer_since,
    beta_below,
    beta_quantile,
    bound,
    shared_weeks,
)


@pytest.mark.parametrize(
    ("days", "since"),
    [
        ([], None),
        ([700, 800], None),
        ([700, 700, 800], None),  # one day counts once
        ([700, 800, 900], 900),
        ([900, 700, 800], 900),  # in any order
        ([700, 800, 900, 950], 900),
        ([300, 700, 1000], None),  # not within a year
        ([700, 800, 900, 1001], 900),  # what is yet to come is none
        ([10, 20, 30, 700, 800, 900], 900),  # it ended in between
        ([300, 400, 500, 640, 700, 800, 900], 500),  # three were always within the year before
        ([100, 101, 300, 700, 800, 810], 810),  # in between there were two only
    ],
)
def test_a_believer_is_one_since_the_third_day_within_a_year(
    days: list[int], since: int | None
) -> None:
    assert believer_since(days, 1000) == since


@given(st.sets(st.integers(0, 1_500), max_size=14), st.integers(0, 1_500))
def test_without_a_break_means_on_every_day_since(days: set[int], today: int) -> None:
    since = None
    for day in range(today + 1):
        is_one = sum(day - WITHIN_DAYS < each <= day for each in days) >= FEWEST_DAYS
        since = (day if since is None else since) if is_one else None
    assert believer_since(days, today) == since


def test_who_has_been_silent_for_a_year_is_no_believer_any_more() -> None:
    assert believer_since([100, 110, 120], 464) == 120
    assert believer_since([100, 110, 120], 465) is None


def test_nine_of_twelve_comes_before_one_of_one() -> None:
    assert bound(9, 12, ANSWERS) > bound(1, 1, ANSWERS) > bound(1, 12, ANSWERS) > 0.0


def test_who_never_did_has_no_bound() -> None:
    assert bound(0, 0, ANSWERS) == bound(0, 9, SHARES) == 0.0


def test_what_was_done_long_ago_counts_less() -> None:
    lately, could = shared_weeks([99], range(90, 100), first=90, this=99)
    before, _ = shared_weeks([90], range(90, 100), first=90, this=99)
    assert 1.0 == lately > before > 0.49
    assert lately < could < 10


def test_weeks_before_they_turned_up_are_no_chance_missed() -> None:
    assert shared_weeks([5], range(6), first=5, this=5) == (1.0, 1.0)


def test_a_week_in_which_they_shared_counts_even_where_no_post_of_ours_is_known() -> None:
    assert shared_weeks([5], [], first=0, this=5) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("x", "a", "b", "below"),
    [
        (0.3, 1, 1, 0.3),  # a uniform one
        (0.5, 2, 2, 0.5),
        (0.2, 2, 3, 0.1808),  # by the binomial sum
        (0.9, 5, 1, 0.9**5),
        (0.0, 2, 3, 0.0),
        (1.0, 2, 3, 1.0),
    ],
)
def test_the_tail_is_that_of_the_distribution(x: float, a: float, b: float, below: float) -> None:
    assert beta_below(x, a, b) == pytest.approx(below, abs=1e-9)


def test_a_quantile_is_where_the_tail_has_that_chance() -> None:
    assert beta_quantile(0.1, 3, 1) == pytest.approx(0.1 ** (1 / 3), abs=1e-4)
    assert beta_below(beta_quantile(0.1, 0.4, 300), 0.4, 300) == pytest.approx(0.1, abs=0.02)
