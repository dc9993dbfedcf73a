"""The day of a moment, where this machine is."""

from datetime import date

from hobnob.domain.moments import from_us


def day_here(at_us: int) -> date:
    """A birthday and the last day of a plan end at midnight here, not in Greenwich."""
    return from_us(at_us).astimezone().date()
