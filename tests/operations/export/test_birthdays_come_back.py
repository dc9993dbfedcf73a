"""A calendar of birthdays that comes back: who was in it is told by its UID, the day as it is."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hobnob.domain.exports.birthdays import KEY, birthday_in, digest
from hobnob.domain.exports.people import ExportedPerson, ToldHere
from hobnob.domain.supporters import Birthday, Supporter
from hobnob.importers.supporters import covered, open_supporters
from hobnob.importers.supporters.opening import is_supporter_file
from hobnob.operations.export.birthdays import pieces
from tests.operations.export.any_supporters import SUPPORTERS, WORDS
from tests.operations.export.people_made_up import ANA, ANA_IN_FILE
from tests.operations.export.reading_back import read_back
from tests.people import NOW_US


def born(text: str, name: str = "Ana Ruiz") -> ExportedPerson:
    month, day = int(text[-5:-3]), int(text[-2:])
    year = None if text.startswith("-") else int(text[:4])
    birthday = Birthday(month=month, day=day, year=year, column="Born")
    return replace(ANA, name=name, records=(replace(ANA_IN_FILE, birthday=birthday),))


def calendar(path: Path, *people: ExportedPerson) -> Path:
    path.write_bytes(b"".join(pieces(people, now_us=NOW_US)))
    return path


def read(path: Path) -> list[Supporter]:
    with open_supporters(path) as opened:
        return [each for reading in opened.read() for each in reading.supporters]


@given(supporters=st.lists(SUPPORTERS, max_size=4, unique_by=lambda each: each.key), name=WORDS)
@settings(
    max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_birthdays_come_back_as_they_went(
    tmp_path: Path, supporters: list[Supporter], name: str
) -> None:
    people = [
        ExportedPerson(person_id=number, name=name, records=(each,))
        for number, each in enumerate(supporters)
    ]
    told = [each for each in supporters if each.birthday and each.may_be_contacted]
    path = tmp_path / "birthdays.ics"
    if not told:
        assert not is_supporter_file(calendar(path, *people))
        return

    found, problems = read_back(path, pieces(people, now_us=NOW_US))

    assert [each.key for each in found] == [KEY + digest(each.key) for each in told]
    assert [str(each.birthday) for each in found] == [str(each.birthday) for each in told]
    assert problems == []


def test_it_speaks_of_birthdays_alone(tmp_path: Path) -> None:
    with open_supporters(calendar(tmp_path / "birthdays.ics", born("1980-04-15"))) as opened:
        assert covered(opened.mapping) == {"birthday"}
        assert opened.title == "Birthdays: birthdays.ics"


def test_other_events_are_passed_over(tmp_path: Path) -> None:
    path = calendar(tmp_path / "all.ics", born("1980-04-15"))
    concert = b"BEGIN:VEVENT\r\nUID:7@den.example\r\nDTSTART:20261122T200000Z\r\nEND:VEVENT\r\n"
    path.write_bytes(path.read_bytes().replace(b"BEGIN:VEVENT", concert + b"BEGIN:VEVENT"))

    (ana,) = read(path)

    assert ana.name is not None
    assert (ana.name.value, str(ana.birthday)) == ("Ana Ruiz", "1980-04-15")


def test_somebody_elses_calendar_is_no_file_of_people(tmp_path: Path) -> None:
    path = tmp_path / "theirs.ics"
    path.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:7\nEND:VEVENT\nEND:VCALENDAR\n")

    assert not is_supporter_file(path)


def test_a_long_name_is_folded_and_read_whole(tmp_path: Path) -> None:
    name = "Ana, of the fens; " * 9 + "Ruiz"

    (ana,) = read(calendar(tmp_path / "birthdays.ics", born("--02-29", name)))

    assert ana.name is not None
    assert (ana.name.value, str(ana.birthday)) == (name, "--02-29")


def test_an_event_that_is_none_any_more_costs_itself_alone(tmp_path: Path) -> None:
    path = calendar(tmp_path / "birthdays.ics", born("1980-04-15"), born("--01-02"))
    path.write_bytes(path.read_bytes().replace(b"20000102", b"somewhen"))

    with open_supporters(path) as opened:
        readings = list(opened.read())

    assert [str(each.birthday) for one in readings for each in one.supporters] == ["1980-04-15"]
    assert [each.where for one in readings for each in one.problems] == ["event 2"]


@pytest.mark.parametrize(
    ("first", "said", "title", "birthday"),
    [
        (date(1980, 4, 15), "1980-04-15", "Ana: birthday (1980)", "1980-04-15"),
        (date(2000, 4, 15), "--04-15", "Ana: birthday", "--04-15"),
        # Moved to another day in a calendar program, which leaves alone what hobnob wrote.
        (date(1980, 4, 16), "1980-04-15", "Ana: birthday (1980)", "1980-04-16"),
        (date(2000, 4, 16), "--04-15", "Ana: birthday", "--04-16"),
        (date(1981, 4, 15), "1980-04-15", "Ana: birthday (1980)", "1981-04-15"),
        # Written anew by a program that leaves out what it does not know.
        (date(1980, 4, 15), "", "Ana: birthday (1980)", "1980-04-15"),
        (date(2000, 4, 15), "", "Ana: birthday", "--04-15"),
        (date(2000, 4, 15), "", "Ana: birthday (2000)", "2000-04-15"),
        (date(2000, 4, 15), "2000-04-15", "Ana", "2000-04-15"),
    ],
)
def test_the_day_is_the_events_and_the_year_as_far_as_it_is_known(
    first: date, said: str, title: str, birthday: str
) -> None:
    assert str(birthday_in(first, said, title)) == birthday


def test_told_by_hand_it_comes_back_too(tmp_path: Path) -> None:
    told = replace(born("--04-15"), facts=(ToldHere(kind="birthday", value="1981-04-16"),))

    assert [str(each.birthday) for each in read(calendar(tmp_path / "b.ics", told))] == [
        "1981-04-16"
    ]
