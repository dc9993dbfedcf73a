"""Count what a connection takes, keep it under the limit of the month, and ask before it is spent.

Requests are counted everywhere; money is what X takes, and all other networks are free.
"""

from django.db.models import F

from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import from_us
from hobnob.domain.networks import NOTHING, Cost, dollars
from hobnob.storage import models

A_PAGE = 100
"""So many items are on a page, where nobody knows better."""

_MOST_DOLLARS = 100_000


class LimitReached(HobnobError):
    """What comes next would cost more than may be spent this month."""


def check_limit(connection: models.Connection, next_cost: Cost, *, now_us: int) -> None:
    """Nothing, where this may be spent. Raises LimitReached where it may not."""
    if not next_cost.microdollars:
        return
    limit = models.Connection.objects.values_list("monthly_limit_microdollars", flat=True).get(
        pk=connection.pk
    )
    spent = spent_this_month(connection, now_us=now_us)
    if spent + next_cost.microdollars > limit:
        raise LimitReached(
            f"{dollars(spent)} of {dollars(limit)} spent this month, and what comes next may take "
            f"{dollars(next_cost.microdollars)}: it goes on next month, or with a higher limit "
            "(`hobnob sources limit`)."
        )


def spend(cost: Cost, *, connection_id: int, now_us: int) -> None:
    """Count what a connection took, in the month it is now by UTC."""
    if cost == NOTHING:
        return
    months = models.Spending.objects.filter(
        connection_id=connection_id, month=f"{from_us(now_us):%Y-%m}"
    )
    more = {
        "requests": F("requests") + cost.requests,
        "microdollars": F("microdollars") + cost.microdollars,
    }
    if not months.update(**more):
        months.get_or_create(connection_id=connection_id, month=f"{from_us(now_us):%Y-%m}")
        months.update(**more)


def spent_this_month(connection: models.Connection, *, now_us: int) -> int:
    """In millionths of a dollar, in the month it is now by UTC."""
    months = connection.spending.filter(month=f"{from_us(now_us):%Y-%m}")
    return months.values_list("microdollars", flat=True).first() or 0


def set_limit(connection_id: int, amount: float) -> None:
    """Spend no more than so many dollars a month. Raises HobnobError for what is no amount."""
    if not 0 <= amount <= _MOST_DOLLARS:
        raise HobnobError(f"A limit is between $0 and ${_MOST_DOLLARS:,}: choose another one.")
    connected = models.Connection.objects.filter(pk=connection_id)
    connected.update(monthly_limit_microdollars=round(amount * 1_000_000))


def allow(connection_id: int, stream: str, of: str = "", *, is_allowed: bool = True) -> None:
    """Let a stream be read for its price, up to the limit of the month; or no longer."""
    states = models.StreamState.objects.filter(connection_id=connection_id, stream=stream, of=of)
    states.update(is_allowed=is_allowed)
