"""Opens an archive, be it X's zip or the folder it was unpacked into."""

from pathlib import Path

from hobnob.importers.base import Options, UnreadableFile, closed_on_failure
from hobnob.importers.x_archive.archive import Archive
from hobnob.importers.x_archive.containers import Container
from hobnob.importers.x_archive.unpacked import UnpackedArchive, folder_with_data
from hobnob.importers.x_archive.zipped import ZippedArchive

_ZIP_BEGINNINGS = (b"PK\3\4", b"PK\5\6")
_WORKBOOKS = frozenset({".xlsx", ".xlsm"})
"""They are zips too."""


def is_archive(path: Path) -> bool:
    """Whether this could be an archive from X: any zip but a workbook, or a folder with `data`."""
    try:
        if path.is_dir():
            return folder_with_data(path) is not None
        return path.suffix.lower() not in _WORKBOOKS and _begins_like_a_zip(path)
    except OSError:
        return False


def open_archive(path: Path, *, options: Options | None = None) -> Archive:
    """The archive at this path. Raises UnreadableFile, whose sentence says why and what to do."""
    try:
        container = _container(path)
    except OSError as error:
        raise UnreadableFile(f"{path} could not be opened: {error.strerror or error}.") from error
    with closed_on_failure(container):
        return Archive(container, path, options or Options())


def _container(path: Path) -> Container:
    if path.is_dir():
        return UnpackedArchive(path)
    if not path.is_file():
        raise UnreadableFile(f"There is no file at {path}. Check the name and where it lies.")
    if not _begins_like_a_zip(path):
        raise UnreadableFile(
            f"{path} is not a zip. Import the zip from X as it was downloaded, or its folder."
        )
    return ZippedArchive(path)


def _begins_like_a_zip(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(4).startswith(_ZIP_BEGINNINGS)
