"""Whether a post on X is what was approved: X puts links of its own in the place of mine.

"Tea: example.org" comes back as "Tea: https://t.co/abc", with what it leads to told beside it.
"""

import re
from unicodedata import normalize

from hobnob.networks.fields import Record
from hobnob.networks.x.posts import links, whole_text

_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_LAST_SLASH = re.compile(r"/(?=\s|$)")
_LINK = re.compile(r"https?://\S|(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,}(?![\w@])", re.IGNORECASE)


def says_the_same(approved: str, post: Record) -> bool:
    """Whether a post says what was approved, to the letter but for how links are written."""
    text = whole_text(post)
    for short, leads_to in links(post):
        if short and leads_to:
            text = text.replace(short, leads_to)
    return _plain(text) == _plain(approved)


def has_link(text: str) -> bool:
    """Whether X may see a link in a text: it takes "example.org" for one as well."""
    return _LINK.search(text) is not None


def _plain(text: str) -> str:
    text = _SCHEME.sub("", normalize("NFC", text))
    return _LAST_SLASH.sub("", "\n".join(line.rstrip() for line in text.splitlines())).strip()
