"""Splink as its tutorial uses it: library comparisons, u from random pairs, m by EM. A peer.

https://moj-analytical-services.github.io/splink/demos/tutorials/00_Tutorial_Introduction.html
"""

import logging
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

if TYPE_CHECKING:
    from packs import Pack

    from hobnob.domain.matching.columns import Columns

_COLUMNS = ("unique_id", "first", "last", "handle", "city", "region")


def splink_recipe(pack: "Pack") -> dict[tuple[str, str], float]:
    """Probabilities by (record, account), of what has the last name or the handle in common."""
    connection = duckdb.connect()
    api = DuckDBAPI(connection)
    tables = [
        api.register(_table(list(map(_of_record, pack.records))), dataset_display_name="a"),
        api.register(_table(list(map(_of_account, pack.accounts))), dataset_display_name="b"),
    ]
    rules = [block_on("last"), block_on("handle")]
    linker = Linker(
        tables,
        SettingsCreator(
            link_type="link_only",
            comparisons=[
                cl.NameComparison("first"),
                cl.NameComparison("last"),
                cl.JaroWinklerAtThresholds("handle"),
                cl.ExactMatch("city"),
                cl.ExactMatch("region"),
            ],
            blocking_rules_to_generate_predictions=[*rules],
        ),
        log_level=logging.ERROR,
    )
    linker.training.estimate_probability_two_random_records_match(
        [block_on("first", "last")], recall=0.7
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    for rule in rules:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=0.001)
    rows = connection.sql(
        f"SELECT unique_id_l, unique_id_r, match_probability FROM {found.physical_name}"
    ).fetchall()
    return {(record, account): chance for record, account, chance in rows}


def _of_record(row: "Columns") -> dict[str, str | None]:
    first, last = str(row["first"]), str(row["last"])
    return {
        "unique_id": str(row["unique_id"]),
        "first": first or None,
        "last": last or None,
        "handle": first + last,
        "city": next(iter(row["cities"]), None),
        "region": next(iter(row["regions"]), None),
    }


def _of_account(row: "Columns") -> dict[str, str | None]:
    shown = list(row["firsts"])
    return {
        "unique_id": str(row["unique_id"]),
        "first": shown[0] if shown else None,
        "last": shown[-1] if len(shown) > 1 else None,
        "handle": str(row["handle"]),
        "city": next(iter(row["cities"]), None),
        "region": next(iter(row["regions"]), None),
    }


def _table(rows: list[dict[str, str | None]]) -> pa.Table:
    return pa.table({name: [row[name] for row in rows] for name in _COLUMNS})
