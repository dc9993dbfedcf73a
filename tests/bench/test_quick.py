"""Every benchmark still runs, and prints the keys that its page speaks of."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.environment import as_one_runs_it

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("record", {"events_per_cpu_s", "raw_sqlite_ratio"}),
        ("import_archive", {"floor_ratio", "peer_ratio", "peak_rss_mib"}),
        ("pages", {"p50_cpu_ms", "p95_cpu_ms", "queries"}),
        ("triage", {"macro_f1", "classes"}),
        ("hygiene", {"precision"}),
        ("interests", {"times_plain_counting", "loves", "never_kept"}),
        ("effects", {"coverage", "bias", "before_and_after"}),
        ("reach", {"greedy_cpu_ms", "sql_cpu_ms", "is_exact"}),
    ],
)
def test_a_small_round_prints_its_keys(name: str, keys: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, f"bench/{name}.py", "--quick", "--json"],
        cwd=ROOT,
        env=as_one_runs_it(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert keys <= json.loads(done.stdout.splitlines()[-1]).keys()
