"""The files of an archive that hobnob reads, in reading order; no other file is ever opened.

X renames files now and then (`tweet.js` became `tweets.js` in 2022) and splits large ones into
`tweets.js`, `tweets-part1.js`, and so on. The names come from X's own README.txt in its archives.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hobnob.importers.x_archive.fields import Misshapen, Record

MANIFEST = "manifest.js"

_PART = re.compile(r"(?P<stem>[a-z-]{1,60}?)(?:-part(?P<number>\d{1,6}))?\.js")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One kind of record, and the files it is in."""

    stems: tuple[str, ...]
    """File names without `-partN.js`, newest name first."""
    key: str
    """What each record is wrapped in: {"tweet": {...}}."""
    bare_key: str = ""
    """What an unwrapped record of the oldest archives has, where there are such."""

    def inner(self, record: Record) -> Record:
        """What a record holds. Raises Misshapen where it is of another kind."""
        inner = record.get(self.key)
        if isinstance(inner, dict):
            return inner
        if self.bare_key and self.bare_key in record:
            return record
        raise Misshapen(f"this record is not of the kind {self.key!r}, so it was left out")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of a section."""

    name: str
    """In the `data` folder: "tweets-part1.js"."""
    section: Section

    @property
    def path(self) -> str:
        """The name a person finds it by: "data/tweets-part1.js"."""
        return f"data/{self.name}"


ACCOUNT = Section(stems=("account",), key="account")
PROFILE = Section(stems=("profile",), key="profile")
SCREEN_NAMES = Section(stems=("screen-name-change",), key="screenNameChange")
LISTS = Section(stems=("lists-created",), key="userListInfo")
NOTES = Section(stems=("note-tweet",), key="noteTweet")
TWEETS = Section(stems=("tweets", "tweet", "community-tweet"), key="tweet", bare_key="created_at")
LIKES = Section(stems=("like",), key="like")
FOLLOWING = Section(stems=("following",), key="following")
FOLLOWERS = Section(stems=("follower",), key="follower")
BLOCKS = Section(stems=("block",), key="blocking")
MUTES = Section(stems=("mute",), key="muting")
MESSAGES = Section(
    stems=(
        "direct-messages",
        "direct-message",
        "direct-messages-group",
        "direct-message-group",
    ),
    key="dmConversation",
)
CONTACTS = Section(stems=("contact",), key="contact")

ALWAYS = (
    ACCOUNT,
    PROFILE,
    SCREEN_NAMES,
    LISTS,
    NOTES,
    TWEETS,
    LIKES,
    FOLLOWING,
    FOLLOWERS,
    BLOCKS,
    MUTES,
)
"""What is read of every archive, in this order: posts teach the handles that follows lack."""
ON_REQUEST = (MESSAGES, CONTACTS)
"""What is read only when asked for."""


TEACHING = frozenset({NOTES, TWEETS})
"""What must be read again, even when it was kept before: later records need what it says."""


def rank(section: Section) -> int:
    """When a section is read."""
    return _ORDER.index(section)


def reading_rank(name: str) -> tuple[int, int, int, str]:
    """When a file is read; what is no part, like the manifest, comes first."""
    part, match = part_named(name), _PART.fullmatch(name)
    if not part or not match:
        return (-1, 0, 0, name)
    stem = part.section.stems.index(match["stem"])
    return (rank(part.section), stem, int(match["number"] or 0), name)


def part_named(name: str) -> Part | None:
    """The part a file of the `data` folder is; None where hobnob never reads it."""
    match = _PART.fullmatch(name)
    section = _BY_STEM.get(match["stem"]) if match else None
    return Part(name=name, section=section) if section else None


def parts_of(section: Section, names: Iterable[str]) -> list[Part]:
    """The parts of a section among file names, in reading order."""
    found = [part for name in names if (part := part_named(name)) and part.section is section]
    return sorted(found, key=lambda part: reading_rank(part.name))


def is_read(name: str) -> bool:
    """Whether hobnob ever opens this file of the `data` folder."""
    return name == MANIFEST or part_named(name) is not None


def data_folder(paths: Iterable[str]) -> str | None:
    """Which folder among file paths is an archive's `data`: "data/", "twitter-2024/data/" or "".

    None where there is none. An unpacked or repacked archive often has one folder around it.
    """
    found = set()
    for path in paths:
        folder, _, name = path.rpartition("/")
        if is_read(name) and not path.startswith("__MACOSX/"):
            found.add(folder or path)
    if "data" in found:
        return "data/"
    wrapped = sorted(folder for folder in found if re.fullmatch(r"[^/]+/data", folder))
    if wrapped:
        return f"{wrapped[0]}/"
    return "" if "account.js" in found else None


_ORDER = (*ALWAYS, *ON_REQUEST)
_BY_STEM = {stem: section for section in _ORDER for stem in section.stems}
