"""How beginnings are written down: a line each, the gesture, a colon, the words.

{name}, {topic} and {other} stand for whom and what it is about, {gift} for what they gave: such a
wording is used where that is known, and only there. What is in brackets is for a person to say;
"with a picture" is the same gesture where a picture goes with it.
"""

from collections import defaultdict
from collections.abc import Mapping

Wordings = Mapping[str, tuple[str, ...]]
"""The beginnings of each gesture."""


def read(table: str) -> Wordings:
    """The beginnings of a table, by gesture, in their order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in filter(None, map(str.strip, table.splitlines())):
        gesture, _, words = line.partition(": ")
        found[gesture].append(words)
    return {gesture: tuple(each) for gesture, each in found.items()}
