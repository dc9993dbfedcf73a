"""Whether somebody asks something that a reader could answer, or for help; and with which words.

A question mark alone is not enough: "who knew?" wants no answer, "Why do they leave? Because ..."
has one already. And it isn't needed: "looking for recommendations" asks as well.
"""

import re
from dataclasses import dataclass

from hobnob.domain.languages import vocabulary_of
from hobnob.domain.vocabulary.phrases import words_of
from hobnob.domain.vocabulary.words import Vocabulary

MARKS = "?？؟⁇⁈⁉՞፧⸮\u037e"
"""Question marks of Latin, Chinese and Japanese, Arabic, Armenian, Ethiopic and Greek scripts."""

_MARK = re.compile(f"[{MARKS}]")
_CLOSING = "\"”»’')\\]"
_SENTENCE = re.compile(rf"[^.!…。！\n{MARKS}]+[.!…。！{MARKS}]*[{_CLOSING}]*")
_MARKED = re.compile(rf"[{MARKS}][!.…{MARKS}]*[{_CLOSING}]*\s*$")
_QUOTED = re.compile(rf"[{MARKS}][{_CLOSING}]")
_GREEK = re.compile(r"(?<=[\u0370-\u03ff\u1f00-\u1fff]);")
"""Greek asks with what looks like a semicolon."""
_CHAT_QUESTION = re.compile(r"\W*q\s?\d{1,2}[a-z]?[\s:.)-]", re.IGNORECASE)
"""Hosts of hashtag chats number their questions: "Q3: How do you ...?"."""
_GOES_ON = 9
"""Whoever says so many words more after asking "why" has answered it."""
_ALONE = 3
_SHOWN = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What somebody asks."""

    sentence: str
    """In their own words, cut where it is long."""
    is_to_all: bool = False
    """It asks whoever reads it, not one person who was named."""
    is_personal: bool = False
    """It speaks of the one who asks, or asks for help: no headline does that."""


def has_question_mark(text: str) -> bool:
    """Whether there is a question mark of any script in it."""
    return bool(_MARK.search(text)) or (";" in text and bool(_GREEK.search(text)))


def asks(text: str, language: str = "") -> Asks | None:
    """What is asked in a text, None where nothing is. `language` is the network's tag, if any."""
    words = words_of(text)
    return find_question(text, words, vocabulary_of(words, text, tag=language))


def find_question(text: str, words: list[str], vocabulary: Vocabulary | None) -> Asks | None:
    """The same, of a text whose words and language are known already."""
    if len(words) > _ALONE and _CHAT_QUESTION.match(text):
        return _request_of(text)
    marked = _marked(_sentences(text), vocabulary) if has_question_mark(text) else None
    if marked and (marked.is_personal or marked.is_to_all):
        return marked
    return _request(text, words, vocabulary) or marked


def _sentences(text: str) -> list[str]:
    asked = _GREEK.sub("?", text) if ";" in text else text
    return [each.strip() for each in _SENTENCE.findall(asked) if each.strip()]


def _marked(sentences: list[str], vocabulary: Vocabulary | None) -> Asks | None:
    """The last question with a mark that wants an answer."""
    following, next_words, words_after = "", list[str](), 0
    for sentence in reversed(sentences):
        words = words_of(sentence)
        if (
            words
            and _MARKED.search(sentence)
            and not _is_told(sentence, following)
            and not _only_wants_a_nod(sentence, vocabulary)
            and not _wants_no_answer(words, next_words, words_after, vocabulary)
        ):
            return _asked(sentence, words, vocabulary)
        following, next_words, words_after = sentence, words, words_after + len(words)
    return None


def _is_told(sentence: str, following: str) -> bool:
    """Whether the question stands within a sentence that goes on: "she asked “why?” and left"."""
    return following[:1].islower() and bool(_QUOTED.search(sentence))


def _only_wants_a_nod(sentence: str, vocabulary: Vocabulary | None) -> bool:
    """Whether all that asks is a word behind the last comma: "Nobody reads it, right?"."""
    last = words_of(sentence.rpartition(",")[2])
    return vocabulary is not None and vocabulary.tags.begins(last) and len(last) <= _ALONE


def _wants_no_answer(
    words: list[str], next_words: list[str], words_after: int, vocabulary: Vocabulary | None
) -> bool:
    """Whether a question is asked for effect, or answered at once by whoever asks it."""
    if vocabulary is None:
        return False
    if vocabulary.rhetorical.first_in(words):
        return True
    if vocabulary.help.first_in(words):
        return False
    if vocabulary.answers.begins(next_words):
        return True
    return words_after >= _GOES_ON and vocabulary.why.begins(words)


def _asked(sentence: str, words: list[str], vocabulary: Vocabulary | None) -> Asks:
    if vocabulary is None:
        return Asks(sentence=shortened(sentence))
    wants_help = _wants_help(sentence, words, vocabulary)
    return Asks(
        sentence=shortened(sentence),
        is_to_all=wants_help or bool(vocabulary.to_all.first_in(words)),
        is_personal=wants_help
        or bool(vocabulary.me.first_in(words) or vocabulary.us.first_in(words)),
    )


def _request(text: str, words: list[str], vocabulary: Vocabulary | None) -> Asks | None:
    """A request for help, or a question that lost its mark."""
    if vocabulary is None or not (
        vocabulary.help.first_in(words)
        or vocabulary.asks.first_in(words)
        or vocabulary.alone.first_in(words)
    ):
        return None
    for sentence in _sentences(text):
        said = words_of(sentence)
        if _wants_help(sentence, said, vocabulary) or _lost_its_mark(sentence, said, vocabulary):
            return _request_of(sentence)
    return None


def _wants_help(sentence: str, words: list[str], vocabulary: Vocabulary) -> bool:
    if len(words) <= _ALONE and vocabulary.alone.first_in(words) and not sentence.endswith("."):
        return True
    return bool(vocabulary.help.first_in(words))


def _lost_its_mark(sentence: str, words: list[str], vocabulary: Vocabulary) -> bool:
    if sentence.endswith((".", "!")) or has_question_mark(sentence):
        return False
    _, colon, end = sentence.rpartition(":")
    return vocabulary.asks.begins(words_of(end) if colon else words)


def _request_of(sentence: str) -> Asks:
    return Asks(sentence=shortened(sentence), is_to_all=True, is_personal=True)


def shortened(sentence: str) -> str:
    """A sentence as a reason shows it: on one line, its middle left out where it is long."""
    line = " ".join(sentence.split())
    if len(line) <= _SHOWN:
        return line
    return f"{line[: _SHOWN * 2 // 3].rsplit(' ', 1)[0]} … {line[-_SHOWN // 3 :].split(' ', 1)[-1]}"
