"""Look at a file of supporters: what its columns mean, by whom, and what is still to be said."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from hobnob.domain.errors import HobnobError
from hobnob.domain.supporters import Relationship
from hobnob.importers.supporters import (
    DateOrder,
    Field,
    Meaning,
    Question,
    Suggestion,
    SupporterFile,
    open_supporters,
)
from hobnob.importers.supporters import Mapping as Columns
from hobnob.operations.supporters.mappings import remembered


class NoSuchColumn(HobnobError):
    """Something was said of a column that the file has not."""


class NeverRead(HobnobError):
    """A meaning was chosen for a column that tells of what is never kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What somebody says of a file. Of what they don't mention the file itself is asked."""

    columns: Mapping[str, Meaning | None] = field(default_factory=dict)
    """By heading; None: leave it out."""
    date_order: DateOrder | None = None
    currency: str = ""
    everybody_is: tuple[Relationship, ...] = ()
    encoding: str = ""
    asks_anew: bool = False
    """Whether what was said of the last file of this kind does not count."""

    @property
    def are_any(self) -> bool:
        """Whether anything was said that the next file of this kind should know."""
        return bool(self.columns or self.date_order or self.currency or self.everybody_is)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A file as it will be read."""

    title: str
    system: str
    """The system that it is from, where it is known: "civicrm"."""
    headings: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    refused: Mapping[str, str]
    """Columns that are never read, and what they tell."""
    sample: tuple[tuple[str, ...], ...]
    """Its first rows."""
    encoding: str
    mapping: Columns
    unsaid: tuple[str, ...]
    """Columns of which somebody has to say what they mean, before it is read."""
    remembered_us: int | None
    """When files of this kind were last read as somebody said; None where nobody did."""
    questions: tuple[Question, ...] = ()


def look_at_supporters(path: Path, choices: Choices) -> Look:
    """How the file will be read. Raises UnreadableFile, NoSuchColumn."""
    with opened(path, choices) as (export, look):
        return replace(look, questions=export.questions)


@contextmanager
def opened(path: Path, choices: Choices) -> Iterator[tuple[SupporterFile, Look]]:
    """The file, opened as it will be read, and a look at it without its questions."""
    with open_supporters(path, encoding=choices.encoding) as export:
        known = None if choices.asks_anew else remembered(export.headings)
        base = known[0] if known else export.mapping
        mapping = _chosen(path, base, export, choices)
        look = Look(
            title=export.title,
            system=mapping.system,
            headings=export.headings,
            suggestions=export.suggestions,
            refused=export.refused,
            sample=export.sample,
            encoding=export.encoding,
            mapping=mapping,
            unsaid=_unsaid(mapping, export, choices),
            remembered_us=known[1] if known else None,
        )
    with open_supporters(path, mapping, encoding=look.encoding) as export:
        yield export, look


def _chosen(path: Path, base: Columns, export: SupporterFile, choices: Choices) -> Columns:
    columns = dict(base.columns)
    for heading, meaning in choices.columns.items():
        if heading not in export.headings:
            raise NoSuchColumn(
                f"{path} has no column “{heading}”. It has "
                f"{', '.join(f'“{each}”' for each in export.headings)}."
            )
        columns.pop(heading, None)
        if meaning and (tells := export.refused.get(heading)):
            raise NeverRead(
                f"“{heading}” tells of {tells}, which hobnob never reads, so it cannot mean "
                f"“{meaning}”: leave it out."
            )
        if meaning:
            columns[heading] = meaning
    return replace(
        base,
        columns=columns,
        date_order=choices.date_order or base.date_order,
        currency=choices.currency or base.currency,
        everybody_is=choices.everybody_is or base.everybody_is,
    )


def _unsaid(mapping: Columns, export: SupporterFile, choices: Choices) -> tuple[str, ...]:
    said = {*choices.columns, *export.refused, *mapping.columns}
    unsaid = tuple(each for each in mapping.unread if each not in said)
    return _days_of_gifts(unsaid, mapping, export) if mapping.system else unsaid


def _days_of_gifts(
    unsaid: tuple[str, ...], mapping: Columns, export: SupporterFile
) -> tuple[str, ...]:
    """Of a known system's file only this is asked: without it gifts would go in without a day."""
    if Meaning(Field.GIFT_DATE) in mapping.columns.values():
        return ()
    days = {each.heading for each in export.suggestions if each.meaning == Meaning(Field.GIFT_DATE)}
    return tuple(each for each in unsaid if each in days)
