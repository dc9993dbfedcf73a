"""An opened repository: whose it is, and everything it says, record by record."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from hobnob.domain.people import Account, Network
from hobnob.importers.base import Closes, Found, Place, Problem, closed_on_failure
from hobnob.importers.bluesky_repo import lexicon
from hobnob.importers.bluesky_repo.car import Car, Cid
from hobnob.importers.bluesky_repo.damage import Damaged
from hobnob.importers.bluesky_repo.ids import is_did, tid_us
from hobnob.importers.bluesky_repo.meaning import Misread, Reads, Record, Translate
from hobnob.importers.bluesky_repo.tree import Leaf, leaves

_MOST_LISTS = 10_000


class Repository(Closes):
    """The repository of one account. Raises Damaged where it is not whole."""

    def __init__(self, path: Path, reads: Reads):
        self._name = path.name
        self._reads = reads
        self._car = Car(path)
        with closed_on_failure(self):
            commit = _record(self._car, self._car.root)
            did, tree = commit.get("did"), commit.get("data")
            if not isinstance(did, str) or not is_did(did) or not isinstance(tree, bytes):
                raise Damaged("it does not say whose it is")
            self._tree: Cid = tree
            self.owner: Account = Account(network=Network.BLUESKY, native_id=did)
            """Me on Bluesky. A repository does not tell my handle."""
            self.generated_at_us: int | None = tid_us(commit.get("rev"))
            """When something in it changed last."""
            self.former_handles: tuple[tuple[str, int], ...] = ()
            self._list_names: dict[str, str] = {}
            self.total_records: int = self._survey()

    def close(self) -> None:
        """Lets go of the file."""
        self._car.close()

    @property
    def title(self) -> str:
        """Bluesky repository of Robin Vale."""
        return f"Bluesky repository of {self.owner.name or self.owner.native_id}"

    @property
    def list_names(self) -> tuple[str, ...]:
        """What my lists of people are called."""
        return tuple(filter(None, self._list_names.values()))

    @property
    def fingerprint(self) -> str:
        """The hash of its last commit, from which everything else follows."""
        return self._car.root.hex()

    def read(self, start: Place | None = None) -> Iterator[Found]:
        """What each record says, in the order of their keys; from the place `start` on."""
        translate = self._reads(self.owner)
        read = (leaf for leaf in leaves(self._car, self._tree) if leaf.collection in lexicon.READ)
        for number, leaf in islice(enumerate(read), start.record if start else 0, None):
            yield self._found(Place(file=self._name, record=number), leaf, translate)

    def _found(self, place: Place, leaf: Leaf, translate: Translate) -> Found:
        try:
            record = _record(self._car, leaf.cid)
            if leaf.collection == lexicon.PROFILE:
                return Found(place=place, accounts=(self.owner,))
            if leaf.collection == lexicon.LIST_ITEM:
                return Found(place=place, accounts=self._members(record))
            said = translate(self._address(leaf), record)
        except (Damaged, Misread) as error:
            problem = Problem(file=self._name, where=leaf.key, reason=f"left out: {error}")
            return Found(place=place, problem=problem)
        return Found(place=place, interactions=said.interactions, posts=said.posts)

    def _members(self, item: Record) -> tuple[Account, ...]:
        """Somebody on a list of mine. Lists that mute and block are not about whom I know."""
        of_list, did = item.get("list"), item.get("subject")
        if not isinstance(of_list, str) or of_list not in self._list_names:
            return ()
        if not isinstance(did, str) or not is_did(did):
            raise Misread("it does not say who is on the list")
        return (Account(network=Network.BLUESKY, native_id=did),)

    def _survey(self) -> int:
        """Goes once through the whole tree, to learn who I am and what my lists are called.

        Says how many records there are to read.
        """
        count = 0
        for leaf in leaves(self._car, self._tree):
            if leaf.cid not in self._car:
                raise Damaged("a part of it is missing")
            count += leaf.collection in lexicon.READ
            if leaf.collection == lexicon.PROFILE:
                profile = self._sound_record(leaf)
                name, bio = _words(profile, "displayName"), _words(profile, "description")
                self.owner = replace(self.owner, name=name, bio=bio)
            elif leaf.collection == lexicon.LIST and len(self._list_names) < _MOST_LISTS:
                made = self._sound_record(leaf)
                if made.get("purpose") == lexicon.CURATED:
                    self._list_names[self._address(leaf)] = _words(made, "name")
        return count

    def _address(self, leaf: Leaf) -> str:
        return f"at://{self.owner.native_id}/{leaf.key}"

    def _sound_record(self, leaf: Leaf) -> Record:
        """The record, an empty one where it is damaged: reading on will say so."""
        try:
            return _record(self._car, leaf.cid)
        except Damaged:
            return {}


def _record(car: Car, cid: Cid) -> Record:
    record = car.block(cid)
    if not isinstance(record, dict):
        raise Damaged("it is no record")
    return record


def _words(record: Record, key: str) -> str:
    """The text under a key, "" where there is none. No database keeps a zero byte."""
    value = record.get(key)
    return value.replace("\0", "").strip() if isinstance(value, str) else ""
