"""The ledger of a person as their page shows it: in words, with what they were not thanked for."""

from collections.abc import Iterable
from dataclasses import dataclass

from hobnob.domain.deeds import WEIGHTS, DeedKind, Side
from hobnob.domain.moments import ago
from hobnob.domain.social_capital import Entry, Ledger
from hobnob.storage.queries.ledger.owed import Owed


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One kind of deed, and how often either side did it."""

    deed: str
    counts: float
    mine: str
    """ "3 times, last 2 days ago"; "" where never."""
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerPanel:
    """Both sides between one person and me."""

    ledger: Ledger
    not_thanked: tuple[str, ...]
    """What they did, each: "shared your post 2 days ago"."""
    rows: tuple[LedgerRow, ...]
    """From the smallest kind of deed to the greatest."""


def ledger_panel(ledger: Ledger, owed: Iterable[Owed], now_us: int) -> LedgerPanel:
    """The ledger of somebody, with all that stands behind its words, and what they are owed."""
    by_kind: dict[DeedKind, dict[Side, Entry]] = {}
    for entry in ledger.entries:
        by_kind.setdefault(entry.kind, {})[entry.side] = entry
    return LedgerPanel(
        ledger=ledger,
        not_thanked=tuple(each.happened for each in owed),
        rows=tuple(
            LedgerRow(
                deed=kind.capitalize(),
                counts=WEIGHTS[kind],
                mine=_often(by_kind[kind].get(Side.GIVEN), now_us),
                theirs=_often(by_kind[kind].get(Side.RECEIVED), now_us),
            )
            for kind in DeedKind
            if kind in by_kind
        ),
    )


def _often(entry: Entry | None, now_us: int) -> str:
    if entry is None:
        return ""
    when = ago(entry.last_us, now_us)
    return when if entry.count == 1 else f"{entry.count:,} times, last {when}"
