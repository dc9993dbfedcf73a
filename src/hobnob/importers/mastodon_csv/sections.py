"""Which of Mastodon's CSV files a file is, by its header or else by its name.

What each holds is in https://github.com/mastodon/mastodon/blob/main/app/models/export.rb: follows
and mutes begin with a header, the others with their first row.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hobnob.domain.interactions import Kind

ADDRESS_HEADING = "account address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One of the files that Mastodon hands out."""

    name: str
    """What is in it, in a title: "follows"."""
    stems: re.Pattern[str]
    """How its name begins, whatever a browser or a server put after it."""
    heading: str = ""
    """A column that no other file has."""
    kind: Kind | None = None
    """What I did to each account that it names; None where it says no such thing."""
    address_column: int = 0
    """Where the account stands in files without a header."""
    why_not: str = ""
    """Why nothing of it is taken in, where nothing is."""

    @property
    def has_titles(self) -> bool:
        """Each row begins with the title of a list."""
        return self.address_column == 1


FOLLOWS = Section(
    name="follows",
    stems=re.compile(r"follow(ing|s)(_accounts)?(?![a-z])"),
    heading="show boosts",
    kind=Kind.FOLLOW,
)
MUTES = Section(
    name="mutes",
    stems=re.compile(r"mute(s|d)(_accounts)?(?![a-z])"),
    heading="hide notifications",
    kind=Kind.MUTE,
)
BLOCKS = Section(
    name="blocks", stems=re.compile(r"block(s|ed)(_accounts)?(?![a-z_])"), kind=Kind.BLOCK
)
LISTS = Section(name="lists", stems=re.compile(r"lists(?![a-z])"), address_column=1)
BOOKMARKS = Section(
    name="bookmarks",
    stems=re.compile(r"bookmarks(?![a-z])"),
    why_not="it holds addresses of posts alone, neither their words nor who wrote them when",
)
DOMAINS = Section(
    name="blocked servers",
    stems=re.compile(r"(blocked_domains|domain_blocks)(?![a-z])"),
    why_not="it holds names of servers, and hobnob keeps what concerns people",
)

SECTIONS = (FOLLOWS, LISTS, MUTES, BLOCKS, BOOKMARKS, DOMAINS)
"""In the order in which they are read."""


def section_named(name: str) -> Section | None:
    """The section of a file called "following_accounts (1).csv", say; None where it is none."""
    stem, dot, ending = name.casefold().rpartition(".")
    if not dot or ending not in {"csv", "txt"}:
        return None
    return next((each for each in SECTIONS if each.stems.match(stem)), None)


def section_headed(cells: Sequence[str]) -> Section | None:
    """The section whose header this row is; None where it is none, or says too little."""
    headings = {cell.strip().casefold() for cell in cells}
    if ADDRESS_HEADING not in headings:
        return None
    return next((each for each in SECTIONS if each.heading and each.heading in headings), None)
