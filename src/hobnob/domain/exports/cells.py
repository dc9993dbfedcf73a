"""A text in a cell of a table: no spreadsheet runs it, and it comes back letter by letter.

A cell that begins with one of a few signs is a formula to spreadsheets, and may send away what
stands beside it (https://owasp.org/www-community/attacks/CSV_Injection). An apostrophe in front
makes it a text. Texts that a table would change on the way are written as JSON (RFC 8259) behind
an apostrophe: '"\\u0007".
"""

import json
import re

_MARK = "'"
_RUN = frozenset("=+-@\t\r＝＋－＠")  # wide signs are formulas in East Asian letters
_CHANGED = re.compile(
    r"^\s|\s$|[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]|x[\dA-Fa-f]{4}_"
)
"""White space at the ends is cut off, controls and halves of letters are lost, and spreadsheets
take "_x0041_" for an A."""


def guarded(text: str) -> str:
    """The text as it may stand in a cell."""
    if _CHANGED.search(text):
        return _MARK + json.dumps(text).replace("_", r"\u005f")
    return _MARK + text if text[:1] in _RUN | {_MARK} else text


def unguarded(cell: str) -> str:
    """The text that a cell holds, also one that somebody typed."""
    if not cell.startswith(_MARK):
        return cell
    text = cell.removeprefix(_MARK)
    if text.startswith('"'):
        try:
            return str(json.loads(text))
        except ValueError:
            return cell
    return text if text[:1] in _RUN | {_MARK} else cell
