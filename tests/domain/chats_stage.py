"""A chat without a table."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Hours:
    """When it is."""

    weekday: int
    minute: int
    time_zone: str
    minutes: int = 60
    ended_us: int | None = None
