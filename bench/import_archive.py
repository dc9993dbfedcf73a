"""How long the import of an X archive takes, beside two others that read the same tweets.

- the floor: parse the same JSON with `json.loads`, and insert the rows that hobnob ended with into
  the same tables and indexes by bare sqlite3. Nobody who parses in Python and keeps those rows in
  SQLite can be faster.
- the peer: `twitter-to-sqlite import`, which keeps each tweet as it is in the layout of 2019, the
  one it still reads. It finds out nothing about people; hobnob does.

Run: python bench/import_archive.py [--json] [--quick]
"""

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple

import workbench
from django.db import connection
from invented import ME
from machine import SOURCES, report

from hobnob.domain.moments import SECOND
from hobnob.operations.demo.archive import Layout, write_archive

NOW_US = 1_790_000_000 * SECOND
"""When the archives were made."""

READ = ("tweets", "note-tweet", "like", "following", "follower", "block", "mute")
"""The files, by how their names begin, that both hobnob and the floor parse."""

_ROWS_AT_ONCE = 10_000


class Spent(NamedTuple):
    """What a process took."""

    cpu_s: float
    peak_rss_mib: float


class Run(NamedTuple):
    """One archive, read three ways."""

    ours: Spent
    floor_s: float
    peer: Spent


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(description="How long the import of an X archive takes.")
    parser.add_argument("--json", action="store_true", help="print one JSON object as last line")
    parser.add_argument("--quick", action="store_true", help="small archives, once")
    arguments = parser.parse_args()
    sizes, repeats = ((300, 600), 1) if arguments.quick else ((10_000, 100_000), 3)
    runs: dict[int, list[Run]] = {size: [] for size in sizes}
    archives = {size: write(size) for size in sizes}
    for _ in range(repeats):
        for size in sizes:
            runs[size].append(run(*archives[size]))
    idle = run_process(hobnob("lists", "--json"))
    tell(runs, idle, as_json=arguments.json)


def write(tweets: int) -> tuple[Path, Path]:
    """An archive of so many tweets and as many likes, as X makes it now and as it was in 2019."""
    paths = []
    for layout in (Layout.CURRENT, Layout.OLD):
        path = workbench.FOLDER / f"{tweets}-{layout.name}.zip"
        write_archive(path, seed=1, tweets=tweets, likes=tweets, now_us=NOW_US, layout=layout)
        paths.append(path)
    return paths[0], paths[1]


def run(current: Path, old: Path) -> Run:
    """Read an archive three ways, one after another."""
    home = workbench.FOLDER / "home"
    shutil.rmtree(home, ignore_errors=True)
    for command in ("doctor", "lists"):  # they make the home and its tables, once in its life
        run_process(hobnob(command))
    ours = run_process(hobnob("import", str(current), "--json"))
    floor_s = floor(current, home / "hobnob.db")
    peer_db = workbench.FOLDER / "peer.db"
    peer_db.unlink(missing_ok=True)
    peer = Path(sys.executable).with_name("twitter-to-sqlite")
    return Run(ours, floor_s, run_process([str(peer), "import", str(peer_db), str(old)]))


def hobnob(*words: str) -> list[str]:
    """A command of hobnob in a home of its own."""
    return [sys.executable, "-m", "hobnob", "--home", str(workbench.FOLDER / "home"), *words]


def run_process(command: Sequence[str]) -> Spent:
    """Run a program to its end, and say what it took in all."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment
    ) as process:
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed: {said.decode()}")
    return Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def floor(archive: Path, filled: Path) -> float:
    """CPU seconds to parse the files and to insert the rows of all tables that hobnob filled."""
    workbench.use_database(filled)
    tables = tuple(_filled_tables())
    bare_path = workbench.FOLDER / "bare.db"
    for leftover in workbench.FOLDER.glob("bare.db*"):
        leftover.unlink()
    bare = workbench.bare_database(bare_path, tables)
    spent_s = _parse(archive)
    for table in tables:
        for rows in _stored_rows(table):
            spent_s += _insert(bare, table, rows)
    bare.close()
    return spent_s


def _filled_tables() -> Iterator[str]:
    names = connection.introspection.table_names()
    for name in sorted(each for each in names if each.startswith("storage_")):
        if "_search" not in name:
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {name})")
                if cursor.fetchone()[0]:
                    yield name


def _parse(archive: Path) -> float:
    began = process_time()
    with zipfile.ZipFile(archive) as opened:
        for name in opened.namelist():
            if name.startswith("data/") and Path(name).name.startswith(READ):
                text = opened.read(name).decode()
                json.loads(text[text.index("=") + 1 :])
    return process_time() - began


def _stored_rows(table: str) -> Iterator[list[tuple[object, ...]]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY rowid")
        while rows := cursor.fetchmany(_ROWS_AT_ONCE):
            yield rows


def _insert(bare: sqlite3.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> float:
    began = process_time()
    bare.execute("BEGIN IMMEDIATE")
    places = ", ".join("?" * len(rows[0]))
    bare.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
    bare.execute("COMMIT")
    return process_time() - began


def tell(runs: dict[int, list[Run]], idle: Spent, *, as_json: bool) -> None:
    """Medians over the repeats; a ratio is of two halves of one run."""
    ours = {size: median(each.ours.cpu_s for each in those) for size, those in runs.items()}
    rss = {size: max(each.ours.peak_rss_mib for each in those) for size, those in runs.items()}
    to_floor = {
        size: median(each.ours.cpu_s / each.floor_s for each in those)
        for size, those in runs.items()
    }
    to_peer = {
        size: median(each.ours.cpu_s / each.peer.cpu_s for each in those)
        for size, those in runs.items()
    }
    report(
        f"Importing X archives ({ME.handle}'s tweets, and as many likes)",
        ("tweets", "hobnob CPU", "of the floor", "of twitter-to-sqlite", "peak memory", "goals"),
        [
            (
                f"{size:,}",
                f"{ours[size]:.1f} s",
                f"{to_floor[size]:.2f}",
                f"{to_peer[size]:.2f}",
                f"{rss[size]:.0f} MiB",
                "3.00, 1.00, flat",
            )
            for size in runs
        ],
        {
            "cpu_s": {str(size): round(ours[size], 2) for size in runs},
            "floor_ratio": {str(size): round(to_floor[size], 2) for size in runs},
            "peer_ratio": {str(size): round(to_peer[size], 2) for size in runs},
            "peak_rss_mib": {str(size): round(rss[size], 1) for size in runs},
            "idle_rss_mib": round(idle.peak_rss_mib, 1),
        },
        as_json=as_json,
    )


if __name__ == "__main__":
    main()
