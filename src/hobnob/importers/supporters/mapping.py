"""What each column of a file means: told by the file, by a person, or remembered from last time."""

from collections.abc import Mapping as Mapped
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from hobnob.domain.errors import HobnobError
from hobnob.domain.supporters import Relationship
from hobnob.importers.supporters.fields import Meaning, meaning


class BadMapping(HobnobError):
    """A mapping that was kept or sent is none."""


class DateOrder(StrEnum):
    """What stands first in 03/04/2024."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """What the columns of files of one kind mean. A column that is not in it is left out."""

    columns: Mapped[str, Meaning]
    """By heading, as it stands; the second "Email" of a file is "Email (2)"."""
    system: str = ""
    """The system that the file is from, where it is known: "civicrm"."""
    date_order: DateOrder | None = None
    """Said by a person, for columns that do not show it."""
    currency: str = ""
    """Of amounts without one: "EUR"."""
    everybody_is: tuple[Relationship, ...] = ()
    """What everybody in the file is to us."""
    unread: tuple[str, ...] = field(default=())
    """Columns that nobody gave a meaning, to be shown."""

    def as_json(self) -> dict[str, object]:
        """What is kept of it, to be read again by `from_json`."""
        return {
            "columns": {heading: str(each) for heading, each in self.columns.items()},
            "system": self.system,
            "date_order": self.date_order.value if self.date_order else "",
            "currency": self.currency,
            "everybody_is": [each.value for each in self.everybody_is],
        }

    @classmethod
    def from_json(cls, kept: object) -> Self:
        """The mapping that was kept. Raises BadMapping."""
        try:
            return cls._from(kept)
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            raise BadMapping(
                f"The mapping of columns cannot be read ({error}): choose the columns again."
            ) from error

    @classmethod
    def _from(cls, kept: object) -> Self:
        if not isinstance(kept, dict):
            raise TypeError("it is no table of headings")
        order = kept.get("date_order", "")
        return cls(
            columns={str(each): meaning(str(text)) for each, text in kept["columns"].items()},
            system=str(kept.get("system", "")),
            date_order=DateOrder(order) if order else None,
            currency=str(kept.get("currency", ""))[:3].upper(),
            everybody_is=tuple(Relationship(each) for each in kept.get("everybody_is", [])),
        )
