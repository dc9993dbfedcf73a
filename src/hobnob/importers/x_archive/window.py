"""The stretch of a file being looked at: it grows at its end and is dropped at its front."""

from collections.abc import Iterator

from hobnob.importers.x_archive.decoding import Damage, Flaw, Text


class Window:
    """Text from somewhere in the file, and where in it the reader stands (`at`)."""

    def __init__(self, pieces: Iterator[Text | Flaw]):
        self._pieces = pieces
        self._last_line = 1
        self.text = ""
        self.at = 0
        self.needs_cleaning = False
        """From a piece that does on, all do: the test is for files that never do."""
        self.damages: list[Damage] = []
        self.is_cut_off = False
        """The file could not be read to its end."""

    def grow(self, keep: int) -> bool:
        """Adds text at the end and drops what stands before `keep`; False where no more comes.

        Adds as much as it keeps, so that a long record is not parsed again for every piece.
        """
        wanted = max(1, len(self.text) - keep)
        texts: list[str] = []
        while wanted > 0 and (piece := next(self._pieces, None)) is not None:
            if isinstance(piece, Flaw):
                self.damages.append(Damage(f"line {self._last_line}", piece.reason))
                self.is_cut_off = piece.is_end
                continue
            texts.append(piece.text)
            wanted -= len(piece.text)
            self._last_line += piece.line_ends
            self.needs_cleaning = self.needs_cleaning or piece.needs_cleaning
        if not texts:
            return False
        self.text = self.text[keep:] + "".join(texts)
        self.at -= keep
        return True

    def line(self, at: int) -> int:
        """The line of the file at a position in the text."""
        return self._last_line - self.text.count("\n", max(at, 0))
