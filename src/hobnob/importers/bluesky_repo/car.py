"""The blocks of a CAR file, found by their hash: https://ipld.io/specs/transport/car/carv1/.

    | length | header {"version": 1, "roots": [CID]} | length | CID | block | length | CID | block …

Blocks come in any order, so one pass notes where each lies; what is in it is read when it is asked
for. That takes some 200 bytes of memory a block, and not the file.
"""

import hashlib
from pathlib import Path
from typing import BinaryIO

from libipld import decode_dag_cbor

from hobnob.importers.base import closed_on_failure
from hobnob.importers.bluesky_repo.damage import Damaged

Cid = bytes
"""A content id, as https://atproto.com/specs/repository has them: 4 bytes that say SHA-256 of
DAG-CBOR, and the hash."""

_CID_BYTES = 36
_DAG_CBOR = b"\x01\x71\x12\x20"
_RAW = b"\x01\x55\x12\x20"
_HEADER_BEGINS = b"\xa2eroots"
_LONGEST_LENGTH = 5
"""Bytes of a length; more would say 34 GB."""
_LARGEST_BLOCK = 2 * 2**20
"""Records are at most 1 MiB long (https://atproto.com/specs/data-model)."""
_MOST_BLOCKS = 2_000_000
_LENGTH_BITS = 24


class Car:
    """An open CAR file. Raises Damaged where it is cut off or none at all."""

    def __init__(self, path: Path):
        self._stream = path.open("rb")
        with closed_on_failure(self):
            self.root = _root(self._next(_LARGEST_BLOCK))
            self._places = self._index()

    def close(self) -> None:
        """Lets go of the file."""
        self._stream.close()

    def __contains__(self, cid: object) -> bool:
        return isinstance(cid, bytes) and cid in self._places

    def block(self, cid: Cid) -> object:
        """What a block says. Raises Damaged where it is missing or not what its hash says."""
        place = self._places.get(cid)
        if place is None:
            raise Damaged("it is not in the file")
        self._stream.seek(place >> _LENGTH_BITS)
        data = self._stream.read(place & (1 << _LENGTH_BITS) - 1)
        if hashlib.sha256(data).digest() != cid[4:]:
            raise Damaged("it is damaged: its hash is another one")
        return _decoded(data)

    def _index(self) -> dict[Cid, int]:
        """Where each block begins, and in the lower bits its length."""
        places: dict[Cid, int] = {}
        stream = self._stream
        while (length := _length(stream)) is not None:
            size = length - _CID_BYTES
            cid = stream.read(_CID_BYTES)
            if not 0 <= size <= _LARGEST_BLOCK or not cid.startswith((_DAG_CBOR, _RAW)):
                raise Damaged("something in it is no block of a repository")
            begin = stream.tell()
            places[cid] = begin << _LENGTH_BITS | size
            if len(places) > _MOST_BLOCKS:
                raise Damaged(f"it has more than {_MOST_BLOCKS:,} blocks")
            stream.seek(size, 1)
        if stream.tell() > stream.seek(0, 2):
            raise Damaged("it is cut off")
        return places

    def _next(self, most: int) -> bytes:
        length = _length(self._stream)
        if length is None or length > most:
            raise Damaged("it does not begin like one")
        data = self._stream.read(length)
        if len(data) < length:
            raise Damaged("it is cut off")
        return data


def begins_like_a_car(path: Path) -> bool:
    """Whether the first bytes are those of a CAR file."""
    with path.open("rb") as stream:
        return _HEADER_BEGINS in stream.read(_LONGEST_LENGTH + len(_HEADER_BEGINS))


def _root(header: bytes) -> Cid:
    said = _decoded(header)
    roots = said.get("roots") if isinstance(said, dict) else None
    if not isinstance(roots, list) or not roots or not isinstance(roots[0], bytes):
        raise Damaged("it does not say where it begins")
    return roots[0]


def _decoded(data: bytes) -> object:
    try:
        decoded: object = decode_dag_cbor(data)
    except (ValueError, RecursionError) as error:
        raise Damaged("it cannot be decoded") from error
    return decoded


def _length(stream: BinaryIO) -> int | None:
    """The next length, seven bits a byte, the lowest first; None at the end of the file."""
    length = 0
    for position in range(_LONGEST_LENGTH):
        byte = stream.read(1)
        if not byte:
            if position:
                raise Damaged("it is cut off")
            return None
        length |= (byte[0] & 0x7F) << 7 * position
        if byte[0] < 0x80:
            return length
    raise Damaged("something in it is no block of a repository")
