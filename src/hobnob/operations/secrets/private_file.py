"""Files that only their owner reads: https://docs.python.org/3/library/tempfile.html#tempfile.mkstemp."""

import os
import tempfile
from pathlib import Path

from hobnob.domain.errors import HobnobError


class CannotWrite(HobnobError):
    """The file is there already, or its place takes none."""


def write_private(path: Path, content: bytes, *, may_replace: bool = False) -> None:
    """Write a file that only its owner reads, whatever was there before.

    Raises CannotWrite where its place takes none, or something is there that stays.
    """
    try:
        _write(path, content, may_replace=may_replace)
    except FileExistsError:
        sorry = f"{path} is there already: choose another name, or add --force."
        raise CannotWrite(sorry) from None
    except OSError as error:
        sorry = f"{path} cannot be written ({error.strerror}): choose another place."
        raise CannotWrite(sorry) from error


def private_draft(folder: Path, content: bytes) -> Path:
    """A new private file with this content, on the disk for certain, to be put in its place."""
    descriptor, name = tempfile.mkstemp(dir=folder)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return Path(name)


def _write(path: Path, content: bytes, *, may_replace: bool) -> None:
    if may_replace and path.is_file():
        _replace(path.resolve(), content)
        return
    flags = os.O_WRONLY | os.O_CREAT | (0 if may_replace else os.O_EXCL)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(content)


def _replace(path: Path, content: bytes) -> None:
    # A file that is opened again keeps who may read it.
    draft = private_draft(path.parent, content)
    try:
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
