"""Score records against accounts: Splink on DuckDB finds and weighs the pairs."""

import logging
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker

from hobnob.domain.matching.columns import EMPTY, Columns
from hobnob.measures.matches.model import COMPARISONS, splink_settings

_LN2 = math.log(2.0)
_LEFT, _RIGHT = "a_records", "b_accounts"
"""Splink puts what comes first in the alphabet on the left."""

Weights = Mapping[str, Mapping[str, float]]


class Scored(NamedTuple):
    """A pair that the keys brought together."""

    record: str
    account: str
    weight: float
    """Natural logarithm of the odds, by the evidence alone."""
    levels: Mapping[str, str]
    """The level of each comparison: {"name": "full / short", "place": "region", ...}."""


def score(
    records: Sequence[Columns],
    accounts: Sequence[Columns],
    *,
    prior: float,
    weights: Weights,
) -> list[Scored]:
    """Every pair that shares a key, weighed. Each list may be empty."""
    if not records or not accounts:
        return []
    logging.getLogger("splink").setLevel(logging.ERROR)
    connection = duckdb.connect()
    api = DuckDBAPI(connection)
    tables = [
        api.register(as_table(records), dataset_display_name=_LEFT),
        api.register(as_table(accounts), dataset_display_name=_RIGHT),
    ]
    settings = splink_settings(prior, weights, tells_levels=True)
    found = Linker(tables, settings).inference.predict(threshold_match_probability=0.0)
    levels = ", ".join(f"gamma_{name}" for name in COMPARISONS)
    rows = connection.sql(
        f"SELECT unique_id_l, unique_id_r, match_weight, {levels} "  # noqa: S608 (our own names)
        f"FROM {found.physical_name} ORDER BY 1, 2"
    ).fetchall()
    return list(_read(rows))


def as_table(rows: Sequence[Columns]) -> pa.Table:
    """The columns of records or accounts as an Arrow table."""
    return pa.table({name: _column(rows, name) for name in EMPTY})


def _column(rows: Sequence[Columns], name: str) -> pa.Array:
    kind = pa.string() if isinstance(EMPTY[name], str) else pa.list_(pa.string())
    return pa.array([row[name] for row in rows], kind)


def _read(rows: Iterable[tuple[str, str, float, *tuple[int, ...]]]) -> Iterator[Scored]:
    # Splink numbers the levels of a comparison from the last, which is 0.
    names = {name: [level.name for level in levels][::-1] for name, levels in COMPARISONS.items()}
    for record, account, weight, *numbers in rows:
        levels = {
            name: names[name][number] for name, number in zip(COMPARISONS, numbers, strict=True)
        }
        yield Scored(record, account, weight * _LN2, levels)
