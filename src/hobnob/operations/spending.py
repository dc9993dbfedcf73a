"""What a connection took this month, in requests and in money."""

from django.db.models import F

from hobnob.domain.moments import from_us
from hobnob.domain.networks import Cost
from hobnob.storage import models


def spend(cost: Cost, *, by: models.Account, now_us: int) -> None:
    """Count what an account of mine took, in the month it is now by UTC."""
    connection = models.Connection.objects.filter(account=by).first()
    if connection is None:
        return
    month = f"{from_us(now_us):%Y-%m}"
    models.Spending.objects.get_or_create(connection=connection, month=month)
    models.Spending.objects.filter(connection=connection, month=month).update(
        requests=F("requests") + cost.requests, microdollars=F("microdollars") + cost.microdollars
    )
