"""What could not be read of a file, without what stood there: that may have been their name."""

from collections.abc import Iterator

from django.db.models import QuerySet

from hobnob.storage import models

_REASON = "could not be read; what stood here went when somebody of this file was forgotten"


def quote_no_cells(accounts: QuerySet[models.Account]) -> None:
    """Leave of the problems of files that told of these accounts where they were, and no more."""
    for source in models.Source.objects.filter(pk__in=set(_told_by(accounts))):
        source.problems = [{**each, "reason": _REASON} for each in source.problems]
        source.save(update_fields=["problems"])


def _told_by(accounts: QuerySet[models.Account]) -> Iterator[int]:
    """Every file that ever told something of them."""
    for record in models.Supporter.objects.filter(account__in=accounts):
        yield from (source for source, _ in record.said.get("told_by", ()))
        if record.source_id is not None:
            yield record.source_id
    for rows in (models.RelationshipTag.objects, models.Donation.objects):
        told = rows.filter(account__in=accounts, source__isnull=False)
        yield from told.values_list("source", flat=True)
