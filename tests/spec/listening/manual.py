"""Writes docs/reference/listening.md from the spec tables: run it with the page's path."""

import sys
from pathlib import Path

from tests.spec.listening.tables import BIRTHDAY, HELP
from tests.spec.table import as_markdown, rows

_TOP = """\
# What is heard in posts

Made from the examples that test them by `python -m tests.spec.listening.manual
docs/reference/listening.md`; not edited.

How to listen to somebody is told in [its own page](../how-to/listen.md). This one says exactly in
which posts hobnob hears a birthday or a request for help. All of them are invented.
"""

_SECTIONS = (
    (
        "It is their birthday",
        "Heard in English, Dutch, German, French, Spanish, Italian and Portuguese, of their own "
        "birthday and today alone. What stands in quotation marks or was passed on is somebody "
        "else's. Nothing is kept before you say yes.",
        BIRTHDAY,
    ),
    (
        "They ask for help",
        "A request, with a question mark or without. Any other question is none, and neither is "
        "help that is given.",
        HELP,
    ),
)


def page() -> str:
    """The whole page, as Markdown."""
    return "\n".join([_TOP, *(_section(*each) for each in _SECTIONS)])


def _section(title: str, says: str, table: str) -> str:
    return "\n".join([f"## {title}", "", says, "", as_markdown(rows(table))])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
