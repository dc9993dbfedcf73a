"""How fast interactions are recorded, beside bare sqlite3 writing the same rows.

The log comes in batches; each batch is recorded (accounts, posts, contact states, three rules),
then the rows it added to the two logs' large tables are written once more by `executemany` into a
database without anything around it. Run: python bench/record.py [--json] [--quick]
"""

import argparse
import sqlite3
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, NamedTuple

import workbench
from django.db import connection
from invented import ME, log
from machine import report

from hobnob.operations.claim_account import claim_account
from hobnob.operations.record import record
from hobnob.storage import models

TABLES = ("storage_post", "storage_interaction")
BATCH_SIZES = (1_000, 10_000)
CONTACTS = 5_000


class Run(NamedTuple):
    """CPU seconds of one pass over the whole log."""

    ours: float
    bare: float


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(description="How fast interactions are recorded.")
    parser.add_argument("--json", action="store_true", help="print one JSON object as last line")
    parser.add_argument("--quick", action="store_true", help="a small log, once")
    arguments = parser.parse_args()
    events, repeats = (20_000, 1) if arguments.quick else (100_000, 5)
    runs: dict[int, list[Run]] = {size: [] for size in BATCH_SIZES}
    for number in range(repeats):
        for size in BATCH_SIZES:
            runs[size].append(run(events, size, workbench.FOLDER / f"{number}-{size}"))
    tell(events, runs, as_json=arguments.json)


def run(events: int, batch_size: int, folder: Path) -> Run:
    """Record the log in batches, and write the rows of each batch once more without hobnob."""
    folder.mkdir()
    workbench.new_database(folder / "ours.db")
    bare = workbench.bare_database(folder / "bare.db", TABLES)
    claim_account(ME, now_us=0, seen_us=0)
    _third_rule()
    inserts = [_insert(table) for table in TABLES]
    ours_s = bare_s = 0.0
    # Made a batch at a time, as importers do: what is recorded is still in the processor's cache.
    happened = log(events, contacts=CONTACTS)
    written = dict.fromkeys(TABLES, 0)
    while batch := list(islice(happened, batch_size)):
        began = process_time()
        record(batch, now_us=batch[-1].at_us or 0)
        ours_s += process_time() - began
        rows = [_rows_after(table, written) for table in TABLES]
        began = process_time()
        _write(bare, inserts, rows)
        bare_s += process_time() - began
    bare.close()
    return Run(ours_s, bare_s)


def _third_rule() -> None:
    models.Rule.objects.create(
        name="They ask me something",
        list=models.List.objects.get(key="watchlist"),
        kinds=["mention", "reply"],
        direction="towards me",
        conditions=["asks_a_question"],
    )


def _insert(table: str) -> str:
    with connection.cursor() as cursor:
        columns = [c.name for c in connection.introspection.get_table_description(cursor, table)]
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


def _rows_after(table: str, written: dict[str, int]) -> list[tuple[Any, ...]]:
    """The rows that the last batch added."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE id > %s ORDER BY id", [written[table]])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    written[table] = rows[-1][0] if rows else written[table]
    return rows


def _write(
    bare: sqlite3.Connection, inserts: list[str], rows: list[list[tuple[object, ...]]]
) -> None:
    bare.execute("BEGIN IMMEDIATE")
    for sql, those in zip(inserts, rows, strict=True):
        bare.executemany(sql, those)
    bare.execute("COMMIT")


def tell(events: int, runs: dict[int, list[Run]], *, as_json: bool) -> None:
    """Medians over the repeats; a ratio is of the two halves of one run."""
    rate = {size: events / median(each.ours for each in those) for size, those in runs.items()}
    bare = {size: events / median(each.bare for each in those) for size, those in runs.items()}
    ratio = {size: median(each.bare / each.ours for each in those) for size, those in runs.items()}
    report(
        f"Recording {events:,} interactions with {CONTACTS:,} contacts",
        ("batch", "events per CPU-s", "bare sqlite3", "ratio", "goals"),
        [
            (f"{s:,}", f"{rate[s]:,.0f}", f"{bare[s]:,.0f}", f"{ratio[s]:.2f}", "40,000 and 0.40")
            for s in BATCH_SIZES
        ],
        {
            "events_per_cpu_s": {str(size): round(rate[size]) for size in BATCH_SIZES},
            "raw_sqlite_ratio": {str(size): round(ratio[size], 3) for size in BATCH_SIZES},
        },
        as_json=as_json,
    )


if __name__ == "__main__":
    main()
