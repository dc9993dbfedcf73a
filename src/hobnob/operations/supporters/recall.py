"""What is stored of the supporters in a batch, and which files told it."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from hobnob.domain.supporters import Supporter
from hobnob.domain.supporters_json import from_json, to_json
from hobnob.domain.supporters_told import Telling, believed
from hobnob.operations.supporters.keep_gifts import GiftsKnown
from hobnob.storage import bulk, models

_TOLD_BY = "told_by"
"""Beside the supporter in `said`: each source that told of them, and when it was read."""


@dataclass(slots=True)
class Recalled:
    """Somebody of a batch."""

    account_id: int
    told: list[Supporter]
    """Their records in the batch, in the order of the file."""
    before: tuple[Telling, ...] = ()
    """The readings of files that told of them before."""
    known: Supporter | None = None
    """What held before; None of somebody new."""
    holds: Supporter = field(init=False)
    """What holds now: `believe` says."""

    @property
    def key(self) -> str:
        """What they are known by."""
        return self.told[0].key

    @property
    def is_changed(self) -> bool:
        """Whether they were known, and something else holds of them now."""
        return self.known is not None and self.known != self.holds

    def believe(self, telling: Telling, gifts_by: Mapping[str, Telling]) -> None:
        """Work out what holds after their records, which this file told."""
        before = self.before
        holds, records = self.known, iter(self.told)
        if holds is None:
            holds, before = next(records), (telling,)
            holds = replace(holds, gifts=tuple(sorted(holds.gifts, key=lambda gift: gift.key)))
        for each in records:
            holds = believed(holds, before, each, telling, gifts_by=gifts_by)
            if telling not in before:
                before = (*before, telling)
        self.holds = holds

    def said(self, telling: Telling) -> str:
        """What holds and who told it, as it is stored."""
        others = [each for each in self.before if each.source != telling.source]
        told_by = [[each.source, each.began_us] for each in (*others, telling)]
        return json.dumps({**to_json(self.holds), _TOLD_BY: told_by}, ensure_ascii=False)


class Tellings:
    """The files that told of supporters, each looked up once."""

    def __init__(self) -> None:
        self._options: dict[int, dict[str, Any]] = {}

    def look_up(self, source_ids: Iterable[int]) -> None:
        """Make these sources known."""
        wanted = set(source_ids) - self._options.keys()
        if wanted:
            found = dict(models.Source.objects.filter(pk__in=wanted).values_list("pk", "options"))
            self._options |= {each: found.get(each, {}) for each in wanted}

    def of(self, source_id: int, began_us: int = 0) -> Telling:
        """What one reading of a source speaks of. It was looked up, or is none any more."""
        return telling_of(source_id, self._options[source_id], began_us)


def telling_of(source_id: int, options: Mapping[str, Any], began_us: int) -> Telling:
    """How new a file is and what it speaks of, as its source notes."""
    return Telling(
        source=source_id,
        told_us=options.get("told_us", 0),
        began_us=began_us,
        kind=options.get("kind", ""),
        covers=frozenset(options.get("covers", ())),
    )


def recall(told: Mapping[int, list[Supporter]], tellings: Tellings) -> list[Recalled]:
    """What is stored of each, by account."""
    stored = _stored(list(told))
    tellings.look_up(source_id for _, told_by in stored.values() for source_id, _ in told_by)
    found = []
    for account_id, records in told.items():
        each = Recalled(account_id, records)
        if account_id in stored:
            each.known, told_by = stored[account_id]
            each.before = tuple(tellings.of(*reading) for reading in told_by)
        found.append(each)
    return found


def gifts_by(account_id: int, gifts: GiftsKnown, tellings: Tellings) -> dict[str, Telling]:
    """Which files told the gifts that are stored of somebody."""
    sources = gifts.sources.get(account_id, {})
    return {key: tellings.of(source_id) for key, source_id in sources.items()}


def _stored(account_ids: Collection[int]) -> dict[int, tuple[Supporter, list[list[int]]]]:
    rows = bulk.select_in(
        "SELECT account_id, said FROM storage_supporter WHERE account_id IN {values}",
        values=account_ids,
    )
    found = {}
    for account_id, text in rows:
        said = json.loads(text)
        found[account_id] = (from_json(said), said.get(_TOLD_BY, []))
    return found
