"""How hobnob was called, so that every command it prints works where it is pasted."""

import os
import re
import shlex
from pathlib import Path

import platformdirs

STARTER = "HOBNOB_STARTER"
"""Set by the starter to the words it was called by: "./hobnob"."""

_COMMAND = re.compile(r"`hobnob(?: ([^`]+))?`")


def name() -> str:
    """The program as one types it here: "./hobnob" out of a folder, else "hobnob"."""
    return shlex.quote(os.environ.get(STARTER) or "hobnob")


def usual_home() -> Path:
    """Where this system keeps a person's data, and hobnob's when nobody says otherwise."""
    return Path(platformdirs.user_data_dir("hobnob", appauthor=False))


def home() -> Path:
    """The data folder that this command uses."""
    return Path(os.environ.get("HOBNOB_HOME") or usual_home()).expanduser().absolute()


def command(words: str = "") -> str:
    """What to type here for `hobnob WORDS`: "./hobnob --home ~/try signin".

    The folder is named where it isn't the usual one, because another terminal may not know of it.
    """
    # The demo has a folder of its own.
    needs_folder = home() != usual_home() and words.partition(" ")[0] != "demo"
    folder = ["--home", typed(home())] if needs_folder else []
    return " ".join(filter(None, [name(), *folder, words]))


def typed(path: Path) -> str:
    """A path, quoted for a shell, and short where it is in one's own folder."""
    own = Path.home()
    if path != own and path.is_relative_to(own):
        return f"~/{shlex.quote(str(path.relative_to(own)))}"
    return shlex.quote(str(path))


def as_typed(sentence: str) -> str:
    """A sentence in which the commands between backticks are as one types them here."""
    return _COMMAND.sub(lambda found: f"`{command(found[1] or '')}`", sentence)
