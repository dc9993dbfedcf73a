"""Pictures of what somebody loves: from one's own folder, or from pages of free ones to look at.

Openverse (https://openverse.org) and Wikimedia Commons (https://commons.wikimedia.org) show what
licence each picture has. hobnob asks neither of them: a person opens the page.
"""

import re
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlencode

CONTENT_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
"""What is a picture, by the end of its name."""

_BEGINS = {
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/gif": b"GIF8",
    "image/webp": b"RIFF",
}
_PARTS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A file in my own folder of pictures."""

    topic: str
    """The folder it is in: "tigers"."""
    name: str

    @property
    def path(self) -> str:
        """ "tigers/cub-asleep.jpg"."""
        return f"{self.topic}/{self.name}"

    @property
    def key(self) -> str:
        """What remembers that somebody got it, however it is used."""
        return f"picture:{self.path}"

    @property
    def alt(self) -> str:
        """What it shows, as its name says: "cub asleep" of "cub-asleep.jpg"."""
        words = " ".join(_PARTS.split(PurePath(self.name).stem)).strip()
        return words or self.topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A page where free pictures are found."""

    where: str
    url: str


def free_pictures(of: str) -> tuple[Search, ...]:
    """Where to look for free pictures of something: "tigers", "#BigCats"."""
    wanted = of.strip().lstrip("#")
    commons = {"search": wanted, "title": "Special:MediaSearch", "type": "image"}
    return (
        Search(
            where="Openverse", url=f"https://openverse.org/search/image?{urlencode({'q': wanted})}"
        ),
        Search(
            where="Wikimedia Commons",
            url=f"https://commons.wikimedia.org/w/index.php?{urlencode(commons)}",
        ),
    )


def content_type(name: str, begins: bytes) -> str:
    """What a file is by its name, where its first bytes say the same; else ""."""
    by_name = CONTENT_TYPES.get(PurePath(name).suffix.lower(), "")
    return by_name if by_name and begins.startswith(_BEGINS[by_name]) else ""
