"""Make what is derived about some people anew from the two logs."""

from collections.abc import Collection

from hobnob.domain.decisions import ABOUT_CARDS, ABOUT_LISTS
from hobnob.domain.rules import earliest_causes, read_text
from hobnob.operations.apply_rules import join, triggers_in_force
from hobnob.operations.decide import take_effect
from hobnob.operations.fold_contacts import mark_stale, settle_contacts
from hobnob.storage import models
from hobnob.storage.queries.log import happened_to

_AT_ONCE = 500


def derive_again(person_ids: Collection[int]) -> None:
    """Lists, states and cards of these people, as a rebuild would make them. Needs the lock."""
    everybody = sorted(person_ids)
    for start in range(0, len(everybody), _AT_ONCE):
        _derive(everybody[start : start + _AT_ONCE])


def _derive(person_ids: list[int]) -> None:
    models.Membership.objects.filter(person_id__in=person_ids).delete()
    models.TodayCard.objects.filter(person_id__in=person_ids).delete()
    mark_stale(person_ids)
    settle_contacts()
    models.ContactState.objects.filter(
        person_id__in=person_ids, events_in=0, events_out=0, last_us__isnull=True
    ).delete()
    triggers = triggers_in_force()
    log = happened_to(person_ids, with_text=read_text(triggers))
    join(earliest_causes(log, triggers))
    decisions = models.Decision.objects.filter(
        account__person_id__in=person_ids, verb__in=list(ABOUT_LISTS | ABOUT_CARDS)
    )
    take_effect(decisions.select_related("account"))
