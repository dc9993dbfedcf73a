"""A row that is too long for a table goes on in the next one: "1 of 2", "2 of 2".

A cell of XLSX holds 32,767 halves of letters (ECMA-376, in UTF-16); what reads CSV here takes
131,072 letters a line and 500 lines a row.
"""

from collections.abc import Mapping, Sequence

from hobnob.domain.exports.cells import guarded, unguarded
from hobnob.domain.exports.headings import KEY, PART

_CELL = 16_000
_ROW = 60_000
_LINES = 400
_LONGEST_ESCAPE = 12
"""What JSON may write for a single letter: two halves of six signs."""


class OutOfOrder(ValueError):
    """The parts of a row do not stand below each other any more."""


def in_rows(row: Mapping[str, str]) -> list[dict[str, str]]:
    """The guarded cells of a row; of several, each a part, where it is too long for one."""
    rows: list[dict[str, str]] = [{}]
    letters, lines = _ROW, _LINES
    for heading, text in row.items():
        rest = text
        while rest:
            piece = _piece(rest, min(letters, _CELL), lines)
            if piece:
                cell = rows[-1][heading] = guarded(piece)
                letters -= len(cell)
                lines -= cell.count("\n")
                rest = rest[len(piece) :]
            if rest:
                rows.append({})
                letters, lines = _ROW, _LINES
    if len(rows) > 1:
        for number, each in enumerate(rows, start=1):
            each |= {KEY: guarded(row[KEY]), PART: f"{number} of {len(rows)}"}
    return rows


def whole(parts: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """The texts of a row. Raises OutOfOrder."""
    count = len(parts)
    said = [each.get(PART, "1 of 1") for each in parts]
    if said != [f"{number} of {count}" for number in range(1, count + 1)]:
        raise OutOfOrder
    first, *others = parts
    row = {heading: unguarded(cell) for heading, cell in first.items() if heading != PART}
    for heading, cell in (each for part in others for each in part.items()):
        if heading not in {KEY, PART}:
            row[heading] = row.get(heading, "") + unguarded(cell)
    return row


def _piece(text: str, letters: int, lines: int) -> str:
    """As much of the text as there is room for."""
    piece = text[: max(letters, 0)]
    if len(guarded(piece)) > letters:
        piece = piece[: letters // _LONGEST_ESCAPE]
    if piece.count("\n") > lines:
        piece = "\n".join(piece.split("\n", lines)[:lines])
    return piece
