from pathlib import Path

import pytest

from hobnob.domain.gestures.draft import beginning
from hobnob.domain.gestures.gesture import Gesture
from hobnob.domain.gestures.look import GESTURES, IN_ORDER, gestures_for
from tests.spec.gestures import manual
from tests.spec.gestures.cells import NOTHING, NOW_US, around
from tests.spec.gestures.tables import TABLES
from tests.spec.table import rows

PAGE = Path(__file__).parents[3] / "docs/reference/gestures.md"
EXAMPLES = [(name, row) for name, table in TABLES.items() for row in rows(table)]


def title(value: str | dict[str, str]) -> str:
    return value if isinstance(value, str) else " ".join(filter(None, value.values()))


def offered(name: str, row: dict[str, str]) -> Gesture | None:
    known = around(row)
    return next((each for each in gestures_for(known, NOW_US) if each.kind == name), None)


@pytest.mark.parametrize(("name", "row"), EXAMPLES, ids=title)
def test_a_gesture_is_offered_as_its_table_says(name: str, row: dict[str, str]) -> None:
    found = offered(name, row)

    assert (found.because if found else NOTHING).removeprefix("because ") == row["offers"]


@pytest.mark.parametrize(("name", "row"), EXAMPLES, ids=title)
def test_a_gesture_has_a_reason_a_key_and_a_beginning(name: str, row: dict[str, str]) -> None:
    found = offered(name, row)
    if found is None:
        return

    assert found.because.startswith("because ")
    assert found.key
    words = beginning(found, around(row)).letter
    assert "{" not in words
    assert words or GESTURES[name].is_repost


@pytest.mark.parametrize(("name", "row"), EXAMPLES, ids=title)
def test_what_was_done_is_not_offered_again(name: str, row: dict[str, str]) -> None:
    found = offered(name, row)
    if found is None:
        return
    again = offered(name, {**row, "already": f"{row.get('already', '')} / {found.key}"})

    assert again is None or again.key != found.key


def test_every_gesture_has_a_table_in_which_it_is_offered_and_is_not() -> None:
    assert set(TABLES) == set(GESTURES) == set(IN_ORDER)
    for table in TABLES.values():
        said = [row["offers"] for row in rows(table)]
        assert NOTHING in said
        assert any(each != NOTHING for each in said)


def test_every_gesture_says_what_it_does_and_when() -> None:
    for sort in GESTURES.values():
        assert sort.says.endswith(".")
        assert sort.title[0].isupper()


def test_the_manual_is_made_from_the_tables() -> None:
    assert PAGE.read_text(encoding="utf-8") == manual.page()
