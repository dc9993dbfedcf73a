"""Own asks against how things stood before them."""

from hobnob.domain.asks_accepted import Accepted, accepted
from hobnob.storage.models import Ask
from hobnob.storage.queries.asks.standing import as_asked

_LOOKED_AT = 5_000
"""So many asks, the newest first: nobody asks more."""


def asks_accepted() -> Accepted:
    """How many asks were accepted when I had given more than I got, and when not."""
    asks = Ask.objects.filter(decision__undone_by__isnull=True).select_related("decision")
    return accepted(as_asked(each) for each in asks.order_by("-pk")[:_LOOKED_AT])
