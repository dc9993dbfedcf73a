"""A beginning for somebody's words: in their language, not the same for two, with room to fill.

What is in brackets is for a person to say. Nothing goes out while a bracket still asks. What
everybody reads is no letter: it greets nobody, and their handle stands in the place of their name.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
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
_PLACE = re.compile(r"\{(name|topic|other|gift)\}")
_CALLS_FIRST = re.compile(r"^\{name\}, ")
_CALLS_LAST = re.compile(r"(?<!\{other\}), \{name\}(?=\s?[.,:!?])")
"""Calling somebody, in the middle or at the end; "{other}, {name}" presents two to each other."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """The words to begin with, "" where a gesture needs none."""

    letter: str
    """To them alone: with the greeting and farewell of the house, and what they gave."""
    in_public: str
    """Where everybody reads it: their handle calls them, and nobody learns what they gave."""


def beginning(
    gesture: Gesture, around: Around, *, house: House = PLAIN, used: Collection[str] = ()
) -> Beginning:
    """The words to begin with, for either way they may go.

    `used` are words that went out today, or that others are shown: those are avoided while there
    are others. The same person is always shown the same.
    """
    to_them = _chosen(gesture, around, used)
    to_all = _chosen(replace(gesture, gift=""), around, used)
    return Beginning(
        letter=_in_a_letter(to_them, gesture, around, house) if to_them else "",
        in_public=_filled(_uncalled(to_all), gesture, around),
    )


def _chosen(gesture: Gesture, around: Around, used: Collection[str]) -> str:
    """The wording, with its places still empty."""
    if gesture.own_words:
        return gesture.own_words
    choices = wordings(gesture, gesture.language or around.language)
    if not choices:
        return ""
    first = crc32(f"{gesture.person_id} {gesture.key}".encode()) % len(choices)
    in_turn = [*choices[first:], *choices[:first]]
    fresh = (each for each in in_turn if not any(_is_like(each, words) for words in used))
    return next(fresh, in_turn[0])


def wordings(gesture: Gesture, language: str) -> tuple[str, ...]:
    """The beginnings of a gesture in a language, else in English."""
    known = LANGUAGES.get(language, OTHERWISE)
    with_picture = known.get(f"{gesture.kind} with a picture", ())
    plain = known.get(gesture.kind, ())
    fitting = with_picture if gesture.wants_picture and with_picture else plain
    of_gift = tuple(each for each in fitting if "{gift}" in each)
    rest = (
        of_gift if gesture.gift and of_gift else (each for each in fitting if each not in of_gift)
    )
    return tuple(each for each in rest if gesture.topic or "{topic}" not in each)


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
    said = {
        "name": around.first_name,
        "topic": gesture.topic,
        "other": gesture.other,
        "gift": gesture.gift or "{gift}",
    }
    return _PLACE.sub(lambda place: said[place[1]], words)


def _in_a_letter(words: str, gesture: Gesture, around: Around, house: House) -> str:
    """The words with their greeting and farewell; whom the greeting calls is not called again."""
    greeting = house.greeting.replace("{name}", around.first_name).strip()
    farewell = house.farewell.replace("{name}", around.first_name).strip()
    body = _filled(_uncalled(words) if "{name}" in house.greeting else words, gesture, around)
    return "\n".join(filter(None, (greeting, body, farewell)))


def _uncalled(words: str) -> str:
    """A wording that calls nobody by name: "{name}, you ..." and "Thank you, {name}."."""
    rest = _CALLS_FIRST.sub("", words)
    started = rest if rest == words else _with_a_capital(rest)
    return _CALLS_LAST.sub("", started)


def _with_a_capital(words: str) -> str:
    """The first letter large, also after "¡"; not one in a gap, which a person replaces."""
    start = 1 if words[:1] in ("¡", "¿") else 0
    return f"{words[:start]}{words[start : start + 1].upper()}{words[start + 1 :]}"


def _is_like(wording: str, words: str) -> bool:
    """Whether words were begun with this wording: its longest stretch stands in them.

    Without what stands around a name, which may have been left out, and a capital with it.
    """
    stretches = _PLACE.split(_GAP.sub("{name}", wording))[::2]
    longest = max((each.strip(" ,.:;!?¡¿").casefold() for each in stretches), key=len)
    return len(longest) >= _TELLING and longest in words.casefold()


_TELLING = 8
"""Letters; a shorter stretch stands in many a text."""
