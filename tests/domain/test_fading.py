import pytest

from hobnob.domain.fading import NotADuration, because_faded, counted, how_long, number_of_days
from hobnob.domain.moments import DAY

NOW_US = 1_795_000_000_000_000


@pytest.mark.parametrize(
    ("days", "words"), [(365, "a year"), (730, "2 years"), (90, "90 days"), (400, "400 days")]
)
def test_days_are_said_as_one_says_them(days: int, words: str) -> None:
    assert how_long(days) == words


@pytest.mark.parametrize("days", [0, 6, 3651])
def test_a_list_goes_by_no_silence_that_is_none_or_never_ends(days: int) -> None:
    with pytest.raises(NotADuration, match="write a number from 7 to 3,650"):
        number_of_days(days)


def test_the_reason_names_the_silence() -> None:
    assert because_faded(NOW_US - 3 * DAY, 365, NOW_US) == (
        "faded 3 days ago: nothing between you, and no post of theirs seen, for a year"
    )
    assert because_faded(NOW_US - 3 * DAY, None, NOW_US) == "faded 3 days ago"


def test_a_count_says_how_many_have_faded() -> None:
    assert counted(1240, 310) == "1,240 people, 310 of them faded"
    assert counted(1, 0) == "1 person"
