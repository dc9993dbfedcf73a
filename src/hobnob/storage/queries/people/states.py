"""Contact states as plain values: a model instance of thirty fields takes ten times as long."""

from collections.abc import Collection

from django.db.models import QuerySet

from hobnob.domain.contact_state import FIELDS, ContactState
from hobnob.storage import models
from hobnob.storage.these import these


def states(found: QuerySet[models.ContactState]) -> dict[int, ContactState]:
    """By person id, in the order of the rows found: what is known about each contact."""
    rows = found.values_list("person_id", *FIELDS)
    return {person_id: ContactState(*fields) for person_id, *fields in rows}


def states_of(person_ids: Collection[int]) -> dict[int, ContactState]:
    """By person id; an empty state for those with whom nothing ever happened."""
    known = states(models.ContactState.objects.filter(person_id__in=these(person_ids)))
    return {each: known.get(each) or ContactState() for each in person_ids}
