"""Writes docs/reference/ladder.md from the spec tables: run it with the page's path."""

import sys
from pathlib import Path

from hobnob.domain.by_hand import MINE, THEIRS
from hobnob.domain.outcomes import WORDS
from tests.spec.ladder.tables import ANOTHER_NETWORK, CLIMBED
from tests.spec.table import as_markdown, rows

_TOP = """\
# The ladder

Made from the examples that test them by `python -m tests.spec.ladder.manual
docs/reference/ladder.md`; not edited.

How to log what no network saw, and what came of it, is told in [its own page](../how-to/log.md).
This one says exactly what can be logged with which key, what reaches which rung, and what is said
to come next.
"""

_SECTIONS = (
    (
        "What reaches which rung",
        "*Happened* lists the first time of each thing: whose doing, what, where, how many days "
        "ago (? where nobody knows). A call, a meeting and a visit are both ways, whoever logged "
        "them. *Weeks*: in how many something went both ways; three make a habit. What a file "
        "tells is no meeting.",
        CLIMBED,
    ),
    (
        "Another network",
        "It comes next only where both of you are on more than one.",
        ANOTHER_NETWORK,
    ),
)


def page() -> str:
    """The whole page, as Markdown."""
    return "\n".join([_TOP, _deeds(), _outcomes(), *(_section(*each) for each in _SECTIONS)])


def _deeds() -> str:
    found = [
        {
            "key": f"`{each.key}`",
            "what happened": f"{who} {each.button}",
            "in a terminal": f"`hobnob log {each.word}`",
        }
        for who, sorts in (("You", MINE), ("They", THEIRS))
        for each in sorts
    ]
    return "\n".join(["## What you can log: `m`, then", "", as_markdown(found)])


def _outcomes() -> str:
    found = [
        {
            "key": f"`{words.key}`",
            "what": words.noun,
            "in a terminal": f"`hobnob log outcome NAME {kind}`",
        }
        for kind, words in WORDS.items()
    ]
    return "\n".join(["## What came of it: `M`, then", "", as_markdown(found)])


def _section(title: str, says: str, table: str) -> str:
    return "\n".join([f"## {title}", "", says, "", as_markdown(rows(table))])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
