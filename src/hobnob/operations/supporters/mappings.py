"""What somebody said that the columns of a file mean, remembered for the next file of its kind."""

import hashlib
from collections.abc import Sequence

from hobnob.importers.supporters import BadMapping, Mapping
from hobnob.storage import models


def kind_of(headings: Sequence[str]) -> str:
    """Equal for files with the same headings, in whatever order."""
    return hashlib.sha256("\n".join(sorted(headings)).encode()).hexdigest()


def remembered(headings: Sequence[str]) -> tuple[Mapping, int] | None:
    """What was said of a file with these headings, and when; None where nothing was."""
    found = models.FileMapping.objects.filter(headings=kind_of(headings)).first()
    if found is None:
        return None
    try:
        return Mapping.from_json(found.mapping), found.used_us
    except BadMapping:
        # An earlier version wrote it, in words that this one does not know.
        return None


def remember(headings: Sequence[str], title: str, mapping: Mapping, *, now_us: int) -> None:
    """Read the next file of this kind so too."""
    models.FileMapping.objects.update_or_create(
        headings=kind_of(headings),
        defaults={"title": title, "mapping": mapping.as_json(), "used_us": now_us},
    )


def forget_mapping(headings: Sequence[str]) -> bool:
    """Ask anew for the next file of this kind. Whether anything was remembered."""
    return models.FileMapping.objects.filter(headings=kind_of(headings)).delete()[0] > 0
