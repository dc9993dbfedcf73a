"""What is heard in what people post: that it is their birthday, and that they ask for help.

Nothing heard is kept by itself: it is offered with the post that says so, and somebody says yes.
"""

import re

from hobnob.domain.birthday_words import LANGUAGES, BirthdayWords, may_say_so
from hobnob.domain.facts import birthday
from hobnob.domain.languages import vocabulary_of
from hobnob.domain.moments import from_us
from hobnob.domain.vocabulary.phrases import words_of

_SENTENCE_END = re.compile(r"(?<=[!?…])\s+|(?<=[^\d\s]\.)\s+|\n+|;\s")
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|‘[^’]{8,}’")
_PASSED_ON = re.compile(r"\s*(?:rt\b|qt\b)[\s:]*@", re.IGNORECASE)
_LONG_AGO = re.compile(r"#(?:tbt|throwback|onthisday)\b|years ago|\d{4}:", re.IGNORECASE)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})


def says_birthday(text: str) -> bool:
    """Whether somebody says that today is their own birthday.

    In English, Dutch, German, French, Spanish, Italian and Portuguese. What stands in quotation
    marks or is passed on is somebody else's.
    """
    lowered = text.lower()
    if not may_say_so(lowered) or _PASSED_ON.match(text) or _LONG_AGO.search(text):
        return False
    sentences = _SENTENCE_END.split(_QUOTED.sub(" ", lowered).translate(_APOSTROPHES))
    return any(_says_it(" ".join(each.split()), words) for each in sentences for words in LANGUAGES)


def _says_it(sentence: str, words: BirthdayWords) -> bool:
    found = words.says.search(sentence)
    if found is None:
        return False
    return not (
        words.not_after.search(sentence[: found.start()])
        or words.not_before.match(sentence[found.end() :])
    )


def birthday_on(at_us: int) -> str:
    """The birthday that a post of this moment tells, as facts keep it: the day it was posted (UTC).

    In some time zones that is the day before or after, so that a person has to say yes.
    """
    on = from_us(at_us).date()
    return birthday(on.day, on.month)


def asks_for_help(text: str, language: str = "") -> bool:
    """Whether somebody asks for help: "can anybody recommend", "looking for tips".

    Any other question is no request; `language` is the network's tag of the text, if any.
    """
    words = words_of(text)
    vocabulary = vocabulary_of(words, text, tag=language)
    return vocabulary is not None and bool(vocabulary.help.first_in(words))
