"""The calendar as other programs read it: every hour it tells is one of the chat's."""

from datetime import UTC, datetime
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar, Component

from hobnob.domain.chats import sessions
from hobnob.domain.moments import WEEK, to_us
from hobnob.operations.keep_chats import Plan, end_chat, make_chat
from hobnob.storage.queries.chats.ics import calendar_file
from tests.chats import tusktalk
from tests.people import NOW_US

pytestmark = pytest.mark.django_db


def events() -> list[Component]:
    return Calendar.from_ical(calendar_file(NOW_US)).walk("VEVENT")


def hours(event: Component) -> list[int]:
    """When it comes, for two years."""
    start: datetime = event["dtstart"].dt
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=start)
    return [to_us(each) for each in takewhile(lambda at: to_us(at) < NOW_US + 104 * WEEK, rule)]


@pytest.mark.parametrize(
    ("weekday", "minute", "zone"),
    [
        (1, 1200, "America/New_York"),
        (6, 150, "Europe/Amsterdam"),
        (0, 0, "Australia/Lord_Howe"),
        (3, 720, "UTC"),
    ],
)
def test_a_chat_is_one_event_that_comes_again_when_the_clocks_have_changed_too(
    weekday: int, minute: int, zone: str
) -> None:
    plan = Plan(tag="#NpTech", weekday=weekday, minute=minute, time_zone=zone, minutes=90)
    chat = make_chat(plan, now_us=NOW_US)
    (event,) = events()
    assert hours(event) == [each.starts_us for each in sessions(chat, NOW_US, NOW_US + 104 * WEEK)]
    assert str(event["summary"]) == "#NpTech"
    assert event["duration"].dt.total_seconds() == 90 * 60


@pytest.mark.parametrize(
    ("made", "first"),
    [("2027-03-26", "20270404T023000"), ("2027-10-29", "20271031T023000")],
)
def test_it_begins_at_an_hour_that_the_clocks_show(made: str, first: str) -> None:
    made_us = to_us(datetime.fromisoformat(made).replace(tzinfo=UTC))
    plan = Plan(tag="#Owls", weekday=6, minute=150, time_zone="Europe/Amsterdam")
    make_chat(plan, now_us=made_us)
    assert f"DTSTART;TZID=Europe/Amsterdam:{first}".encode() in calendar_file(made_us)


def test_the_changes_of_its_clocks_are_told_with_it() -> None:
    make_chat(
        Plan(tag="#NpTech", weekday=1, minute=1200, time_zone="America/New_York"), now_us=NOW_US
    )
    calendar = Calendar.from_ical(calendar_file(NOW_US))
    (told,) = calendar.walk("VTIMEZONE")
    assert str(told["tzid"]) == "America/New_York"
    assert {each.name for each in told.subcomponents} == {"STANDARD", "DAYLIGHT"}
    assert b"DTSTART;TZID=America/New_York:20261124T200000" in calendar_file(NOW_US)


def test_what_is_written_into_it_stays_text() -> None:
    about = "Snacks; and\r\nBEGIN:VEVENT, they say"
    make_chat(
        Plan(tag="#NpTech", weekday=1, minute=1200, time_zone="UTC", about=about), now_us=NOW_US
    )
    (event,) = events()
    assert str(event["description"]) == about.replace("\r\n", "\n")


def test_a_chat_that_has_ended_is_not_in_it() -> None:
    tusktalk()
    assert len(events()) == 1
    end_chat("tusktalk", now_us=NOW_US)
    assert events() == []


def test_the_same_chat_is_the_same_event_tomorrow() -> None:
    tusktalk()
    (today,) = events()
    (later,) = Calendar.from_ical(calendar_file(NOW_US + WEEK)).walk("VEVENT")
    assert (today["uid"], today["dtstart"]) == (later["uid"], later["dtstart"])
