from datetime import datetime

import pytest

from hobnob.domain.feed import came_back, how_it_ends, on_the_day, rows_of, unread_since_us
from hobnob.domain.moments import DAY
from tests.people import NOW_US

NOW = datetime.fromisoformat("2026-11-22T07:30+01:00")


@pytest.mark.parametrize(
    ("then", "words"),
    [
        ("2026-11-22T07:12", "today 07:12"),
        ("2026-11-21T19:40", "yesterday 19:40"),
        ("2026-11-17T19:40", "Tuesday 19:40"),
        ("2026-11-03T19:40", "3 November"),
        ("2025-11-03T19:40", "3 November 2025"),
    ],
)
def test_a_moment_is_told_as_one_remembers_it(then: str, words: str) -> None:
    assert on_the_day(datetime.fromisoformat(f"{then}+01:00"), NOW) == words


@pytest.mark.parametrize(
    ("totals", "shown"),
    [
        ([3, 2], [3, 2]),
        ([100, 3, 9], [26, 3, 3]),
        ([1, 100, 100], [1, 28, 3]),
        ([], []),
    ],
)
def test_a_page_shows_a_few_of_each_group_and_the_rest_of_the_first(
    totals: list[int], shown: list[int]
) -> None:
    assert rows_of(totals) == shown


def test_many_groups_are_no_reason_to_show_more_than_a_page() -> None:
    shown = rows_of([9] * 40)
    assert sum(shown) == 32
    assert shown[:10] == [3] * 10


@pytest.mark.parametrize(
    ("to_read", "more", "link_drops", "end"),
    [
        (3, "", "37 link-drops", "That’s all since yesterday 19:40."),
        (
            *(160, "130+", ""),
            "Enough for one sitting. 130+ more wait behind these; you may let them go.",
        ),
        (
            *(0, "", "37 link-drops"),
            "Nothing new to discuss. 37 link-drops are folded below; you can leave.",
        ),
        (
            *(0, "", "1 link-drop"),
            "Nothing new to discuss. 1 link-drop is folded below; you can leave.",
        ),
        (0, "", "", "Nothing new since yesterday 19:40. You can leave."),
    ],
)
def test_it_ends_with_permission_to_stop(
    to_read: int, more: str, link_drops: str, end: str
) -> None:
    since = "since yesterday 19:40"
    said = how_it_ends(to_read=to_read, more=more, link_drops=link_drops, since=since)
    assert said == end


def test_the_first_look_goes_back_three_days_and_no_later_look_further() -> None:
    assert unread_since_us(began_us=NOW_US, now_us=NOW_US) == NOW_US - 3 * DAY
    assert unread_since_us(began_us=NOW_US - 7 * DAY, now_us=NOW_US) == NOW_US - 10 * DAY


def test_after_a_month_nothing_is_news() -> None:
    assert unread_since_us(began_us=NOW_US - 300 * DAY, now_us=NOW_US) == NOW_US - 30 * DAY


def test_what_comes_back_says_how_much_was_said() -> None:
    assert came_back(1) == "1 new answer since you saw it"
    assert came_back(3) == "3 new answers since you saw it"
