"""What matching costs: CPU seconds and memory at 10,000, 200,000 and a million people on each side.

Everybody is invented, with a census's names; three of ten accounts belong to somebody on the other
side. Each measure is a process of its own. At 10,000 it is all that a run does: making ready,
scoring, calibrating, ranking. Beyond, people are made ready in one process, which gives how many a
CPU second takes, and scored, calibrated and ranked in another. Starting Python is not counted.
Run: python bench/matching_scale.py [--only 10k|200k|1m] [--json] [--quick]
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from machine import report

BENCH = Path(__file__).resolve().parent
MIB = 1024
SIZES = {"10k": 10_000, "200k": 200_000, "1m": 1_000_000}
GOALS = {
    "10k": {"cpu_s": 30.0, "peak_rss_mib": 1024.0},
    "200k": {"cpu_s": 5.0},
    "1m": {"cpu_s": 60.0, "peak_rss_mib": 3 * 1024.0},
}
PREPARED_PER_CPU_S = 10_000.0
"""Goal for both sides at every size."""


class Spent(NamedTuple):
    """What a process took at most, and the last line it said."""

    peak_rss_mib: float
    said: str


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(description="What matching costs.")
    parser.add_argument("--only", choices=list(SIZES), help="one size")
    parser.add_argument("--json", action="store_true", help="print one JSON object as last line")
    parser.add_argument("--quick", action="store_true", help="a thousand on each side")
    arguments = parser.parse_args()
    sizes = {arguments.only: SIZES[arguments.only]} if arguments.only else SIZES
    sizes = {"10k": 1_000} if arguments.quick else sizes
    with TemporaryDirectory(prefix="hobnob-bench-") as folder:
        measured = {name: measure(name, size, Path(folder)) for name, size in sizes.items()}
    tell(measured, as_json=arguments.json)


def measure(name: str, size: int, folder: Path) -> dict[str, Any]:
    """What one size costs, beside its goals."""
    prepared = run("prepare", size, folder)
    whole = run("whole", size, folder) if name == "10k" else run("scored", size, folder)
    cpu_s, pairs, found = whole.said.split()
    return {
        "people": size,
        "cpu_s": round(float(cpu_s), 2),
        "peak_rss_mib": round(whole.peak_rss_mib),
        "prepared_per_cpu_s": round(float(prepared.said)),
        "pairs": int(pairs),
        "links_compared": round(float(found), 4),
        "goals": GOALS[name] | {"prepared_per_cpu_s": PREPARED_PER_CPU_S},
    }


def run(step: str, size: int, folder: Path) -> Spent:
    """Run a step in a process of its own."""
    command = [sys.executable, str(BENCH / "matching_steps.py"), step, str(size), str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(BENCH.parent / "src")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        said = process.stdout.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed.")
    last = said.strip().rpartition("\n")[2]
    return Spent(usage.ru_maxrss / MIB, last)


def tell(measured: dict[str, dict[str, Any]], *, as_json: bool) -> None:
    """One row a size."""
    report(
        "What matching costs",
        ("people", "CPU s", "goal", "MiB", "goal", "prepared / CPU s", "goal", "pairs", "compared"),
        [tuple(_cells(each)) for each in measured.values()],
        measured,
        as_json=as_json,
    )


def _cells(each: dict[str, Any]) -> Sequence[str]:
    goals = each["goals"]
    return (
        f"{each['people']:,}",
        f"{each['cpu_s']:.1f}",
        f"{goals['cpu_s']:.0f}",
        f"{each['peak_rss_mib']:,}",
        f"{goals.get('peak_rss_mib', 0):,.0f}",
        f"{each['prepared_per_cpu_s']:,}",
        f"{goals['prepared_per_cpu_s']:,.0f}",
        f"{each['pairs']:,}",
        f"{each['links_compared']:.1%}",
    )


if __name__ == "__main__":
    main()
