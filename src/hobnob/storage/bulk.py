"""Set-based SQL for recording thousands of rows at once, on SQLite and on PostgreSQL.

The ORM writes 14,000 rows a CPU-second, `executemany` 112,000 (measured on SQLite 3.40), so the two
logs are written here and everything else through the ORM. Callers hold `lock_log` inside a
transaction: ids are handed out before the rows are written.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any, cast

from django.db import connection, models
from django.db.backends.utils import CursorWrapper

Row = tuple[Any, ...]


def lock_log() -> None:
    """Let one transaction at a time append to the logs; released when it ends.

    SQLite needs nothing: its transactions begin IMMEDIATE.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOG_LOCK])


_LOG_LOCK = 0x686F626E6F62  # "hobnob"


def next_ids(model: type[models.Model], count: int) -> list[int]:
    """That many unused primary keys, rising."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [table, count],
            )
            return [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        found = cursor.fetchone()
        first = (found[0] if found else 0) + 1
        return list(range(first, first + count))


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Append rows to the model's table; the rows give `columns` in order."""
    quoted = ", ".join(f'"{column}"' for column in columns)
    table = f'"{model._meta.db_table}"'
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            _copy(cursor, table, quoted, rows)
            return
        places = ", ".join(["%s"] * len(columns))
        cursor.executemany(
            f"INSERT INTO {table} ({quoted}) VALUES ({places})",  # noqa: S608 (our own names)
            cast(Sequence[Row], rows),  # it takes any iterable
        )


def insert_new(
    model: type[models.Model], columns: Sequence[str], rows: list[Row], *, unique: Sequence[str]
) -> Collection[int]:
    """Append the rows that the table lacks by its `unique` columns. Says which ids went in.

    The id is the first column, and rises. Asking first which rows are there took a fifth as long
    as writing them, for a batch of which most often all are new.
    """
    table = f'"{model._meta.db_table}"'
    quoted = ", ".join(f'"{column}"' for column in columns)
    unless_there = f"ON CONFLICT ({', '.join(unique)}) DO NOTHING"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # COPY knows no conflict, so the rows go through a table of their own.
            cursor.execute(f"CREATE TEMP TABLE arrived (LIKE {table}) ON COMMIT DROP")
            _copy(cursor, "arrived", quoted, rows)
            cursor.execute(
                f"INSERT INTO {table} ({quoted}) SELECT {quoted} FROM arrived "  # noqa: S608 (our own names)
                f"{unless_there} RETURNING id"
            )
            went_in = {row[0] for row in cursor.fetchall()}
            cursor.execute("DROP TABLE arrived")
            return went_in
        places = ", ".join(["%s"] * len(columns))
        cursor.executemany(
            f"INSERT INTO {table} ({quoted}) VALUES ({places}) {unless_there}",  # noqa: S608 (our own names)
            rows,
        )
        first, last = rows[0][0], rows[-1][0]
        if cursor.rowcount == len(rows):
            return range(first, last + 1)
        cursor.execute(f"SELECT id FROM {table} WHERE id BETWEEN %s AND %s", [first, last])  # noqa: S608 (our own names)
        return {row[0] for row in cursor.fetchall()}


def update(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Row], *, key: str = "id"
) -> None:
    """Set `columns` of rows; each row gives the columns in order and the key last."""
    settings = ", ".join(f'"{column}" = %s' for column in columns)
    with connection.cursor() as cursor:
        cursor.executemany(
            f'UPDATE "{model._meta.db_table}" SET {settings} WHERE "{key}" = %s',  # noqa: S608 (our own names)
            cast(Sequence[Row], rows),
        )


def _copy(cursor: CursorWrapper, table: str, columns: str, rows: Iterable[Row]) -> None:
    with cursor.cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def select_in(sql: str, *params: str, values: Iterable[str | int]) -> list[Row]:
    """Rows of a SELECT that holds `IN {values}` once, as its last parameter.

    However many values there are, the statement has one parameter for them.
    """
    values = list(values)
    if not values:
        return []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(sql.replace("IN {values}", "= ANY(%s)"), [*params, values])
        else:
            listed = json.dumps(values, ensure_ascii=False)
            in_json = "IN (SELECT value FROM json_each(%s))"
            cursor.execute(sql.replace("IN {values}", in_json), [*params, listed])
        rows: list[Row] = cursor.fetchall()
        return rows
