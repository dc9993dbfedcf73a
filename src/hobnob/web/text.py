"""What people and networks wrote, made fit to show: text stays text, addresses stay harmless."""

import re
import unicodedata
from urllib.parse import urlsplit

from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString

# They turn the direction of what follows them, or show nothing: names are disguised with them.
# https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
INVISIBLE = frozenset("\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff")

_BLANK_LINES = re.compile(r"\n\s*\n")

MARKS_AT_MOST = 3
"""Accents on one letter; beyond that they are a tower that hides the lines above."""


def shown(text: str) -> str:
    """The text without control, direction and invisible characters, and without towers of marks.

    Line ends stay, and so does the joiner that holds one emoji together.
    """
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        if character in TURNING or character in INVISIBLE:
            continue
        category = unicodedata.category(character)
        if category in ("Cc", "Cs", "Zl", "Zp"):
            kept.append("\n" if character in "\n\u2028\u2029" else " ")
            continue
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks <= MARKS_AT_MOST:
            kept.append(character)
    return "".join(kept)


def paragraphs(text: str) -> str:
    """The text as `shown`, its paragraphs apart: cut after some lines, it never ends in a blank."""
    parts = [each for each in _BLANK_LINES.split(shown(text).strip()) if each.strip()]
    if len(parts) < 2:
        return "".join(parts)
    spans = ((each,) for each in parts)
    return format_html_join("", '<span class="paragraph">{}</span>', spans)


def web_address(address: str) -> str:
    """The address if a browser may open it: http or https with a host; else ""."""
    cleaned = address.strip()
    if any(character.isspace() or not character.isprintable() for character in cleaned):
        return ""
    try:
        parts = urlsplit(cleaned)
    except ValueError:
        return ""
    is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    return cleaned if is_web and "\\" not in cleaned else ""


def with_code(sentence: str) -> SafeString:
    """The sentence as HTML, where what stands between backticks is something to type."""
    return SafeString(re.sub(r"`([^`\n]+)`", r"<code>\1</code>", escape(shown(sentence))))
