"""Take in a file of supporters: begun with what its columns mean, read a batch at a time."""

import shlex
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.domain.supporters import Supporter
from hobnob.domain.supporters_tally import Tally
from hobnob.importers.supporters import Mapping, Reading, SupporterFile, covered, open_supporters
from hobnob.operations.deriving.fold_contacts import settle_contacts
from hobnob.operations.read_source import (
    Brought,
    OnProgress,
    batches,
    note_source,
    place_of,
    progress_of,
    refuse_another,
    step_on,
)
from hobnob.operations.record import Recorded
from hobnob.operations.supporters.join import join_supporters
from hobnob.operations.supporters.keep import keep_supporters
from hobnob.operations.supporters.known_birthdays import readings
from hobnob.operations.supporters.look_at import Choices, Look, opened
from hobnob.operations.supporters.mappings import forget_mapping, kind_of, remember
from hobnob.operations.supporters.recall import Tellings
from hobnob.operations.suppress import keys_left_out
from hobnob.storage import models

KIND = "supporters"
_TALLY = "supporters"
"""Beside what was recorded, in the counts of a source."""


class WhatIsIt(HobnobError):
    """Nobody knows what some columns of a file mean."""


def begin_supporters(
    path: Path, choices: Choices, *, now_us: int, is_upload: bool = False
) -> models.Source:
    """Note the file as a source, and remember what was said of its columns.

    Raises UnreadableFile, NoSuchColumn, and WhatIsIt where somebody has to say what a column means.
    """
    with opened(path, choices) as (export, look):
        if choices.asks_anew:
            forget_mapping(look.headings)
        if look.unsaid:
            raise WhatIsIt(what_to_say(path, look))
        source = note_source(
            _fingerprint(export),
            kind=KIND,
            title=export.title,
            path=path,
            options=_options(path, export, now_us=now_us, is_upload=is_upload),
            records_total=export.total_records,
            now_us=now_us,
            is_upload=is_upload,
        )
    if choices.are_any or look.remembered_us is not None:
        remember(look.headings, path.name, look.mapping, now_us=now_us)
    return source


def what_to_say(path: Path, look: Look) -> str:
    """What nobody can tell of the file, and the command that says it."""
    columns = " and ".join(f"“{each}”" for each in look.unsaid)
    said = " ".join(f"--column {shlex.quote(f'{each}=…')}" for each in look.unsaid)
    return (
        f"Nobody can tell what {columns} mean{'s' if len(look.unsaid) == 1 else ''} in {path}. "
        "Say it for each, or nothing behind the “=” to leave it out: "
        f"`hobnob import {shlex.quote(str(path))} {said}`"
    )


def run_supporters(
    source: models.Source, at_once: int, now_us: int, on_progress: OnProgress | None
) -> Brought:
    """Read a source from where it stands to its end, `at_once` records in a transaction.

    Raises UnreadableFile when the file is gone, HobnobError when it is no longer what it was.
    """
    mapping = Mapping.from_json(source.options["mapping"])
    encoding = source.options["encoding"]
    with open_supporters(Path(source.path), mapping, encoding=encoding) as export:
        refuse_another(source, _fingerprint(export))
        reading = _InTransit(source, now_us, keys_left_out(_rows(export, at_once)))
        for batch in batches(readings(export, place_of(source)), at_once):
            reading.keep(batch)
            if on_progress is not None:
                on_progress(progress_of(source, reading.recorded))
    settle_contacts()
    join_supporters(source, now_us=now_us)
    return Brought(recorded=reading.recorded, supporters=reading.tally)


def _rows(export: SupporterFile, at_once: int) -> Iterator[list[Supporter]]:
    """Everybody in the file, some at a time."""
    for batch in batches(readings(export), at_once):
        yield [each for reading in batch for each in reading.supporters]


class _InTransit:
    """One reading of a source: what it brought so far."""

    def __init__(self, source: models.Source, now_us: int, left_out: frozenset[str]) -> None:
        counts: dict[str, Any] = dict(source.counts)
        self._source, self._now_us, self._left_out = source, now_us, left_out
        self.tally = Tally.from_json(counts.pop(_TALLY, {}))
        self.recorded = Recorded(**counts)
        self._tellings = Tellings()
        newest = models.LookupBasis.objects.order_by("-pk").first()
        self._basis = newest.basis if newest else ""

    @transaction.atomic
    def keep(self, batch: list[Reading]) -> None:
        """Keep a batch together with the place to go on from."""
        supporters = [each for reading in batch for each in reading.supporters]
        kept = keep_supporters(
            supporters,
            source=self._source,
            now_us=self._now_us,
            tellings=self._tellings,
            basis=self._basis,
            settle=False,
            left_out=self._left_out,
        )
        self.recorded += kept.recorded
        self.tally.see(supporters, left_out=kept.left_out)
        self.tally.people_new += kept.people_new
        self.tally.people_changed += kept.people_changed
        self.tally.gifts_new += kept.gifts_new
        step_on(
            self._source,
            batch,
            counts={**asdict(self.recorded), _TALLY: self.tally.as_json()},
            problems=[each for reading in batch for each in reading.problems],
        )


def _options(path: Path, export: SupporterFile, *, now_us: int, is_upload: bool) -> dict[str, Any]:
    """What is noted: how to read it, how new it is, what it speaks of."""
    return {
        "mapping": export.mapping.as_json(),
        "encoding": export.encoding,
        # A copy that was handed over is as new as its handing over: nobody told more.
        "told_us": now_us if is_upload else min(now_us, path.stat().st_mtime_ns // 1000),
        "covers": sorted(covered(export.mapping)),
        "kind": kind_of(export.headings or (export.mapping.system,)),
    }


def _fingerprint(export: SupporterFile) -> str:
    return f"{KIND}:{export.fingerprint}"
