"""An archive as X sends it: a zip, read in place and never unpacked to disk."""

import copy
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from hobnob.domain.moments import to_us
from hobnob.importers.base import UnreadableFile, closed_on_failure
from hobnob.importers.x_archive.containers import PIECE_BYTES, Damaged, Entry
from hobnob.importers.x_archive.zip_directory import check_directory
from hobnob.importers.x_archive.zip_safety import AGAIN, readable_files

_ZIP_ERRORS = (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, struct.error)
"""What zipfile raises when a zip is not what it says."""


class ZippedArchive:
    """The `data` folder inside a zip. Raises UnreadableFile where the zip is not to be trusted."""

    def __init__(self, path: Path):
        self._path = path
        self._zip = _opened(path)
        with closed_on_failure(self._zip):
            self._infos = readable_files(path, self._zip)

    @property
    def entries(self) -> Mapping[str, Entry]:
        """The files that may be read, by their name in `data`."""
        return {
            name: Entry(size=info.file_size, checksum=info.CRC)
            for name, info in self._infos.items()
        }

    @property
    def newest_us(self) -> int | None:
        """When X wrote the newest of them."""
        return max(filter(None, map(_written_us, self._infos.values())), default=None)

    def pieces(self, name: str) -> Iterator[bytes]:
        """The content of a file, piece by piece; says at the end when its checksum is wrong."""
        info = self._infos[name]
        unchecked = copy.copy(info)
        # With a checksum to compare, zipfile withholds the last piece of a file that fails it.
        del unchecked.CRC
        checksum = size = 0
        try:
            with self._zip.open(unchecked) as stream:
                while piece := stream.read(PIECE_BYTES):
                    checksum, size = zlib.crc32(piece, checksum), size + len(piece)
                    yield piece
        except OSError as error:
            raise Damaged(f"could not be read on: {error.strerror or error}") from error
        except (*_ZIP_ERRORS, zlib.error) as error:
            raise Damaged(f"is damaged in the zip; the rest of it is missing. {AGAIN}") from error
        if checksum != info.CRC or size != info.file_size:
            raise Damaged(f"is damaged in the zip; some of it may be wrong. {AGAIN}")

    def close(self) -> None:
        """Closes the zip."""
        self._zip.close()


def _opened(path: Path) -> zipfile.ZipFile:
    check_directory(path)
    try:
        return zipfile.ZipFile(path)
    except _ZIP_ERRORS as error:
        raise UnreadableFile(
            f"{path} is cut off or damaged, so none of its files can be found. {AGAIN}"
        ) from error


def _written_us(info: zipfile.ZipInfo) -> int | None:
    try:
        return to_us(datetime(*info.date_time, tzinfo=UTC))
    except ValueError:
        return None
