"""Everything a supporters' file says, record by record. To read is to rehearse: nothing is kept."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hobnob.domain.supporters import Supporter
from hobnob.importers.base import Closes, Place, Problem
from hobnob.importers.supporters.cells import Customs, Remark
from hobnob.importers.supporters.delimited import TEXTS
from hobnob.importers.supporters.fields import Field, Meaning
from hobnob.importers.supporters.giving import is_told_by_itself
from hobnob.importers.supporters.mapping import BadMapping, DateOrder, Mapping
from hobnob.importers.supporters.records import Listed, Record
from hobnob.importers.supporters.sheet import Sheet, Shown
from hobnob.importers.supporters.suggesting import Suggestion, mapping_of, suggest_mapping
from hobnob.importers.supporters.systems import systems
from hobnob.importers.supporters.translation import Said, addresses_by_id, translate

_PIECE = 2**20
_ALIKE = (
    "the same person gave the same on the same day in a line above: it counts once, as nobody can "
    "tell two gifts without ids apart. If it was given twice, add a column “Gift ID”"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one record said; it is done when its supporters are kept."""

    place: Place
    supporters: tuple[Supporter, ...] = ()
    """One, or both of a couple that shares a row."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the file leaves open and a person knows."""

    heading: str
    examples: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"nobody can tell which of day and month comes first in {' and '.join(self.examples)}: "
            "import the file again and say it (`--date-order day` or `month`, or in the browser "
            "below its columns); until then these dates are left out"
        )


class SupporterFile(Closes):
    """An opened file of supporters."""

    names_by_digest = False
    """Whether it says of nobody who they are to those who do not know them already."""

    def __init__(self, path: Path, source: Sheet | Listed, mapping: Mapping | None = None):
        self._path = path
        self._source = source
        self._said_once: set[Remark] = set()
        self._gifts_told: set[int] = set()
        """Digests of those without an id."""
        self.suggestions: tuple[Suggestion, ...] = ()
        """What its columns may mean, one each."""
        if isinstance(source, Sheet):
            self.suggestions = suggest_mapping(source.headings, source.sample)
            self.mapping: Mapping = mapping or mapping_of(source.headings, self.suggestions)
            _check(path, self.mapping, source)
        else:
            self.mapping = Mapping(columns={}, system=source.system)

    def close(self) -> None:
        """Lets go of the file."""
        self._source.close()

    @property
    def headings(self) -> tuple[str, ...]:
        """Its columns, each by a name of its own."""
        return self._source.headings if isinstance(self._source, Sheet) else ()

    @property
    def sample(self) -> tuple[tuple[str, ...], ...]:
        """Some of its first rows as they are read, for a person to see what is in them."""
        return self._source.sample if isinstance(self._source, Sheet) else ()

    @property
    def encoding(self) -> str:
        """How its letters are read: "cp1252"; "" where the file says so itself."""
        source = self._source
        return source.table.encoding if isinstance(source, Sheet) else source.encoding

    @property
    def refused(self) -> dict[str, str]:
        """The columns that hobnob never reads, and what they tell."""
        return self._source.refused if isinstance(self._source, Sheet) else {}

    @property
    def needs_mapping(self) -> bool:
        """Whether a person should look first: no system is known, and not all columns are sure."""
        return self.mapping.system == "" and bool(set(self.mapping.unread) - set(self.refused))

    @property
    def title(self) -> str:
        """What people call it: "CiviCRM: donors.csv"."""
        if not isinstance(self._source, Sheet):
            return f"{self._source.kind}: {self._path.name}"
        system = systems().get(self.mapping.system)
        return f"{system.title if system else 'Supporters'}: {self._path.name}"

    @property
    def fingerprint(self) -> str:
        """The same for the same file read in the same way."""
        digest = hashlib.sha256(json.dumps(self.mapping.as_json(), sort_keys=True).encode())
        digest.update(self.encoding.encode())
        with self._path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                digest.update(piece)
        return digest.hexdigest()

    @property
    def total_records(self) -> int | None:
        """How many there are at most: a text has no more than lines. None of other files."""
        if self._path.suffix.lower() not in TEXTS:
            return None
        with self._path.open("rb") as stream:
            return sum(piece.count(b"\n") for piece in iter(lambda: stream.read(_PIECE), b""))

    @property
    def questions(self) -> tuple[Question, ...]:
        """What a person is to be asked, one for each column of dates that does not show its order.

        The file is read through once for it.
        """
        if self.mapping.date_order:
            return ()
        return tuple(
            Question(heading=heading, examples=tuple(shown.examples))
            for heading, shown in self._dates.items()
            if shown.examples and shown.order is None
        )

    def read(self, start: Place | None = None) -> Iterator[Reading]:
        """What each record says, in the same order each time; from the place `start` on."""
        self._said_once.clear()
        self._gifts_told.clear()
        customs = self._customs()
        begin = start.record if start else 0
        asked = [self._problem(f"column “{each.heading}”", str(each)) for each in self.questions]
        for count, record in enumerate(self._records()):
            if count >= begin:
                yield self._reading(count, record, customs, asked if count == 0 else [])

    def _reading(
        self, count: int, record: Record, customs: Customs, asked: list[Problem]
    ) -> Reading:
        where = f"{self._where} {record.number}"
        place = Place(file=self._path.name, record=count)
        if record.damage:
            damaged = self._problem(where, record.damage)
            return Reading(place=place, problems=(*asked, damaged))
        said = self._said_of(record, customs)
        problems = (*asked, *self._problems(where, said), *self._alike(where, said))
        return Reading(place=place, supporters=said.supporters, problems=problems)

    def _said_of(self, record: Record, customs: Customs) -> Said:
        return translate(record.cells, customs)

    def _alike(self, where: str, said: Said) -> Iterator[Problem]:
        """What is remarked where the same gift was told before, as far as anybody can tell."""
        for gift in (gift for each in said.supporters for gift in each.gifts):
            digest = hash(gift.key)
            if is_told_by_itself(gift.key) and digest in self._gifts_told:
                yield self._problem(where, _ALIKE)
            elif is_told_by_itself(gift.key):
                self._gifts_told.add(digest)

    def _problems(self, where: str, said: Said) -> Iterator[Problem]:
        """What is remarked of a record; what is said of a column is said once."""
        for remark in said.remarks:
            if not remark.is_of_column:
                at = f"{where}, “{remark.heading}”" if remark.heading else where
                yield self._problem(at, remark.reason)
            elif remark not in self._said_once:
                self._said_once.add(remark)
                at = f"column “{remark.heading}”" if remark.heading else "the whole file"
                yield self._problem(at, remark.reason)

    def _records(self) -> Iterator[Record]:
        if not isinstance(self._source, Sheet):
            return self._source.records()
        return self._source.records(self.mapping)

    def _customs(self) -> Customs:
        orders: dict[str, DateOrder | None] = {
            heading: shown.order or self.mapping.date_order
            for heading, shown in self._dates.items()
        }
        return Customs(
            system=systems().get(self.mapping.system),
            name=self.mapping.system,
            orders=orders,
            currency=self.mapping.currency,
            everybody_is=self.mapping.everybody_is,
            addresses=self._addresses,
        )

    @cached_property
    def _addresses(self) -> dict[str, str]:
        """By id, in a file of no known system: one look at all rows."""
        means = set(self.mapping.columns.values())
        if self.mapping.system or not {Meaning(Field.ID), Meaning(Field.EMAIL)} <= means:
            return {}
        return addresses_by_id((each.cells for each in self._records()), Customs())

    @cached_property
    def _dates(self) -> dict[str, Shown]:
        """What its columns of dates show of their order."""
        if not isinstance(self._source, Sheet):
            return {}
        return self._source.date_columns(self.mapping)

    @property
    def _where(self) -> str:
        return self._source.table.where if isinstance(self._source, Sheet) else self._source.where

    def _problem(self, where: str, reason: str) -> Problem:
        return Problem(file=self._path.name, where=where, reason=reason)


def _check(path: Path, mapping: Mapping, sheet: Sheet) -> None:
    if not any(sheet.meanings(mapping)) and mapping.columns:
        raise BadMapping(
            f"{path} has none of the columns that this mapping names: choose its columns anew."
        )
