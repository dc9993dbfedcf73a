"""Where a benchmark ran, and how it tells what it measured. Who imports it can import hobnob."""

import json
import os
import platform
import sqlite3
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

SOURCES = Path(__file__).resolve().parent.parent / "src"
# A benchmark is run as it stands, and hobnob is installed nowhere.
sys.path.insert(0, str(SOURCES))


def machine() -> dict[str, str | int]:
    """The processor, its cores, Python and SQLite: what every number here depends on."""
    return {
        "cpu": _cpu_model(),
        "cores": os.cpu_count() or 1,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }


def _cpu_model() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


def report(
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    result: Mapping[str, Any],
    *,
    as_json: bool,
) -> None:
    """Print a table and the machine it was measured on; with `as_json` the result as last line."""
    where = machine()
    table = Table(
        title=title,
        caption="{cpu}, {cores} cores, Python {python}, SQLite {sqlite}".format(**where),
    )
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left")
    for row in rows:
        table.add_row(*row)
    # A pipe has no width to fit into.
    Console(width=None if os.isatty(1) else 120).print(table)
    if as_json:
        print(json.dumps({**result, "machine": where}))
