from hobnob.domain.moments import DAY, HOUR, MINUTE
from hobnob.domain.stream_health import REMEMBERED, is_doubtful_end, newest, silence

HOURLY = [number * HOUR for number in range(REMEMBERED)]
LAST = HOURLY[-1]


def test_the_newest_moments_are_remembered_each_once_in_order() -> None:
    assert newest([5, 3, 5, 1]) == [1, 3, 5]
    assert newest(list(range(100, 0, -1))) == list(range(81, 101))


def test_silence_is_strange_only_far_beyond_the_usual_pause() -> None:
    assert silence(HOURLY, LAST + 2 * DAY + 10 * HOUR) == ""
    assert silence(HOURLY, LAST + 2 * DAY + 11 * HOUR) == (
        "Nothing for 2 days, where something comes every 1 hour as a rule."
    )


def test_a_burst_alone_makes_no_rhythm_that_a_night_could_break() -> None:
    burst = [number * MINUTE for number in range(REMEMBERED)]
    assert silence(burst, burst[-1] + DAY) == ""


def test_of_too_few_items_nothing_is_concluded() -> None:
    assert silence(HOURLY[1:], LAST + 300 * DAY) == ""
    assert silence([], 0) == ""


def test_that_everybody_is_gone_is_doubted_and_that_one_is_gone_is_not() -> None:
    assert is_doubtful_end(known=5, seen=0)
    assert not is_doubtful_end(known=5, seen=1)
    assert not is_doubtful_end(known=4, seen=0)
