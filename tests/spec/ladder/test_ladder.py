from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.ladder import RUNGS, Climbed, First, Rung, ladder, next_rung, next_step
from hobnob.domain.moments import DAY, WEEK
from hobnob.domain.people import Network
from tests.people import NOW_US
from tests.spec.ladder import manual
from tests.spec.ladder.tables import ANOTHER_NETWORK, CLIMBED
from tests.spec.table import rows

PAGE = Path(__file__).parents[3] / "docs/reference/ladder.md"
WHOSE = {"they": Direction.TOWARDS_ME, "I": Direction.FROM_ME}


def first(words: str) -> First:
    """Of "they mention bluesky 9"."""
    who, kind, *network, days = words.split()
    at_us = None if days == "?" else NOW_US - int(days) * DAY
    return First(str(Network(" ".join(network))), str(Kind(kind)), str(WHOSE[who]), at_us)


def climbed(row: dict[str, str]) -> Climbed:
    weeks = int(row["weeks"])
    return Climbed(
        firsts=[first(each) for each in row["happened"].split(", ") if each],
        exchanges=[NOW_US - (weeks - week) * WEEK for week in range(weeks)],
        outcome=(NOW_US - DAY, row["outcome"]) if row["outcome"] else None,
        weeks_lately=weeks,
    )


@pytest.mark.parametrize("row", rows(CLIMBED), ids=lambda row: row["happened"] or "nothing")
def test_the_ladder_is_climbed_as_its_table_says(row: dict[str, str]) -> None:
    known = climbed(row)
    steps = ladder(known, NOW_US)
    assert ", ".join(each.rung for each in steps if each.is_reached) == row["reached"]
    assert next_step(known, steps) == row["next"]


@pytest.mark.parametrize("row", rows(ANOTHER_NETWORK), ids=lambda row: row["networks"])
def test_another_network_comes_next_only_where_they_are_on_one(row: dict[str, str]) -> None:
    habit = next(each for each in rows(CLIMBED) if each["reached"] == "met, talking, mutual")
    steps = ladder(climbed(habit), NOW_US)
    assert next_rung(steps, networks=int(row["networks"])) == row["next"]


def test_every_rung_says_since_when_and_because_of_what() -> None:
    known = Climbed(
        firsts=[
            first("they mention bluesky 9"),
            first("I reply bluesky 8"),
            first("I call offline 5"),
        ],
        exchanges=[NOW_US - 3 * DAY, NOW_US - 2 * DAY, NOW_US - DAY],
        outcome=(NOW_US, "a job"),
    )
    said = {each.rung: each.because for each in ladder(known, NOW_US) if each.is_reached}
    assert said == {
        Rung.MET: "because they mentioned you on 9 November",
        Rung.TALKING: "because you answered them on 10 November",
        Rung.MUTUAL: "because something went both ways in a third week on 17 November",
        Rung.CALL: "because you had a call on 13 November",
        Rung.OUTCOME: "because of a job on 18 November",
    }


def test_where_an_answer_would_be_on_record_none_came() -> None:
    wrote = [first("I reply x 9")]
    steps = ladder(Climbed(firsts=wrote), NOW_US)
    assert "Your archive holds only what you said" in next_step(Climbed(firsts=wrote), steps)
    heard = Climbed(firsts=wrote, is_heard=True)
    assert next_step(heard, steps).startswith("Next: their answer.")


def test_what_nobody_knows_the_day_of_is_reached_all_the_same() -> None:
    step = ladder(Climbed(firsts=[first("they mention x ?")]), NOW_US)[0]
    assert (step.is_reached, step.at_us, step.because) == (True, None, "because they mentioned you")


LINES = st.builds(
    First,
    network=st.sampled_from([str(each) for each in Network]),
    kind=st.sampled_from([str(each) for each in Kind]),
    direction=st.sampled_from([str(each) for each in WHOSE.values()]),
    at_us=st.none() | st.integers(0, NOW_US),
)


@given(st.lists(LINES, max_size=12), st.lists(LINES, max_size=4))
def test_nobody_ever_climbs_down(some: list[First], more: list[First]) -> None:
    before = {e.rung for e in ladder(Climbed(firsts=some), NOW_US) if e.is_reached}
    after = {e.rung for e in ladder(Climbed(firsts=[*some, *more]), NOW_US) if e.is_reached}
    assert before <= after


@given(st.lists(LINES, max_size=12), st.integers(0, 4))
def test_what_comes_next_is_never_reached_already(lines: list[First], networks: int) -> None:
    known = Climbed(firsts=lines, networks=networks)
    steps = ladder(known, NOW_US)
    assert [each.rung for each in steps] == list(RUNGS)
    coming = next_rung(steps, networks=networks)
    assert coming not in {each.rung for each in steps if each.is_reached}
    assert next_step(known, steps)


def test_the_reference_page_is_made_from_the_tables() -> None:
    assert PAGE.read_text(encoding="utf-8") == manual.page()
