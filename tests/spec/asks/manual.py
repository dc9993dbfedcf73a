"""Writes docs/reference/asks.md from the spec tables: run it with the page's path."""

import sys
from pathlib import Path

from hobnob.domain.ask_gate import AFTER_A_NO, TERMS
from hobnob.domain.ask_words import SIZES, THINGS, Size
from tests.spec.asks.tables import TABLES
from tests.spec.table import as_markdown, rows

_TOP = """\
# The ask gate

Made from the examples that test it by `python -m tests.spec.asks.manual docs/reference/asks.md`;
not edited.

How to ask is told in [its own page](../how-to/ask.md). This one says exactly when the gate says
“fair to ask”, “give first”, “wait” or “can’t tell”. It only says so: whoever wants to ask anyway
does. Not so where somebody died, wants to be left alone or is blocked: nobody is asked then.

## What weighs how much

"""
_TERMS = """
What you gave and got counts by the fixed weights of the ledger, and half as much after 180 days.

"""
_EXAMPLES = f"""
After a no one leaves it at that for {AFTER_A_NO} days, whatever the next ask would be.

In the examples “2 thanks, 1 repost 10 days ago” means that the last of each was ten days ago and
each one before a day earlier. “6 and 4” are six messages of theirs and four of yours; where nothing
is said of messages there were nine each way. “Unheard and 4” are four of yours in an archive, which
does not hold what they wrote.
"""
_SAYS = {
    "Fair to ask": "Nothing speaks against it. The sentence says what you gave, and how often you "
    "asked.",
    "Nothing to stand on": "You hardly know each other, or nothing has come from them so far.",
    "Only your side on record": "Whether it is fair can’t be told. What you did yourself speaks "
    "against it as ever, and a gift of theirs in a file of yours is word of theirs.",
    "Too little given": "You gave little, long ago, or less than you got. For a small ask half of "
    "what you got is enough.",
    "Not thanked yet": "Whoever did something for you is thanked before they are asked again.",
    "Asked lately": "An ask is open, or the last one was a no, or is too short a time ago, or you "
    "gave nothing since.",
    "Left alone": "Whatever you gave.",
}


def page() -> str:
    """The whole page, as Markdown."""
    examples = [_section(title, table) for title, table in TABLES.items()]
    return "\n".join([_TOP + _sizes() + _TERMS + _terms() + _EXAMPLES, *examples])


def _sizes() -> str:
    kinds = {
        size: ", ".join(THINGS[kind] for kind in THINGS if SIZES[kind] is size) for size in Size
    }
    return as_markdown([{"ask": size, "for": kinds[size]} for size in Size])


def _terms() -> str:
    return as_markdown(
        [
            {
                "ask": size,
                "messages between you": str(terms.messages),
                "you gave at least": f"{terms.given:g}",
                "compared with what you got": "half" if terms.share < 1 else "as much",
                "since the last ask": f"{terms.rest_days} days",
            }
            for size, terms in TERMS.items()
        ]
    )


def _section(title: str, table: str) -> str:
    return "\n".join([f"## {title}", "", _SAYS[title], "", as_markdown(rows(table))])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
