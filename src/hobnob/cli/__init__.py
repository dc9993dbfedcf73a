"""The command line: `hobnob COMMAND`, one module a command."""

import os
import sys
from io import TextIOWrapper

from hobnob.domain.errors import HobnobError

# What a program that starts hobnob can tell apart.
FINE, BUG, TO_BE_FIXED = 0, 1, 2


def main() -> None:
    """Run one command and end the process with its exit code.

    What a person can act on is one sentence on stderr; anything else keeps its traceback.
    """
    from hobnob.cli import program
    from hobnob.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        # A terminal that knows no emoji shows \\N{...}-like escapes instead of ending the program.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        app(prog_name=program.name())
    except HobnobError as error:
        print(program.as_typed(str(error)), file=sys.stderr)
        _end(TO_BE_FIXED)
    except SystemExit as end:
        _end(end.code)


def _end(code: str | int | None) -> None:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`| head`) has seen enough. Python would complain once more while it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
