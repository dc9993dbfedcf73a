"""Asking for handles before anybody has to be looked for: a form to paste, and words to print.

The fields are named as the headings that the import of supporters knows, the yes too, so that what
a form collects comes back as a CSV file without any mapping.
"""

from html import escape
from urllib.parse import urlsplit

FIELDS = (
    ("Name", "Your name", "name"),
    ("Email", "Your e-mail address", "email"),
    ("Bluesky", "You on Bluesky", "off"),
    ("Mastodon", "You on Mastodon", "off"),
    ("X", "You on X (Twitter)", "off"),
)
"""(heading, what the form says, what a browser may fill in)."""
_EXAMPLES = {
    "Bluesky": "ana.example",
    "Mastodon": "@ana@tusk.example",
    "X": "@ana",
}

CONSENT = "May we look you up"
"""The heading of the yes. A form does not go without it; a file may also have a no under it."""
HEADINGS = (*(heading for heading, _, _ in FIELDS), CONSENT)

SHORT = (
    "Are you on Bluesky, Mastodon or X? Tell us your handle, and we say hello: {where}. Only we "
    "see it."
)
"""For a receipt, or the foot of a newsletter."""
LONG = (
    "Where do you talk with people?\n\n"
    "Much of what we do we talk about with those who care: on Bluesky, on Mastodon, on X. If you "
    "are there, tell us under which name. We follow what you say, answer you, and share what you "
    "make. Nobody else learns it from us, and one word is enough to take it back.\n\n"
    "Write to {where}, or just answer this letter:\n\n"
    "   Bluesky    ______________________________\n"
    "   Mastodon   ______________________________\n"
    "   X          ______________________________\n"
)
"""For a newsletter or a letter."""
ITS_YES = (
    "The e-mail address says whose handle it is. The yes is kept as their consent to being looked "
    "up; whoever has a no there is not looked for."
)
"""What becomes of the answers, on the page and at the terminal."""
NOWHERE_YET = "[your form, or your e-mail address]"


def where_to(typed: str) -> str:
    """Where a form may send its answers: a web address or a mailto: link; "" for anything else."""
    wanted = typed.strip()
    if "@" in wanted and "://" not in wanted and not wanted.startswith("mailto:"):
        wanted = f"mailto:{wanted}"
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return ""
    is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    is_mail = parts.scheme == "mailto" and "@" in parts.path
    return wanted if is_web or is_mail else ""


def is_mailbox(where: str) -> bool:
    """Whether answers come as letters, one each, and not as a table."""
    return where.startswith("mailto:")


def form(where: str) -> str:
    """A form in HTML without any script, for the organisation's own page."""
    # Mail programs put fields into a letter as they stand, one a line.
    plain = ' enctype="text/plain"' if is_mailbox(where) else ""
    fields = "\n".join(_field(*each) for each in FIELDS)
    return (
        f'<form action="{escape(where)}" method="post"{plain}>\n'
        "  <p>Are you on Bluesky, Mastodon or X? Tell us where, and we say hello.</p>\n"
        f"{fields}\n"
        f'  <p><label><input type="checkbox" name="{CONSENT}" value="yes" required>\n'
        "    Yes, you may remember it and find me there. I can take that back at any time."
        "</label></p>\n"
        '  <p><button type="submit">Tell them</button></p>\n'
        "</form>\n"
    )


def _field(heading: str, says: str, fills: str) -> str:
    kind = "email" if heading == "Email" else "text"
    example = _EXAMPLES.get(heading, "")
    hint = f' placeholder="{example}"' if example else " required"
    return (
        f"  <p><label>{says}<br>\n"
        f'    <input type="{kind}" name="{heading}" autocomplete="{fills}"{hint}></label></p>'
    )


def printable(where: str) -> tuple[str, str]:
    """The short text and the long one, with where to answer in them."""
    said = where.removeprefix("mailto:") or NOWHERE_YET
    return SHORT.format(where=said), LONG.format(where=said)
