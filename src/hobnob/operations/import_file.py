"""Take in a file somebody has, a batch at a time; a killed import goes on where it stopped."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.domain.people import Network
from hobnob.importers.base import Found, Place, Problem
from hobnob.importers.x_archive import Archive, Options, open_archive
from hobnob.operations.claim_account import claim_account
from hobnob.operations.fold_contacts import settle_contacts
from hobnob.operations.identity import join_by_handle
from hobnob.operations.record import Recorded, record
from hobnob.storage import bulk, models
from hobnob.storage.queries.sources import Likes, likes_given

RECORDS_AT_ONCE = 5_000
"""Records of a file in one transaction."""

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
class Imported:
    """What an import brought."""

    source: str
    source_id: int
    title: str
    recorded: Recorded
    problems: tuple[Problem, ...]
    likes: Likes
    list_names: tuple[str, ...]
    was_resumed: bool


OnProgress = Callable[[Progress], None]


def import_file(
    path: Path,
    *,
    now_us: int,
    options: Options | None = None,
    on_progress: OnProgress | None = None,
) -> Imported:
    """Take in an X archive, a zip or an unpacked folder.

    The same archive twice adds nothing; a newer one adds what is new. Raises UnreadableFile with
    the reason when it is no such archive.
    """
    source = begin_import(path, now_us=now_us, options=options)
    return run_import(source.pk, now_us=now_us, on_progress=on_progress)


def begin_import(
    path: Path, *, now_us: int, options: Options | None = None, is_upload: bool = False
) -> models.Source:
    """Open the file, so that one that cannot be read says so at once; note it as a source.

    An upload is deleted once it is taken in. Raises UnreadableFile.
    """
    options = options or Options()
    with open_archive(path, options=options) as archive, transaction.atomic():
        bulk.lock_log()
        source, is_new = models.Source.objects.get_or_create(
            fingerprint=_fingerprint(archive, options),
            defaults={
                "kind": "x_archive",
                "title": f"X archive of @{archive.owner.handle}",
                "started_us": now_us,
            },
        )
        if not is_new and _is_under_way(source):
            if is_upload and path != Path(source.path):
                path.unlink()
            return source
        source.path = str(path.absolute())
        source.options = {**asdict(options), "is_upload": is_upload}
        source.records_total = archive.total_records
        source.error = ""
        if not is_new and source.finished_us is not None:
            _start_over(source, now_us)
        source.save()
    return source


def _is_under_way(source: models.Source) -> bool:
    """Whether it is being read, or waits to be read on, from a copy of our own."""
    is_stopped = source.finished_us is not None or source.error != ""
    return not is_stopped and bool(source.options.get("is_upload")) and Path(source.path).exists()


def drop_lost_uploads(folder: Path) -> None:
    """Delete the uploads that no import is going to read any more."""
    waiting = set(
        models.Source.objects.filter(finished_us__isnull=True, error="").values_list(
            "path", flat=True
        )
    )
    for upload in folder.glob("*.zip"):
        if str(upload) not in waiting:
            upload.unlink(missing_ok=True)


def stop_import(source_id: int, sentence: str) -> None:
    """Say why a source was not read to its end."""
    models.Source.objects.filter(pk=source_id).update(error=sentence)


def run_import(source_id: int, *, now_us: int, on_progress: OnProgress | None = None) -> Imported:
    """Read a source from where it stands to its end.

    Raises UnreadableFile when the file is gone or no longer what it was.
    """
    source = models.Source.objects.get(pk=source_id)
    options = Options(**{key: source.options[key] for key in asdict(Options())})
    was_resumed = bool(source.file)
    try:
        with open_archive(Path(source.path), options=options) as archive:
            if _fingerprint(archive, options) != source.fingerprint:
                raise HobnobError(
                    f"{source.path} is no longer the archive that this import began with: "
                    "import it anew."
                )
            list_names = archive.list_names
            _claim_owner(archive, source, now_us)
            _read(archive, source, now_us, on_progress)
    except HobnobError as error:
        source.error = str(error)
        source.save(update_fields=["error"])
        _drop_upload(source)
        raise
    settle_contacts()
    join_by_handle(Network.X, now_us=now_us)
    source.finished_us = now_us
    source.save(update_fields=["finished_us"])
    _drop_upload(source)
    return Imported(
        source=source.kind,
        source_id=source.pk,
        title=source.title,
        recorded=Recorded(**source.counts),
        problems=tuple(Problem(**each) for each in source.problems),
        likes=likes_given(source),
        list_names=list_names,
        was_resumed=was_resumed,
    )


def _drop_upload(source: models.Source) -> None:
    """An upload is our own copy: it goes when it is taken in, replaced, or cannot be read."""
    if source.options.get("is_upload"):
        Path(source.path).unlink(missing_ok=True)


def _fingerprint(archive: Archive, options: Options) -> str:
    """Equal for the same file read with the same options."""
    chosen = "".join("1" if each else "0" for each in asdict(options).values())
    return f"x_archive:{archive.fingerprint}:{chosen}"


def _start_over(source: models.Source, now_us: int) -> None:
    source.started_us, source.finished_us = now_us, None
    source.file, source.record, source.records_done = "", 0, 0
    source.counts, source.problems = {}, []


@transaction.atomic
def _claim_owner(archive: Archive, source: models.Source, now_us: int) -> None:
    bulk.lock_log()
    source.owner = claim_account(
        archive.owner,
        now_us=now_us,
        seen_us=archive.generated_at_us or now_us,
        former_handles=archive.former_handles,
    )
    source.save(update_fields=["owner"])


def _read(
    archive: Archive, source: models.Source, now_us: int, on_progress: OnProgress | None
) -> None:
    start = Place(file=source.file, record=source.record) if source.file else None
    recorded = Recorded(**source.counts)
    for batch in _batches(archive.read(start)):
        recorded = _keep(batch, source, recorded, archive.generated_at_us, now_us)
        if on_progress is not None:
            on_progress(
                Progress(
                    records_done=source.records_done,
                    records_total=source.records_total,
                    recorded=recorded,
                    problems=len(source.problems),
                )
            )


def _batches(found: Iterator[Found]) -> Iterator[list[Found]]:
    while batch := list(islice(found, RECORDS_AT_ONCE)):
        yield batch


@transaction.atomic
def _keep(
    batch: list[Found],
    source: models.Source,
    recorded: Recorded,
    seen_us: int | None,
    now_us: int,
) -> Recorded:
    """Record a batch together with the place to go on from."""
    recorded += record(
        [each for found in batch for each in found.interactions],
        posts=[each for found in batch for each in found.posts],
        accounts=[each for found in batch for each in found.accounts],
        now_us=now_us,
        seen_us=seen_us,
        source=source,
        settle=False,
    )
    problems = [asdict(found.problem) for found in batch if found.problem is not None]
    last = batch[-1].place
    source.file, source.record = last.file, last.record + 1
    source.records_done += len(batch)
    source.problems = _kept([*source.problems, *problems])
    source.counts = asdict(recorded)
    source.save(update_fields=["file", "record", "records_done", "problems", "counts"])
    return recorded


def _kept(problems: list[dict[str, str]]) -> list[dict[str, str]]:
    """The first problems, and where there are too many a last one that says so."""
    if len(problems) <= PROBLEMS_KEPT:
        return problems
    more = Problem(
        file=problems[-1]["file"],
        where="and later",
        reason=f"More than {PROBLEMS_KEPT:,} parts could not be read; the rest are not listed.",
    )
    return [*problems[: PROBLEMS_KEPT - 1], asdict(more)]
