"""What is owed: thanks, one person at a time, and word of what came of somebody's feedback."""

from dataclasses import dataclass

from hobnob.storage.queries.asks.feedback_owed import ToReport, feedback_owed
from hobnob.storage.queries.gestures.thanks_due import thanks_due
from hobnob.storage.queries.ledger.owed import Owed
from hobnob.storage.queries.people.lines import PersonLine, person_lines

SHOWN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ToThank:
    """Somebody to thank, and what for."""

    person: PersonLine
    owed: Owed


@dataclass(frozen=True, slots=True, kw_only=True)
class AsksOwed:
    """Whom to thank, and to whom to report back."""

    thanks: tuple[ToThank, ...]
    reports: tuple[ToReport, ...]


def asks_owed(now_us: int) -> AsksOwed:
    """Both, in the order in which to do them."""
    queue = thanks_due(now_us, limit=SHOWN)
    people = person_lines([each.person_id for each in queue])
    return AsksOwed(
        thanks=tuple(ToThank(person=people[each.person_id], owed=each) for each in queue),
        reports=feedback_owed(now_us),
    )
