"""A topic: on which of two axes, and what decisions call it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Axis(StrEnum):
    """Whose topics they are."""

    OURS = "ours"
    """Programmes and campaigns of ours."""
    THEIRS = "theirs"
    """What somebody loves, whether it has to do with us or not."""


class Subject(NamedTuple):
    """What a decision about a topic names: "theirs:tiger"."""

    axis: Axis
    topic: str

    def __str__(self) -> str:
        """As the decision log has it."""
        return f"{self.axis}:{self.topic}"


def read_subject(written: str) -> Subject | None:
    """The topic that a decision names; None where it names none."""
    axis, colon, topic = written.partition(":")
    if not (colon and topic and axis in list(Axis)):
        return None
    return Subject(Axis(axis), topic)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """Something that an account posts about, with the posts that show it."""

    axis: Axis
    topic: str
    label: str
    """As a person reads it: "tigers"."""
    score: float
    """How clearly: standard deviations for theirs, days for ours. To compare, not to show."""
    posts: tuple[int, ...]
    """The numbers of the posts that show it, newest first."""
