"""Single keys: pressed in a terminal without Enter, or read from what is piped in."""

import sys
import termios
import tty
from collections.abc import Iterator


def keys() -> Iterator[str]:
    """One key after another, until there are no more: the end of the file, or Ctrl-D."""
    if sys.stdin.isatty():
        while (key := _pressed()) not in ("", "\x04"):
            yield key
        return
    for line in sys.stdin:
        yield from line.strip()


def _pressed() -> str:
    """The next key. Ctrl-C interrupts as ever; the terminal is left as it was."""
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal)
        return sys.stdin.read(1)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
