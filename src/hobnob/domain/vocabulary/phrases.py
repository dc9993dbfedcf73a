"""A set of phrases that can be looked for in the words of a text, in one pass over them."""

import re

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words in small letters, parted at apostrophes too: "Who'd - really?" is who, d, really.

    So "d'anniversaire" has the word "anniversaire", and "neighbour's" the word "neighbour".
    """
    return _WORD.findall(text.lower())


class Phrases:
    """Phrases by how they begin, so that hundreds take no longer than a few.

    Written one after another, parted by commas.
    """

    def __init__(self, written: str) -> None:
        phrases = [words for each in written.split(",") if (words := words_of(each))]
        self._firsts = frozenset(phrase[0] for phrase in phrases)
        self._single = frozenset(phrase[0] for phrase in phrases if len(phrase) == 1)
        self._longer: dict[tuple[str, str], list[list[str]]] = {}
        for phrase in phrases:
            if len(phrase) > 1:
                self._longer.setdefault((phrase[0], phrase[1]), []).append(phrase)

    def first_in(self, words: list[str]) -> str:
        """The first of them that stands in these words, "" where none does."""
        firsts = self._firsts
        if firsts.isdisjoint(words):
            return ""
        for place, word in enumerate(words):
            if word in firsts and (phrase := self._at(words, place)):
                return " ".join(phrase)
        return ""

    def count_in(self, words: list[str]) -> int:
        """At how many places one of them stands in these words."""
        firsts = self._firsts
        if firsts.isdisjoint(words):
            return 0
        places = [place for place, word in enumerate(words) if word in firsts]
        return len([place for place in places if self._at(words, place)])

    def begins(self, words: list[str]) -> bool:
        """Whether these words begin with one of them."""
        return bool(words) and bool(self._at(words, 0))

    def _at(self, words: list[str], place: int) -> list[str]:
        """A phrase that stands at this place, [] where none does."""
        word = words[place]
        if place + 1 < len(words):
            for phrase in self._longer.get((word, words[place + 1]), ()):
                if words[place : place + len(phrase)] == phrase:
                    return phrase
        return [word] if word in self._single else []
