"""Put a picture into one's own folder of pictures, under what it shows."""

import re
from pathlib import Path, PurePath

from hobnob.domain.errors import HobnobError
from hobnob.domain.gestures.pictures import CONTENT_TYPES, Picture, content_type
from hobnob.domain.sensitive.topics import sensitive_topic
from hobnob.storage.queries.gestures.pictures import LARGEST, pictures_folder

_SPECIAL = re.compile(r"[^\w #-]+")
_LONGEST = 60


class NotAPicture(HobnobError):
    """A file is no picture that hobnob can show, or what it shows cannot be named so."""


def keep_picture(topic: str, name: str, content: bytes) -> Picture:
    """Keep a picture of something: "tigers", "cub asleep.jpg". Never in the place of another.

    Raises NotAPicture.
    """
    folder, file = _folder(topic), _file(name)
    if len(content) > LARGEST:
        raise NotAPicture(
            f"{file} has {len(content) / 1024 / 1024:.0f} MB: make it smaller than "
            f"{LARGEST // 1024 // 1024} MB, as one would to send it."
        )
    if not content_type(file, content):
        ends = ", ".join(CONTENT_TYPES)
        raise NotAPicture(f"{file} is no picture that can be shown: hobnob knows {ends}.")
    place = pictures_folder() / folder
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = _free(place, file)
    path.write_bytes(content)
    return Picture(topic=folder, name=path.name)


def _folder(topic: str) -> str:
    """The name of a folder: letters, digits and blanks, so that it is never a path."""
    cleaned = " ".join(_SPECIAL.sub(" ", topic).split())[:_LONGEST].strip(" -")
    if not cleaned:
        raise NotAPicture("What does the picture show? Write it in a word: tigers.")
    if what := sensitive_topic(cleaned):
        raise NotAPicture(f"“{cleaned}” tells of {what}, and hobnob keeps that of nobody.")
    return cleaned.casefold()


def _file(name: str) -> str:
    path = PurePath(name.replace("\\", "/"))
    stem = " ".join(_SPECIAL.sub(" ", path.stem).split())[:_LONGEST] or "picture"
    return f"{stem}{path.suffix.lower()}"


def _free(place: Path, name: str) -> Path:
    """A name that no picture has yet: "cub-2.jpg" where there is a "cub.jpg"."""
    path, number = place / name, 2
    while path.exists():
        path = place / f"{PurePath(name).stem}-{number}{PurePath(name).suffix}"
        number += 1
    return path
