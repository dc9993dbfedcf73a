"""Reads the archive that X sends people on request: their posts, likes, follows and messages."""

from hobnob.importers.base import Format, Options
from hobnob.importers.x_archive.archive import Archive
from hobnob.importers.x_archive.opening import is_archive, open_archive

FORMAT = Format(
    kind="x_archive",
    described="an archive from X (the zip, or the folder it was unpacked into)",
    handed_over="the zip that X sends you",
    is_mine=is_archive,
    open=lambda path, options: open_archive(path, options=options),
    cannot_tell=(
        "An archive holds what you did. What others said to you isn't in it, "
        "and likes and follows carry no date."
    ),
)

__all__ = ["FORMAT", "Archive", "Options", "is_archive", "open_archive"]
