"""The steps that `matching_scale.py` measures, each run in a process of its own."""

import sys
from pathlib import Path
from time import process_time

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from namesakes import OWN_SHARE, accounts, supporters

from hobnob.domain.matching.columns import account_columns, record_columns
from hobnob.domain.matching.rarity import rarity
from hobnob.measures.matches.compare import as_table
from hobnob.measures.matches.competition import Floats, Ints
from hobnob.measures.matches.model import shipped
from hobnob.measures.matches.rank import Ranked, rank

SHOWN = 0.05
"""Less likely pairs are shown to nobody."""


def prepare(size: int, folder: Path) -> None:
    """Make everybody ready and write them down; how many a CPU second takes."""
    records, known = list(supporters(size)), list(accounts(size))
    began_s = process_time()
    left = as_table(map(record_columns, records))
    right = as_table(map(account_columns, known))
    rarities = [rarity(each.first, each.last) for each in records]
    spent_s = process_time() - began_s
    pq.write_table(left.append_column("rarity", pa.array(rarities)), folder / f"{size}-left")
    pq.write_table(right, folder / f"{size}-right")
    print((len(records) + len(known)) / spent_s)


def scored(size: int, folder: Path) -> None:
    """Score those who were made ready, calibrate and rank."""
    left, right = pq.read_table(folder / f"{size}-left"), pq.read_table(folder / f"{size}-right")
    rarities = left["rarity"].to_numpy()
    _tell(size, process_time(), left.drop(["rarity"]), right, rarities)


def whole(size: int, folder: Path) -> None:
    """All of it, from names to ranks."""
    del folder
    began_s = process_time()
    records = list(supporters(size))
    rarities = np.array([rarity(each.first, each.last) for each in records])
    left = as_table(map(record_columns, records))
    _tell(size, began_s, left, as_table(map(account_columns, accounts(size))), rarities)


def _tell(size: int, began_s: float, left: pa.Table, right: pa.Table, rarities: Floats) -> None:
    """The CPU seconds it took, how many pairs it compared, and the share of true links in them."""
    ranked = rank(left, right, rarities, shipped())
    best_first(ranked)
    spent_s = process_time() - began_s
    pairs, own = ranked.pairs, int(size * OWN_SHARE)
    true = (pairs.record == pairs.account) & (pairs.account < own)
    print(spent_s, len(pairs), true.sum() / own)


def best_first(ranked: Ranked) -> Ints:
    """The pairs worth showing, each record's best first."""
    shown = np.flatnonzero(ranked.probability >= SHOWN)
    return shown[np.lexsort((-ranked.probability[shown], ranked.pairs.record[shown]))]


STEPS = {"prepare": prepare, "scored": scored, "whole": whole}

if __name__ == "__main__":
    STEPS[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
