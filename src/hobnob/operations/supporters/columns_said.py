"""An upload that waits until somebody said what its columns mean: what was said is kept with it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from hobnob.domain.errors import HobnobError
from hobnob.domain.supporters import Relationship
from hobnob.importers.supporters import DateOrder, Meaning, looks, meaning
from hobnob.operations.read_source import drop_upload
from hobnob.operations.supporters.bring_in import begin_supporters
from hobnob.operations.supporters.look_at import Choices, look_at_supporters
from hobnob.operations.supporters.mappings import forget_mapping
from hobnob.operations.supporters.rehearse import Rehearsal, rehearse_supporters
from hobnob.storage import models
from hobnob.storage.queries.sources import WAITING

_MOST = 20_000
"""Records that a rehearsal reads while a page waits for it."""
_PREVIEW = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A file that waits, as far as it is looked at."""

    rehearsal: Rehearsal
    letters: Mapping[str, tuple[str, ...]]
    """Some words with other letters than A to Z, by the encodings that read them otherwise."""


class NothingWaits(HobnobError):
    """The upload was taken in already, or let go."""


def has_open_questions(path: Path) -> bool:
    """Whether somebody has to look at the file before it is read. Raises UnreadableFile."""
    look = look_at_supporters(path, Choices())
    return bool(look.unsaid or look.questions)


def let_wait(path: Path, *, name: str, now_us: int) -> int:
    """Note an upload that is not read yet: somebody looks at its columns first."""
    source = models.Source.objects.create(
        kind=WAITING,
        fingerprint=f"{WAITING}:{path}",
        title=name,
        path=str(path),
        options=_options(Choices()),
        started_us=now_us,
    )
    return source.pk


def say_columns(source_id: int, choices: Choices) -> None:
    """Keep what was said; what was tried with other words tells nothing any more."""
    source = _waiting(source_id)
    if choices_of(source) != choices:
        source.options, source.counts, source.problems = _options(choices), {}, []
        source.save(update_fields=["options", "counts", "problems"])


def choices_of(source: models.Source) -> Choices:
    """What was said of a file that waits."""
    said = source.options["choices"]
    order, columns = said["date_order"], said["columns"]
    return Choices(
        columns={each: meaning(means) if means else None for each, means in columns.items()},
        date_order=DateOrder(order) if order else None,
        currency=said["currency"],
        everybody_is=tuple(map(Relationship, said["everybody_is"])),
        encoding=said["encoding"],
        asks_anew=said["asks_anew"],
    )


def preview(source_id: int) -> Waiting:
    """The file as it would be read, by its first rows."""
    source = _waiting(source_id)
    path, choices = Path(source.path), choices_of(source)
    choices = replace(choices, columns={**_suggested(path, choices), **choices.columns})
    told = rehearse_supporters(path, choices, most=_PREVIEW)
    letters = looks(path) if told.look.encoding else {}
    return Waiting(rehearsal=told, letters=letters)


def try_columns(source_id: int) -> None:
    """Read it, keep nothing but what that would bring, for its page."""
    source = _waiting(source_id)
    told = rehearse_supporters(Path(source.path), choices_of(source), most=_MOST)
    source.counts = {**told.tally.as_json(), "records": told.records, "is_whole": told.is_whole}
    source.problems = [asdict(each) for each in told.problems]
    source.save(update_fields=["counts", "problems"])


def ask_anew(source_id: int) -> None:
    """Forget what was said of files of this kind, and of this one."""
    source = _waiting(source_id)
    forget_mapping(preview(source_id).rehearsal.look.headings)
    say_columns(source_id, replace(Choices(), encoding=choices_of(source).encoding))


def begin_as_said(source_id: int, *, now_us: int) -> int:
    """Begin to take the file in; the source to follow. Raises WhatIsIt where something is open."""
    waiting = _waiting(source_id)
    source = begin_supporters(
        Path(waiting.path), choices_of(waiting), now_us=now_us, is_upload=True
    )
    waiting.delete()
    return source.pk


def let_go(source_id: int) -> None:
    """Take it in after all not: the copy is deleted."""
    source = _waiting(source_id)
    drop_upload(source)
    source.delete()


def _suggested(path: Path, choices: Choices) -> dict[str, Meaning | None]:
    """What the columns that nobody knows look like, until somebody says what they are."""
    look = look_at_supporters(path, choices)
    return {
        each.heading: each.meaning
        for each in look.suggestions
        if each.meaning and each.heading in look.unsaid
    }


def _waiting(source_id: int) -> models.Source:
    found = models.Source.objects.filter(pk=source_id, kind=WAITING).first()
    if found is None:
        raise NothingWaits("This file waits no more: it was taken in, or let go.")
    return found


def _options(choices: Choices) -> Mapping[str, Any]:
    said = {
        "columns": {each: str(means or "") for each, means in choices.columns.items()},
        "date_order": choices.date_order or "",
        "currency": choices.currency,
        "everybody_is": list(choices.everybody_is),
        "encoding": choices.encoding,
        "asks_anew": choices.asks_anew,
    }
    return {"choices": said, "is_upload": True}
