"""Opens a repository, and says in a sentence why one cannot be read."""

from pathlib import Path

from hobnob.importers.base import UnreadableFile
from hobnob.importers.bluesky_repo.car import begins_like_a_car
from hobnob.importers.bluesky_repo.damage import Damaged
from hobnob.importers.bluesky_repo.export import Repository
from hobnob.importers.bluesky_repo.meaning import Reads


def is_repo(path: Path) -> bool:
    """Whether this is a CAR file, by its first bytes."""
    return path.is_file() and begins_like_a_car(path)


def open_repo(path: Path, reads: Reads) -> Repository:
    """The repository at this path. Raises UnreadableFile."""
    try:
        return Repository(path, reads)
    except Damaged as damage:
        raise UnreadableFile(
            f"{path} is no whole repository from Bluesky: {damage}. Download it again."
        ) from damage
    except OSError as error:
        raise UnreadableFile(f"{path} could not be opened: {error.strerror or error}.") from error
