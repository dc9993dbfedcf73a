"""Leave no trace of deleted rows in the files of the database.

SQLite only marks them as deleted: with `secure_delete` it overwrites them
(https://www.sqlite.org/pragma.html#pragma_secure_delete). The words of an index stay in older parts
of it until those are merged (https://www.sqlite.org/fts5.html, 6.7), and what was written lately
stays in the write-ahead log until that is folded in. PostgreSQL's VACUUM does all this by itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from hobnob.storage.search import COLUMNS


@contextmanager
def leaving_no_trace() -> Iterator[None]:
    """What is deleted within is overwritten, and gone from index and log when all is committed."""
    if connection.vendor != "sqlite":
        yield
        return
    _do("PRAGMA secure_delete = ON")
    try:
        with transaction.atomic():
            yield
            for table in COLUMNS:
                index = f"{table}_search"
                _do(f"INSERT INTO {index}({index}) VALUES ('optimize')")  # noqa: S608 (our own names)
    finally:
        _do("PRAGMA secure_delete = FAST")
    transaction.on_commit(lambda: _do("PRAGMA wal_checkpoint(TRUNCATE)"))


def _do(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
