from dataclasses import dataclass

import pytest

from hobnob.domain.conditions import CONDITIONS, UnknownCondition, holds
from tests.spec.conditions.tables import TABLES
from tests.spec.table import rows

EXAMPLES = [row for table in TABLES.values() for row in rows(table)]


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


def test_every_condition_has_words_for_people() -> None:
    assert all((function.__doc__ or "").strip() for function in CONDITIONS.values())


def test_an_unknown_condition_names_the_ones_there_are() -> None:
    with pytest.raises(UnknownCondition, match="asks_a_question"):
        holds("purrs", Said())
