"""Writes docs/reference/topics.md from the spec tables: run it with the page's path."""

import sys
from pathlib import Path

from tests.spec.interests.tables import MAY_BE, NEVER, OURS, SHOWS
from tests.spec.table import as_markdown, rows

_TOP = """\
# Topics

Made from the examples that test them by `python -m tests.spec.interests.manual
docs/reference/topics.md`; not edited.

How to work with topics is told in [its own page](../how-to/topics.md). This one says exactly what
is never kept, what may be, and what shows that somebody cares about a topic of yours.
"""

_SECTIONS = (
    (
        "Never kept",
        "What tells of one of these is no topic: not when hobnob finds it, not when somebody types "
        "it, and not as a topic of yours. A post that has such a word is not listened to at all. "
        "Words of seven languages are looked for in every text (Italian too), in all their forms.",
        NEVER,
    ),
    ("What may be a topic", "Some look alike and are not: monk seals, kidney beans.", MAY_BE),
    (
        "Words of a topic of yours",
        "A word is found whole, in capitals or not, and as a hashtag. A star lets it go on.",
        OURS,
    ),
    ("Who cares about a topic of yours", "Whoever says so to you once, or elsewhere on two days.",
     SHOWS),
)  # fmt: skip


def page() -> str:
    """The whole page, as Markdown."""
    return "\n".join([_TOP, *(_section(*each) for each in _SECTIONS)])


def _section(title: str, says: str, table: str) -> str:
    return "\n".join([f"## {title}", "", says, "", as_markdown(rows(table))])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
