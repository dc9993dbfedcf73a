"""A notation for telling phrases, so that a language is added without regular expressions.

    buy/order * followers     one of some words, up to three others, and the last
    stud~                     a word with any ending
    cheap ... $               a stretch of the sentence in between; a price
    # followers               a number
    you're * {insults}        one of a list of words

A line is a phrase; empty lines and lines that begin with a language and a colon part them for those
who read them. Every repeat in what they become is bounded: no text can slow the search down.
"""

import re
from dataclasses import dataclass

_LANGUAGE = re.compile(r"^[a-z]{2}:\s*")
_WITHOUT_SPACES = "\u2e80"
"""From this character on scripts are written without spaces, so that words have no edges."""

_GAP = r"(?:[,:;–-]?\s{1,3}|(?<=[’']))"
_UP_TO_THREE_WORDS = r"(?:[^\s,;:]{1,30}\s{1,3}){0,3}"
_STRETCH = r".{0,40}?"
_DIGITS = r"(?<![\d.,])\d[\d.,]{0,11}"
_NUMBER = rf"{_DIGITS}\s?(?:k|mil)?\+?"
_PRICE = (
    r"(?:(?:[$€£₹₺]|r\$)\s?\d[\d.,]{0,11}"
    rf"|{_DIGITS}\s?(?:[$€£₹₺円]|usd|eur|euros?|tl|rb|руб\w*|reais|rupees|zł))"
)
_SIGNS = {"...": _STRETCH, "#": _NUMBER, "$": _PRICE}

# A sentence ends with a mark and a space, so that "$4.50" and "a.example" do not end one.
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…]+(?!\S)|[。！？؟]|(?=\n)|$)")
_QUOTED = re.compile(
    '“[^“”]{1,400}”|„[^„“”]{1,400}[“”]|«[^«»]{1,400}»|"[^"]{1,400}"|「[^「」]{1,400}」'
)

LONGEST = 5_000
"""So many characters of a text are looked at: nobody hides an offer at the end of a treatise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Phrases that tell something, unless one of others stands in the same sentence.

    What is quoted is somebody else's, and tells nothing: its place is left empty.
    """

    phrases: re.Pattern[str]
    unless: re.Pattern[str]
    counts_questions: bool = True

    def found_in(self, text: str) -> str:
        """The first stretch of a readable text that tells it, "" where nothing does."""
        return next(iter(self.all_in(text)), "")

    def all_in(self, text: str) -> list[str]:
        """Every stretch of a readable text that tells it, in order."""
        own = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text[:LONGEST])
        if not self.phrases.search(own):  # Most texts tell nothing: no need to part them.
            return []
        return [
            text[sentence.start() + found.start() : sentence.start() + found.end()].strip()
            for sentence in _SENTENCE.finditer(own)
            if self._may_tell(sentence[0])
            for found in self.phrases.finditer(sentence[0])
        ]

    def _may_tell(self, sentence: str) -> bool:
        is_question = sentence.rstrip().endswith(("?", "？", "؟"))
        return not self.unless.search(sentence) and (self.counts_questions or not is_question)


def phrases(table: str, **lists: str) -> re.Pattern[str]:
    """One pattern for all phrases of a table, in capitals or not; `lists` fill the braces."""
    lines = (_LANGUAGE.sub("", line.strip()) for line in table.splitlines())
    filled = [line.format(**lists) for line in lines if line]
    # Most places of a text are within a word: there one look decides for all phrases with an edge.
    with_edge = "|".join(_phrase(line) for line in filled if _has_edge(line))
    others = [_phrase(line) for line in filled if not _has_edge(line)]
    return re.compile(
        "|".join([rf"(?<!\w)(?:{with_edge})"] * bool(with_edge) + others), re.IGNORECASE
    )


def _has_edge(line: str) -> bool:
    """Whether all that a phrase may begin with are words that are parted by spaces."""
    return all(_is_parted(word[0]) for word in line.split()[0].split("/"))


def _is_parted(letter: str) -> bool:
    return letter.isalnum() and letter < _WITHOUT_SPACES


def _phrase(line: str) -> str:
    pattern = ""
    is_gap_due = False
    for sign in line.split():
        if sign == "*":
            pattern += _GAP + _UP_TO_THREE_WORDS
        else:
            pattern += (_GAP if is_gap_due else "") + (_SIGNS.get(sign) or _one_of(sign))
        is_gap_due = sign not in ("*", "...")
    return pattern


def _one_of(words: str) -> str:
    return f"(?:{'|'.join(map(_word, words.split('/')))})"


def _word(word: str) -> str:
    stem = word.removesuffix("~")
    written = re.escape(stem).replace("'", "[’']").replace("_", r"\s")
    begins = r"(?<!\w)" if _is_parted(stem[0]) else ""
    ends = r"(?!\w)" if _is_parted(stem[-1]) else ""
    return begins + written + (ends if word == stem else r"\w*")
