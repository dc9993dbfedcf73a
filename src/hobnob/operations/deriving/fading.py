"""Who has faded from a list: back with the first word, and still so when lists are made anew."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db.models import QuerySet

from hobnob.storage import bulk, models


def unfade(person_ids: Collection[int]) -> None:
    """Something happened with these people: none of them is faded any more."""
    if not person_ids or not _some_have_faded():
        return
    rows = bulk.select_in(
        "SELECT id FROM storage_membership "
        "WHERE is_member AND faded_us IS NOT NULL AND person_id IN {values}",
        values=person_ids,
    )
    bulk.update(models.Membership, ("faded_us",), [(None, row_id) for (row_id,) in rows])


@contextmanager
def fading_stays(memberships: QuerySet[models.Membership]) -> Iterator[None]:
    """Who of these had faded by rule still has, once their memberships are made anew.

    It depends on the day, so no log could tell it again.
    """
    columns = ("list_id", "person_id", "faded_us")
    faded = {
        (list_id, person_id): faded_us
        for list_id, person_id, faded_us in memberships.filter(faded_us__isnull=False).values_list(
            *columns
        )
    }
    yield
    anew = bulk.select_in(
        "SELECT id, list_id, person_id FROM storage_membership "
        "WHERE is_member AND decision_id IS NULL AND person_id IN {values}",
        values={person_id for _, person_id in faded},
    )
    again = [(faded[slot], row_id) for row_id, *key in anew if (slot := tuple(key)) in faded]
    bulk.update(models.Membership, ("faded_us",), again)


def _some_have_faded() -> bool:
    return models.Membership.objects.filter(is_member=True, faded_us__isnull=False).exists()
