"""An archive as a folder, when the zip was unpacked."""

import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from hobnob.importers.base import UnreadableFile
from hobnob.importers.x_archive.containers import PIECE_BYTES, Damaged, Entry
from hobnob.importers.x_archive.layout import data_folder, is_read


class UnpackedArchive:
    """The `data` folder on disk. Raises UnreadableFile where it is not to be trusted."""

    def __init__(self, path: Path):
        self._files = _files_in(path)
        self._entries = {
            name: Entry(size=_checked_size(file, path)) for name, file in self._files.items()
        }

    @property
    def entries(self) -> Mapping[str, Entry]:
        """The files that may be read, by their name in `data`."""
        return self._entries

    @property
    def newest_us(self) -> int | None:
        """Unknown: copying a folder changes its dates."""
        return None

    def pieces(self, name: str) -> Iterator[bytes]:
        """The content of a file, piece by piece."""
        try:
            with self._files[name].open("rb") as stream:
                while piece := stream.read(PIECE_BYTES):
                    yield piece
        except OSError as error:
            raise Damaged(f"could not be read on: {error.strerror or error}") from error

    def close(self) -> None:
        """Nothing is kept open."""


def folder_with_data(path: Path) -> Path | None:
    """The archive's `data` folder in, one below, or at this path; None where there is none."""
    names = (file.relative_to(path).as_posix() for file in _near(path))
    folder = data_folder(names)
    return None if folder is None else path / folder


def _near(path: Path) -> Iterator[Path]:
    """Files that would make this folder an archive."""
    for pattern in ("*.js", "data/*.js", "*/data/*.js"):
        yield from path.glob(pattern)


def _files_in(path: Path) -> dict[str, Path]:
    folder = folder_with_data(path)
    if folder is None:
        raise UnreadableFile(
            f"{path} is not an archive from X: it has no data folder with X's files."
        )
    return {file.name: file for file in sorted(folder.glob("*.js")) if is_read(file.name)}


def _checked_size(file: Path, root: Path) -> int:
    """The file's size. Raises UnreadableFile where it is no plain file inside the folder."""
    try:
        whole = file.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        raise UnreadableFile(
            f"{file} is a link that leads nowhere. Unpack the zip anew."
        ) from error
    if not whole.is_relative_to(root.resolve()):
        raise UnreadableFile(f"{file} is a link that leads out of the archive: not read.")
    status = whole.stat()
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFile(f"{file} is not a file that can be read.")
    return status.st_size
