"""Which pairs have a key in common, and at what level each comparison of them is: Splink on DuckDB.

https://moj-analytical-services.github.io/splink/ (MIT). Nothing here loops over pairs in Python.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import duckdb
import numpy as np
import pyarrow as pa
from splink import DuckDBAPI, Linker

from hobnob.domain.matching.columns import EMPTY, Columns
from hobnob.measures.matches.blocking import LEFT, RIGHT, block
from hobnob.measures.matches.competition import Ints
from hobnob.measures.matches.settings import splink_settings, told_weight
from hobnob.measures.matches.spec import COMPARISONS, Level

_BATCH = 2_000
_PIECE = 400_000
"""Pairs that are compared at once: more at a time take more memory, and hardly less time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Pairs, one element each, in the order of their records and then of their accounts."""

    record: Ints
    """Which record, counted from 0."""
    account: Ints
    levels: dict[str, Ints]
    """By comparison: which level of `COMPARISONS`, counted from 0."""

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self.record)


def compare(records: pa.Table, accounts: pa.Table) -> Compared:
    """Every pair that shares a telling key, compared. Both tables are `as_table`'s."""
    with duckdb.connect() as connection:
        connection.register(LEFT, records)
        connection.register(RIGHT, accounts)
        block(connection)
        ends = [each for (each,) in connection.execute(_ENDS, [_PIECE]).fetchall()]
        pieces = [
            _compared(connection, begin, end)
            for begin, end in pairwise([0, *dict.fromkeys(ends), len(records)])
        ]
    columns = {name: np.concatenate([each[name] for each in pieces]) for name in pieces[0]}
    return Compared(
        record=columns["row_l"],
        account=columns["row_r"],
        levels={
            name: _places(levels)[columns[f"mw_{name}"]] for name, levels in COMPARISONS.items()
        },
    )


def _compared(connection: duckdb.DuckDBPyConnection, begin: int, end: int) -> dict[str, Ints]:
    """The pairs of some of the records, in order, with what each of their levels is told to weigh.

    Splink copies the columns of everybody in a pair more than once, hence in pieces.
    """
    connection.execute(_PAIRS, [begin, end])
    api = DuckDBAPI(connection)
    tables = []
    for name, key in ((LEFT, "record"), (RIGHT, "account")):
        connection.execute(_COMPARED.format(table=name, key=key, columns=_HASHED))
        tables.append(api.register(f"compared_{name}", dataset_display_name=name))
    linker = Linker(tables, splink_settings(), log_level=None)
    linker.table_management.register_blocked_pairs_for_predict(api.register("pairs"))
    told = linker.inference.predict(warning_mode="never")
    names = ("row_l", "row_r", *(f"mw_{name}" for name in COMPARISONS))
    columns = connection.table(told.physical_name).select(*names).order("row_l, row_r").fetchnumpy()
    told.drop_table_from_database_and_remove_from_cache()
    return {name: np.rint(columns[name]).astype(np.int64) for name in names}


def as_table(rows: Iterable[Columns]) -> pa.Table:
    """The columns of records or accounts as an Arrow table, with `row`, counted from 0."""
    rows = iter(rows)
    batches = [_batch(some) for some in iter(lambda: list(islice(rows, _BATCH)), [])]
    table = pa.Table.from_batches(batches, _SCHEMA)
    return table.append_column("row", pa.array(np.arange(len(table), dtype=np.int32)))


_ENDS = """
SELECT record FROM (SELECT record, row_number() OVER (ORDER BY record) AS number FROM found)
WHERE number % $1 = 0 ORDER BY record
"""
"""A piece ends with so many pairs, before the record that would have had the next."""
_PAIRS = """
CREATE OR REPLACE TABLE pairs AS
    SELECT '0' AS match_key, 'a_records-__-' || record AS join_key_l,
        'b_accounts-__-' || account AS join_key_r, record, account
    FROM found WHERE record >= $1 AND record < $2
"""
"""In the form in which Splink takes them, and by their rows."""
_COMPARED = """
CREATE OR REPLACE TABLE compared_{table} AS SELECT row, {columns} FROM {table}
    SEMI JOIN pairs ON {key} = row
"""
_HASHED = ", ".join(
    f'list_transform("{name}", lambda each: hash(each)) AS "{name}"' if empty == [] else f'"{name}"'
    for name, empty in EMPTY.items()
    if name not in ("unique_id", "keys")
)
"""Members of lists are only ever asked whether they are equal, and numbers are so sooner."""


_SCHEMA = pa.schema(
    [
        (name, pa.string() if isinstance(empty, str) else pa.list_(pa.string()))
        for name, empty in EMPTY.items()
    ]
)


def _batch(rows: Sequence[Columns]) -> pa.RecordBatch:
    columns = [pa.array([row[each.name] for row in rows], each.type) for each in _SCHEMA]
    return pa.RecordBatch.from_arrays(columns, schema=_SCHEMA)


def _places(levels: Sequence[Level]) -> Ints:
    """By what Splink is told that a level weighs: which level it is."""
    places = np.zeros(len(levels) + 1, dtype=np.int64)
    for place, level in enumerate(levels):
        places[told_weight(place, level)] = place
    return places
