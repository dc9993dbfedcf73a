"""Writes docs/reference/posts.md from the spec tables: run it with the page's path."""

import sys
from pathlib import Path

from hobnob.domain.post_kinds import PostKind
from hobnob.domain.triage import TITLES
from tests.spec.posts.tables import TABLES
from tests.spec.table import as_markdown, rows

_TOP = """\
# Posts

Made from the examples that test them by `python -m tests.spec.posts.manual
docs/reference/posts.md`; not edited.

Every post in a feed is one of seven things, and its row says which and why. What it is follows from
its structure first: what it carries, how many words of its own are left once links, names and
hashtags are taken out, whether it answers somebody. Only then words of its language count: those
that ask, call on everybody, or tell news. hobnob knows such words of English, German, Spanish,
French, Dutch, Portuguese and Italian; in other languages structure and question marks decide.

The language is the one the network tells; else the small words of the text, and where those leave a
doubt py3langid. A link with some words is a close call: it is discussion, unless half or more of
what its author posts is links.
"""

_SAYS = {
    PostKind.DISCUSSION: "Something is said that can be answered here.",
    PostKind.QUESTION: "Somebody asks what a reader could answer, or for help. A question "
    "asked for effect, or answered in the same breath, is none; a request needs no question mark.",
    PostKind.STORY: "News of somebody's life.",
    PostKind.PICTURE: "There to be looked at, with fewer than ten words.",
    PostKind.REPOST: "Somebody else's words, handed on with none or next to none of their own.",
    PostKind.BROADCAST: "Said to everybody and to nobody: announcements, mottos, calls to sign, "
    "come or buy.",
    PostKind.LINK_DROP: "Nothing to read here: it sends its readers somewhere else.",
}


def page() -> str:
    """The whole page, as Markdown."""
    return "\n".join([_TOP, *(_section(PostKind(kind)) for kind in TABLES)])


def _section(kind: PostKind) -> str:
    return "\n".join([f"## {TITLES[kind]}", "", _SAYS[kind], "", as_markdown(rows(TABLES[kind]))])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
