"""Every yes to what was asked, until something came of it."""

from django.db.models import Exists, OuterRef, QuerySet

from hobnob.storage.models import Ask, Outcome


def yeses_alone() -> QuerySet[Ask]:
    """Each yes in force of which nothing came yet: what comes of it counts in its place."""
    came = Outcome.objects.filter(ask=OuterRef("pk"), decision__undone_by__isnull=True)
    return Ask.objects.filter(~Exists(came), answer="yes", decision__undone_by__isnull=True)
