"""What happened around an invented account, and the results of it."""

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account
from hobnob.domain.periods import last_days
from hobnob.domain.results import Results
from hobnob.operations.record import record
from hobnob.operations.results.take_stock import results
from tests.people import NOW_US, happened


def told(*happenings: Interaction) -> None:
    """The log tells these."""
    record(happenings, now_us=NOW_US)


def shared(who: Account, *days_ago: float) -> None:
    """They reposted me on these days."""
    told(*(happened(Kind.REPOST, who, days_ago=each) for each in days_ago))


def between(actor: Account, target: Account, kind: Kind, *, days_ago: float = 1) -> None:
    """Something went between two others."""
    told(
        Interaction(
            network=actor.network,
            kind=kind,
            direction=Direction.BETWEEN_OTHERS,
            native_id=f"{kind}-{actor.handle}-{target.handle}-{days_ago}",
            actor=actor,
            target=target,
            at_us=NOW_US - int(days_ago * DAY),
        )
    )


def taken_stock(days: int = 90, *, reader_id: int | None = None) -> Results:
    """The results of the last days."""
    asked = last_days(days, NOW_US)
    return results(
        since_us=asked.since_us, until_us=asked.until_us, now_us=NOW_US, reader_id=reader_id
    )
