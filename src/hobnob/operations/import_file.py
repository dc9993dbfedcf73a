"""Take in a file somebody has, a batch at a time; a killed import goes on where it stopped."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path

from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.importers.base import Export, Format, Found, Options, Place, Problem
from hobnob.operations.claim_account import claim_account
from hobnob.operations.fold_contacts import settle_contacts
from hobnob.operations.formats import format_called, format_of
from hobnob.operations.identity import join_by_handle
from hobnob.operations.outbox.seen import note_what_was_done_by_hand
from hobnob.operations.recognise import recognise, recognise_me
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
    """The kind of file: "x_archive"."""
    source_id: int
    title: str
    recorded: Recorded
    problems: tuple[Problem, ...]
    likes: Likes
    list_names: tuple[str, ...]
    cannot_tell: str
    """What nobody should look for in such a file."""
    was_resumed: bool


class WhoseIsIt(HobnobError):
    """The file does not say from which of my accounts it is."""


OnProgress = Callable[[Progress], None]


def import_file(
    path: Path,
    *,
    now_us: int,
    options: Options | None = None,
    on_progress: OnProgress | None = None,
) -> Imported:
    """Take in a file of any of the kinds in `operations.formats`.

    The same file twice adds nothing; a newer one adds what is new. Raises UnreadableFile with the
    reason when it is none of them.
    """
    source = begin_import(path, now_us=now_us, options=options)
    return run_import(source.pk, now_us=now_us, on_progress=on_progress)


def begin_import(
    path: Path, *, now_us: int, options: Options | None = None, is_upload: bool = False
) -> models.Source:
    """Open the file, so that one that cannot be read says so at once; note it as a source.

    An upload lies alone in a folder of its own, and is deleted once it is taken in. Raises
    UnreadableFile, and WhoseIsIt where neither the file nor the options say whose it is.
    """
    form = format_of(path)
    options = _with_me(form, options or Options(), path)
    with form.open(path, options) as export, transaction.atomic():
        bulk.lock_log()
        source, is_new = models.Source.objects.get_or_create(
            fingerprint=_fingerprint(form, export, options),
            defaults={"kind": form.kind, "title": export.title, "started_us": now_us},
        )
        if not is_new and _is_under_way(source):
            if is_upload and path != Path(source.path):
                _drop(path)
            return source
        source.path = str(path.absolute())
        source.options = {**asdict(options), "is_upload": is_upload}
        source.records_total = export.total_records
        source.error = ""
        if not is_new and source.finished_us is not None:
            _start_over(source, now_us)
        source.save()
    return source


def _with_me(form: Format, options: Options, path: Path) -> Options:
    """The options, with whose the file is where it does not say so itself."""
    if form.asks_whose is None:
        return replace(options, me="")
    if options.me:
        return options
    mine = models.Account.objects.filter(network=form.asks_whose, is_me=True)
    handles = sorted(set(mine.exclude(handle="").values_list("handle_key", flat=True)))
    if len(handles) == 1:
        return replace(options, me=handles[0])
    known = f" You have {' and '.join(f'@{each}' for each in handles)}." if handles else ""
    raise WhoseIsIt(
        f"{path} does not say which account of yours it is from.{known} Name it: --me "
        "@robin@tusk.example on the command line, “Your account” on the Import page."
    )


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
    for upload in folder.rglob("*"):
        if upload.is_file() and str(upload) not in waiting:
            _drop(upload)


def stop_import(source_id: int, sentence: str) -> None:
    """Say why a source was not read to its end."""
    models.Source.objects.filter(pk=source_id).update(error=sentence)


def run_import(source_id: int, *, now_us: int, on_progress: OnProgress | None = None) -> Imported:
    """Read a source from where it stands to its end.

    Raises UnreadableFile when the file is gone or no longer what it was.
    """
    source = models.Source.objects.get(pk=source_id)
    options = _options_of(source)
    was_resumed = bool(source.file)
    try:
        form = format_called(source.kind) or format_of(Path(source.path))
        with form.open(Path(source.path), options) as export:
            if _fingerprint(form, export, options) != source.fingerprint:
                raise HobnobError(
                    f"{source.path} is no longer the file that this import began with: "
                    "import it anew."
                )
            list_names = export.list_names
            network = export.owner.network
            _claim_owner(export, source, now_us)
            _read(export, source, now_us, on_progress)
    except HobnobError as error:
        source.error = str(error)
        source.save(update_fields=["error"])
        _drop_upload(source)
        raise
    settle_contacts()
    join_by_handle(network, now_us=now_us)
    note_what_was_done_by_hand(now_us=now_us)
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
        cannot_tell=form.cannot_tell,
        was_resumed=was_resumed,
    )


def _drop_upload(source: models.Source) -> None:
    """An upload is our own copy: it goes when it is taken in, replaced, or cannot be read."""
    if source.options.get("is_upload"):
        _drop(Path(source.path))


def _drop(upload: Path) -> None:
    upload.unlink(missing_ok=True)
    with suppress(OSError):
        # It holds something else, or is gone.
        upload.parent.rmdir()


def _options_of(source: models.Source) -> Options:
    """What was said when it was begun, maybe by an earlier version that asked for less."""
    said = {key: source.options[key] for key in asdict(Options()) if key in source.options}
    return Options(**said)


def _fingerprint(form: Format, export: Export, options: Options) -> str:
    """Equal for the same file read with the same options."""
    chosen = f"{int(options.direct_messages)}{int(options.contacts)}"
    return f"{form.kind}:{export.fingerprint}:{chosen}"


def _start_over(source: models.Source, now_us: int) -> None:
    source.started_us, source.finished_us = now_us, None
    source.file, source.record, source.records_done = "", 0, 0
    source.counts, source.problems = {}, []


@transaction.atomic
def _claim_owner(export: Export, source: models.Source, now_us: int) -> None:
    bulk.lock_log()
    source.owner = claim_account(
        recognise_me(export.owner),
        now_us=now_us,
        seen_us=export.generated_at_us or now_us,
        former_handles=export.former_handles,
    )
    source.save(update_fields=["owner"])


def _read(
    export: Export, source: models.Source, now_us: int, on_progress: OnProgress | None
) -> None:
    start = Place(file=source.file, record=source.record) if source.file else None
    recorded = Recorded(**source.counts)
    for batch in _batches(export.read(start)):
        recorded = _keep(batch, source, recorded, export.generated_at_us, now_us)
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
    interactions, accounts = recognise(
        [each for found in batch for each in found.interactions],
        [each for found in batch for each in found.accounts],
    )
    recorded += record(
        interactions,
        posts=[each for found in batch for each in found.posts],
        accounts=accounts,
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
