"""The clock, read once by each request and handed down."""

from datetime import UTC, datetime, timedelta

from hobnob.domain.moments import to_us


def now_us() -> int:
    """The moment this is called (microseconds UTC)."""
    return to_us(datetime.now(UTC))


def early_morning_us(days: int) -> int:
    """Four o'clock, where this machine is, some days from now: before anybody's coffee."""
    today = datetime.fromtimestamp(now_us() / 1_000_000).astimezone()
    day = today + timedelta(days=days)
    return to_us(day.replace(hour=4, minute=0, second=0, microsecond=0))
