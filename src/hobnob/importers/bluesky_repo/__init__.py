"""Reads a repository of the AT Protocol, as Bluesky hands it out: posts, likes, follows, lists."""

from hobnob.importers.base import Format
from hobnob.importers.bluesky_repo.meaning import Misread, Reads, Said, Translate
from hobnob.importers.bluesky_repo.opening import is_repo, open_repo


def format_read_by(reads: Reads) -> Format:
    """The format, with what tells the meaning of records."""
    return Format(
        kind="bluesky_repo",
        described="a repository from Bluesky (the .car file)",
        handed_over="Bluesky’s .car file",
        is_mine=is_repo,
        open=lambda path, _options: open_repo(path, reads),
        cannot_tell=(
            "A repository holds what you did, and what others did isn't in it. It knows people "
            "by their ids: connect the account, and their names come in."
        ),
    )


__all__ = ["Misread", "Reads", "Said", "Translate", "format_read_by"]
