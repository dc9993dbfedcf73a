"""The folder that the demo lives in, and how it is kept apart from one's own data."""

import os
from pathlib import Path

from hobnob.cli import program

MARK = "demo-day"
"""A file that says: what is in this folder is invented, and made on that day."""

_WHO = "Robin"


def usual_folder() -> Path:
    """Where the demo lives when nobody says otherwise: beside one's own data."""
    home = program.home()
    return home if _is_demo(home) else home / "demo"


def live_in(home: Path) -> None:
    """From here on there is only the demo: not one's own folder, database or name."""
    os.environ["HOBNOB_HOME"] = str(home)
    os.environ["HOBNOB_USER"] = _WHO
    os.environ.pop("DATABASE_URL", None)


def stay_in_it() -> None:
    """A command that is pointed at a demo's folder is in the demo as well."""
    if _is_demo(home := program.home()):
        live_in(home)


def _is_demo(home: Path) -> bool:
    return (home / MARK).exists()
