"""Topic words and patterns, searched for by RE2, whose time grows with the text and no faster.

What it knows and does not: https://github.com/google/re2/wiki/Syntax. Python's own `re` can be kept
busy for hours by a pattern of ten letters; no pattern of a person's ever reaches it.
"""

import unicodedata
from functools import lru_cache
from typing import Any

import re2

MOST_WORDS = 50
LONGEST = 500
"""Characters of all words together, or of a pattern."""

_QUIET = re2.Options()
_QUIET.log_errors = False
_QUIET.max_mem = 1 << 20
"""A pattern that would need more memory than this is refused when the rule is made."""

_LETTERS = r"\pL\pM\pN_"
_UNPARTED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts that put no space between words: there a word may stand within others."""


def topic_words(written: str) -> tuple[str, ...]:
    """The words in "tigers, big cats": parted by commas, each once, as they are compared."""
    cleaned = (" ".join(each.split()) for each in written.casefold().split(","))
    return tuple(dict.fromkeys(each for each in cleaned if each.strip("*")))


def are_said(written: str, text: str) -> bool:
    """Whether a text has one of the words, whole and in capitals or not; "tiger*" begins one."""
    return _search(_any_of(written), text.casefold())


def matches_pattern(pattern: str, text: str) -> bool:
    """Whether a text has what the pattern describes, in capitals or not."""
    return _search(f"(?i){pattern}", text)


def no_words(written: str) -> str:
    """Why these can be no topic words; "" where they can."""
    words = topic_words(written)
    if not words:
        return "Write words with commas between them: tigers, big cats."
    if len(words) > MOST_WORDS or len(written) > LONGEST:
        return (
            f"That is {len(words)} words and {len(written)} characters: a rule takes {MOST_WORDS} "
            f"words and {LONGEST} characters. Make a second rule for the others."
        )
    return ""


def no_pattern(pattern: str) -> str:
    """Why a pattern can be no one's; "" where it can be searched for."""
    if len(pattern) > LONGEST:
        return f"The pattern has {len(pattern)} characters: write at most {LONGEST}."
    try:
        _compiled(f"(?i){pattern}")
    except re2.error as error:
        return f"The pattern “{pattern}” cannot be searched for: {_reason(error)}."
    return ""


def _any_of(written: str) -> str:
    return "|".join(_whole(each) for each in topic_words(written))


def _whole(word: str) -> str:
    """The pattern of a word that stands by itself; a star at its end lets it go on."""
    is_beginning = word.endswith("*")
    bare = word.strip("*")
    before = "" if _is_unparted(bare[0]) else f"(?:^|[^{_LETTERS}])"
    after = "" if is_beginning or _is_unparted(bare[-1]) else f"(?:$|[^{_LETTERS}])"
    between = re2.escape(bare).replace(r"\ ", r"\s+")
    return f"{before}{between}{after}"


def _is_unparted(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(_UNPARTED)


def _search(pattern: str, text: str) -> bool:
    return _compiled(pattern).search(text) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> Any:
    return re2.compile(pattern, _QUIET)


_REASONS = {
    "invalid perl operator": "it looks ahead or back, or names a group, and hobnob searches "
    "without that",
    "invalid escape sequence": "a backslash stands before something that it means nothing to",
    "missing )": "a bracket “(” is never closed",
    "unexpected )": "a bracket “)” was never opened",
    "missing ]": "a bracket “[” is never closed",
    "no argument for repetition operator": "“*”, “+” or “?” has nothing before it to repeat",
    "invalid repetition size": "it repeats something too often",
    "pattern too large": "it would need too much memory",
}


def _reason(error: Exception) -> str:
    """RE2's own words, as a person can act on them."""
    told = error.args[0]
    words = told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)
    return next((said for found, said in _REASONS.items() if words.startswith(found)), words)
