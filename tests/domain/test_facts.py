import pytest
from hypothesis import given
from hypothesis import strategies as st

from hobnob.domain.facts import (
    LONGEST,
    FactKind,
    NotAFact,
    birthday,
    day_month_year,
    read_fact,
    shown_fact,
)


@pytest.mark.parametrize(
    ("written", "kept", "shown"),
    [
        ("1980-04-15", "1980-04-15", "15 April 1980"),
        ("--04-15", "--04-15", "15 April"),
        ("04-15", "--04-15", "15 April"),
        ("15 April", "--04-15", "15 April"),
        ("15. apr 1980", "1980-04-15", "15 April 1980"),
        ("29 February", "--02-29", "29 February"),
    ],
)
def test_a_birthday_is_read_as_people_write_it(written: str, kept: str, shown: str) -> None:
    assert read_fact(FactKind.BIRTHDAY, written) == kept
    assert shown_fact(FactKind.BIRTHDAY, kept) == shown


@pytest.mark.parametrize(
    "written", ["31", "soon", "31 June", "1981-02-29", "15 Ju", "13-13", "0 May", "15 April 0000"]
)
def test_no_day_of_the_calendar_is_no_birthday(written: str) -> None:
    with pytest.raises(NotAFact):
        read_fact(FactKind.BIRTHDAY, written)


@given(day=st.dates())
def test_the_parts_of_a_birthday_come_back(day) -> None:  # type: ignore[no-untyped-def]
    with_year = birthday(day.day, day.month, day.year)
    assert day_month_year(with_year) == (day.day, day.month, day.year)
    assert read_fact(FactKind.BIRTHDAY, with_year) == with_year
    assert day_month_year(birthday(day.day, day.month)) == (day.day, day.month, None)


def test_what_is_no_birthday_has_no_parts() -> None:
    assert day_month_year("in spring") is None
    assert shown_fact(FactKind.BIRTHDAY, "in spring") == "in spring"


@pytest.mark.parametrize(
    ("written", "kept"),
    [("tusk.example/ana", "https://tusk.example/ana"), ("http://a.example", "http://a.example")],
)
def test_a_website_needs_no_scheme(written: str, kept: str) -> None:
    assert read_fact(FactKind.WEBSITE, written) == kept


@pytest.mark.parametrize(
    "written", ["ana", "javascript:alert(1)", "mailto:a@b.example", "https://["]
)
def test_what_no_browser_may_open_is_no_website(written: str) -> None:
    with pytest.raises(NotAFact):
        read_fact(FactKind.WEBSITE, written)


def test_how_to_talk_to_somebody_may_have_lines_and_a_place_has_none() -> None:
    assert read_fact(FactKind.MANNER, " jokes\nno links ") == "jokes\nno links"
    assert read_fact(FactKind.PLACE, " Den\n Haag ") == "Den Haag"


def test_nothing_and_a_long_story_are_refused() -> None:
    with pytest.raises(NotAFact, match="Nothing is written"):
        read_fact(FactKind.PLACE, "  ")
    with pytest.raises(NotAFact, match="make it a note"):
        read_fact(FactKind.MET, "x" * (LONGEST + 1))
