"""Writes docs/reference/gestures.md from the spec tables: run it with the page's path."""

import sys
from pathlib import Path

from hobnob.domain.gestures.look import GESTURES, IN_ORDER
from tests.spec.gestures.tables import TABLES
from tests.spec.table import as_markdown, rows

_TOP = """\
# Gestures

Made from the examples that test them by `python -m tests.spec.gestures.manual
docs/reference/gestures.md`; not edited.

A gesture is something small and kind to do for one person, with its reason. Nothing is sent by
itself. Nobody gets the same twice: what was done, dismissed or put off has a key, such as
"birthday:2026" or "repost:12", and is not offered again. Who died, who asked for quiet and whom you
block are left in peace, and what tells of something sensitive is no occasion for anything.

In the examples several things are parted by a slash, and what became of a post stands after it in
brackets. What has no cell is unknown.
"""


def page() -> str:
    """The whole page, as Markdown."""
    return "\n".join([_TOP, *(_section(name, TABLES[name]) for name in IN_ORDER)])


def _section(name: str, table: str) -> str:
    sort = GESTURES[name]
    return "\n".join(
        [f"## {sort.title}", "", sort.says, "", f"    {name}", "", as_markdown(rows(table))]
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
