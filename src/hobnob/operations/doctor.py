"""Look at everything hobnob stands on; say what is wrong, and what to do about it."""

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from hobnob.operations.forget_again import overdue
from hobnob.operations.suppress import KeyIsLost, forgotten
from hobnob.storage import models
from hobnob.storage.queries.sources import unfinished_sources
from hobnob.storage.search import COLUMNS

_OLDEST_SQLITE = (3, 38, 0)
"""json_each without a compile option, and RETURNING: https://www.sqlite.org/changes.html"""

_ENOUGH_FREE = 512 * 1024 * 1024

_WANTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
"""What every connection says of itself; synchronous 2 is FULL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at. `to_do` is empty where nothing has to be done."""

    about: str
    says: str
    to_do: str = ""

    @property
    def is_fine(self) -> bool:
        """Whether it may stay as it is."""
        return not self.to_do


def examine() -> list[Finding]:
    """Everything, from the ground up. A database that cannot be read is a finding too."""
    findings = [_python(), _sqlite(), _folder(), _disk()]
    try:
        findings += [_pragmas(), _integrity()]
        if not connection.introspection.table_names():
            return [*findings, Finding(about="tables", says="the first command will make them")]
        findings.append(tables := _tables())
        if tables.is_fine:
            findings += [_imports(), _contacts(), _search(), _forgotten()]
    except DatabaseError as error:
        findings.append(
            Finding(
                about="database",
                says=f"{_database_name()} cannot be read: {error}.",
                to_do="Put back a copy of it, or choose another folder with --home DIR.",
            )
        )
    return findings


def _python() -> Finding:
    return Finding(about="python", says=sys.version.split()[0])


def _sqlite() -> Finding:
    too_old = sqlite3.sqlite_version_info < _OLDEST_SQLITE
    oldest = ".".join(map(str, _OLDEST_SQLITE))
    return Finding(
        about="sqlite",
        says=sqlite3.sqlite_version,
        to_do=f"Use a Python that comes with SQLite {oldest} or newer." if too_old else "",
    )


def _folder() -> Finding:
    home = Path(settings.HOME)
    open_ones = sorted(path for path in (home, *_files(home)) if _is_open_to_others(path))
    if not open_ones:
        return Finding(about="data folder", says=f"{home}, readable by you alone")
    names = ", ".join(path.name for path in open_ones[:5])
    return Finding(
        about="data folder",
        says=f"Others on this machine can read in {home}: {names}.",
        to_do=f"Run `chmod -R go-rwx '{home}'`.",
    )


def _files(home: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(home):
        yield from (Path(folder) / name for name in names)


def _is_open_to_others(path: Path) -> bool:
    try:
        return bool(stat.S_IMODE(path.lstat().st_mode) & 0o077) and not path.is_symlink()
    except FileNotFoundError:
        # SQLite removes its -wal and -shm when the last connection closes.
        return False


def _disk() -> Finding:
    free = shutil.disk_usage(settings.HOME).free
    is_short = free < _ENOUGH_FREE
    return Finding(
        about="disk",
        says=f"{free / 1024**3:.1f} GiB free",
        to_do="Make room: an import needs about twice the size of its archive." if is_short else "",
    )


def _pragmas() -> Finding:
    if connection.vendor != "sqlite":
        return Finding(about="database", says=f"{connection.display_name}, {_database_name()}")
    with connection.cursor() as cursor:
        found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in _WANTED}
    mode = connection.settings_dict["OPTIONS"].get("transaction_mode")
    wrong = [f"{name} is {found[name]}" for name, want in _WANTED.items() if found[name] != want]
    if mode != "IMMEDIATE":
        wrong.append(f"transactions begin {mode}")
    if wrong:
        return Finding(
            about="database",
            says=f"{_database_name()}: {', '.join(wrong)}.",
            to_do="Move the data folder to a local disk: network file systems know no WAL.",
        )
    return Finding(about="database", says="WAL, synchronous FULL, transactions IMMEDIATE")


def _integrity() -> Finding:
    if connection.vendor != "sqlite":
        return Finding(about="integrity", says="PostgreSQL sees to it")
    with connection.cursor() as cursor:
        said = [row[0] for row in cursor.execute("PRAGMA quick_check(5)").fetchall()]
    if said == ["ok"]:
        return Finding(about="integrity", says="every page of the database is sound")
    return Finding(
        about="integrity",
        says=f"The database is damaged: {'; '.join(map(str, said))}.",
        to_do="Put back a copy from before; what is damaged can spread.",
    )


def _tables() -> Finding:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not plan:
        return Finding(about="tables", says="up to date with this version")
    return Finding(
        about="tables",
        says=f"{len(plan)} steps behind this version of hobnob.",
        to_do="Run `hobnob today`: any command but this one brings them up to date.",
    )


def _imports() -> Finding:
    unfinished = unfinished_sources()
    if not unfinished:
        return Finding(about="imports", says="all finished")
    titles = models.Source.objects.filter(pk__in=unfinished).values_list("title", flat=True)
    return Finding(
        about="imports",
        says=f"Not read to the end: {', '.join(titles)}.",
        to_do="Run `hobnob up`, or import the file again: it goes on where it stopped.",
    )


def _contacts() -> Finding:
    stale = models.ContactState.objects.filter(is_stale=True).count()
    if not stale:
        return Finding(about="contacts", says="every state is in step with the log")
    return Finding(
        about="contacts",
        says=f"{stale} states wait for an import that stopped half-way.",
        to_do="Finish the import, or run `hobnob rebuild`.",
    )


def _search() -> Finding:
    if connection.vendor != "sqlite":
        return Finding(about="search", says="PostgreSQL keeps its index itself")
    behind = [table for table in COLUMNS if not _is_index_in_step(table)]
    if not behind:
        return Finding(about="search", says="the index is in step")
    return Finding(
        about="search",
        says=f"The index of {', '.join(behind)} is out of step.",
        to_do="Run `hobnob rebuild`.",
    )


def _forgotten() -> Finding:
    try:
        if models.Forgotten.objects.exists():
            forgotten(())
        again = overdue()
    except KeyIsLost as error:
        says, _, to_do = str(error).partition(". ")
        return Finding(about="forgotten", says=f"{says}.", to_do=to_do)
    if not again:
        return Finding(about="forgotten", says="whom you had forgotten stays out")
    return Finding(
        about="forgotten",
        says="An older database was put back, which may know people whom you had forgotten.",
        to_do="Run `hobnob today`: any command but this one erases them again, once nothing to "
        "them is being sent any more.",
    )


def _is_index_in_step(table: str) -> bool:
    """Whether the index says what its table says (https://www.sqlite.org/fts5.html, 6.4)."""
    index = f"{table}_search"
    with connection.cursor() as cursor:
        try:
            cursor.execute(
                f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"  # noqa: S608 (our own names)
            )
        except DatabaseError:
            return False
    return True


def _database_name() -> str:
    return str(connection.settings_dict["NAME"])
