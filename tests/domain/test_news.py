from datetime import date

import pytest

from hobnob.domain.moments import DAY, HOUR, MINUTE
from hobnob.domain.news import birthday_comes, in_words, new_since, since
from hobnob.storage.models import PersonLook

NOW_US = 1_795_000_000_000_000
"""Wednesday, 18 November 2026."""


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        (5 * MINUTE, "in the last hour"),
        (3 * HOUR, "in the last 3 hours"),
        (30 * HOUR, "since yesterday"),
        (3 * DAY, "since Sunday"),
        (16 * DAY, "since 2 November"),
        (700 * DAY, "since 18 December 2024"),
    ],
)
def test_since_when_is_said_as_one_says_it(gone: int, said: str) -> None:
    assert since(NOW_US - gone, NOW_US) == said


def test_who_never_looked_is_told_of_four_weeks() -> None:
    assert since(None, NOW_US) == "in the last four weeks"


def test_a_page_opened_again_soon_still_shows_what_was_new() -> None:
    look = PersonLook(looked_us=NOW_US, before_us=NOW_US - 3 * DAY)
    assert new_since(look, NOW_US + 29 * MINUTE) == NOW_US - 3 * DAY
    assert new_since(look, NOW_US + 30 * MINUTE) == NOW_US
    assert new_since(None, NOW_US) is None


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("bio", "Their bio says now: “herons”"),
        ("name", "They call themselves herons now; it was owls."),
        ("handle", "They are @herons now; it was @owls."),
        ("location", "They say that they are in herons now; it was owls."),
        ("moved_to", "They moved to @herons."),
    ],
)
def test_every_change_of_a_profile_has_its_sentence(field: str, said: str) -> None:
    assert (
        in_words(field, "owls", "@herons" if field in ("handle", "moved_to") else "herons") == said
    )


@pytest.mark.parametrize(
    ("value", "today", "said"),
    [
        ("1980-11-18", date(2026, 11, 18), "Their birthday is today."),
        ("--11-19", date(2026, 11, 18), "Their birthday is tomorrow."),
        ("--11-22", date(2026, 11, 18), "Their birthday is on 22 November, in 4 days."),
        ("--01-01", date(2026, 12, 28), "Their birthday is on 1 January, in 4 days."),
        ("1992-02-29", date(2027, 2, 27), "Their birthday is tomorrow."),
        ("1992-02-29", date(2028, 2, 27), "Their birthday is on 29 February, in 2 days."),
        ("--12-03", date(2026, 11, 18), ""),
        ("--11-17", date(2026, 11, 18), ""),
        ("nonsense", date(2026, 11, 18), ""),
    ],
)
def test_a_birthday_is_told_two_weeks_before(value: str, today: date, said: str) -> None:
    assert birthday_comes(value, today) == said
