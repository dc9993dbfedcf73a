"""The supporters of the demo as CiviCRM exports them: donors.txt, with the days counted from now.

Some are people of the cast under the name that they have with us. Two rows are as people leave
them: an address that is none, and a comma too many.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from hobnob.domain.moments import from_us
from hobnob.operations.demo.sections import read_sections

FILE = "donors.csv"
_HEADINGS = (
    "Contact ID", "First Name", "Last Name", "Birth Date", "Street Address", "City",
    "Postal Code", "Country", "Email", "Website", "Mastodon Handle", "Group(s)",
    "Do Not Contact", "Is Deceased", "Contribution ID", "Gift Type", "Total Amount", "Currency",
    "Date Received", "Contribution Status", "Contribution Source", "pledge_id",
)  # fmt: skip
_FIRST_ID = 2_040
_NOT_AN_ADDRESS = "Wouter,Sterntje,,Kade 5,Ferrytown,4101,Netherlands,wouter@,,,Donors,No,No"
_A_COMMA_TOO_MANY = "Imme,Regenpfeifer,,Priel 1, Hinterhaus,Husum,25813,Germany,imme@priel.example"
_GIFT = re.compile(r"([pf]?)(\d+)@(\d+)([a-z]?)")
_APPEALS = ("Spring appeal", "Heron night", "Save the fens", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Donor:
    """One record of donors.txt."""

    number: int
    given: str
    family: str
    place: tuple[str, ...]
    """Street, city, postcode, country."""
    email: str
    born: str
    online: str
    groups: tuple[str, ...]
    gifts: tuple[str, ...]


def donors() -> Iterator[Donor]:
    """Everybody of donors.txt, in its order."""
    lines = [line for each in read_sections("donors.txt").values() for line in each]
    for number, line in enumerate(lines, start=_FIRST_ID):
        name, place, email, born, online, groups, gifts = map(str.strip, line.split("|"))
        given, family = map(str.strip, name.split("/"))
        yield Donor(
            number=number,
            given=given,
            family=family,
            place=tuple(map(str.strip, place.split(";"))),
            email=email,
            born=_told(born),
            online=_told(online),
            groups=tuple(map(str.strip, groups.split(";"))),
            gifts=tuple(gifts.split()),
        )


def write_donors(path: Path, *, now_us: int) -> None:
    """The file as of now: one row a gift, the same bytes for the same day."""
    today = from_us(now_us).date()
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(_HEADINGS)
        for donor in donors():
            rows.writerows(_rows(donor, today))
        stream.write(f"{_FIRST_ID - 2},{_NOT_AN_ADDRESS}\r\n")
        stream.write(f"{_FIRST_ID - 1},{_A_COMMA_TOO_MANY}{',' * len(_HEADINGS)}x\r\n")


def _told(cell: str) -> str:
    return "" if cell == "-" else cell


def _rows(donor: Donor, today: date) -> Iterator[tuple[str, ...]]:
    network, _, handle = donor.online.rpartition(" ")
    groups = [each for each in donor.groups if each not in {"do not contact", "deceased"}]
    who = (
        str(donor.number),
        donor.given,
        donor.family,
        donor.born,
        *donor.place,
        donor.email,
        "" if network else donor.online,
        handle if network else "",
        ", ".join(groups),
        _yes("do not contact" in donor.groups),
        _yes("deceased" in donor.groups),
    )
    for at, written in enumerate(donor.gifts):
        yield (*who, *_gift(donor, at, written, today))


def _gift(donor: Donor, at: int, written: str, today: date) -> tuple[str, ...]:
    found = _GIFT.fullmatch(written)
    if found is None:
        raise ValueError(f"no gift: {written!r}")
    sign, amount, days_ago, pledge = found.groups()
    own_id = f"{donor.number}-{at + 1}"
    return (
        own_id,
        "Pledge" if sign == "p" else "Payment",
        f"{amount}.00",
        "EUR",
        (today - timedelta(days=int(days_ago))).isoformat(),
        {"f": "Failed", "p": "Pending"}.get(sign, "Completed"),
        _APPEALS[(donor.number + at) % len(_APPEALS)],
        f"{donor.number}-1" if pledge else "",
    )


def _yes(is_so: bool) -> str:
    return "Yes" if is_so else "No"
