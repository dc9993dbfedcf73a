"""Where a supporter said yes to being looked up."""

from hobnob.domain.supporters_json import from_json
from hobnob.storage.models import Supporter
from hobnob.storage.queries.people.facts import source_title


def consent_of(person_id: int) -> str:
    """ "form.csv, column “May we look you up”"; "" where none of their records says so."""
    theirs = Supporter.objects.filter(account__person=person_id).select_related("source")
    for record in theirs.order_by("-told_us", "account"):
        if column := from_json(record.said).consent:
            return f"{source_title(record)}, column “{column}”"
    return ""
