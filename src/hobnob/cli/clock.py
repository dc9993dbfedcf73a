"""The clock, read once by each command and handed down."""

from datetime import UTC, datetime

from hobnob.domain.moments import from_us, to_us


def now_us() -> int:
    """The moment this is called (microseconds UTC)."""
    return to_us(datetime.now(UTC))


def iso(us: int | None) -> str | None:
    """A moment for programs: "2026-11-21T19:03:00+00:00"; None where nobody knows."""
    return None if us is None else from_us(us).isoformat(timespec="seconds")
