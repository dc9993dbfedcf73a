"""Writes docs/reference/ledger.md from the spec tables: run it with the page's path."""

import sys
from pathlib import Path

from hobnob.domain.deeds import DEEDS, ONCE_A_DAY
from tests.spec.ledger import tables
from tests.spec.ledger.posts import BUILDING, HELD
from tests.spec.ledger.scores import score
from tests.spec.table import as_markdown, rows

_TOP = """\
# The ledger

Made from the examples that test it by `python -m tests.spec.ledger.manual
docs/reference/ledger.md`; not edited. Why it is made like this:
[the ledger has two sides](../decisions/0079-the-ledger-has-two-sides.md).

What you gave somebody and what they gave you in the last two years, on all networks and away from
them. Nobody is ever ranked by it.

## What a deed counts
"""
_KINDS = """\
## What is a deed

Words of yours that thank are thanks, whatever they answer. What others say to you is not read.
"""
_DECAY = """\
## What is older counts less

After 180 days something counts half, whoever did it.
"""
_DAILY = """\
## What is small counts once a day

Of {kinds} one a day counts. The words tell how often it was.
"""
_MESSAGES = """\
## Messages

A message is an answer where the other wrote before.
"""
_ONCE = """\
## What is told twice counts once

By the log and by hand. A promotion or a defence takes the place of the lines that show it.
"""
_WORDS = """\
## How it is said

"About even" while the sums differ by less than a quarter of the smaller one, or by less than 2.
"""
_THANKS = """\
## How thanks are heard

In English, Dutch, German, French, Spanish, Italian and Portuguese, by fixed phrases. A list of five
names or more is no thank-you to anybody.

- {building} posts that the phrases were written with: {in_building}.
- {held} posts written afterwards, as hard to tell as these: {in_held}.
"""


def page() -> str:
    """The whole page, as Markdown."""
    building, held = rows(BUILDING), rows(HELD)
    thanks = _THANKS.format(
        building=len(building),
        in_building=score(building).in_words,
        held=len(held),
        in_held=score(held).in_words,
    )
    daily = _DAILY.format(kinds=", ".join(each for each in DEEDS if each in ONCE_A_DAY))
    weights = [
        {
            "deed": kind,
            "counts": f"{each.weight:g}",
            "when you did it": each.mine,
            "when they did": each.theirs or "the same",
        }
        for kind, each in DEEDS.items()
    ]
    examples = [*building[:14], *building[18:34]]
    return "\n".join(
        [
            *(_TOP, as_markdown(weights)),
            *(_KINDS, as_markdown(rows(tables.DEEDS))),
            *(_DECAY, as_markdown(rows(tables.HALF_LIFE))),
            *(daily, as_markdown(rows(tables.ONCE_A_DAY))),
            *(_MESSAGES, as_markdown(rows(tables.MESSAGES))),
            *(_ONCE, as_markdown(rows(tables.TOLD_ONCE))),
            *(_WORDS, as_markdown(rows(tables.SENTENCES))),
            *(thanks, as_markdown(examples)),
        ]
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
