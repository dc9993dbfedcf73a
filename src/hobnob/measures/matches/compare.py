"""Which pairs have a key in common, and at what level each comparison of them is: Splink on DuckDB.

https://moj-analytical-services.github.io/splink/ (MIT). Nothing here loops over pairs in Python.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import duckdb
import numpy as np
import pyarrow as pa
from splink import DuckDBAPI, Linker

from hobnob.domain.matching.columns import EMPTY, Columns
from hobnob.measures.matches.blocking import LEFT, PAIRS, RIGHT, block
from hobnob.measures.matches.competition import Ints
from hobnob.measures.matches.settings import splink_settings, told_weight
from hobnob.measures.matches.spec import COMPARISONS, Level

_BATCH = 2_000


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
    connection = duckdb.connect()
    connection.register(LEFT, records)
    connection.register(RIGHT, accounts)
    block(connection)
    api = DuckDBAPI(connection)
    tables = []
    for name, key in ((LEFT, "join_key_l"), (RIGHT, "join_key_r")):
        connection.execute(_COMPARED.format(table=name, key=key, columns=_HASHED))
        tables.append(api.register(f"compared_{name}", dataset_display_name=name))
    linker = Linker(tables, splink_settings(), log_level=None)
    linker.table_management.register_blocked_pairs_for_predict(api.register(PAIRS))
    found = linker.inference.predict(warning_mode="never")
    told = [f"mw_{name}" for name in COMPARISONS]
    columns = (
        connection.table(found.physical_name)
        .select("row_l", "row_r", *told)
        .order("row_l, row_r")
        .fetchnumpy()
    )
    connection.close()
    return Compared(
        record=columns["row_l"].astype(np.int64),
        account=columns["row_r"].astype(np.int64),
        levels={
            name: _places(levels)[np.rint(columns[f"mw_{name}"]).astype(np.int64)]
            for name, levels in COMPARISONS.items()
        },
    )


def as_table(rows: Iterable[Columns]) -> pa.Table:
    """The columns of records or accounts as an Arrow table, with `row`, counted from 0."""
    rows = iter(rows)
    batches = [_batch(some) for some in iter(lambda: list(islice(rows, _BATCH)), [])]
    table = pa.Table.from_batches(batches, _SCHEMA)
    return table.append_column("row", pa.array(np.arange(len(table), dtype=np.int32)))


_COMPARED = """
CREATE TABLE compared_{table} AS SELECT row, {columns} FROM {table}
    SEMI JOIN pairs ON {key} = '{table}-__-' || row
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
