from datetime import UTC, date, datetime

import pytest

from hobnob.domain.chats import (
    NotAnHour,
    Session,
    day_words,
    next_session,
    read_clock,
    read_day,
    read_minutes,
    read_weekday,
    read_zone,
    schedule_words,
    session_at,
    session_on,
    sessions,
    zone_words,
)
from hobnob.domain.moments import DAY, HOUR, MINUTE, WEEK, from_us, to_us
from tests.domain.chats_stage import Hours
from tests.spec.table import rows


def us(text: str) -> int:
    """The moment that a date and time in UTC say."""
    return to_us(datetime.fromisoformat(text).replace(tzinfo=UTC))


def starts(chat: Hours, from_us_: str, until: str) -> list[str]:
    found = sessions(chat, us(from_us_), us(until))
    return [f"{from_us(each.starts_us):%Y-%m-%d %H:%M}" for each in found]


NPTECH = Hours(weekday=1, minute=20 * 60, time_zone="America/New_York")


def test_sessions_are_a_week_apart() -> None:
    assert starts(NPTECH, "2026-06-01 00:00", "2026-06-20 00:00") == [
        "2026-06-03 00:00",
        "2026-06-10 00:00",
        "2026-06-17 00:00",
    ]


def test_the_hour_stays_the_hour_there_when_the_clocks_change() -> None:
    # Summer time ends in New York on the first of November 2026.
    assert starts(NPTECH, "2026-10-25 00:00", "2026-11-10 00:00") == [
        "2026-10-28 00:00",
        "2026-11-04 01:00",
    ]


def test_the_other_half_of_the_earth_changes_its_clocks_the_other_way() -> None:
    sydney = Hours(weekday=6, minute=9 * 60, time_zone="Australia/Sydney")
    assert starts(sydney, "2026-09-26 00:00", "2026-10-12 00:00") == [
        "2026-09-26 23:00",
        "2026-10-03 22:00",
        "2026-10-10 22:00",
    ]


def test_an_hour_that_the_clocks_leave_out_begins_when_they_have_moved_on() -> None:
    night = Hours(weekday=6, minute=2 * 60 + 30, time_zone="Europe/Amsterdam")
    assert starts(night, "2026-03-28 00:00", "2026-04-06 00:00") == [
        "2026-03-29 01:30",
        "2026-04-05 00:30",
    ]


def test_a_session_that_is_going_on_is_the_next_one() -> None:
    assert next_session(NPTECH, us("2026-06-03 00:59")) == session_on(NPTECH, date(2026, 6, 2))
    assert next_session(NPTECH, us("2026-06-03 01:00")) == session_on(NPTECH, date(2026, 6, 9))


def test_there_is_no_session_on_another_day() -> None:
    assert session_on(NPTECH, date(2026, 6, 3)) is None


def test_a_chat_that_has_ended_has_no_sessions_from_then_on() -> None:
    over = Hours(weekday=1, minute=1200, time_zone="UTC", ended_us=us("2026-06-09 20:00"))
    assert starts(over, "2026-06-01 00:00", "2026-07-01 00:00") == ["2026-06-02 20:00"]
    assert next_session(over, us("2026-06-10 00:00")) is None
    assert session_on(over, date(2026, 6, 9)) is None
    assert session_on(over, date(2026, 6, 2)) is not None


BELONGS = """
said at          | belongs to
2026-06-02 19:44 |
2026-06-02 19:45 | 2026-06-02
2026-06-02 20:30 | 2026-06-02
2026-06-02 21:14 | 2026-06-02
2026-06-02 21:15 |
2026-06-09 20:00 | 2026-06-09
"""


@pytest.mark.parametrize("row", rows(BELONGS), ids=lambda row: row["said at"])
def test_what_is_said_a_quarter_of_an_hour_around_it_belongs_to_it(row: dict[str, str]) -> None:
    chat = Hours(weekday=1, minute=1200, time_zone="UTC")
    found = session_at(chat, us(row["said at"]))
    assert (str(found.day) if found else "") == row["belongs to"]


def test_a_session_over_midnight_belongs_to_the_day_it_began() -> None:
    late = Hours(weekday=6, minute=23 * 60 + 30, time_zone="UTC", minutes=90)
    found = session_at(late, us("2026-06-08 00:59"))
    assert found is not None
    assert found.day == date(2026, 6, 7)


def test_every_moment_of_ten_years_is_found_in_the_session_that_holds_it() -> None:
    begun, ended = us("2020-01-01 00:00"), us("2030-01-01 00:00")
    found = list(sessions(NPTECH, begun, ended))
    assert len(found) == (ended - begun) // WEEK + 1
    for each in found:
        assert session_at(NPTECH, each.opens_us) == each
        assert session_at(NPTECH, each.closes_us - 1) == each
        assert session_at(NPTECH, each.closes_us) is None
        assert session_on(NPTECH, each.day) == each
        assert next_session(NPTECH, each.starts_us) == each


def test_a_session_knows_whether_it_is_going_on() -> None:
    session = Session(day=date(2026, 6, 2), starts_us=5 * HOUR, ends_us=6 * HOUR)
    assert [session.is_on(each * MINUTE) for each in (299, 300, 359, 360)] == [
        False,
        True,
        True,
        False,
    ]


TYPED = """
typed        | clock
20:00        | 1200
20           | 1200
20.30        | 1230
8 pm         | 1200
8:30pm       | 1230
12 am        | 0
12pm         | 720
25:00        | no
13 pm        | no
20:60        | no
evening      | no
٢٠           | no
"""


@pytest.mark.parametrize("row", rows(TYPED), ids=lambda row: row["typed"])
def test_times_are_read_as_people_type_them(row: dict[str, str]) -> None:
    if row["clock"] == "no":
        with pytest.raises(NotAnHour, match="no time of day: write one like 20:00"):
            read_clock(row["typed"])
    else:
        assert read_clock(row["typed"]) == int(row["clock"])


@pytest.mark.parametrize("text", ["Tuesday", "tuesdays", " TUE ", "tu"])
def test_weekdays_are_read_long_and_short(text: str) -> None:
    assert read_weekday(text) == 1


@pytest.mark.parametrize("text", ["t", "", "someday", "2"])
def test_what_is_no_weekday_is_told(text: str) -> None:
    with pytest.raises(NotAnHour, match="no day of the week"):
        read_weekday(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("America/New_York", "America/New_York"),
        ("america/new_york", "America/New_York"),
        ("new york", "America/New_York"),
        ("Amsterdam", "Europe/Amsterdam"),
        ("utc", "UTC"),
    ],
)
def test_a_time_zone_may_be_called_by_its_city(text: str, name: str) -> None:
    assert read_zone(text) == name


@pytest.mark.parametrize("text", ["", "Atlantis", "America", "../../etc/passwd", "a\0b", "/etc"])
def test_what_is_no_time_zone_is_told(text: str) -> None:
    with pytest.raises(NotAnHour, match="There is no time zone"):
        read_zone(text)


@pytest.mark.parametrize("minutes", [0, 9, 481, -60])
def test_no_chat_takes_a_moment_or_a_day(minutes: int) -> None:
    with pytest.raises(NotAnHour, match="10 minutes to 8 hours"):
        read_minutes(minutes)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1970-01-01", date(1970, 1, 1)),
        ("2200-12-31", date(2200, 12, 31)),
        ("1969-12-31", None),
        ("2201-01-01", None),
        ("20261117", None),
        ("tomorrow", None),
    ],
)
def test_a_day_is_read_where_chats_may_have_one(text: str, day: date | None) -> None:
    assert read_day(text) == day


def test_a_schedule_is_said_in_one_sentence() -> None:
    assert schedule_words(NPTECH) == "Tuesdays at 20:00, New York time, for 60 minutes"
    assert (zone_words("UTC"), zone_words("Etc/UTC")) == ("UTC", "UTC")
    assert day_words(date(2026, 11, 3)) == "Tuesday 3 November"


def test_days_are_long_enough_for_any_clock() -> None:
    for name in ("Pacific/Kiritimati", "Pacific/Niue", "Asia/Kathmandu"):
        chat = Hours(weekday=0, minute=0, time_zone=name)
        begun = us("2026-01-01 00:00")
        first = next(sessions(chat, begun, begun + 9 * DAY))
        assert 0 <= first.starts_us - begun < WEEK
        assert first.day.weekday() == 0
