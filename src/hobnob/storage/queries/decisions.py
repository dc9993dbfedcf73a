"""What was decided and still holds."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from hobnob.domain.decisions import Verb
from hobnob.storage.models import Decision


def in_force(
    person_id: int, verbs: Collection[Verb], subject: str | None = None
) -> QuerySet[Decision]:
    """Decisions about a person that nobody undid, oldest first."""
    found = Decision.objects.filter(
        account__person_id=person_id, verb__in=list(verbs), undone_by__isnull=True
    )
    if subject is not None:
        found = found.filter(subject=subject)
    return found.order_by("made_us", "pk")


def visible_to(reader_id: int | None) -> Q:
    """Decisions that somebody may read: their own, and those that are not private."""
    return Q(is_private=False) | Q(author_id=reader_id)
