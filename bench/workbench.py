"""An empty hobnob of its own for a benchmark; import it before Django reads its settings."""

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

import machine  # noqa: F401 (lets hobnob be imported)

_HOME = tempfile.TemporaryDirectory(prefix="hobnob-bench-")
FOLDER = Path(_HOME.name)
"""Gone when the benchmark ends."""

os.environ["HOBNOB_HOME"] = _HOME.name
os.environ["DJANGO_SETTINGS_MODULE"] = "hobnob.settings"
os.environ.pop("DATABASE_URL", None)

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

django.setup()


def new_database(path: Path) -> None:
    """Make an empty hobnob database at `path` and let hobnob use it."""
    template = FOLDER / "template.db"
    if not template.exists():
        use_database(template)
        call_command("migrate", verbosity=0, skip_checks=True)
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
    shutil.copyfile(template, path)
    use_database(path)


def use_database(path: Path) -> None:
    """Let hobnob read and write the database at `path`."""
    connection.close()
    connection.settings_dict["NAME"] = str(path)


def bare_database(path: Path, tables: tuple[str, ...]) -> sqlite3.Connection:
    """A new SQLite database without Django, with hobnob's PRAGMAs and these of its tables.

    The tables have their columns, constraints and indexes, not their triggers and full-text index.
    """
    bare = sqlite3.connect(path, isolation_level=None)
    bare.executescript(settings.DATABASES["default"]["OPTIONS"]["init_command"])
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(
                "SELECT sql FROM sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL "
                "AND type IN ('table', 'index') ORDER BY type = 'index'",
                [table],
            )
            for (sql,) in cursor.fetchall():
                bare.execute(sql)
    return bare
