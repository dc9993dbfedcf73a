"""A file as a source: noted when it is begun, read a batch at a time, gone on with after a kill."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Protocol, TypeVar

from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.domain.supporters_tally import Tally
from hobnob.importers.base import Place, Problem
from hobnob.operations.record import Recorded
from hobnob.storage import bulk, models

PROBLEMS_KEPT = 1_000
"""A file damaged in more places than this says so, and keeps the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an import is."""

    records_done: int
    records_total: int | None
    recorded: Recorded
    problems: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a file that was read to its end brought."""

    recorded: Recorded
    list_names: tuple[str, ...] = ()
    cannot_tell: str = ""
    """What nobody should look for in such a file."""
    supporters: Tally | None = None
    """Of a file of supporters: what it told."""


OnProgress = Callable[[Progress], None]


class Done(Protocol):
    """One record of a file, read: where it stood."""

    @property
    def place(self) -> Place:
        """The record's place."""
        ...


Read = TypeVar("Read", bound=Done)


def note_source(
    fingerprint: str,
    *,
    kind: str,
    title: str,
    path: Path,
    options: Mapping[str, Any],
    records_total: int | None,
    now_us: int,
    is_upload: bool,
) -> models.Source:
    """The source that a file with this fingerprint is, ready to be read from where it stands.

    One that was read to its end begins anew. An upload lies alone in a folder of its own, and is
    deleted once it is taken in.
    """
    with transaction.atomic():
        bulk.lock_log()
        source, is_new = models.Source.objects.get_or_create(
            fingerprint=fingerprint,
            defaults={"kind": kind, "title": title, "started_us": now_us},
        )
        if not is_new and _is_under_way(source):
            if is_upload and path != Path(source.path):
                drop(path)
            return source
        source.path = str(path.absolute())
        source.options = {**options, "is_upload": is_upload}
        source.records_total = records_total
        source.error = ""
        if not is_new and source.finished_us is not None:
            _start_over(source, now_us)
        source.save()
    return source


def _is_under_way(source: models.Source) -> bool:
    """Whether it is being read, or waits to be read on, from a copy of our own."""
    is_stopped = source.finished_us is not None or source.error != ""
    return not is_stopped and bool(source.options.get("is_upload")) and Path(source.path).exists()


def _start_over(source: models.Source, now_us: int) -> None:
    source.started_us, source.finished_us = now_us, None
    source.file, source.record, source.records_done = "", 0, 0
    source.counts, source.problems = {}, []


def refuse_another(source: models.Source, fingerprint: str) -> None:
    """Raises HobnobError where the file is no longer what it was."""
    if fingerprint != source.fingerprint:
        raise HobnobError(
            f"{source.path} is no longer the file that this import began with: import it anew."
        )


def place_of(source: models.Source) -> Place | None:
    """Where to go on reading; None at the beginning."""
    return Place(file=source.file, record=source.record) if source.file else None


def progress_of(source: models.Source, recorded: Recorded) -> Progress:
    """How far it is, with what was recorded."""
    return Progress(
        records_done=source.records_done,
        records_total=source.records_total,
        recorded=recorded,
        problems=len(source.problems),
    )


def batches(found: Iterator[Read], at_once: int) -> Iterator[list[Read]]:
    """Some records at a time."""
    while batch := list(islice(found, at_once)):
        yield batch


def step_on(
    source: models.Source,
    batch: list[Read],
    *,
    counts: Mapping[str, Any],
    problems: Iterable[Problem],
) -> None:
    """Note that a batch is kept. In one transaction with that, nothing is lost or read twice."""
    last = batch[-1].place
    source.file, source.record = last.file, last.record + 1
    source.records_done += len(batch)
    source.problems = kept_problems([*source.problems, *map(asdict, problems)])
    source.counts = dict(counts)
    source.save(update_fields=["file", "record", "records_done", "problems", "counts"])


def kept_problems(problems: list[dict[str, str]]) -> list[dict[str, str]]:
    """The first problems, and where there are too many a last one that says so."""
    if len(problems) <= PROBLEMS_KEPT:
        return problems
    more = Problem(
        file=problems[-1]["file"],
        where="and later",
        reason=f"More than {PROBLEMS_KEPT:,} parts could not be read; the rest are not listed.",
    )
    return [*problems[: PROBLEMS_KEPT - 1], asdict(more)]


def end(source: models.Source, now_us: int) -> None:
    """It is read to its end."""
    source.finished_us = now_us
    source.save(update_fields=["finished_us"])
    drop_upload(source)


def fail(source: models.Source, sentence: str) -> None:
    """It cannot be read on, and why."""
    source.error = sentence
    source.save(update_fields=["error"])
    drop_upload(source)


def drop_upload(source: models.Source) -> None:
    """An upload is our own copy: it goes when it is taken in, replaced, or cannot be read."""
    if source.options.get("is_upload"):
        drop(Path(source.path))


def drop(upload: Path) -> None:
    """Delete an upload and the folder that it lies in alone."""
    upload.unlink(missing_ok=True)
    with suppress(OSError):
        # It holds something else, or is gone.
        upload.parent.rmdir()
