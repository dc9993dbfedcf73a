"""How people say in seven languages that it is their birthday today, and what makes it another's.

Ages are written in figures from 13 to 119: networks take nobody younger, and "I'm 3 today" is
somebody's dog. Phrases stand within one sentence, in small letters, with straight apostrophes.
"""

import re
from dataclasses import dataclass

_AGE = r"(?:1[3-9]|[2-9]\d|1[01]\d)"


@dataclass(frozen=True, slots=True, kw_only=True)
class BirthdayWords:
    """One language's way to say it."""

    says: re.Pattern[str]
    """It is my birthday, today."""
    not_after: re.Pattern[str]
    """Before the phrase, anywhere in its sentence: "if", "tomorrow", "it feels like"."""
    not_before: re.Pattern[str]
    """Just behind the phrase: "month", "next week", "of marriage"."""


def _words(says: str, not_after: str, not_before: str) -> BirthdayWords:
    return BirthdayWords(
        says=re.compile(rf"(?<!\w)(?:{says})(?!\w)", re.VERBOSE),
        not_after=re.compile(rf"(?<!\w)(?:{not_after})(?!\w)"),
        not_before=re.compile(rf"\s*(?:{not_before})(?!\w)"),
    )


ENGLISH = _words(
    rf"""
    (?:it'?s|it\ is|today'?s|today\ is|today,?\ it'?s)\ (?:actually\ |officially\ |also\ )?my
        \ (?:\w+(?:st|nd|rd|th)\ )?(?:birthday|bday|b-day)
    | my\ (?:\w+(?:st|nd|rd|th)\ )?(?:birthday|bday|b-day)(?:\ is)?\ today
    | i(?:'m|\ am|\ turn|\ turned|'ve\ turned)\ {_AGE}(?:\ years\ old)?\ today
    | today,?\ i(?:'m|\ am|\ turn|\ turned)\ {_AGE}(?:\ years\ old)?
    | (?:turned|turning)\ {_AGE}\ today
    """,
    "if|when|whenever|until|till|unless|like|though|pretend(?:ing)?|imagine|thinks?|thought|says?|"
    "wish|tomorrow|yesterday|not|every|(?:she|he|they|who|mum|mom|dad|son|daughter)(?: just)?",
    "month|week|weekend|eve|party|cake|dinner|wish|wishes|present|gift|list|suit|tomorrow|next|"
    r"on|in|soon|yesterday|when|if|every|this|twin|\?",
)
DUTCH = _words(
    rf"""
    (?:ik\ )?ben\ (?:vandaag\ )?jarig | vandaag\ ben\ ik\ (?:weer\ )?jarig | ik\ vandaag\ jarig\ ben
    | (?:het\ is|vandaag\ is\ het|vandaag\ is|'t\ is)\ (?:vandaag\ )?mijn\ (?:\d+(?:e|ste)\ )?
        verjaardag
    | mijn\ (?:\d+(?:e|ste)\ )?verjaardag(?:\ is)?\ vandaag
    | ik\ word\ vandaag\ {_AGE} | vandaag\ word\ ik\ {_AGE} | ik\ ben\ vandaag\ {_AGE}\ geworden
    | vandaag\ ben\ ik\ {_AGE}\ geworden
    """,
    "als|wanneer|zodra|alsof|morgen|gisteren|bijna|niet|wie|jij|je|toen",
    r"morgen|in|op|over|volgende|geweest|als|wanneer|van|aanstaande|deze|graden|\?",
)
GERMAN = _words(
    rf"""
    (?:ich\ hab'?e?|habe?\ ich)\ (?:heute\ )?(?:auch\ )?geburtstag
    | (?:heute\ ist|es\ ist|ist\ heute)\ (?:auch\ )?mein\ (?:\d+\.\ )?geburtstag
    | mein\ (?:\d+\.\ )?geburtstag\ ist\ heute
    | ich\ werde\ heute\ {_AGE} | heute\ werde\ ich\ {_AGE}
    | ich\ bin\ heute\ {_AGE}(?:\ jahre\ alt)?\ geworden
    | heute\ bin\ ich\ {_AGE}(?:\ jahre\ alt)?\ geworden
    | ich\ bin\ heute\ (?:das\ )?geburtstagskind
    """,
    "wenn|falls|als|ob|morgen|gestern|bald|sobald|nicht|wer",
    r"am|im|in|nächste\w*|diese\w*|nicht|gehabt|gefeiert|vergessen|morgen|grad|euro|kilometer|\?",
)
FRENCH = _words(
    rf"""
    c'est\ (?:aujourd'hui\ )?mon\ (?:\d+(?:e|ème)\ )?anniv(?:ersaire)?
    | mon\ (?:\d+(?:e|ème)\ )?anniv(?:ersaire)?,?\ (?:c'est\ |est\ )?aujourd'hui
    | j'ai\ {_AGE}\ ans\ aujourd'hui | aujourd'hui,?\ j'ai\ {_AGE}\ ans
    | je\ (?:fête|prends)\ aujourd'hui\ mes\ {_AGE}\ ans
    | aujourd'hui,?\ je\ (?:fête\ mes|prends)\ {_AGE}\ ans
    | aujourd'hui,?\ je\ fête\ mon\ (?:\d+(?:e|ème)\ )?anniversaire
    """,
    "si|quand|lorsque|comme|demain|hier|pas|presque|bientôt",
    r"de|d'|demain|dans|le|en|la|bientôt|ce|samedi|dimanche|quand|\?",
)
SPANISH = _words(
    rf"""
    (?:hoy\ )?es\ mi\ (?:\d+º?\ )?cumple(?:años)? | mi\ cumple(?:años)?\ es\ hoy
    | hoy\ estoy\ de\ cumple(?:años)? | estoy\ de\ cumple(?:años)?
    | hoy\ cumplo\ {_AGE}(?:\ años)? | cumplo\ {_AGE}(?:\ años)?\ hoy | hoy\ cumplo\ años
    """,
    "si|cuando|como|mañana|ayer|no|casi|nunca",
    r"mañana|en|el|la|este|esta|pronto|de|sin|como|con|trabajando|viviendo|desde|\?",
)
ITALIAN = _words(
    rf"""
    (?:oggi\ )?è\ (?:oggi\ )?il\ mio\ (?:\d+°?\ )?compleanno | il\ mio\ compleanno\ è\ oggi
    | oggi\ compio\ (?:{_AGE}|gli)\ anni | compio\ (?:oggi\ )?(?:{_AGE}|gli)\ anni(?:\ oggi)
    | compio\ oggi\ (?:{_AGE}|gli)\ anni
    """,
    "se|quando|come|domani|ieri|non|quasi|mai",
    r"domani|tra|fra|il|la|a|di|da|sabato|domenica|\?",
)
PORTUGUESE = _words(
    rf"""
    (?:hoje\ )?é\ (?:hoje\ )?(?:o\ )?meu\ (?:\d+º?\ )?(?:aniversário|niver|níver)
    | (?:o\ )?meu\ aniversário\ é\ hoje
    | hoje\ (?:eu\ )?(?:faço|completo)\ {_AGE}\ anos | (?:faço|completo)\ {_AGE}\ anos\ hoje
    | hoje\ (?:eu\ )?faço\ anos | faço\ anos\ hoje
    """,
    "se|quando|como|amanhã|ontem|não|quase|nunca",
    r"amanhã|em|no|na|de|do|daqui|dia|sem|\?",
)

_HINTS = (
    *("birthday", "bday", "b-day", "jarig", "verjaardag", "geburtstag", "anniv", "cumpl"),
    *("complean", "compi", "anivers", "niver", "níver", "faço"),
)
_DIGITS = re.compile(r"\d\d")


def may_say_so(text: str) -> bool:
    """Whether a text in small letters has a number, or a word that is in most ways to say it.

    Hardly a post has one, so that most are told apart in a glance.
    """
    return any(each in text for each in _HINTS) or bool(_DIGITS.search(text))


LANGUAGES = (ENGLISH, DUTCH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE)
