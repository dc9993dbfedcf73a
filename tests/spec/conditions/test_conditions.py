from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import pytest

from hobnob.domain.conditions import (
    CONDITIONS,
    UnknownCondition,
    UnusableCondition,
    check,
    holds,
    is_further,
    remaining,
    said,
)
from hobnob.domain.interactions import Logged
from hobnob.domain.moments import DAY
from tests.spec.conditions import manual
from tests.spec.conditions.tables import REFUSED, TABLES
from tests.spec.table import rows

PAGE = Path(__file__).parents[3] / "docs/reference/conditions.md"
EXAMPLES = [row for table in TABLES.values() for row in rows(table)]


def written(row: dict[str, str]) -> str:
    return row["written"]


@dataclass
class Said:
    network: str = "bluesky"
    text: str = ""


@dataclass
class OneKnown:
    """What is known about person 1 and what they said."""

    they: str = ""
    language: str = ""

    def bots(self, person_ids: Collection[int]) -> set[int]:
        return set(person_ids) if self.they == "have an account that is a bot" else set()

    def flagged(self, person_ids: Collection[int]) -> set[int]:
        return set(person_ids) if self.they == "were found to sell followers" else set()

    def followed(self, person_ids: Collection[int]) -> set[int]:
        return set(person_ids) if self.they == "are followed" else set()

    def languages(self, interaction_ids: Collection[int]) -> dict[int, str]:
        told = "" if self.language == "not told" else self.language
        return dict.fromkeys(interaction_ids, told)


def on_day(number: int, day: str, text: str = "") -> Logged:
    at_us = None if day == "unknown" else int(day) * DAY
    return Logged(
        number, "bluesky", "reply", "towards me", f"{number}", at_us, None, person_id=1, text=text
    )


def stands(row: dict[str, str]) -> bool:
    """Whether the condition of a row holds for its example."""
    if not is_further(row["written"]):
        return holds(
            row["written"], Said(network=row.get("network", "bluesky"), text=row.get("text", ""))
        )
    days = row.get("days on which it happened", "1").split(", ")
    lines = [on_day(number, day, row.get("text", "")) for number, day in enumerate(days)]
    known = OneKnown(they=row.get("they", ""), language=row.get("language", ""))
    return bool(remaining(row["written"], lines, known))


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: " ".join(row.values()))
def test_a_condition_says_what_its_table_says(row: dict[str, str]) -> None:
    assert stands(row) is (row["holds"] == "yes")


def test_it_counts_from_the_line_that_makes_it_enough() -> None:
    lines = [on_day(number, day) for number, day in enumerate(("8", "1", "2", "40", "41"))]
    enough = remaining("at_least:2 in 7", lines, OneKnown())
    assert [each.at_us for each in enough] == [2 * DAY, 8 * DAY, 41 * DAY]


def test_one_who_spoke_is_not_counted_for_another() -> None:
    lines = [on_day(1, "1"), on_day(2, "2")._replace(person_id=2)]
    assert remaining("at_least:2 in 7", lines, OneKnown()) == []


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("is_about:tiger*, big cats", "it is about “tiger*” or “big cats”"),
        ("is_about:tigers", "it is about “tigers”"),
        ("in_chat:#TuskTalk", "it carries the hashtag #tusktalk"),
        ("at_least:3 in 30", "it happens 3 times in 30 days"),
        ("at_least:1 in 1", "it happens once in a day"),
        ("followed", "you follow them"),
        ("on_network:bluesky", "it happened on Bluesky"),
    ],
)
def test_a_condition_is_said_within_a_sentence(written: str, sentence: str) -> None:
    assert said(written, i="you") == sentence


def test_every_condition_has_a_table_with_a_yes_and_a_no() -> None:
    assert TABLES.keys() == CONDITIONS.keys()
    for table in TABLES.values():
        assert {row["holds"] for row in rows(table)} == {"yes", "no"}


@pytest.mark.parametrize("row", EXAMPLES, ids=written)
def test_a_rule_can_use_every_example(row: dict[str, str]) -> None:
    check(row["written"])


@pytest.mark.parametrize("row", rows(REFUSED), ids=written)
def test_what_could_never_hold_is_refused_with_what_to_write(row: dict[str, str]) -> None:
    with pytest.raises(UnusableCondition) as refusal:
        check(row["written"])
    assert str(refusal.value) == row["because"]


def test_every_condition_has_words_for_people() -> None:
    assert all(each.says.strip() for each in CONDITIONS.values())


def test_the_page_is_what_the_tables_say() -> None:
    again = "python -m tests.spec.conditions.manual docs/reference/conditions.md"
    assert PAGE.read_text(encoding="utf-8") == manual.page(), f"out of date: {again}"


def test_an_unknown_condition_names_the_ones_there_are() -> None:
    with pytest.raises(UnknownCondition, match="asks_a_question"):
        holds("purrs", Said())
