"""The people I know, found by how an account looks: its handle, its name, its words about itself.

Handles one letter apart are found by leaving out each letter in turn, on both sides: two looks into
a dictionary, however many people there are (Garbe's symmetric delete,
https://github.com/wolfgarbe/SymSpell).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hobnob.domain.hygiene.letters import shape, spelt
from hobnob.domain.people import Account, Network

NEAR_FROM = 6
"""Shorter handles are one letter apart by chance."""

_SAME_WORDS = 0.8
_FEWEST_WORDS = 4

_TRIMMINGS = re.compile(
    r"^(?:the|real|its?|im|iam|official|contact)(?=[._-])|"
    r"(?<=[._-])(?:official|real|help|support|team|backup|new|contact|private)$|\d{1,4}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Familiar:
    """An account of somebody I know, or my own."""

    network: str
    handle: str
    person: int
    name: str = ""
    bio: str = ""
    made_us: int | None = None
    moved_to: str = ""
    links: tuple[str, ...] = ()
    is_me: bool = False


class Known:
    """The accounts of people I know, by how they look. Made once for any number of looks."""

    def __init__(self, familiar: Iterable[Familiar]) -> None:
        """Index them by network and look."""
        self._by_look: dict[tuple[str, str], list[Familiar]] = defaultdict(list)
        for each in familiar:
            for look in _looks(each.network, each.handle, each.name, each.bio):
                self._by_look[each.network, look].append(each)

    def like(self, account: Account) -> Iterator[Familiar]:
        """Those on the same network who look like the account in any way, each once."""
        told = set()
        for look in _looks(account.network, account.handle, account.name, account.bio):
            for each in self._by_look.get((account.network, look), ()):
                if each.handle not in told:
                    told.add(each.handle)
                    yield each


NOBODY_KNOWN = Known(())


def user_of(network: str, handle: str) -> str:
    """The part of a handle that is somebody's own: "ana" of ana@tusk.example or ana.example."""
    if network == Network.MASTODON:
        return handle.partition("@")[0]
    return handle.partition(".")[0] if network == Network.BLUESKY else handle


def is_near(one: str, other: str) -> bool:
    """Whether two handles look one slip apart, or one is the other with trimmings.

    A slip is a letter more, less, other, or swapped with the next one.
    """
    first, second = shape(one), shape(other)
    if min(len(first), len(second)) < NEAR_FROM:
        return False
    if _is_one_slip(first, second):
        return True
    return shape(_trimmed(one)) == shape(_trimmed(other))


def says_the_same(bio: str, other: str) -> bool:
    """Whether two bios are the same but for a word, or one begins with the whole of the other."""
    ours, theirs = spelt(bio).split(), spelt(other).split()
    if min(len(ours), len(theirs)) < _FEWEST_WORDS:
        return False
    shorter = min(len(ours), len(theirs))
    shared = len(set(ours) & set(theirs)) / len(set(ours) | set(theirs))
    return ours[:shorter] == theirs[:shorter] or shared >= _SAME_WORDS


def may_be_of_one(bio: str, other: str) -> bool:
    """Whether two bios could be one person's: one is empty, or half of its words are shared."""
    ours, theirs = set(spelt(bio).split()), set(spelt(other).split())
    return not ours or not theirs or 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _is_one_slip(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if same is None:
        return True
    left, right = one[same:], other[same:]
    swapped = left[1:2] + left[:1] + left[2:]
    return left[1:] == right or left == right[1:] or left[1:] == right[1:] or swapped == right


def _trimmed(user: str) -> str:
    """A handle without "official", "real", numbers and the like at its ends."""
    return _TRIMMINGS.sub("", user)


def _looks(network: str, handle: str, name: str, bio: str) -> set[str]:
    """What to find an account by. Each kind of look has a mark, so that none is another's."""
    user = user_of(network, handle)
    seen = shape(user)
    looks = {f"handle {seen}", f"handle {shape(_trimmed(user))}"}
    if len(seen) >= NEAR_FROM - 1:
        looks |= {f"handle {seen[:n]}{seen[n + 1 :]}" for n in range(len(seen))}
    if shape(name):
        looks.add(f"name {shape(name)}")
    if len(spelt(bio).split()) >= _FEWEST_WORDS:
        looks.add(f"bio {' '.join(spelt(bio).split()[:_FEWEST_WORDS])}")
    return looks
