"""How much I gave of late, for a page that has nothing else to say."""

from dataclasses import dataclass

from django.db.models import OuterRef

from hobnob.domain.deeds import IN_THE_LOG
from hobnob.domain.interactions import Direction
from hobnob.storage.models import Account, ContactState, Interaction
from hobnob.storage.queries.counted import Counted

_LOOKED_AT = 500
"""So many of those I talk with most: the others hardly count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How often, and to how many people."""

    times: int
    people: int


def given_since(since_us: int, now_us: int) -> Given:
    """What the log shows that I gave between two moments: answers, shares, calls, gifts."""
    nearest = ContactState.objects.order_by("-d30_out", "person_id").values("person_id")
    mine = Interaction.objects.filter(
        contact_id=OuterRef("pk"),
        at_us__gte=since_us,
        at_us__lte=now_us,
        direction=Direction.FROM_ME,
        kind__in=list(IN_THE_LOG),
    )
    people = list(nearest.values_list("person_id", flat=True)[:_LOOKED_AT])
    accounts = Account.objects.filter(person_id__in=people, is_me=False)
    counts = accounts.annotate(given=Counted(mine.values("pk"))).filter(given__gt=0)
    rows = list(counts.values_list("person_id", "given"))
    return Given(times=sum(given for _, given in rows), people=len({each for each, _ in rows}))
