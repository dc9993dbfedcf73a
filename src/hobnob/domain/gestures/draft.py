"""A beginning for somebody's words: in their language, not the same for two, with room to fill.

What is in brackets is for a person to say. Nothing goes out while a bracket still asks.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from zlib import crc32

from hobnob.domain.errors import HobnobError
from hobnob.domain.gestures.around import Around
from hobnob.domain.gestures.gesture import Gesture
from hobnob.domain.gestures.wordings.dutch import DUTCH
from hobnob.domain.gestures.wordings.english import ENGLISH
from hobnob.domain.gestures.wordings.french import FRENCH
from hobnob.domain.gestures.wordings.german import GERMAN
from hobnob.domain.gestures.wordings.italian import ITALIAN
from hobnob.domain.gestures.wordings.portuguese import PORTUGUESE
from hobnob.domain.gestures.wordings.reading import Wordings
from hobnob.domain.gestures.wordings.spanish import SPANISH

LANGUAGES: dict[str, Wordings] = {
    "en": ENGLISH,
    "nl": DUTCH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "pt": PORTUGUESE,
}
OTHERWISE = ENGLISH
"""In what one writes to somebody of whose language hobnob has no words."""

_GAP = re.compile(r"\[[^\[\]]*…\]")
_PLACE = re.compile(r"\{(name|topic|other)\}")


class NotYetYours(HobnobError):
    """A beginning still has a gap that only a person can fill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """How the organisation speaks: a greeting and a farewell that go around the words."""

    words: str = ""
    """What to mind, shown beside the words: "First names; no exclamation marks"."""
    greeting: str = ""
    """ "Dear {name},"."""
    farewell: str = ""


PLAIN = House()


def beginning(
    gesture: Gesture, around: Around, *, house: House = PLAIN, used: Collection[str] = ()
) -> str:
    """The words to begin with, "" where a gesture needs none.

    `used` are words that went out today, or that others are shown: those are avoided while there
    are others. The same person is always shown the same.
    """
    if gesture.own_words:
        return _around(_filled(gesture.own_words, gesture, around), around, house)
    choices = wordings(gesture, gesture.language or around.language)
    if not choices:
        return ""
    first = crc32(f"{gesture.person_id} {gesture.key}".encode()) % len(choices)
    in_turn = [*choices[first:], *choices[:first]]
    fresh = (each for each in in_turn if not any(_is_like(each, words) for words in used))
    chosen = next(fresh, in_turn[0])
    return _around(_filled(chosen, gesture, around), around, house)


def wordings(gesture: Gesture, language: str) -> tuple[str, ...]:
    """The beginnings of a gesture in a language, else in English."""
    known = LANGUAGES.get(language, OTHERWISE)
    with_picture = known.get(f"{gesture.kind} with a picture", ())
    plain = known.get(gesture.kind, ())
    fitting = with_picture if gesture.wants_picture and with_picture else plain
    return tuple(each for each in fitting if gesture.topic or "{topic}" not in each)


def refuse_gaps(words: str) -> str:
    """The words, where nothing is left to fill. Raises NotYetYours."""
    gap = _GAP.search(words)
    if gap is not None:
        raise NotYetYours(
            f"“{gap[0]}” waits for words of yours: write them in its place, or take it out."
        )
    return words


def without_gaps(words: str) -> str:
    """The words with the gaps left out, as they would read if nobody filled them."""
    return " ".join(_GAP.sub("", words).split())


def _filled(words: str, gesture: Gesture, around: Around) -> str:
    """The words with whom and what in their places; braces of anybody's own stay."""
    said = {"name": around.first_name, "topic": gesture.topic, "other": gesture.other}
    return _PLACE.sub(lambda place: said[place[1]], words)


def _around(words: str, around: Around, house: House) -> str:
    greeting = house.greeting.replace("{name}", around.first_name).strip()
    if "{name}" in house.greeting:
        words = _not_called_twice(words, around)
    opened = f"{greeting}\n{words}" if greeting else words
    farewell = house.farewell.replace("{name}", around.first_name).strip()
    return f"{opened}\n{farewell}" if farewell else opened


def _not_called_twice(words: str, around: Around) -> str:
    """The words without the name in front, which the greeting has said."""
    rest = words.removeprefix(f"{around.first_name}, ")
    return f"{rest[:1].upper()}{rest[1:]}" if rest != words else words


def _is_like(wording: str, words: str) -> bool:
    """Whether words were begun with this wording: its longest stretch stands in them."""
    stretches = _PLACE.split(_GAP.sub("{name}", wording))[::2]
    longest = max((each.strip() for each in stretches), key=len)
    return len(longest) >= _TELLING and longest in words


_TELLING = 8
"""Letters; a shorter stretch stands in many a text."""
