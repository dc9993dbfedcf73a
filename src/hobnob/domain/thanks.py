"""Whether what I said thanks whom I said it to, in words of seven languages.

The words are in thanks_words.py; how often it is right stands in docs/reference/ledger.md.
"""

import re

from hobnob.domain.thanks_words import NOT_MEANT, OWED_TO, SAID, STEMS
from hobnob.domain.vocabulary.phrases import words_of

GESTURES_BEGIN = "thank"
"""How the names of the gestures begin that thank somebody."""

_NAME = re.compile(r"(?<![\w@.])@\w[\w.-]*")
_TOO_MANY = 5
"""Whoever thanks so many in one breath thanks none of them."""

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…]+(?!\S)|(?=\n)|$)")
_QUOTED = re.compile('“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|"[^"]*"')
_A_REQUEST = 4
"""So many words with a question mark ask for something; fewer only wonder: "For me?"."""
_NO_MORE = 2
"""Two words after a request are thanks for what is still to be done: "Any tips for us? Thanks!"."""


def is_thanks(text: str) -> bool:
    """Whether somebody is thanked in these words: "@ana Thank you, that made my morning."."""
    small = text.lower()
    if not any(stem in small for stem in STEMS) or len(_NAME.findall(text)) >= _TOO_MANY:
        return False
    asked = False
    for sentence in _SENTENCE.findall(_QUOTED.sub(" ", text)):
        words = words_of(sentence)
        if not (asked and len(words) <= _NO_MORE) and _thanks(words, sentence):
            return True
        asked = sentence.rstrip().endswith("?") and len(words) >= _A_REQUEST
    return False


def _thanks(words: list[str], sentence: str) -> bool:
    if not SAID.first_in(words) or NOT_MEANT.first_in(words):
        return False
    return OWED_TO.search(sentence) is None
