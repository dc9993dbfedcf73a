"""Mastodon's CSV files, written out as https://github.com/mastodon/mastodon writes them."""

from collections.abc import Mapping
from pathlib import Path

from hobnob.domain.interactions import Interaction
from hobnob.importers.base import Found, Options, Problem
from hobnob.importers.mastodon_csv import FORMAT

ME = "@robin@tusk.example"

FOLLOWS = """\
Account address,Show boosts,Notify on new posts,Languages
ana@den.example,true,false,
bo@tusk.example,true,true,"en, de"
"""
MUTES = """\
Account address,Hide notifications
cem@den.example,true
"""
BLOCKS = """\
dot@den.example
"""
LISTS = """\
Gardeners,ana@den.example
"Poets, mostly",bo@tusk.example
Gardeners,bo@tusk.example
"""
BOOKMARKS = """\
https://den.example/users/ana/statuses/109302
"""
DOMAINS = """\
spam.example
"""

EVERYTHING = {
    "following_accounts.csv": FOLLOWS,
    "muted_accounts.csv": MUTES,
    "blocked_accounts.csv": BLOCKS,
    "lists.csv": LISTS,
    "bookmarks.csv": BOOKMARKS,
    "blocked_domains.csv": DOMAINS,
}


def folder_of(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files."""
    folder = path / "mastodon"
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        written(folder, content, name)
    return folder


def written(path: Path, content: str | bytes, name: str = "following_accounts.csv") -> Path:
    """One of them."""
    target = path / name
    target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return target


def found_in(path: Path, *, me: str = ME) -> list[Found]:
    """Everything that is read of what lies there."""
    with FORMAT.open(path, Options(me=me)) as export:
        return list(export.read())


def lines_in(path: Path) -> list[Interaction]:
    """The lines of the log in it."""
    return [line for found in found_in(path) for line in found.interactions]


def handles_in(path: Path) -> list[str]:
    """To whom I did something."""
    return [line.target.handle for line in lines_in(path) if line.target]


def problems_in(path: Path) -> list[Problem]:
    """What could not be read."""
    return [found.problem for found in found_in(path) if found.problem]
