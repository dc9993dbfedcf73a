"""Whether words tell of something that is never kept about anybody.

Missing one is worse than finding one too many: of every language that hobnob knows all words are
looked for in every text, and those that mean something harmless elsewhere in texts of their own
language and in texts of no language anybody told. RE2 looks for all of them in one pass.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import re2

from hobnob.domain.matching.words import fold
from hobnob.domain.sensitive.categories import Sensitive
from hobnob.domain.sensitive.words.dutch import DUTCH
from hobnob.domain.sensitive.words.english import ENGLISH
from hobnob.domain.sensitive.words.french import FRENCH
from hobnob.domain.sensitive.words.german import GERMAN
from hobnob.domain.sensitive.words.italian import ITALIAN
from hobnob.domain.sensitive.words.portuguese import PORTUGUESE
from hobnob.domain.sensitive.words.spanish import SPANISH

_KNOWN = {
    "en": ENGLISH,
    "de": GERMAN,
    "es": SPANISH,
    "fr": FRENCH,
    "nl": DUTCH,
    "pt": PORTUGUESE,
    "it": ITALIAN,
}
_WITHIN = 7
"""Entries of so many letters are found within hashtags too: "mental health" in #mentalhealthday."""

_ROOM = re2.Options()
_ROOM.max_mem = 64 << 20
_ROOM.log_errors = False

_PARTED = re.compile(r"[^\w]+|_+")


def sensitive_in(
    words: Iterable[str], *, hashtags: Iterable[str] = (), language: str = ""
) -> Sensitive | None:
    """What these words or hashtags tell of that is never kept; None: nothing that hobnob knows.

    `words` come in the order of their text, in small letters, parted at apostrophes; hashtags
    without #.
    """
    text = f" {' '.join(map(fold, words))} "
    tags = " ".join(map(fold, hashtags))
    of_language = language if language in _KNOWN else ""
    if not _anything(of_language).search(text) and not (tags and _tells(tags, of_language)):
        return None
    text, tags = _harmless().sub("  ", text), _harmless_joined().sub("", tags)
    return next((what for what in Sensitive if _says(what, text, tags, of_language)), None)


def sensitive_topic(name: str) -> Sensitive | None:
    """What a topic tells of, as somebody typed it: "Mental health" or "#MentalHealth"."""
    words = words_of_topic(name)
    return sensitive_in(words, hashtags=["".join(words)])


def words_of_topic(name: str) -> list[str]:
    """Its words in small letters: ["mental", "health"] of "Mental_health"."""
    return [word for word in _PARTED.split(name.lower()) if word]


def _says(what: Sensitive, text: str, tags: str, language: str) -> bool:
    return bool(
        _one(what, language).search(text)
        or (tags and _within(what).search(tags))
        or (tags and _one(what, language).search(f" {tags} "))
    )


def _tells(tags: str, language: str) -> bool:
    return bool(_anything_within().search(tags) or _anything(language).search(f" {tags} "))


# ── Patterns, each made once ────────────────────────────────────────────────


@cache
def _anything(language: str) -> Any:
    return _compiled(_whole(each) for what in Sensitive for each in _entries(what, language))


@cache
def _anything_within() -> Any:
    return _compiled(part for what in Sensitive for part in _parts(what))


@cache
def _one(what: Sensitive, language: str) -> Any:
    return _compiled(_whole(each) for each in _entries(what, language))


@cache
def _within(what: Sensitive) -> Any:
    return _compiled(_parts(what))


@cache
def _harmless() -> Any:
    return _compiled(_whole(each) for known in _KNOWN.values() for each in _written(known.harmless))


@cache
def _harmless_joined() -> Any:
    """The same as they stand in hashtags: #naturalselection is no election."""
    return _compiled(
        re2.escape(each.replace(" ", "").strip("*"))
        for known in _KNOWN.values()
        for each in _written(known.harmless)
        if " " in each or "*" in each
    )


def _compiled(patterns: Iterable[str]) -> Any:
    # Nothing at all is what no text has.
    return re2.compile("|".join(dict.fromkeys(patterns)) or r"[^\x00-\x{10FFFF}]", _ROOM)


def _entries(what: Sensitive, language: str) -> Iterator[str]:
    for tag, known in _KNOWN.items():
        yield from _written(known.anywhere.get(what, ""))
        if language in ("", tag):
            yield from _written(known.only_here.get(what, ""))


def _parts(what: Sensitive) -> Iterator[str]:
    """The entries as they stand within a hashtag, where they are long enough."""
    for known in _KNOWN.values():
        for each in _written(known.anywhere.get(what, "")):
            joined = each.replace(" ", "").strip("*")
            if len(joined) >= _WITHIN or each.startswith("*"):
                yield re2.escape(joined)


def _written(entries: str) -> Iterator[str]:
    for each in entries.split(","):
        if cleaned := " ".join(fold(each).split()):
            yield cleaned


def _whole(entry: str) -> str:
    """A word or phrase that stands by itself between blanks; a star lets it go on."""
    before = "[^ ]*" if entry.startswith("*") else ""
    after = "[^ ]*" if entry.endswith("*") else ""
    return f" {before}{re2.escape(entry.strip('*'))}{after} ".replace("\\ ", " ")
