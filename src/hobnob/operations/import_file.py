"""Take in a file somebody has, a batch at a time; a killed import goes on where it stopped."""

from dataclasses import asdict, dataclass, replace
from pathlib import Path

from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.domain.supporters_tally import Tally
from hobnob.importers.base import Export, Format, Found, Options, Problem
from hobnob.operations.claim_account import claim_account
from hobnob.operations.deriving.fold_contacts import settle_contacts
from hobnob.operations.formats import format_called, format_of, is_of_supporters
from hobnob.operations.identity import join_by_handle
from hobnob.operations.outbox.seen import note_what_was_done_by_hand
from hobnob.operations.read_source import (
    Brought,
    batches,
    drop,
    end,
    fail,
    note_source,
    place_of,
    progress_of,
    refuse_another,
    step_on,
)
from hobnob.operations.read_source import OnProgress as OnProgress
from hobnob.operations.read_source import Progress as Progress
from hobnob.operations.recognise import recognise, recognise_me
from hobnob.operations.record import Recorded, record
from hobnob.operations.supporters.bring_in import KIND as SUPPORTERS
from hobnob.operations.supporters.bring_in import begin_supporters, run_supporters
from hobnob.operations.supporters.look_at import Choices
from hobnob.storage import bulk, models
from hobnob.storage.queries.sources import Likes, likes_given

RECORDS_AT_ONCE = 5_000
"""Records of a file in one transaction."""


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
    supporters: Tally | None = None
    """What a file of supporters told; None of other files."""


class WhoseIsIt(HobnobError):
    """The file does not say from which of my accounts it is."""


def import_file(
    path: Path,
    *,
    now_us: int,
    options: Options | None = None,
    choices: Choices | None = None,
    on_progress: OnProgress | None = None,
) -> Imported:
    """Take in a file of any of the kinds in `operations.formats`.

    The same file twice adds nothing; a newer one adds what is new. Raises UnreadableFile with the
    reason when it is none of them.
    """
    source = begin_import(path, now_us=now_us, options=options, choices=choices)
    return run_import(source.pk, now_us=now_us, on_progress=on_progress)


def begin_import(
    path: Path,
    *,
    now_us: int,
    options: Options | None = None,
    choices: Choices | None = None,
    is_upload: bool = False,
) -> models.Source:
    """Open the file, so that one that cannot be read says so at once; note it as a source.

    `choices` are what somebody says of a file of supporters. An upload lies alone in a folder of
    its own, and is deleted once it is taken in. Raises UnreadableFile, WhoseIsIt where neither the
    file nor the options say whose it is, and WhatIsIt where nobody knows what its columns mean.
    """
    if is_of_supporters(path):
        return begin_supporters(path, choices or Choices(), now_us=now_us, is_upload=is_upload)
    form = format_of(path)
    options = _with_me(form, options or Options(), path)
    with form.open(path, options) as export:
        return note_source(
            _fingerprint(form, export, options),
            kind=form.kind,
            title=export.title,
            path=path,
            options=asdict(options),
            records_total=export.total_records,
            now_us=now_us,
            is_upload=is_upload,
        )


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


def drop_lost_uploads(folder: Path) -> None:
    """Delete the uploads that no import is going to read any more."""
    waiting = set(
        models.Source.objects.filter(finished_us__isnull=True, error="").values_list(
            "path", flat=True
        )
    )
    for upload in folder.rglob("*"):
        if upload.is_file() and str(upload) not in waiting:
            drop(upload)


def stop_import(source_id: int, sentence: str) -> None:
    """Say why a source was not read to its end."""
    models.Source.objects.filter(pk=source_id).update(error=sentence)


def run_import(source_id: int, *, now_us: int, on_progress: OnProgress | None = None) -> Imported:
    """Read a source from where it stands to its end.

    Raises UnreadableFile when the file is gone or no longer what it was.
    """
    source = models.Source.objects.get(pk=source_id)
    was_resumed = bool(source.file)
    try:
        if source.kind == SUPPORTERS:
            brought = run_supporters(source, RECORDS_AT_ONCE, now_us, on_progress)
        else:
            brought = _run(source, now_us, on_progress)
    except HobnobError as error:
        fail(source, str(error))
        raise
    end(source, now_us)
    return Imported(
        source=source.kind,
        source_id=source.pk,
        title=source.title,
        recorded=brought.recorded,
        problems=tuple(Problem(**each) for each in source.problems),
        likes=likes_given(source),
        list_names=brought.list_names,
        cannot_tell=brought.cannot_tell,
        was_resumed=was_resumed,
        supporters=brought.supporters,
    )


def _run(source: models.Source, now_us: int, on_progress: OnProgress | None) -> Brought:
    """Read what a network gave."""
    options = _options_of(source)
    form = format_called(source.kind) or format_of(Path(source.path))
    with form.open(Path(source.path), options) as export:
        refuse_another(source, _fingerprint(form, export, options))
        list_names = export.list_names
        network = export.owner.network
        _claim_owner(export, source, now_us)
        _read(export, source, now_us, on_progress)
    settle_contacts()
    join_by_handle(network, now_us=now_us)
    note_what_was_done_by_hand(now_us=now_us)
    return Brought(
        recorded=Recorded(**source.counts), list_names=list_names, cannot_tell=form.cannot_tell
    )


def _options_of(source: models.Source) -> Options:
    """What was said when it was begun, maybe by an earlier version that asked for less."""
    said = {key: source.options[key] for key in asdict(Options()) if key in source.options}
    return Options(**said)


def _fingerprint(form: Format, export: Export, options: Options) -> str:
    """Equal for the same file read with the same options."""
    chosen = f"{int(options.direct_messages)}{int(options.contacts)}"
    return f"{form.kind}:{export.fingerprint}:{chosen}"


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
    recorded = Recorded(**source.counts)
    for batch in batches(export.read(place_of(source)), RECORDS_AT_ONCE):
        recorded = _keep(batch, source, recorded, export.generated_at_us, now_us)
        if on_progress is not None:
            on_progress(progress_of(source, recorded))


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
    problems = [found.problem for found in batch if found.problem is not None]
    step_on(source, batch, counts=asdict(recorded), problems=problems)
    return recorded
