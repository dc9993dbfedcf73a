"""What one can say of a file of people on the command line."""

from typing import TYPE_CHECKING, Annotated

import typer

from hobnob.domain.errors import HobnobError
from hobnob.domain.money import CODES
from hobnob.domain.supporters import Relationship

if TYPE_CHECKING:
    from hobnob.importers.supporters import DateOrder as Order
    from hobnob.importers.supporters import Meaning
    from hobnob.operations.supporters.look_at import Choices

_PANEL = "Files of people"

NOTHING_SAID: list[str] = []

DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run",
        metavar="",
        help="Say what the file would bring, and keep nothing.",
        rich_help_panel=_PANEL,
    ),
]
Column = Annotated[
    list[str],
    typer.Option(
        "--column",
        metavar="HEADING=MEANING",
        help="What a column means, or nothing behind the = to leave it out. May be repeated.",
        rich_help_panel=_PANEL,
    ),
]
Encoding = Annotated[
    str,
    typer.Option(
        "--encoding",
        metavar="NAME",
        help="How letters are written, where names look odd: cp1252, mac_roman …",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
DateOrder = Annotated[
    str,
    typer.Option(
        "--date-order",
        metavar="day|month",
        help="What comes first in dates like 03/04/2024.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
Currency = Annotated[
    str,
    typer.Option(
        "--currency",
        metavar="CODE",
        help="Of amounts that name none: EUR.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
EverybodyIs = Annotated[
    list[str],
    typer.Option(
        "--everybody-is",
        metavar="RELATIONSHIP",
        help=f"What everybody in the file is to you: {', '.join(Relationship)}. May be repeated.",
        rich_help_panel=_PANEL,
    ),
]
ForgetMapping = Annotated[
    bool,
    typer.Option(
        "--forget-mapping",
        metavar="",
        help="Forget what you said of the columns of such files before.",
        rich_help_panel=_PANEL,
    ),
]


class BadOption(HobnobError):
    """An option says something that means nothing."""


def choices_of(
    *,
    columns: list[str],
    encoding: str,
    date_order: str,
    currency: str,
    everybody_is: list[str],
    asks_anew: bool,
) -> "Choices":
    """What the options say. Raises BadOption."""
    from hobnob.operations.supporters.look_at import Choices

    if currency and currency.upper() not in CODES:
        raise BadOption(f"“{currency}” is no currency: write its three letters, as in EUR.")
    wrong = next((each for each in everybody_is if each not in list(Relationship)), None)
    if wrong is not None:
        known = ", ".join(Relationship)
        raise BadOption(f"Nobody is “{wrong}” to us: --everybody-is takes {known}.")
    order = order_called(date_order)
    if date_order and order is None:
        raise BadOption(f"“{date_order}” comes first in no date: --date-order takes day or month.")
    return Choices(
        columns=dict(map(_column, columns)),
        date_order=order,
        currency=currency.upper(),
        everybody_is=tuple(map(Relationship, everybody_is)),
        encoding=encoding,
        asks_anew=asks_anew,
    )


def order_called(typed: str) -> "Order | None":
    """What comes first: "day", "d", "month" … None where it is neither."""
    from hobnob.importers.supporters import DateOrder

    orders = {"day": DateOrder.DAY_FIRST, "month": DateOrder.MONTH_FIRST}
    return next((each for word, each in orders.items() if typed and word.startswith(typed)), None)


def meanings() -> str:
    """Everything that a column may mean."""
    from hobnob.importers.supporters import Field

    return ", ".join(Field)


def _column(said: str) -> "tuple[str, Meaning | None]":
    from hobnob.importers.supporters import meaning

    heading, equals, means = said.rpartition("=")
    if not equals:
        raise BadOption(f"“{said}” says nothing of a column: write it as in --column 'Town=city'.")
    try:
        return heading, meaning(means.strip().lower()) if means.strip() else None
    except ValueError as error:
        raise BadOption(f"No column means “{means}”. It may be: {meanings()}.") from error
