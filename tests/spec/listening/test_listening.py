from pathlib import Path

import pytest

from hobnob.domain.listening import asks_for_help, says_birthday
from tests.spec.listening import manual
from tests.spec.listening.tables import BIRTHDAY, HELP
from tests.spec.table import rows

PAGE = Path(__file__).parents[3] / "docs/reference/listening.md"


@pytest.mark.parametrize("row", rows(BIRTHDAY), ids=lambda row: row["post"])
def test_a_birthday_is_heard_as_its_table_says(row: dict[str, str]) -> None:
    assert ("yes" if says_birthday(row["post"]) else "no") == row["heard"]


@pytest.mark.parametrize("row", rows(HELP), ids=lambda row: row["post"])
def test_a_request_for_help_is_heard_as_its_table_says(row: dict[str, str]) -> None:
    assert ("yes" if asks_for_help(row["post"]) else "no") == row["heard"]


def test_the_page_is_what_the_tables_say() -> None:
    again = "python -m tests.spec.listening.manual docs/reference/listening.md"
    assert PAGE.read_text(encoding="utf-8") == manual.page(), f"out of date: {again}"
