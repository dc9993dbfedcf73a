"""One of Mastodon's CSV files: which it is, and whom each of its rows names."""

from collections.abc import Iterator
from dataclasses import dataclass

from hobnob.domain.people import Account
from hobnob.importers.mastodon_csv.addresses import account_at
from hobnob.importers.mastodon_csv.rows import Row, rows
from hobnob.importers.mastodon_csv.sections import ADDRESS_HEADING, Section

_SHOWN = 40
"""Characters of a damaged cell that its problem repeats."""


class NoAccount(ValueError):
    """A row names nobody; the message is why it was left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvFile:
    """A file, read whole: it is short."""

    name: str
    section: Section
    data: bytes
    header: tuple[str, ...] = ()
    """The headings in lower case; empty where the first row is one like the others."""

    @property
    def is_read(self) -> bool:
        """Whether anything of it is taken in."""
        return not self.section.why_not

    def rows(self) -> Iterator[Row]:
        """Its rows without the header."""
        found = rows(self.data)
        if self.header:
            next(found)
        return found

    def named_in(self, row: Row) -> Account:
        """Whom a row names. Raises NoAccount."""
        if not row.cells:
            raise NoAccount("damaged and left out: a quotation mark is never closed")
        if self._address_column >= len(row.cells):
            raise NoAccount("left out: no account is in it")
        text = row.cells[self._address_column]
        account = account_at(text)
        if account is None:
            raise NoAccount(f"left out: “{_shown(text)}” is no account, as ana@den.example is one")
        return account

    def titles(self) -> Iterator[str]:
        """The title of the list in each row, where this is a file of lists."""
        if self.section.has_titles:
            yield from (row.cells[0] for row in self.rows() if len(row.cells) > 1 and row.cells[0])

    @property
    def _address_column(self) -> int:
        return self.header.index(ADDRESS_HEADING) if self.header else self.section.address_column


def _shown(text: str) -> str:
    """The beginning of a cell, without what no page can show and no database keeps."""
    return "".join(each for each in text[:_SHOWN] if each.isprintable())
