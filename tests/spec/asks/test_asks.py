from pathlib import Path

import pytest

from hobnob.domain.ask_gate import TERMS, Says
from hobnob.domain.ask_words import SIZES, THINGS, Size
from hobnob.domain.outcomes import OutcomeKind
from tests.spec.asks import manual
from tests.spec.asks.cells import verdict
from tests.spec.asks.tables import TABLES
from tests.spec.table import rows

PAGE = Path(__file__).parents[3] / "docs/reference/asks.md"
EXAMPLES = [row for table in TABLES.values() for row in rows(table)]


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["says"])
def test_the_gate_says_what_its_table_says(row: dict[str, str]) -> None:
    said = verdict(row, Size(row["size"]))

    assert said.sentence == row["says"]
    assert said.sentence.startswith(said.says)
    assert said.is_fair == (said.says is Says.FAIR)
    assert said.may_be_asked == (said.says is not Says.NEVER)


def test_every_answer_of_the_gate_has_an_example_of_every_size_but_never() -> None:
    shown = {(row["says"].split(":")[0], row["size"]) for row in EXAMPLES}

    assert {(str(says), str(size)) for says in (*Says,)[:4] for size in Size} <= shown
    assert len(EXAMPLES) >= 30


def test_everything_that_may_come_of_it_can_be_asked_for() -> None:
    assert set(SIZES) == set(THINGS) == set(OutcomeKind)
    assert set(TERMS) == set(Size)


def test_the_more_is_asked_the_more_it_takes() -> None:
    small, medium, large = (TERMS[size] for size in Size)
    for name in ("messages", "given", "share", "rest_days"):
        assert getattr(small, name) <= getattr(medium, name) <= getattr(large, name)


def test_the_page_is_what_the_tables_say() -> None:
    again = "python -m tests.spec.asks.manual docs/reference/asks.md"
    assert PAGE.read_text(encoding="utf-8") == manual.page(), f"out of date: {again}"
