"""What a zip must be before anything in it is read, since it can lie about nearly everything.

APPNOTE.TXT 4.3 and 4.4, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
"""

import stat
import zipfile
from pathlib import Path

from hobnob.importers.base import UnreadableFile
from hobnob.importers.x_archive.layout import data_folder, is_read

AGAIN = "Download it from X again."

_SMALL = 100 * 2**20
_HIGHEST_RATIO = 200
"""JSON like X's shrinks to a twentieth; deflate at its best reaches a thousandth."""
_LOCAL_HEADER_BYTES = 30
_IS_ENCRYPTED = 0x1


def readable_files(path: Path, archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The files to read, by their name in `data`. Raises UnreadableFile."""
    infos = archive.infolist()
    _refuse_odd_names(path, infos)
    _refuse_overlaps(path, infos)
    paths = {_path_in(info): info for info in infos if not info.is_dir()}
    folder = data_folder(paths)
    if folder is None:
        raise UnreadableFile(
            f"{path} is a zip, but not an archive from X: it has no data folder with X's files."
        )
    found = {
        name: info
        for path_, info in paths.items()
        if path_.startswith(folder) and is_read(name := path_[len(folder) :])
    }
    for info in found.values():
        _refuse_trap(path, info)
    return found


def _path_in(info: zipfile.ZipInfo) -> str:
    """The path with forward slashes: some programs on Windows write the other ones."""
    return info.filename.replace("\\", "/")


def _refuse_odd_names(path: Path, infos: list[zipfile.ZipInfo]) -> None:
    seen = set()
    for info in infos:
        name = _path_in(info)
        if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
            raise UnreadableFile(
                f"{path} holds a file named {name[:80]!r}, which points outside of it: "
                "that is a trap, not an archive from X."
            )
        if name in seen:
            raise UnreadableFile(f"{path} holds {name[:80]!r} twice. {AGAIN}")
        seen.add(name)


def _refuse_overlaps(path: Path, infos: list[zipfile.ZipInfo]) -> None:
    """A zip whose files share their bytes can unpack to a million times its size."""
    end = 0
    too_short = UnreadableFile(f"{path} is shorter than its own list of files says. {AGAIN}")
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < 0:
            raise too_short
        if info.header_offset < end:
            raise UnreadableFile(
                f"{path} holds files that overlap each other: that is a trap or damage. {AGAIN}"
            )
        end = info.header_offset + _LOCAL_HEADER_BYTES + len(info.filename) + info.compress_size
    if end > path.stat().st_size:
        raise too_short


def _refuse_trap(path: Path, info: zipfile.ZipInfo) -> None:
    name = _path_in(info)
    if info.flag_bits & _IS_ENCRYPTED:
        raise UnreadableFile(f"{path} has a password. Unpack it, then import the folder.")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise UnreadableFile(
            f"{path} holds a link in place of {name}: that is a trap, not an archive from X."
        )
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableFile(
            f"{path} is packed in a way X never uses. Unpack it, then import the folder."
        )
    if info.file_size > max(_SMALL, info.compress_size * _HIGHEST_RATIO):
        raise UnreadableFile(
            f"{path} holds {name}, which unpacks to over {_HIGHEST_RATIO} times its size: "
            "that is a trap, not an archive from X."
        )
