"""Read a file of supporters and keep nothing: what it would bring, what cannot be read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path

from hobnob.domain.supporters import Supporter
from hobnob.domain.supporters_tally import Tally
from hobnob.importers.base import Problem
from hobnob.importers.supporters import Reading, SupporterFile
from hobnob.operations.read_source import batches, kept_problems
from hobnob.operations.supporters.known_birthdays import readings
from hobnob.operations.supporters.look_at import Choices, Look, opened
from hobnob.operations.suppress import keys_left_out, without_forgotten_supporters
from hobnob.storage.queries.supporters import known_gifts, known_keys

_AT_ONCE = 5_000
_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """What a file would bring."""

    look: Look
    tally: Tally
    problems: tuple[Problem, ...]
    records: int
    """How many were read."""
    is_whole: bool
    """Whether that was all of them."""
    first: tuple[Supporter, ...]
    """The first people in it, as they would stand."""


def rehearse_supporters(
    path: Path,
    choices: Choices,
    *,
    most: int | None = None,
    on_records: Callable[[int], None] = lambda _: None,
) -> Rehearsal:
    """Read the file, or its first `most` records. Raises UnreadableFile, NoSuchColumn."""
    tally = Tally()
    problems: list[dict[str, str]] = []
    first: dict[str, Supporter] = {}
    records = 0
    with opened(path, choices) as (export, look):
        look = replace(look, questions=export.questions)
        erased = keys_left_out(_people(batch) for batch in _batches(export, most))
        read = readings(export)
        for batch in batches(islice(read, most), _AT_ONCE):
            supporters = _people(batch)
            let_in = without_forgotten_supporters(supporters, left_out=erased)
            told = tally.see(supporters, left_out=_keys(supporters) - _keys(let_in))
            tally.people_new += len(told.people - known_keys(told.people))
            tally.gifts_new += len(told.gifts - known_gifts(told.gifts))
            for each in let_in if len(first) < _SHOWN else ():
                first.setdefault(each.key, each)
            problems += (asdict(each) for reading in batch for each in reading.problems)
            problems = kept_problems(problems)
            records += len(batch)
            on_records(records)
        is_whole = next(read, None) is None
    return Rehearsal(
        look=look,
        tally=tally,
        problems=tuple(Problem(**each) for each in problems),
        records=records,
        is_whole=is_whole,
        first=tuple(islice(first.values(), _SHOWN)),
    )


def _batches(export: SupporterFile, most: int | None) -> Iterator[list[Reading]]:
    return batches(islice(readings(export), most), _AT_ONCE)


def _people(batch: Iterable[Reading]) -> list[Supporter]:
    return [each for reading in batch for each in reading.supporters]


def _keys(supporters: Iterable[Supporter]) -> set[str]:
    return {each.key for each in supporters}
