"""What somebody does with their words: calls on everybody, tells news of their life, only points.

Each is a small sum of signs, because no single word proves it.
"""

import re

from hobnob.domain.own_words import OwnWords
from hobnob.domain.vocabulary.words import Vocabulary

_SHOUTED = re.compile(r"\b[A-ZÀ-ÖØ-Þ]{4,}\b")
_DIGIT = re.compile(r"\d")
_PRICE = re.compile(r"[£€$] ?\d|\d ?[£€]|\d ?%")
_HOUR = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2} ?(?:am|pm|uhr|uur|h)\b", re.IGNORECASE)
_MOTTO = re.compile(r"[#＃]\w*(?:motiv|inspir|mindset|leadership|success|growth)", re.IGNORECASE)
_LONGEST_MOTTO = 14
_ENOUGH_SIGNS = 2
_ENOUGH_OF_MINE = 4
"""Whoever says "I" is rather telling something: it takes more to make that an announcement."""
_POINTING = 8
_NODDING = 3
_AT_ITS_BEGINNING = 4
_LONG = 5


def calls_on_all(own: OwnWords, vocabulary: Vocabulary | None) -> str:
    """Why it is said to everybody and to nobody: "says to everybody: “sign now”"; "" if not."""
    if vocabulary is None or not own.words:
        return ""
    call = vocabulary.calls.first_in(own.words)
    is_headed = vocabulary.opens.begins(own.words)
    signs = 2 * bool(call) + 2 * is_headed + _loudness(own.text)
    signs += bool(vocabulary.notices.first_in(own.words)) + _is_to_come(own, vocabulary)
    if signs < _ENOUGH_SIGNS:
        return ""
    if vocabulary.me.first_in(own.words) or vocabulary.opinion.first_in(own.words):
        signs += vocabulary.calls.count_in(own.words)
        if signs < _ENOUGH_OF_MINE:
            return ""
    return f"says to everybody: “{call}”" if call else "an announcement"


def _is_to_come(own: OwnWords, vocabulary: Vocabulary) -> bool:
    """Whether it names a day and tells of nothing that was done on one."""
    return bool(vocabulary.days.first_in(own.words)) and not vocabulary.did.first_in(own.words)


def _loudness(text: str) -> int:
    """How much it sounds like a poster on a wall, 0-4: capitals, exclamations, hours, prices."""
    exclaims = text.count("!")
    if not exclaims and not _DIGIT.search(text):
        return 0
    facts = bool(_HOUR.search(text)) + bool(_PRICE.search(text))
    return facts + bool(_SHOUTED.search(text)) + (exclaims > 1 or (exclaims > 0 and facts > 0))


def is_motto(text: str, own: OwnWords, vocabulary: Vocabulary | None) -> bool:
    """Whether it is one of those under such hashtags: "Do it. #MondayMotivation"."""
    if own.count > _LONGEST_MOTTO or "#" not in text or not _MOTTO.search(text):
        return False
    return vocabulary is None or not vocabulary.me.first_in(own.words)


def news_of_a_life(own: OwnWords, vocabulary: Vocabulary | None) -> str:
    """Why it is news of somebody's life: "tells of “daughter”, “today”"; "" where it isn't."""
    if vocabulary is None:
        return ""
    words = own.words
    did = vocabulary.did.first_in(words)
    if not (
        vocabulary.me.first_in(words)
        or vocabulary.us.first_in(words)
        or (did and vocabulary.did.first_in(words[:_AT_ITS_BEGINNING]))
    ):
        return ""
    life, when = vocabulary.life.first_in(words), vocabulary.when.first_in(words)
    signs = bool(did) + bool(when) + min(2, vocabulary.life.count_in(words))
    if not signs:
        return ""
    past = _past(words, vocabulary) + vocabulary.did.count_in(words)
    signs += past > 1 if life or when else (past > 2 and not own.has_link)
    if signs - min(2, vocabulary.opinion.count_in(words)) < _ENOUGH_SIGNS:
        return ""
    tells = ", ".join(f"“{sign}”" for sign in (life, when) if sign)
    return f"tells of {tells}" if tells else "tells what they did"


def _past(words: list[str], vocabulary: Vocabulary) -> int:
    """How many words end as those do that tell of what is over."""
    endings = vocabulary.past
    return len([word for word in words if len(word) >= _LONG and word.endswith(endings)])


def only_points(own: OwnWords, vocabulary: Vocabulary | None) -> bool:
    """Whether it says no more than "worth reading"."""
    if own.count > _POINTING or "?" in own.text:
        return False
    if vocabulary is None:
        return own.count <= _NODDING
    if vocabulary.points.begins(own.words):
        return True
    return own.count <= _NODDING and not vocabulary.denies.first_in(own.words)
