"""My own pictures: a folder in the data folder, with one folder a topic."""

from collections.abc import Collection
from pathlib import Path

from django.conf import settings

from hobnob.domain.gestures.pictures import CONTENT_TYPES, Picture, content_type
from hobnob.domain.interests.base_forms import likely_forms

FOLDER = "pictures"

LARGEST = 15 * 1024 * 1024
"""Bytes: a picture that is larger is none that one sends to anybody."""

_BEGINNING = 16
_MOST = 500
"""So many pictures of a topic are looked at."""


def pictures_folder() -> Path:
    """Where they are, whether the folder is there yet or not."""
    return Path(settings.HOME) / FOLDER


def own_pictures() -> dict[str, tuple[Picture, ...]]:
    """All of them, by the name of their folder."""
    return {
        folder.name: tuple(Picture(topic=folder.name, name=path.name) for path in _files(folder))
        for folder in _folders()
    }


def pictures_of(labels: Collection[str]) -> dict[str, tuple[Picture, ...]]:
    """By label: the pictures of it. "tigers", "#Tigers" and a folder "Tiger" mean the same."""
    folders = _folders()
    found = {label: _pictures(folders, label) for label in dict.fromkeys(labels)}
    return {label: those for label, those in found.items() if those}


def picture_file(topic: str, name: str) -> tuple[Path, str] | None:
    """The file of a picture and what it is; None where there is none, or it is something else.

    What leads out of the folder is no picture: neither a path nor a link is followed.
    """
    folder = next((each for each in _folders() if each.name == topic), None)
    if folder is None:
        return None
    path = next((each for each in _files(folder) if each.name == name), None)
    if path is None or path.stat().st_size > LARGEST:
        return None
    with path.open("rb") as file:
        kind = content_type(name, file.read(_BEGINNING))
    return (path, kind) if kind else None


def _pictures(folders: Collection[Path], label: str) -> tuple[Picture, ...]:
    wanted = set(likely_forms(_bare(label)))
    fitting = [each for each in folders if wanted & set(likely_forms(_bare(each.name)))]
    return tuple(
        Picture(topic=folder.name, name=path.name) for folder in fitting for path in _files(folder)
    )


def _folders() -> list[Path]:
    root = pictures_folder()
    if not root.is_dir():
        return []
    return sorted(each for each in root.iterdir() if each.is_dir() and not each.is_symlink())


def _files(folder: Path) -> list[Path]:
    files = (each for each in folder.iterdir() if each.is_file() and not each.is_symlink())
    return sorted(each for each in files if each.suffix.lower() in CONTENT_TYPES)[:_MOST]


def _bare(name: str) -> str:
    return name.strip().lstrip("#").casefold()
