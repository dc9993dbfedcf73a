from pathlib import Path

import pytest

from hobnob.domain.hygiene.look import CHECKS, look_at, propose
from tests.spec.hygiene import manual
from tests.spec.hygiene.cells import NOTHING, NOW_US, seen
from tests.spec.hygiene.tables import TABLES, WEIGHED
from tests.spec.table import rows

PAGE = Path(__file__).parents[3] / "docs/reference/hygiene.md"
EXAMPLES = [(name, row) for name, table in TABLES.items() for row in rows(table)]


def title(value: str | dict[str, str]) -> str:
    return value if isinstance(value, str) else " ".join(filter(None, value.values()))


@pytest.mark.parametrize(("name", "row"), EXAMPLES, ids=title)
def test_a_check_finds_what_its_table_says(name: str, row: dict[str, str]) -> None:
    finding = CHECKS[name].look(seen(row), NOW_US)

    assert (finding.because if finding else NOTHING).removeprefix("because ") == row["finds"]


@pytest.mark.parametrize(("name", "row"), EXAMPLES, ids=title)
def test_a_finding_names_its_check_and_shows_what_gave_it_away(
    name: str, row: dict[str, str]
) -> None:
    finding = CHECKS[name].look(seen(row), NOW_US)
    if finding is None:
        return

    assert finding.check == name
    assert finding.because.startswith("because ")
    assert finding.proof
    assert all(proof.words and proof.part in proof.words for proof in finding.proof)


def test_every_check_has_a_table_in_which_it_finds_something_and_nothing() -> None:
    assert TABLES.keys() == CHECKS.keys()
    for table in TABLES.values():
        finds = {row["finds"] for row in rows(table)}
        assert NOTHING in finds
        assert len(finds) > 1


@pytest.mark.parametrize("row", rows(WEIGHED), ids=title)
def test_what_is_proposed_depends_on_who_they_are_to_me(row: dict[str, str]) -> None:
    them = seen(row)

    assert (propose(look_at(them, NOW_US), them) or NOTHING) == row["proposes"]


def test_every_check_has_words_for_people() -> None:
    assert all(check.title.strip() and check.says.strip() for check in CHECKS.values())


def test_the_page_is_what_the_tables_say() -> None:
    again = "python -m tests.spec.hygiene.manual docs/reference/hygiene.md"
    assert PAGE.read_text(encoding="utf-8") == manual.page(), f"out of date: {again}"
