"""The clock, read once by each request and handed down."""

from datetime import UTC, datetime

from hobnob.domain.moments import to_us


def now_us() -> int:
    """The moment this is called (microseconds UTC)."""
    return to_us(datetime.now(UTC))
