"""The benchmarks of matching still run, and print the keys that their page speaks of."""

import csv
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.environment import as_one_runs_it

ROOT = Path(__file__).parents[2]
TRACK_KEYS = {
    "precision_at_50",
    "recall_at_50",
    "f1_at_50",
    "precision_at_90",
    "recall_at_90",
    "top1",
    "top5",
    "calibration_error",
    "reviews_per_link_at_recall_80",
    "reviews_per_link_at_recall_90",
}
FIRSTS = ("Ana", "Robert", "Cleo", "Dora", "Emma", "Luis", "Gina", "Hope", "Ida", "June")


def run(*command: str, data: str = "") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**as_one_runs_it(), "HOBNOB_BENCH_DATA": data},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done


def last_line(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    answer = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(answer, dict)
    return answer


def write(path: Path, rows: Sequence[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        table = csv.DictWriter(lines, rows[0])
        table.writeheader()
        table.writerows(rows)


def test_any_folder_is_scored_with_the_shipped_weights(tmp_path: Path) -> None:
    pack = tmp_path / "invented"
    pack.mkdir()
    write(
        pack / "records.csv",
        [
            {"record_id": f"r{n}", "first_name": f, "last_name": "Rios"}
            for n, f in enumerate(FIRSTS)
        ],
    )
    write(
        pack / "accounts.csv",
        [
            {"account_id": f"a{n}", "handle": f"{f.lower()}rios", "display_name": f"{f} Rios"}
            for n, f in enumerate(FIRSTS)
        ],
    )
    write(
        pack / "truth.csv",
        [{"record_id": f"r{n}", "account_id": f"a{n}"} for n in range(len(FIRSTS))],
    )
    answer = last_line(run("bench/matching.py", "--packs", str(tmp_path), "--json"))

    assert answer["invented"].keys() >= TRACK_KEYS
    assert answer["invented"]["top1"] == 1.0


def test_a_file_of_handles_is_measured_in_every_direction_it_has(tmp_path: Path) -> None:
    path = tmp_path / "handles.csv"
    write(
        path,
        [
            {"person_id": "1", "x": "AnaRios", "bluesky": "anarios.bsky.social"},
            {"person_id": "2", "x": "tigress", "bluesky": "tigr.ess"},
            {"person_id": "3", "x": "maria", "bluesky": "maria.bsky.social"},
        ],
    )
    answer = last_line(run("bench/matching.py", "--crossnet", str(path), "--json"))

    assert answer["x to bluesky"]["precision"] == 1.0
    assert answer["x to bluesky"]["people"] == 3


def test_without_the_data_it_says_so(tmp_path: Path) -> None:
    said = run("bench/matching.py", "--quick", data=str(tmp_path)).stdout

    assert said.startswith("Data set absent")


def test_what_matching_costs_is_told_beside_its_goals() -> None:
    answer = last_line(run("bench/matching_scale.py", "--quick", "--json"))

    assert answer["10k"].keys() >= {
        "cpu_s",
        "peak_rss_mib",
        "prepared_per_cpu_s",
        "links_compared",
        "goals",
    }
    assert answer["10k"]["links_compared"] == 1.0
