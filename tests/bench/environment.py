"""A benchmark is run as its page says: nobody names the sources for it."""

import os


def as_one_runs_it() -> dict[str, str]:
    """The environment of a person at a terminal."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
