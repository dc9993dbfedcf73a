"""Reads the archive that X sends people on request: their posts, likes, follows and messages."""

from hobnob.importers.x_archive.archive import Archive, Options
from hobnob.importers.x_archive.opening import is_archive, open_archive

__all__ = ["Archive", "Options", "is_archive", "open_archive"]
