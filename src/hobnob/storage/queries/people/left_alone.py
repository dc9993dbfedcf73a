"""Whom we leave alone, or do not look for: who died, or asked for it in any of our files."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from hobnob.storage.models import Supporter


def left_alone() -> QuerySet[Supporter]:
    """Records that say so. What one file says of somebody holds for all that is known of them."""
    return Supporter.objects.filter(Q(is_deceased=True) | Q(may_be_contacted=False))


def is_not_looked_up(person: str) -> Exists:
    """Whether one does not look for the person of a row: they are left alone, or asked for that."""
    refuse = Q(is_deceased=True) | Q(may_be_contacted=False) | Q(may_be_looked_up=False)
    return Exists(Supporter.objects.filter(refuse, account__person=OuterRef(person)))


def is_left_alone(person: str) -> Exists:
    """Whether the person of a row is one of them; `person` is where the row names them."""
    return Exists(left_alone().filter(account__person=OuterRef(person)))
