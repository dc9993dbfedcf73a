"""Writes docs/reference/hygiene.md from the spec tables: run it with the page's path."""

import sys
from pathlib import Path

from hobnob.domain.hygiene.look import CHECKS
from tests.spec.hygiene.tables import TABLES, WEIGHED
from tests.spec.table import as_markdown, rows

_TOP = """\
# Hygiene checks

Made from the examples that test them by `python -m tests.spec.hygiene.manual
docs/reference/hygiene.md`; not edited.

Each check looks at one account: its profile, its newest posts, what it did towards you. It finds
nothing, or says what it found with the words that show it. Nothing follows from that by itself:
you look, and decide.

In the examples several posts are parted by a slash, and what the network says of one stands after
it in brackets. What has no cell is unknown, and what is unknown is no finding.
"""
_WEIGHED = """\
## What is proposed

The strongest act that the findings allow. But nobody is proposed for unfollowing or blocking with
whom you have to do: things went both ways between you, they are on a close list, you call them
something (a donor, a member) or keep a note about them. Then it is a look, or a rest from them
where they behaved badly. About whom you keep for ever nothing is said at all.
"""


def page() -> str:
    """The whole page, as Markdown."""
    sections = [_section(name, TABLES[name]) for name in CHECKS]
    return "\n".join([_TOP, *sections, _WEIGHED, as_markdown(rows(WEIGHED))])


def _section(name: str, table: str) -> str:
    check = CHECKS[name]
    return "\n".join(
        [f"## {check.title}", "", check.says, "", f"    {name}", "", as_markdown(rows(table))]
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
