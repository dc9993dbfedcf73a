"""Which files the log comes from, how far each one is read, and what of it could not be."""

from dataclasses import dataclass, replace
from typing import Any

from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.moments import ago
from hobnob.storage.models import Interaction, Source

WAITING = "waiting"
"""The kind of a source of which somebody first says what its columns mean; nothing is read yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likes:
    """Of the posts I liked: how many there are, and of how many the author is known."""

    total: int
    author_known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source, in one line."""

    id: int
    kind: str
    title: str
    when: str
    is_finished: bool
    error: str
    records_done: int
    records_total: int | None
    counts: dict[str, Any]
    problems: tuple[dict[str, str], ...]
    likes: Likes | None = None
    """Counted where one finished source is looked at."""

    @property
    def waits(self) -> bool:
        """Whether somebody has to say what its columns mean."""
        return self.kind == WAITING

    @property
    def percent(self) -> int | None:
        """How much of it is read, 0-100; None where nobody knows."""
        if self.is_finished:
            return 100
        if not self.records_total:
            return None
        return min(99, 100 * self.records_done // self.records_total)


def sources(now_us: int) -> list[SourceLine]:
    """Every file, the newest first; accounts that are read live are in queries/connections.py."""
    files = Source.objects.filter(stream__isnull=True)
    return [_line(each, now_us) for each in files.order_by("-started_us", "-pk")]


def source(source_id: int, now_us: int) -> SourceLine | None:
    """One source, None where there is no such."""
    found = Source.objects.filter(pk=source_id).first()
    if found is None:
        return None
    line = _line(found, now_us)
    return replace(line, likes=likes_given(found)) if line.is_finished else line


def likes_given(source: Source) -> Likes:
    """The likes of the account that a source is about."""
    if source.owner is None:
        return Likes(total=0, author_known=0)
    likes = Interaction.objects.filter(
        network=source.owner.network,
        kind=Kind.LIKE,
        direction=Direction.FROM_ME,
        actor=source.owner,
    )
    return Likes(total=likes.count(), author_known=likes.exclude(target=None).count())


def unfinished_sources() -> list[int]:
    """Ids of the sources that were stopped before their end, oldest first."""
    return list(
        Source.objects.filter(finished_us__isnull=True, error="")
        .exclude(kind=WAITING)
        .order_by("pk")
        .values_list("pk", flat=True)
    )


def _line(each: Source, now_us: int) -> SourceLine:
    return SourceLine(
        id=each.pk,
        kind=each.kind,
        title=each.title,
        when=ago(each.finished_us or each.started_us, now_us),
        is_finished=each.finished_us is not None,
        error=each.error,
        records_done=each.records_done,
        records_total=each.records_total,
        counts=each.counts,
        problems=tuple(each.problems),
    )
