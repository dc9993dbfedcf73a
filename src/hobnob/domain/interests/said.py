"""What an account said in one post, as far as it may be looked at at all.

A post that tells of anything sensitive is left out whole: none of its other words say then what
somebody loves, and it is no evidence that anybody is shown.
"""

from dataclasses import dataclass

from hobnob.domain.languages import language_of
from hobnob.domain.matching.rarity import is_first_name
from hobnob.domain.own_words import own_words
from hobnob.domain.posts import NOTHING_ATTACHED, Attached, hashtags
from hobnob.domain.sensitive.topics import sensitive_in
from hobnob.domain.vocabulary.phrases import words_of

_SHORTEST = 3
"""Shorter words are no names that one could tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One post of somebody's that others may read."""

    number: int
    at_us: int
    text: str
    language: str = ""
    """The network's tag."""
    attached: Attached = NOTHING_ATTACHED
    is_to_me: bool = False
    """It speaks to me: a mention, a reply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The words of a post that are its author's own."""

    language: str
    words: tuple[str, ...]
    """In the order of the text; "" where somebody's name stands."""
    hashtags: tuple[str, ...]
    """Without #, in small letters."""


def heard(said: Said) -> Heard | None:
    """Its own words; None where it is somebody else's, or tells what is never kept."""
    if said.attached.reposts:
        return None
    own, tags = own_words(said.text, said.attached), hashtags(said.text)
    if not own.words and not tags:
        return None
    language = language_of(own.text, tag=said.language)
    warned_of = [word for each in said.attached.labels for word in words_of(each)]
    if sensitive_in([*own.words, *warned_of], hashtags=tags, language=language):
        return None
    words = (each if _is_no_name(each, own.text, language) else "" for each in own.words)
    return Heard(language=language, words=tuple(words), hashtags=tags)


def _is_no_name(word: str, text: str, language: str) -> bool:
    """Whether a word is nobody's first name, written like one: Tom is whom they love, not what.

    In German everything has a capital; there an article tells things from names.
    """
    return language == "de" or len(word) < _SHORTEST or word in text or not is_first_name(word)
