"""What a rule can test beyond kind and direction. To add one, write one function and decorate it.

Each takes something that happened and says yes or no. The first line of its docstring is what
people read where rules are made. A condition that takes a word is named with it: "on_network:x".
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol

from hobnob.domain.errors import HobnobError
from hobnob.domain.people import Network


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


Test = Callable[[Happening, str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A test that a rule can make, and the word it needs for that."""

    test: Test
    says: str
    """What it tests, for people: "It says this word, in capitals or not."."""
    phrase: str
    """The same within a sentence, with a place for the word: "it says “{}”"."""
    example: str = ""
    """A word one could give it; "" where it takes none."""
    choices: frozenset[str] = frozenset()
    """The only words it knows; empty where any will do."""


CONDITIONS: dict[str, Condition] = {}


class UnusableCondition(HobnobError):
    """A rule cannot use what is written there as a condition."""


class UnknownCondition(UnusableCondition):
    """A rule names a condition that hobnob does not have."""


def condition(
    *, phrase: str, example: str = "", choices: Collection[str] = ()
) -> Callable[[Test], Test]:
    """Offer the function below to rules, under its own name."""

    def offer(test: Test) -> Test:
        says = (test.__doc__ or "").partition("\n")[0]
        CONDITIONS[test.__name__] = Condition(
            test=test, says=says, phrase=phrase, example=example, choices=frozenset(choices)
        )
        return test

    return offer


def holds(written: str, happening: Happening) -> bool:
    """Whether a condition, as written in a rule, holds.

    Raises UnknownCondition when there is none of that name.
    """
    name, _, word = written.partition(":")
    return _called(name).test(happening, word)


def check(written: str) -> None:
    """Raises UnusableCondition, saying what to write, when a rule could not use this condition."""
    name, _, word = written.partition(":")
    found = _called(name)
    if word and not found.example:
        raise UnusableCondition(f"“{name}” takes no word: leave “{word}” out.")
    if found.example and not word.strip():
        raise UnusableCondition(f"“{name}” needs a word: write {name}:{found.example}, say.")
    if found.choices and word not in found.choices:
        known = ", ".join(sorted(found.choices))
        raise UnusableCondition(f"“{name}” does not know “{word}”. It knows: {known}.")


def said(written: str) -> str:
    """The condition in plain words, within a sentence: "it says “tigers”".

    Raises UnknownCondition when there is none of that name.
    """
    name, _, word = written.partition(":")
    found = _called(name)
    return found.phrase.format(word.title() if found.choices else word)


def _called(name: str) -> Condition:
    found = CONDITIONS.get(name)
    if found is None:
        known = ", ".join(sorted(CONDITIONS))
        raise UnknownCondition(f"No condition is called “{name}”. There are: {known}.")
    return found


@condition(phrase="they ask something")
def asks_a_question(happening: Happening, _word: str) -> bool:
    """They ask something."""
    return "?" in happening.text or "？" in happening.text or "؟" in happening.text


@condition(phrase="it says “{}”", example="tigers")
def has_words(happening: Happening, word: str) -> bool:
    """It says this word, in capitals or not."""
    return word.casefold() in happening.text.casefold()


@condition(phrase="it happened on {}", example="bluesky", choices=tuple(Network))
def on_network(happening: Happening, word: str) -> bool:
    """It happened on this network."""
    return happening.network == word
