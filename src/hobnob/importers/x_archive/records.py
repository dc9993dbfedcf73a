"""Reads the records of one archive file as it streams by, stepping over damaged ones.

A file is JavaScript that holds one list: `window.YTD.tweets.part0 = [ {"tweet": {...}}, ... ]`.
"""

import json
import re
from collections.abc import Iterator

from hobnob.importers.x_archive.cleaning import cleaned
from hobnob.importers.x_archive.decoding import Damage, Flaw, Text
from hobnob.importers.x_archive.fields import Record
from hobnob.importers.x_archive.window import Window

LARGEST_RECORD = 8 * 2**20
"""In characters. X's longest posts have 25,000; a hostile record this long takes 200 MB parsed."""

_LONGEST_BEGINNING = 256
_CUT_WITHIN = 12
"""The parser reports a value that the end of the text cuts at most this far from the end."""
_TOO_DAMAGED = 1000
"""So many damaged records in a row that the rest is not worth the time."""

_GAP = re.compile(r"[\s,\x00\ufeff]*")
_LIST_OR_RECORD = re.compile(r"[\[{]")
_FIRST_KEY = re.compile(r'[^{]*\{\s*"(\w{1,40})"\s*:')


def _integer(digits: str) -> int | None:
    """X's numbers fit 64 bits; anything longer is nonsense that takes long to convert."""
    return int(digits) if len(digits) <= 20 else None


def _no_number(_name: str) -> None:
    """NaN and Infinity, which JSON does not know."""


_decode = json.JSONDecoder(strict=False, parse_int=_integer, parse_constant=_no_number).raw_decode


class Records:
    """The records of a file in order, each a Record, or the Damage that stands in its place."""

    def __init__(self, pieces: Iterator[Text | Flaw], key: str, *, largest: int = LARGEST_RECORD):
        self._window = Window(pieces)
        self._keys = {key}
        self._largest = largest
        self._number = 0
        self._begins_at = 0
        self._has_list = False
        self._is_over = False

    @property
    def where(self) -> str:
        """The place of the last record as a person finds it: "record 17, line 402"."""
        return f"record {self._number}, line {self._window.line(self._begins_at)}"

    def __iter__(self) -> Iterator[Record | Damage]:
        self._find_list()
        failures = 0
        while (found := self._next()) is not None:
            if self._window.damages:
                yield from self._damages_on_the_way()
            yield found
            failures = failures + 1 if isinstance(found, Damage) else 0
            if failures == _TOO_DAMAGED:
                yield Damage(self.where, "too much is damaged from here on; the rest was left out")
                return
        yield from self._damages_on_the_way()

    def _damages_on_the_way(self) -> Iterator[Damage]:
        damages, self._window.damages = self._window.damages, []
        return iter(damages)

    def _find_list(self) -> None:
        """Moves behind the `[`, and learns what the records of this file begin with."""
        window = self._window
        while not (opening := _LIST_OR_RECORD.search(window.text)):
            if not window.grow(len(window.text)):
                window.at = len(window.text)
                return
        self._has_list = True
        window.at = opening.end() if opening[0] == "[" else opening.start()
        while len(window.text) - window.at < _LONGEST_BEGINNING and window.grow(window.at):
            pass
        beginning = window.text[window.at : window.at + _LONGEST_BEGINNING]
        if first := _FIRST_KEY.match(beginning):
            self._keys.add(first[1])

    def _next(self) -> Record | Damage | None:
        """The record at hand; None where there are no more."""
        window = self._window
        while True:
            window.at = _end_of_gap(window.text, window.at)
            if window.at < len(window.text):
                break
            if not window.grow(window.at):
                return self._end()
        opening = window.text[window.at]
        if opening == "{":
            return self._record()
        self._begins_at = window.at
        if opening == "]":
            return self._after_list()
        return self._step_over("something stands here that is not a record; it was left out")

    def _record(self) -> Record | Damage:
        window = self._window
        self._number += 1
        while True:
            self._begins_at = window.at
            try:
                value, end = _decode(window.text, window.at)
                if window.needs_cleaning:
                    value = cleaned(value)
            except json.JSONDecodeError as error:
                if not _may_be_cut(error, window.text):
                    return self._step_over(f"damaged and left out ({error.msg.lower()})")
                if len(window.text) - window.at > self._largest:
                    return self._step_over(f"larger than {self._largest >> 20} MiB and left out")
                if not window.grow(window.at):
                    return self._step_over("cut off in the middle and left out")
            except RecursionError:
                return self._step_over("nested too deeply and left out")
            else:
                window.at = end
                record: Record = value
                return record

    def _step_over(self, reason: str) -> Damage:
        """Moves to the next record that can be made out."""
        damage = Damage(self.where, reason)
        self._window.at += 1
        self._is_over = not self._find_record()
        return damage

    def _after_list(self) -> Damage | None:
        """Reads on behind the `]`: to the end, or to a record that damage cut off from its list."""
        self._window.at += 1
        self._is_over = not self._find_record()
        if self._is_over:
            return None
        return Damage(self.where, "the list ends here, but more records follow; they were read")

    def _find_record(self) -> bool:
        """Moves to where the next record begins; False where none does."""
        window = self._window
        beginning = re.compile(rf'\{{\s*"(?:{"|".join(sorted(self._keys))})"\s*:')
        while not (found := beginning.search(window.text, window.at)):
            window.at = max(window.at, len(window.text) - _LONGEST_BEGINNING)
            if not window.grow(window.at):
                window.at = len(window.text)
                return False
        window.at = found.start()
        return True

    def _end(self) -> Damage | None:
        if self._is_over or self._window.is_cut_off:
            return None
        self._is_over = True
        self._begins_at = self._window.at
        if not self._has_list:
            return Damage("the whole file", "holds no list of records")
        return Damage(self.where, "the file ends in the middle of its list; the rest is missing")


def _end_of_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _may_be_cut(error: json.JSONDecodeError, text: str) -> bool:
    """Whether the end of the text, and no damage, may be why it could not be parsed."""
    return error.pos >= len(text) - _CUT_WITHIN or error.msg.startswith("Unterminated string")
