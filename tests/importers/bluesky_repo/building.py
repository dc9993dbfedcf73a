"""Small repositories, made as a server makes them: https://atproto.com/specs/repository."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from libipld import encode_dag_cbor

from hobnob.domain.interactions import Interaction
from hobnob.importers.base import Found, Options, Problem
from hobnob.importers.bluesky_repo.export import Repository
from hobnob.operations.formats import FORMATS

ME = "did:plc:robinvale234567abcdefghi"
ANA = "did:plc:anakraus234567abcdefghij"
BO = "did:plc:bolind234567abcdefghijkl"
REV = "3lbanana22222"
MADE_AT = "2024-11-16T10:00:00.000Z"
MADE_AT_US = 1_731_751_200_000_000

FORMAT = next(each for each in FORMATS if each.kind == "bluesky_repo")

Cid = bytes
Record = dict[str, Any]


@dataclass
class Blocks:
    """What a repository is made of, by hash."""

    by_cid: dict[Cid, bytes] = field(default_factory=dict)

    def put(self, value: object) -> Cid:
        """Keeps a value, and says where."""
        return self.put_bytes(encode_dag_cbor(value))

    def put_bytes(self, data: bytes) -> Cid:
        """Keeps bytes, whatever they say."""
        cid = b"\x01\x71\x12\x20" + hashlib.sha256(data).digest()
        self.by_cid[cid] = data
        return cid


def tree_of(leaves: Mapping[str, Cid], blocks: Blocks) -> Cid:
    """The root of the search tree that holds these records."""
    sorted_leaves = sorted((key.encode(), cid) for key, cid in leaves.items())
    return _node(sorted_leaves, max((_layer(key) for key, _ in sorted_leaves), default=0), blocks)


def _layer(key: bytes) -> int:
    """How high up a key stands: half the number of zero bits that its hash begins with."""
    bits = int.from_bytes(hashlib.sha256(key).digest(), "big")
    return (256 - bits.bit_length()) // 2


def _node(leaves: list[tuple[bytes, Cid]], layer: int, blocks: Blocks) -> Cid:
    node: dict[str, Any] = {"l": None, "e": []}
    before = b""
    for is_here, group in groupby(leaves, lambda leaf: _layer(leaf[0]) == layer):
        if not is_here:
            below = _node(list(group), layer - 1, blocks)
            if node["e"]:
                node["e"][-1]["t"] = below
            else:
                node["l"] = below
            continue
        for key, cid in group:
            shared = _shared(before, key)
            node["e"].append({"p": shared, "k": key[shared:], "v": cid, "t": None})
            before = key
    return blocks.put(node)


def _shared(one: bytes, other: bytes) -> int:
    length = min(len(one), len(other))
    return next((n for n in range(length) if one[n] != other[n]), length)


def varint(number: int) -> bytes:
    """A length, seven bits a byte."""
    out = b""
    while number > 0x7F:
        out += bytes([number & 0x7F | 0x80])
        number >>= 7
    return out + bytes([number])


def car_of(root: Cid, blocks: Blocks) -> bytes:
    """The file."""
    header = encode_dag_cbor({"roots": [root], "version": 1})
    sections = [cid + data for cid, data in blocks.by_cid.items()]
    return b"".join(varint(len(each)) + each for each in [header, *sections])


def repo_of(records: Mapping[str, Record], *, did: str = ME, rev: str = REV) -> bytes:
    """The repository with these records: "app.bsky.feed.like/3kab" -> what it says."""
    blocks = Blocks()
    leaves = {
        key: blocks.put({"$type": key.partition("/")[0], **record})
        for key, record in records.items()
    }
    return signed(tree_of(leaves, blocks), blocks, did=did, rev=rev)


def signed(tree: Cid, blocks: Blocks, *, did: str = ME, rev: str = REV) -> bytes:
    """The repository with this tree; nobody looks at the signature."""
    commit = {"did": did, "version": 3, "data": tree, "rev": rev, "prev": None, "sig": b"x" * 64}
    return car_of(blocks.put(commit), blocks)


def written(path: Path, data: bytes) -> Path:
    """A file of it."""
    target = path / "robin.car"
    target.write_bytes(data)
    return target


def opened(path: Path, data: bytes) -> Repository:
    """A repository as an import opens it."""
    export = FORMAT.open(written(path, data), Options())
    assert isinstance(export, Repository)
    return export


def found_in(path: Path, records: Mapping[str, Record]) -> list[Found]:
    """Everything that is read of these records."""
    with opened(path, repo_of(records)) as repo:
        return list(repo.read())


def lines_in(path: Path, records: Mapping[str, Record]) -> list[Interaction]:
    """The lines of the log in them."""
    return [line for found in found_in(path, records) for line in found.interactions]


def problems_in(path: Path, records: Mapping[str, Record]) -> list[Problem]:
    """What could not be read."""
    return [found.problem for found in found_in(path, records) if found.problem]


def post_at(did: str, key: str = "3kpost2222222") -> str:
    """The address of somebody's post."""
    return f"at://{did}/app.bsky.feed.post/{key}"


def referring_to(address: str) -> Record:
    """A reference to a record, as records hold it."""
    return {"uri": address, "cid": "bafyreihvgkyidyb7zb4yh5a37kgdmtmlnbanymrzm5ljbrpfvhgwhuo3qq"}


def about(address: str, **rest: Any) -> Record:
    """A like or a repost."""
    return {"subject": referring_to(address), "createdAt": MADE_AT, **rest}


def saying(text: str, **rest: Any) -> Record:
    """A post."""
    return {"text": text, "createdAt": MADE_AT, "langs": ["en"], **rest}


def naming(*dids: str) -> list[Record]:
    """The marks of a post that names people; where they stand in it doesn't matter."""
    return [
        {
            "index": {"byteStart": 0, "byteEnd": 4},
            "features": [{"$type": "app.bsky.richtext.facet#mention", "did": did}],
        }
        for did in dids
    ]
