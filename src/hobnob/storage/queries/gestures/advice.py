"""Who was asked what they think, what they said, and whether they heard what came of it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from hobnob.domain.gestures.advice import ASKED_BEFORE
from hobnob.domain.gestures.around import Advice
from hobnob.domain.interactions import Direction, Kind
from hobnob.storage.models import Deed, Interaction
from hobnob.storage.these import these

_ABOUT = (Kind.FEEDBACK, Kind.REPORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    """What went between somebody and me about what they think."""

    asked_us: int | None = None
    advice: tuple[Advice, ...] = ()
    """What they said and heard nothing of since, the oldest first."""


def advice_of(accounts: Mapping[int, Collection[int]], *, now_us: int) -> dict[int, Advised]:
    """By person: of those with whom anything of the kind happened in half a year."""
    person_of = {account: person for person, theirs in accounts.items() for account in theirs}
    # No network tells of these: every such line was logged by hand, and those are few.
    logged = Deed.objects.filter(
        kind__in=_ABOUT, at_us__gte=now_us - ASKED_BEFORE, decision__undone_by__isnull=True
    )
    lines = Interaction.objects.filter(
        pk__in=logged.values("interaction_id"),
        contact_id__in=these(person_of),
        at_us__lte=now_us,
    )
    words = _words_by_hand(lines.values_list("pk", flat=True))
    found: dict[int, Advised] = defaultdict(Advised)
    rows = lines.order_by("at_us", "pk").values_list(
        "pk", "contact_id", "kind", "direction", "at_us", "post__text"
    )
    for number, contact, kind, direction, at_us, text in rows:
        person_id = person_of[contact]
        told = words.get(number) or text or ""
        found[person_id] = _after(found[person_id], number, kind, direction, at_us or 0, told)
    return dict(found)


def advisers(now_us: int) -> set[int]:
    """Who told me what they think, in half a year."""
    told = Deed.objects.filter(
        kind=Kind.FEEDBACK,
        direction=Direction.TOWARDS_ME,
        at_us__gte=now_us - ASKED_BEFORE,
        decision__undone_by__isnull=True,
    )
    return set(told.values_list("decision__account__person_id", flat=True)) - {None}


def _after(
    so_far: Advised, number: int, kind: str, direction: str, at_us: int, words: str
) -> Advised:
    """What holds once one line more has happened."""
    if direction == Direction.TOWARDS_ME and kind == Kind.FEEDBACK:
        said = Advice(interaction_id=number, at_us=at_us, words=words)
        return Advised(asked_us=so_far.asked_us, advice=(*so_far.advice, said))
    if direction == Direction.FROM_ME and kind == Kind.REPORT:
        return Advised(asked_us=so_far.asked_us)
    if direction == Direction.FROM_ME:
        return Advised(asked_us=at_us, advice=so_far.advice)
    return so_far


def _words_by_hand(lines: Collection[int]) -> dict[int, str]:
    deeds = Deed.objects.filter(interaction_id__in=these(lines))
    return dict(deeds.values_list("interaction_id", "decision__why"))
