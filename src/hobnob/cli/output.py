"""What commands print: words for people on a terminal, one JSON object for programs."""

import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

AsJson = Annotated[
    bool, typer.Option("--json", metavar="", help="Print one JSON object, for programs.")
]

READING_WIDTH = 92
"""Longer lines are hard to read, however wide the window is."""

_THEME = Theme(
    {
        "name": "bold",
        "handle": "dim",
        "why": "italic dim",
        "act": "bold #e8603c",
        "done": "green",
        "look": "yellow",
        "title": "bold underline",
        "quiet": "dim",
    }
)

# A terminal obeys control characters (Unicode's Cc), wherever they come from. The others turn the
# direction of what follows them: https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_C1 = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}


class _Terminal(Console):
    """A console that is content when its reader has seen enough."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0)


def out() -> Console:
    """Where the answer goes. Plain when it isn't a terminal, or NO_COLOR is set."""
    return _console(is_stderr=False)


def err() -> Console:
    """Where progress and remarks go, so that the answer can be piped on."""
    return _console(is_stderr=True)


def _console(*, is_stderr: bool) -> Console:
    console = _Terminal(stderr=is_stderr, theme=_THEME, markup=False, emoji=False, highlight=False)
    console.width = min(console.width, READING_WIDTH)
    return console


def print_json(answer: Mapping[str, Any]) -> None:
    """The whole answer as one JSON object on stdout."""
    text = json.dumps(answer, ensure_ascii=False, indent=2)
    # json leaves these as they are; inside its strings the escape means the same.
    out().out(text.translate(_C1), highlight=False)


def one_line(text: str, limit: int = 0) -> str:
    """What somebody wrote, safe to print: no control characters or line ends, cut at a word."""
    calm = "".join(_calm(each) for each in text)
    words = " ".join(calm.split())
    return _cut(words, limit) if limit and len(words) > limit else words


def _cut(words: str, limit: int) -> str:
    """At the end of a word, unless the last one is so long that little would be left."""
    kept = words[: limit - 1]
    last = words[:limit].rfind(" ")
    return (kept[:last] if last > limit * 3 // 4 else kept).rstrip() + "…"


def _calm(character: str) -> str:
    if character in _TURNING:
        return ""
    return " " if unicodedata.category(character) in ("Cc", "Zl", "Zp") else character


def line(*parts: str | tuple[str, str]) -> Text:
    """One line of plain words and (words, style)."""
    return Text.assemble(*parts)


def indented(text: Text, left: int) -> Text:
    """A paragraph that starts and wraps `left` columns in, with no blanks at the ends of lines."""
    console = out()
    lines = text.wrap(console, max(20, console.width - left))
    for each in lines:
        each.rstrip()
        each.pad_left(left)
    return Text("\n").join(lines)


def counted(count: int, one: str, many: str = "") -> str:
    """ "1 person", "1,240 people"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def print_verdicts(verdicts: Iterable[tuple[bool, str, str]]) -> None:
    """A line for each (holds, about what, what was found)."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for holds, about, said in verdicts:
        mark = Text("✓", "done") if holds else Text("✗", "look")
        table.add_row(mark, about, one_line(said))
    out().print(table)
