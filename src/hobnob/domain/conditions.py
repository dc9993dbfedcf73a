"""What a rule can test beyond kind and direction. To add one, write one function and decorate it.

Each takes something that happened and says yes or no. The first line of its docstring is what
people read where rules are made. A condition that takes a word is named with it: "on_network:x".
"""

from collections.abc import Callable
from typing import Protocol

from hobnob.domain.errors import HobnobError


class Happening(Protocol):
    """What a condition may look at: a domain Interaction, or a stored row that has the same."""

    @property
    def network(self) -> str:
        """Where it happened."""
        ...

    @property
    def text(self) -> str:
        """What was said."""
        ...


Condition = Callable[[Happening, str], bool]
CONDITIONS: dict[str, Condition] = {}


class UnknownCondition(HobnobError):
    """A rule names a condition that hobnob does not have."""


def condition(function: Condition) -> Condition:
    """Offer `function` to rules under its own name."""
    CONDITIONS[function.__name__] = function
    return function


def holds(written: str, happening: Happening) -> bool:
    """Whether a condition, as written in a rule, holds.

    Raises UnknownCondition when there is none of that name.
    """
    found, word = _read(written)
    return found(happening, word)


def check(written: str) -> None:
    """Raises UnknownCondition when a rule could not use this condition."""
    _read(written)


def _read(written: str) -> tuple[Condition, str]:
    name, _, word = written.partition(":")
    found = CONDITIONS.get(name)
    if found is None:
        known = ", ".join(sorted(CONDITIONS))
        raise UnknownCondition(f"No condition is called “{name}”. There are: {known}.")
    return found, word


@condition
def asks_a_question(happening: Happening, _word: str) -> bool:
    """They ask something."""
    return "?" in happening.text or "？" in happening.text or "؟" in happening.text


@condition
def has_words(happening: Happening, word: str) -> bool:
    """It says this word, in capitals or not."""
    return word.casefold() in happening.text.casefold()


@condition
def on_network(happening: Happening, word: str) -> bool:
    """It happened on this network."""
    return happening.network == word
