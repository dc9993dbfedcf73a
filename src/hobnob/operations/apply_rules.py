"""Put people on lists by rule, each because of the earliest thing that a rule takes up."""

from collections.abc import Collection, Mapping

from hobnob.domain.interactions import UNKNOWN, Logged, cause_key
from hobnob.domain.rules import Cause, Rule, Triggers, by_trigger, earliest_causes
from hobnob.storage import bulk, models
from hobnob.storage.queries.log import happened_to
from hobnob.storage.queries.people import known


def apply_rules(happened: Collection[Logged], triggers: Triggers) -> int:
    """Let the rules see what happened. Says how many memberships are new.

    Where a rule looks further they see all that ever happened with the people concerned.
    """
    if not triggers.further:
        return join(earliest_causes(happened, triggers))
    log = happened_to({each.person_id for each in happened}, with_text=True)
    return join(earliest_causes(log, triggers))


def triggers_in_force() -> Triggers:
    """All stored rules, by what sets them off. A rule switched off still holds for its time."""
    return by_trigger(map(as_rule, models.Rule.objects.all()), known)


def as_rule(row: models.Rule) -> Rule:
    """The stored rule as the value that decides."""
    return Rule(
        id=row.pk,
        list_id=row.list_id,
        kinds=frozenset(row.kinds),
        direction=row.direction,
        conditions=tuple(row.conditions),
        from_us=row.from_us,
        until_us=row.until_us,
        until_id=row.until_id,
    )


def join(causes: Mapping[tuple[int, int], Cause]) -> int:
    """Make memberships of causes, keyed (list id, person id); an earlier cause replaces a later.

    What was said by hand stands: the cause is kept beside it for the day it is undone.
    """
    if not causes:
        return 0
    known: set[tuple[int, int]] = set()
    unsure: dict[int, tuple[Cause, int | None]] = {}
    for row_id, list_id, person_id, since_us, decision_id in bulk.select_in(
        "SELECT id, list_id, person_id, since_us, decision_id "
        "FROM storage_membership WHERE person_id IN {values}",
        values={person_id for _, person_id in causes},
    ):
        slot = (list_id, person_id)
        if slot not in causes:
            continue
        known.add(slot)
        # Who joined by rule before this moment, as most have, did so for an earlier cause.
        if decision_id is not None or since_us is None or since_us >= causes[slot].key.at_us:
            unsure[row_id] = (causes[slot], decision_id)
    _take_better(unsure)
    new = [(slot, cause) for slot, cause in causes.items() if slot not in known]
    bulk.insert(
        models.Membership,
        ("list_id", "person_id", "is_member", "since_us", "rule_id", "interaction_id"),
        [
            (list_id, person_id, True, _since(cause), cause.rule_id, cause.interaction_id)
            for (list_id, person_id), cause in new
        ],
    )
    return len(new)


def _take_better(unsure: Mapping[int, tuple[Cause, int | None]]) -> None:
    """Of causes by membership (with the decision that stands), take those that come earlier."""
    by_hand: list[bulk.Row] = []
    by_rule: list[bulk.Row] = []
    for row_id, rule_id, interaction_id, *key in bulk.select_in(
        'SELECT m.id, m.rule_id, m.interaction_id, i.at_us, i."order", i.network, i.kind, '
        "i.native_id FROM storage_membership m "
        "LEFT JOIN storage_interaction i ON i.id = m.interaction_id WHERE m.id IN {values}",
        values=unsure,
    ):
        cause, decision_id = unsure[row_id]
        # The same interaction again: it was completed, and may have a moment now.
        is_same = interaction_id in (None, cause.interaction_id)
        if is_same or cause < Cause(cause_key(*key), rule_id, interaction_id):
            row = (cause.rule_id, cause.interaction_id)
            if decision_id is None:
                by_rule.append((*row, True, _since(cause), row_id))
            else:
                by_hand.append((*row, row_id))
    if by_hand:
        bulk.update(models.Membership, ("rule_id", "interaction_id"), by_hand)
    if by_rule:
        columns = ("rule_id", "interaction_id", "is_member", "since_us")
        bulk.update(models.Membership, columns, by_rule)


def _since(cause: Cause) -> int | None:
    return None if cause.key.at_us == UNKNOWN else cause.key.at_us
