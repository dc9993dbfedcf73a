from collections import Counter

import pytest

from hobnob.domain.believers import GESTURE, Did, because, did_words, since, times
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY

NOW_US = 1_795_000_000_000_000  # 18 November 2026


def ago(days: int, kind: str = Kind.REPOST) -> Did:
    return Did(NOW_US - days * DAY, kind)


def test_days_are_told_not_how_often() -> None:
    done = [ago(3), ago(3), ago(9), ago(20, Kind.QUOTE), ago(30, Kind.REPLY), ago(40, Kind.REPLY)]
    assert (
        because(done, NOW_US)
        == "shared you on 3 days and answered on 2 within a year, last 3 days ago"
    )


def test_who_only_answers_is_told_so() -> None:
    assert (
        because([ago(1, Kind.REPLY)], NOW_US) == "answered on 1 day within a year, last yesterday"
    )


def test_what_means_most_of_what_we_did_is_told_before_what_they_did() -> None:
    ours = [ago(210, Kind.REPLY), ago(220, Kind.THANKS), ago(230, GESTURE)]
    assert since(NOW_US - 200 * DAY, NOW_US, ours=ours, theirs=[ago(201), ago(200)]) == (
        "a believer since May, after you thanked them and they shared you twice"
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        ([], [], "a believer since November"),
        ([], [ago(5, Kind.REPLY)], "a believer since November, after they answered once"),
        ([ago(9, GESTURE)], [], "a believer since November, after you did something kind"),
        ([ago(9, Kind.FOLLOW)], [], "a believer since November"),
    ],
)
def test_what_nobody_did_is_not_told(ours: list[Did], theirs: list[Did], said: str) -> None:
    assert since(NOW_US - 5 * DAY, NOW_US, ours=ours, theirs=theirs) == said


def test_a_month_long_ago_is_told_with_its_year() -> None:
    assert since(NOW_US - 500 * DAY, NOW_US, ours=[], theirs=[]) == "a believer since July 2025"


def test_times_are_words_while_they_are_few() -> None:
    assert [times(each) for each in (1, 2, 3, 1_200)] == ["once", "twice", "3 times", "1,200 times"]


def test_shares_of_both_kinds_are_one() -> None:
    kinds = Counter({Kind.REPOST: 2, Kind.QUOTE: 1, Kind.MEMBERSHIP: 1})
    assert did_words(Counter({str(kind): count for kind, count in kinds.items()})) == (
        "3 shared you, 1 joined"
    )
