"""Reads `data/manifest.js`: whose archive it is, when it was made, which files it should hold.

`window.__THAR_CONFIG = {"userInfo": {...}, "archiveInfo": {...}, "dataTypes": {...}}`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hobnob.importers.x_archive.dates import iso_date_us
from hobnob.importers.x_archive.fields import Record, each, id_in, part, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What an archive says about itself; all empty where there is no manifest."""

    account_id: str = ""
    handle: str = ""
    name: str = ""
    generated_at_us: int | None = None
    is_partial: bool = False
    """X splits very large archives over several zips."""
    counts: Mapping[str, int | None] = field(default_factory=dict)
    """Records by file name in `data`: {"tweets.js": 1223}; None where the number is unreadable."""
    problem: str = ""
    """Why it could not be read."""


def manifest_of(record: Record) -> Manifest:
    """What the manifest's one object says."""
    user, archive = part(record, "userInfo"), part(record, "archiveInfo")
    types = part(record, "dataTypes")
    files = [file for name in types for file in each(part(types, name), "files")]
    return Manifest(
        account_id=id_in(user, "accountId"),
        handle=words(user, "userName"),
        name=words(user, "displayName"),
        generated_at_us=iso_date_us(words(archive, "generationDate")),
        is_partial=archive.get("isPartialArchive") is True,
        counts={_base_name(words(file, "fileName")): _count(file) for file in files},
    )


def _base_name(path: str) -> str:
    """Only the name: where a manifest says a file lies is never trusted."""
    return path.rpartition("/")[2]


def _count(file: Record) -> int | None:
    count = words(file, "count") or str(file.get("count"))
    return int(count) if count.isascii() and count.isdecimal() and len(count) < 12 else None
