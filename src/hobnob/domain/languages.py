"""Which language a text is in, and the words hobnob knows of it.

The network's own tag says it first, then the small words that hardly a sentence does without. Only
where those leave a doubt py3langid (https://pypi.org/project/py3langid/) is asked: it takes a
second and 130 MB to load, so it is loaded by the first text that needs it.
"""

from hobnob.domain.vocabulary.dutch import DUTCH
from hobnob.domain.vocabulary.english import ENGLISH
from hobnob.domain.vocabulary.french import FRENCH
from hobnob.domain.vocabulary.german import GERMAN
from hobnob.domain.vocabulary.italian import ITALIAN
from hobnob.domain.vocabulary.phrases import words_of
from hobnob.domain.vocabulary.portuguese import PORTUGUESE
from hobnob.domain.vocabulary.spanish import SPANISH
from hobnob.domain.vocabulary.words import Vocabulary

KNOWN = {
    "en": ENGLISH,
    "de": GERMAN,
    "es": SPANISH,
    "fr": FRENCH,
    "nl": DUTCH,
    "pt": PORTUGUESE,
    "it": ITALIAN,
}

_TOO_SHORT = 3
"""So few words are in no language that anybody could tell for certain."""


def language_of(text: str, *, tag: str = "") -> str:
    """The language as two or three small letters, "" where nobody can tell: "pt" of "pt-BR"."""
    return _from_tag(tag) or _from_words(words_of(text), text)


def vocabulary_of(words: list[str], text: str, *, tag: str = "") -> Vocabulary | None:
    """The words hobnob knows of the language of a text; None where it knows none of it."""
    return KNOWN.get(_from_tag(tag) or _from_words(words, text))


def _from_tag(tag: str) -> str:
    return tag.lower().replace("_", "-").partition("-")[0]


def _from_words(words: list[str], text: str) -> str:
    if len(words) < _TOO_SHORT:
        return ""
    there = set(words)
    counts = sorted(((len(each.small & there), tag) for tag, each in KNOWN.items()), reverse=True)
    (most, likeliest), (next_most, _) = counts[:2]
    if most >= 2 * next_most + 1 and most > 1:
        return likeliest
    return _by_letters(text)


def _by_letters(text: str) -> str:
    from py3langid import classify

    found: str = classify(text)[0]
    return found
