"""Hashtags as people use them: which look like a chat, and at which hour."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hobnob.domain.chat_bursts import Suggestion, Use, suggestions
from hobnob.domain.moments import DAY, MINUTE, to_us

TUESDAY = to_us(datetime(2026, 10, 6, 20, 0, tzinfo=UTC))


def evening(weeks: int, *minutes: float, tag: str = "tusktalk") -> list[Use]:
    """Posts so many minutes after eight, some weeks after the first Tuesday."""
    return [Use(tag, TUESDAY + weeks * 7 * DAY + int(each * MINUTE)) for each in minutes]


def only(uses: list[Use]) -> Suggestion:
    (found,) = suggestions(uses, UTC)
    return found


def test_bursts_at_the_same_hour_of_several_weeks_are_a_chat() -> None:
    found = only(evening(0, 2, 10, 40) + evening(1, 5, 6, 7, 55) + evening(3, 1, 2, 30))
    assert (found.weekday, found.minute, found.weeks, found.uses) == (1, 1200, 3, 10)
    assert found.because == (
        "because you used #tusktalk 10 times, on Tuesdays between 20:00 and 21:00, in 3 weeks"
    )


def test_one_evening_is_an_event_and_no_chat() -> None:
    assert suggestions(evening(0, *range(30)), UTC) == []


def test_a_hashtag_used_now_and_then_is_a_topic() -> None:
    uses = [Use("tigers", TUESDAY + each * DAY) for each in range(60)]
    assert suggestions(uses, UTC) == []


def test_bursts_at_different_hours_are_no_chat() -> None:
    uses = evening(0, 1, 2, 3) + [
        Use("tusktalk", TUESDAY + 9 * DAY + each * MINUTE) for each in (1, 2, 3)
    ]
    assert suggestions(uses, UTC) == []


def test_an_hour_moved_by_summer_time_is_the_same_chat() -> None:
    found = only(evening(0, 1, 2, 3) + evening(1, 1, 2, 3) + evening(2, 61, 62, 63))
    assert (found.minute, found.weeks) == (1200, 3)


def test_who_comes_a_little_early_means_the_full_hour() -> None:
    assert only(evening(0, -4, 2, 3) + evening(1, -2, 2, 3)).minute == 1200


def test_a_half_hour_is_a_beginning_too() -> None:
    assert only(evening(0, 31, 40, 50) + evening(1, 33, 40, 50)).minute == 1230


def test_the_hour_is_that_of_here() -> None:
    (found,) = suggestions(evening(0, 1, 2, 3) + evening(1, 1, 2, 3), ZoneInfo("Asia/Tokyo"))
    assert (found.weekday, found.minute) == (2, 5 * 60)


def test_sunday_night_and_monday_morning_are_neighbours() -> None:
    midnight = TUESDAY + 5 * DAY + 4 * 60 * MINUTE
    uses = [
        Use("latetalk", midnight + week * 7 * DAY + minute * MINUTE)
        for week, begin in ((0, -3), (1, 2), (2, -2))
        for minute in (begin, begin + 10, begin + 20)
    ]
    found = only(uses)
    assert (found.weekday, found.minute, found.weeks) == (0, 0, 3)


def test_those_of_most_weeks_come_first() -> None:
    uses = evening(0, 1, 2, 3, tag="b") + evening(1, 1, 2, 3, tag="b")
    uses += [each for week in range(3) for each in evening(week, 31, 32, 33, tag="a")]
    uses += evening(0, 1, 2, 3, tag="c") + evening(1, 1, 2, 3, 4, tag="c")
    assert [each.tag for each in suggestions(uses, UTC)] == ["a", "c", "b"]
