from pathlib import Path

import pytest

from hobnob.domain.post_kinds import PostKind
from tests.spec.posts import manual
from tests.spec.posts.example import judged
from tests.spec.posts.tables import TABLES
from tests.spec.table import rows

PAGE = Path(__file__).parents[3] / "docs/reference/posts.md"
EXAMPLES = [(kind, row) for kind, table in TABLES.items() for row in rows(table)]


@pytest.mark.parametrize(
    ("kind", "row"), EXAMPLES, ids=[f"{kind}: {row['text']}" for kind, row in EXAMPLES]
)
def test_a_post_is_what_its_table_says_for_the_reason_given(kind: str, row: dict[str, str]) -> None:
    found = judged(row)
    assert (str(found.kind), found.because) == (kind, row["because"])


def test_there_are_examples_of_every_kind_in_the_order_of_reading() -> None:
    assert list(TABLES) == [str(kind) for kind in PostKind]


def test_the_page_is_what_the_tables_say() -> None:
    again = "python -m tests.spec.posts.manual docs/reference/posts.md"
    assert PAGE.read_text(encoding="utf-8") == manual.page(), f"out of date: {again}"
