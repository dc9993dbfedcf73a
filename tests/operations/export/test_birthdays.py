"""Birthdays in a calendar: the right day, every year, each once."""

from dataclasses import replace
from datetime import date
from typing import Any

from icalendar import Calendar

from hobnob.domain.exports.people import ExportedPerson, ToldHere
from hobnob.domain.supporters import Birthday
from hobnob.operations.export.birthdays import pieces
from tests.operations.export.people_made_up import ANA, ANA_IN_FILE, BO, QUIET
from tests.people import NOW_US


def events(*people: ExportedPerson) -> list[dict[str, Any]]:
    calendar: Any = Calendar.from_ical(b"".join(pieces(people, now_us=NOW_US)))
    return [
        {
            "uid": str(each["uid"]),
            "summary": str(each["summary"]),
            "first": each["dtstart"].dt,
            "rule": each["rrule"].to_ical().decode(),
            "birthday": str(each["x-hobnob-birthday"]),
        }
        for each in calendar.walk("vevent")
    ]


def born(month: int, day: int, year: int | None = None) -> ExportedPerson:
    birthday = Birthday(month=month, day=day, year=year, column="Born")
    return replace(ANA, records=(replace(ANA_IN_FILE, birthday=birthday),))


def test_a_birthday_comes_every_year_from_the_day_of_birth_on() -> None:
    (event,) = events(born(4, 15, 1980))

    assert event["first"] == date(1980, 4, 15)
    assert event["rule"] == "FREQ=YEARLY"
    assert event["summary"] == "Ana Ruiz: birthday (1980)"
    assert event["birthday"] == "1980-04-15"


def test_one_without_a_year_says_none() -> None:
    (event,) = events(born(4, 15))

    assert event["first"] == date(2000, 4, 15)
    assert event["summary"] == "Ana Ruiz: birthday"
    assert event["birthday"] == "--04-15"


def test_who_was_born_on_the_29th_of_february_has_one_each_year() -> None:
    (event,) = events(born(2, 29, 1984))

    assert event["first"] == date(1984, 2, 29)
    assert event["rule"] == "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2"


def test_calendars_know_it_again_whatever_changes_about_the_day() -> None:
    (one,), (other,) = events(born(4, 15)), events(born(4, 16, 1981))

    assert one["uid"] == other["uid"]
    assert "civicrm" not in str(one["uid"])


def test_what_a_person_told_by_hand_is_their_birthday() -> None:
    told = replace(born(4, 15), facts=(ToldHere(kind="birthday", value="1981-04-16"),))

    assert [each["birthday"] for each in events(told)] == ["1981-04-16"]


def test_who_asked_for_quiet_and_of_whom_nobody_told_is_not_in_it() -> None:
    assert events(BO, QUIET) == []


def test_nobody_at_all_is_a_calendar_too() -> None:
    assert Calendar.from_ical(b"".join(pieces([], now_us=NOW_US)))["x-wr-calname"] == "Birthdays"
