"""Writes docs/reference/conditions.md from the spec tables: run it with the page's path."""

import sys
from pathlib import Path

from hobnob.domain.conditions import CONDITIONS, Condition
from tests.spec.conditions.tables import REFUSED, TABLES
from tests.spec.table import as_markdown, rows

_TOP = """\
# Conditions

Made from the examples that test them by `python -m tests.spec.conditions.manual
docs/reference/conditions.md`; not edited.

A rule says when something happens, put the person on that list. A condition narrows it down: it
looks at what happened and says yes or no. Several conditions hold when each of them does.
"""
_REFUSED = """\
## What is refused

A rule that could never hold is not made; the reason says what to write.
"""


def page() -> str:
    """The whole page, as Markdown."""
    sections = [_section(name, CONDITIONS[name], table) for name, table in TABLES.items()]
    return "\n".join([_TOP, *sections, _REFUSED, _markdown(REFUSED)])


def _section(name: str, condition: Condition, table: str) -> str:
    written = f"{name}:{condition.example}" if condition.example else name
    words = ", ".join(f"`{each}`" for each in sorted(condition.choices))
    known = [f"Words it knows: {words}.", ""] if words else []
    usage = [f"## {name}", "", condition.says, "", f"    {written}", "", *known]
    return "\n".join([*usage, _markdown(table)])


def _markdown(table: str) -> str:
    """The table as Markdown has it; what is written in a rule stands as code."""
    return as_markdown([{**row, "written": f"`{row['written']}`"} for row in rows(table)])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
