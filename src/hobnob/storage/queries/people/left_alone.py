"""Whom we leave alone: who died, or asked for it in any of our files."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from hobnob.storage.models import Supporter


def left_alone() -> QuerySet[Supporter]:
    """Records that say so. What one file says of somebody holds for all that is known of them."""
    return Supporter.objects.filter(Q(is_deceased=True) | Q(may_be_contacted=False))


def is_left_alone(person: str) -> Exists:
    """Whether the person of a row is one of them; `person` is where the row names them."""
    return Exists(left_alone().filter(account__person=OuterRef(person)))
