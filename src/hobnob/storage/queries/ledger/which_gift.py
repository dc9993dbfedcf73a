"""How the newest gift of somebody stands among all that they gave, by files and by hand."""

from collections import defaultdict
from collections.abc import Collection

from hobnob.domain.giving import Came, which_gift
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.owed import Kindness, told_once
from hobnob.storage.models import Interaction, Outcome
from hobnob.storage.queries.ledger.gifts import gifts_that_hold


def which_gifts(person_ids: Collection[int], now_us: int) -> dict[int, str]:
    """By person id: "their first gift", "their third gift this year, 24 EUR in all"."""
    in_log, by_hand = _in_the_log(person_ids), _by_hand(person_ids)
    return {
        each: _which(told_once(in_log.get(each, []), by_hand.get(each, [])), now_us)
        for each in in_log.keys() | by_hand.keys()
    }


_SOME_DAY = -1
"""Of a gift of which nobody knows the day: no count of theirs is sure."""


def _which(gifts: list[Kindness], now_us: int) -> str:
    if any(each.at_us == _SOME_DAY for each in gifts):
        return "not their first gift"
    return which_gift([Came(each.at_us, each.amount, each.currency) for each in gifts], now_us)


def _in_the_log(person_ids: Collection[int]) -> dict[int, list[Kindness]]:
    lines = Interaction.objects.filter(
        contact__person_id__in=list(person_ids),
        kind=Kind.DONATION,
        direction=Direction.TOWARDS_ME,
    ).values_list("pk", "contact__person_id", "at_us")
    held = gifts_that_hold([line_id for line_id, *_ in lines])
    found: dict[int, list[Kindness]] = defaultdict(list)
    for line_id, person_id, at_us in lines:
        if line_id in held:
            gift, day_us = held[line_id], _SOME_DAY if at_us is None else at_us
            came_in = (gift.amount, gift.currency) if gift else (None, "")
            found[person_id].append(Kindness(day_us, Kind.DONATION, line_id, None, "", *came_in))
    return found


def _by_hand(person_ids: Collection[int]) -> dict[int, list[Kindness]]:
    who = "decision__account__person_id"
    rows = Outcome.objects.filter(
        decision__account__person_id__in=list(person_ids),
        decision__undone_by__isnull=True,
        kind=OutcomeKind.DONATION,
    ).values_list(who, "at_us", "amount", "currency")
    found: dict[int, list[Kindness]] = defaultdict(list)
    for person_id, at_us, *came_in in rows:
        found[person_id].append(Kindness(at_us, Kind.DONATION, None, None, "", *came_in))
    return found
