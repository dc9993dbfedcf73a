"""Folders of records, accounts and the truth about them, as the benchmarks of matching read them.

A folder has records.csv (record_id, first_name, last_name, city, state, website), accounts.csv
(account_id, handle, display_name, bio, location, website) and truth.csv (record_id, account_id).
Only ids and names are needed. They hold real people's profiles and are no part of hobnob:
`HOBNOB_BENCH_DATA` says where they are.
"""

import csv
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hobnob.domain.matching.columns import (
    Columns,
    Record,
    Shown,
    account_columns,
    record_columns,
)
from hobnob.domain.matching.rarity import rarity

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("HOBNOB_BENCH_DATA", ROOT.parent / "shared" / "data"))


@dataclass(frozen=True, kw_only=True)
class Pack:
    """One folder, read."""

    name: str
    records: list[Columns]
    accounts: list[Columns]
    truth: frozenset[tuple[str, str]]
    rarity: dict[str, float]
    display_names: dict[str, list[str]]
    """Account ids by display name as it is shown, in lower case."""
    full_names: dict[str, str]
    """First and last name by record, in lower case."""

    @cached_property
    def owners(self) -> frozenset[str]:
        """Records that have an account."""
        return frozenset(record for record, _ in self.truth)


def read_pack(folder: Path) -> Pack:
    """Read a folder. Raises FileNotFoundError where it is none."""
    records, accounts = _rows(folder / "records.csv"), _rows(folder / "accounts.csv")
    shown: dict[str, list[str]] = {}
    for row in accounts:
        shown.setdefault((row["display_name"] or "").strip().lower(), []).append(row["account_id"])
    return Pack(
        name=folder.name,
        records=[record_columns(_record(row)) for row in records],
        accounts=[account_columns(_account(row)) for row in accounts],
        truth=frozenset(
            (row["record_id"], row["account_id"]) for row in _rows(folder / "truth.csv")
        ),
        rarity={row["record_id"]: rarity(row["first_name"], row["last_name"]) for row in records},
        display_names=shown,
        full_names={
            row["record_id"]: f"{row['first_name']} {row['last_name']}".strip().lower()
            for row in records
        },
    )


def _record(row: dict[str, str]) -> Record:
    return Record(
        key=row["record_id"],
        first=row["first_name"],
        last=row["last_name"],
        city=row.get("city") or "",
        region=row.get("state") or "",
        websites=(row.get("website") or "",),
    )


def _account(row: dict[str, str]) -> Shown:
    return Shown(
        key=row["account_id"],
        handle=row.get("handle") or "",
        name=row["display_name"] or "",
        bio=row.get("bio") or "",
        location=row.get("location") or "",
        links=(row.get("website") or "",),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))
