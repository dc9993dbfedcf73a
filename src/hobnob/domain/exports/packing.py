r"""Several things in one cell, so that a person has one row, and each comes back as it was.

Short things stand on one line: "ana@den.example; ana@tusk.example". Things of several parts have a
line each: "2024-03-31 | 25.00 EUR | payment". A sign that parts them has a backslash in front where
it is meant as itself: "\;". A line break within is "\n", a space at an end "\s".
"""

import re
from collections.abc import Iterable, Iterator, Sequence

ALONE = "; "
"""Between short things."""
LINES = "\n"
"""Between things of several parts."""
_PART = " | "
_SIGNS = re.compile(r"[\\;|\n]|^ | $")
_WRITTEN = {"\n": r"\n", " ": r"\s"}
_MEANT = {"n": "\n", "s": " "}
_UP_TO_SIGN = {
    between: re.compile(rf"((?:\\.|\\$|[^\\|{signs}])*)([|{signs}]|$)", re.DOTALL)
    for between, signs in ((ALONE, ";\n"), (LINES, "\n"))
}
_BETWEEN_TEXTS = "---"
_RULE = re.compile(r"\\*---")


def packed(things: Iterable[Sequence[str]], between: str = LINES) -> str:
    """One cell for things of one or several parts each; empty parts at the end are left out."""
    return between.join(_PART.join(map(_escaped, _without_end(parts))) for parts in things)


def unpacked(cell: str, between: str = LINES) -> list[list[str]]:
    """The parts of each thing in a cell."""
    things: list[list[str]] = [[]]
    for found in _UP_TO_SIGN[between].finditer(cell):
        things[-1].append(_meant(found[1].strip(" ")))
        if not found[2]:
            break
        if found[2] != "|":
            things.append([])
    return [parts for parts in things if any(parts)]


def joined(texts: Iterable[str]) -> str:
    """One cell for texts of several lines, with a rule between them."""
    return f"\n{_BETWEEN_TEXTS}\n".join(map(_with_own_rules, texts))


def parted(cell: str) -> list[str]:
    """The texts in a cell."""
    texts: list[list[str]] = [[]]
    for line in cell.split("\n"):
        if line == _BETWEEN_TEXTS:
            texts.append([])
        else:
            texts[-1].append(line[1:] if _RULE.fullmatch(line) else line)
    return [text for lines in texts if (text := "\n".join(lines))]


def _with_own_rules(text: str) -> str:
    """A line of the text that looks like the rule between texts is told apart from it."""
    return "\n".join("\\" + line if _RULE.fullmatch(line) else line for line in text.split("\n"))


def _without_end(parts: Sequence[str]) -> Iterator[str]:
    last = max((at for at, each in enumerate(parts) if each), default=-1)
    return iter(parts[: last + 1])


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda sign: _WRITTEN.get(sign[0], "\\" + sign[0]), text)


def _meant(text: str) -> str:
    return re.sub(r"\\(.)", lambda sign: _MEANT.get(sign[1], sign[1]), text, flags=re.DOTALL)
