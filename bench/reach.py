"""What it costs to say whom ten believers reach together, and what a plain ranking would lose.

People are invented: 2,000 candidates with about a million followers' edges, most of them within
communities, so that audiences overlap as those of one circle do. hobnob's exact greedy choice
stands beside the same choice as a plain SQL program in DuckDB, over the same edges, and beside
taking the ten with the largest audiences. Sets are built before, as they are for a page; what that
costs is said apart. CPU is that of the whole process, the least of some runs.
Run: python bench/reach.py [--json] [--quick]
"""

import argparse
from collections.abc import Callable
from time import process_time
from typing import TypeVar

import duckdb
import numpy as np
from machine import report
from numpy.typing import NDArray
from pyroaring import BitMap

from hobnob.measures.reach import audience, in_order, together

CHOSEN = 10
GOAL_MS = 10.0
RUNS = 5

Ints = NDArray[np.int64]
Told = TypeVar("Told")


def edges(candidates: int, people: int, communities: int) -> tuple[Ints, Ints]:
    """(candidate, follower) of each edge, each once."""
    random = np.random.default_rng(7)
    sizes = np.minimum(random.pareto(1.1, candidates) * 150 + 20, people / 20).astype(np.int64)
    whom = np.repeat(np.arange(candidates), sizes)
    home = random.integers(0, communities, candidates)[whom]
    is_near = random.random(len(whom)) < 0.8
    # Those who follow much do so more than others: squares of a lot lean towards the first.
    near = (random.random(len(whom)) ** 2 * (people // communities)).astype(np.int64)
    far = (random.random(len(whom)) ** 2 * people).astype(np.int64)
    who = np.where(is_near, home * (people // communities) + near, far)
    once = np.unique(whom * people + who)
    return once // people, once % people


def sets_of(whom: Ints, who: Ints) -> dict[int, BitMap]:
    """The audience of each candidate."""
    starts = np.flatnonzero(np.diff(whom, prepend=-1))
    return {
        int(whom[start]): audience(some)
        for start, some in zip(starts, np.split(who, starts[1:]), strict=True)
    }


def in_sql(database: duckdb.DuckDBPyConnection) -> int:
    """Unique people of the plain greedy choice: count all, take the best, take theirs away."""
    database.execute("CREATE OR REPLACE TEMP TABLE rest AS SELECT * FROM edges")
    reached = 0
    for _ in range(CHOSEN):
        found = database.execute(
            "SELECT whom, count(*) AS adds FROM rest GROUP BY whom ORDER BY adds DESC, whom LIMIT 1"
        ).fetchone()
        if found is None:
            break
        reached += found[1]
        database.execute(
            "CREATE OR REPLACE TEMP TABLE rest AS SELECT * FROM rest "
            "WHERE who NOT IN (SELECT who FROM rest WHERE whom = ?)",
            [found[0]],
        )
    return reached


def least_ms(work: Callable[[], Told], runs: int) -> tuple[float, Told]:
    """Milliseconds of CPU, and what the work said."""
    took = []
    for _ in range(runs):
        began = process_time()
        said = work()
        took.append(1_000 * (process_time() - began))
    return min(took), said


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(description="What unique reach costs.")
    parser.add_argument("--json", action="store_true", help="print one JSON object as last line")
    parser.add_argument("--quick", action="store_true", help="a twentieth of the people")
    arguments = parser.parse_args()
    parts = 20 if arguments.quick else 1
    whom, who = edges(2_000 // parts, 400_000 // parts, 20)
    build_ms, sets = least_ms(lambda: sets_of(whom, who), 1)
    greedy_ms, steps = least_ms(lambda: in_order(sets, CHOSEN), RUNS)
    top = sorted(sets.values(), key=len, reverse=True)[:CHOSEN]
    top_ms, by_size = least_ms(lambda: len(together(top)), RUNS)
    database = duckdb.connect()
    database.execute(
        "CREATE TABLE edges AS SELECT UNNEST(?) AS whom, UNNEST(?) AS who", [whom, who]
    )
    sql_ms, in_duckdb = least_ms(lambda: in_sql(database), 2)
    reached, added_up = steps[-1].so_far, sum(map(len, top))
    report(
        f"Whom ten of {len(sets):,} reach, {len(who):,} edges; sets built in {build_ms:,.0f} ms",
        ("", "CPU ms", "goal", "unique people"),
        [
            ("exact greedy", f"{greedy_ms:.1f}", f"{GOAL_MS:.0f}", f"{reached:,}"),
            ("the same in SQL", f"{sql_ms:,.0f}", "", f"{in_duckdb:,}"),
            ("the ten largest", f"{top_ms:.1f}", "", f"{by_size:,}"),
            ("the ten largest, added up", "", "", f"{added_up:,}"),
        ],
        {
            "edges": len(who),
            "greedy_cpu_ms": round(greedy_ms, 2),
            "goal_cpu_ms": GOAL_MS,
            "sql_cpu_ms": round(sql_ms, 1),
            "is_exact": reached == in_duckdb,
            "more_than_largest": round(reached / by_size - 1, 4),
            "counted_twice": round(1 - by_size / added_up, 4),
        },
        as_json=arguments.json,
    )


if __name__ == "__main__":
    main()
