"""Files that were exported, read again."""

from collections.abc import Iterable
from pathlib import Path

from hobnob.domain.supporters import Supporter
from hobnob.importers.supporters.own.opening import own_file


def read_back(path: Path, pieces: Iterable[bytes]) -> tuple[list[Supporter], list[str]]:
    """Whom the file names, and what of it could not be read."""
    with path.open("wb") as stream:
        stream.writelines(pieces)
    opened = own_file(path)
    assert opened is not None
    with opened:
        readings = list(opened.read())
    supporters = [supporter for each in readings for supporter in each.supporters]
    return supporters, [problem.reason for each in readings for problem in each.problems]
