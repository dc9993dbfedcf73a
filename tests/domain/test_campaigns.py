"""A plan as it is typed, and as one line says it."""

from datetime import date

import pytest

from hobnob.domain.ask_words import NotAnAsk
from hobnob.domain.campaigns import NotAPlan, is_running, read_plan, so_far, when
from hobnob.domain.outcomes import OutcomeKind

MAY = date(2027, 5, 1)


def test_a_plan_is_read_from_its_fields() -> None:
    plan = read_plan(
        name="  Wetlands   in spring ",
        goal="A thousand signatures",
        topics=["wetlands", "wetlands", ""],
        asks=["petition: sign for the  meadow", "", "Donation:a bench"],
        begins_on="2027-03-01",
        ends_on="2027-05-01",
    )

    assert plan.name == "Wetlands in spring"
    assert plan.topics == ("wetlands",)
    assert [(each.outcome, each.what) for each in plan.asks] == [
        (OutcomeKind.PETITION, "sign for the meadow"),
        (OutcomeKind.DONATION, "a bench"),
    ]
    assert str(plan.asks[0]) == "petition: sign for the meadow"
    assert (plan.begins_on, plan.ends_on) == (date(2027, 3, 1), MAY)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": " "}, "The plan has no name"),
        ({"name": "x" * 81}, "The name has 81 characters"),
        ({"name": "W", "asks": ["sign it"]}, "“sign it” names no outcome"),
        ({"name": "W", "asks": ["petition: "]}, "“petition:” names no outcome"),
        ({"name": "W", "asks": ["gift: a"] * 13}, "a plan holds at most 12"),
        ({"name": "W", "goal": "x" * 1001}, "The goal has 1,001 characters"),
        ({"name": "W", "ends_on": "May"}, "“May” is no day"),
        ({"name": "W", "begins_on": "2027-05-02", "ends_on": "2027-05-01"}, "let it end later"),
    ],
)
def test_what_will_not_do_is_said(typed: dict[str, object], sentence: str) -> None:
    with pytest.raises(NotAPlan, match=sentence):
        read_plan(**typed)  # type: ignore[arg-type]


def test_an_ask_for_what_nobody_knows_is_refused() -> None:
    with pytest.raises(NotAnAsk, match="“miracle” is nothing to ask for: say one of promotion"):
        read_plan(name="W", asks=["miracle: now"])


def test_a_plan_says_so_far_how_far_it_is() -> None:
    far = so_far(asked=12, people=40, yes=5, ends_on=MAY)
    assert far == "12 of 40 asked, 5 yes; until 1 May"
    begun = so_far(asked=0, people=None, yes=0, ends_on=None)
    assert begun == "nobody asked yet"


def test_it_runs_between_its_days() -> None:
    assert is_running(None, None, MAY)
    assert is_running(MAY, MAY, MAY)
    assert not is_running(date(2027, 5, 2), None, MAY)
    assert not is_running(None, date(2027, 4, 30), MAY)


def test_its_days_are_said_in_words() -> None:
    assert when(date(2027, 3, 1), MAY) == "1 March to 1 May 2027"
    assert when(date(2026, 12, 1), MAY) == "1 December 2026 to 1 May 2027"
    assert when(None, MAY) == "until 1 May 2027"
    assert when(MAY, None) == "from 1 May 2027"
    assert when(None, None) == ""
