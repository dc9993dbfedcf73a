"""The Merkle search tree of a repository: every record by its key, in the order of the keys.

https://atproto.com/specs/repository. A node holds a part of the keys, each without what it shares
with the one before it, and between them the nodes that hold what comes in between:

    {"l": node, "e": [{"p": 0, "k": "app.bsky.feed.like/3kab", "v": record, "t": node}, …]}
"""

from collections.abc import Iterator
from typing import NamedTuple

from hobnob.importers.bluesky_repo.car import Car, Cid
from hobnob.importers.bluesky_repo.damage import Damaged

_DEEPEST = 64
"""Levels; a tree of a million records has ten."""
_LONGEST_KEY = 1024


class Leaf(NamedTuple):
    """One record: `app.bsky.feed.like/3kab` and where it is."""

    key: str
    cid: Cid

    @property
    def collection(self) -> str:
        """What kind of record it is."""
        return self.key.partition("/")[0]


def leaves(car: Car, root: Cid) -> Iterator[Leaf]:
    """Every record of a tree, in order. Raises Damaged where a part of the tree is not sound."""
    last = b""
    stack = [_parts(car, root)]
    while stack:
        part = next(stack[-1], None)
        if part is None:
            stack.pop()
        elif isinstance(part, Leaf):
            key = part.key.encode()
            # Keys that grow cannot come round again: a small file stays a small tree.
            if key <= last:
                raise Damaged("its records are out of order")
            last = key
            yield part
        elif len(stack) >= _DEEPEST:
            raise Damaged("its tree is deeper than any tree grows")
        else:
            stack.append(_parts(car, part))


def _parts(car: Car, cid: Cid) -> Iterator[Leaf | Cid]:
    """What stands in one node from left to right: records, and nodes in between."""
    node = car.block(cid)
    entries = node.get("e") if isinstance(node, dict) else None
    if not isinstance(node, dict) or not isinstance(entries, list):
        raise Damaged("a part of its tree is none")
    if (left := _link(node, "l")) is not None:
        yield left
    key = b""
    for entry in entries:
        if not isinstance(entry, dict):
            raise Damaged("a part of its tree is none")
        key = _key(entry, key)
        record = _link(entry, "v")
        if record is None:
            raise Damaged("a part of its tree leads nowhere")
        yield Leaf(_text(key), record)
        if (right := _link(entry, "t")) is not None:
            yield right


def _key(entry: dict[str, object], before: bytes) -> bytes:
    """The whole key: what it shares with the one before it, and the rest."""
    shared, rest = entry.get("p"), entry.get("k")
    if not isinstance(shared, int) or not isinstance(rest, bytes):
        raise Damaged("a part of its tree is none")
    if not 0 <= shared <= len(before) or shared + len(rest) > _LONGEST_KEY:
        raise Damaged("a part of its tree is none")
    return before[:shared] + rest


def _text(key: bytes) -> str:
    if not key.isascii() or b"\0" in key:
        raise Damaged("a part of its tree is none")
    return key.decode("ascii")


def _link(part: dict[str, object], name: str) -> Cid | None:
    link = part.get(name)
    if link is not None and not isinstance(link, bytes):
        raise Damaged("a part of its tree is none")
    return link
