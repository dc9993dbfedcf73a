from dataclasses import dataclass
from pathlib import Path

import pytest

from hobnob.domain.conditions import (
    CONDITIONS,
    UnknownCondition,
    UnusableCondition,
    check,
    holds,
)
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


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: " ".join(row.values()))
def test_a_condition_says_what_its_table_says(row: dict[str, str]) -> None:
    said = Said(network=row.get("network", "bluesky"), text=row.get("text", ""))
    assert holds(row["written"], said) is (row["holds"] == "yes")


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
