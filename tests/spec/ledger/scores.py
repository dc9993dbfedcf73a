"""How often thanks are heard in posts of which one knows whether they thank."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hobnob.domain.thanks import is_thanks


class Score(NamedTuple):
    """Posts by what they are and what was heard."""

    heard: int
    misheard: int
    """No thanks, and taken for some."""
    missed: int
    silent: int

    @property
    def in_words(self) -> str:
        """ "of 33 taken for thanks 28 are (0.85), of 29 thanks 28 are heard (0.97)"."""
        taken, there = self.heard + self.misheard, self.heard + self.missed
        return (
            f"of {taken} taken for thanks {self.heard} are ({self.heard / taken:.2f}), "
            f"of {there} thanks {self.heard} are heard ({self.heard / there:.2f})"
        )


def score(posts: Iterable[Mapping[str, str]]) -> Score:
    """What is heard in these posts."""
    found = [(row["thanks"] == "yes", is_thanks(row["text"])) for row in posts]
    pairs = ((True, True), (False, True), (True, False), (False, False))
    return Score(*(found.count(pair) for pair in pairs))
