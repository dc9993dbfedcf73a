"""What Mastodon's CSV files say: whom I follow, mute and block, and who is on lists of mine.

They give addresses and neither ids nor dates. The newest stands first, as in export.rb; who is
behind an address is found out where it is recorded.
"""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from hobnob.domain.interactions import Direction, Interaction
from hobnob.domain.people import Account, Network
from hobnob.importers.base import Closes, Found, Place, Problem
from hobnob.importers.mastodon_csv.files import CsvFile, NoAccount
from hobnob.importers.mastodon_csv.rows import Row

_MOST_LISTS = 10_000


class CsvExport(Closes):
    """The files of one account, read one after the other."""

    def __init__(self, files: Sequence[CsvFile], owner: Account):
        self._files = files
        self.owner: Account = owner
        """Me, by the address that I gave."""
        self.former_handles: tuple[tuple[str, int], ...] = ()
        self.generated_at_us: int | None = None
        titles = dict.fromkeys(chain.from_iterable(file.titles() for file in files))
        self.list_names: tuple[str, ...] = tuple(islice(titles, _MOST_LISTS))

    def close(self) -> None:
        """Nothing is held open."""

    @property
    def title(self) -> str:
        """Mastodon export of @robin@tusk.example (follows, lists)."""
        names = dict.fromkeys(file.section.name for file in self._files if file.is_read)
        return f"Mastodon export of @{self.owner.handle} ({', '.join(names)})"

    @property
    def fingerprint(self) -> str:
        """The same for the same files of the same account, whatever they are called."""
        lines = [f"{file.section.name} {_digest(file.data)}" for file in self._files]
        return _digest("\n".join([self.owner.native_id, *lines]).encode())

    @property
    def total_records(self) -> int:
        """How many rows there are."""
        return sum(1 for file in self._files if file.is_read for _ in file.rows())

    def why_nothing(self) -> str:
        """Why nothing of these files can be taken in, "" where something can, or all are empty."""
        if not any(file.is_read for file in self._files):
            return self._files[0].section.why_not
        if not self.total_records or any(map(_names_somebody, self._files)):
            return ""
        return "none of its lines names an account, as in ana@den.example"

    def read(self, start: Place | None = None) -> Iterator[Found]:
        """What each row says, in the same order each time; from the place `start` on."""
        begin = _rank(start) if start else (0, 0)
        for number, file in enumerate(self._files):
            yield from (each for each in self._file(file, number) if _rank(each.place) >= begin)

    def _file(self, file: CsvFile, number: int) -> Iterator[Found]:
        if file.is_read:
            for record, row in enumerate(file.rows()):
                yield self._found(file, row, _place(number, record))
        elif next(file.rows(), None):
            reason = f"not read: {file.section.why_not}"
            yield _problem(_place(number, 0), file, "the whole file", reason)

    def _found(self, file: CsvFile, row: Row, place: Place) -> Found:
        try:
            account = file.named_in(row)
        except NoAccount as error:
            return _problem(place, file, f"line {row.line}", str(error))
        if file.section.kind is None:
            return Found(place=place, accounts=(account,))
        if account.native_id == self.owner.native_id:
            return Found(place=place)
        tie = Interaction(
            network=Network.MASTODON,
            kind=file.section.kind,
            direction=Direction.FROM_ME,
            native_id=f"{self.owner.native_id}>{account.native_id}",
            actor=self.owner,
            target=account,
            order=-place.record,
        )
        return Found(place=place, interactions=(tie,))


def _place(number: int, record: int) -> Place:
    """Files may be called otherwise when reading goes on: their order stays."""
    return Place(file=f"file {number}", record=record)


def _rank(place: Place) -> tuple[int, int]:
    return (int(place.file.removeprefix("file ")), place.record)


def _names_somebody(file: CsvFile) -> bool:
    """Whether any row of a file that is read does."""
    for row in file.rows() if file.is_read else ():
        try:
            file.named_in(row)
        except NoAccount:
            continue
        return True
    return False


def _problem(place: Place, file: CsvFile, where: str, reason: str) -> Found:
    return Found(place=place, problem=Problem(file=file.name, where=where, reason=reason))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
