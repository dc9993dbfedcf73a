"""A world for the pages: 200,000 people, 2 million interactions, made once and kept.

Everything goes in by the doors that life uses, `record()` and the decisions of a person, so that
what the pages read is what they would read. The file is kept in the folder for temporary files,
under a name that changes with the tables and with this recipe.
"""

import hashlib
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import workbench
from django.db import connection
from invented import ME, START_US, interaction, log, person
from machine import SOURCES
from rich.console import Console

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.moments import DAY, SECOND
from hobnob.operations.claim_account import claim_account
from hobnob.operations.curate import Curator
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from hobnob.storage import models

FLAT_HEAD = 47
"""Gives the busiest of 200,000 contacts 5,000 of 2 million interactions."""

_GAP = 120 * SECOND
_BATCH = 10_000


class Size(NamedTuple):
    """How much there is of everything."""

    people: int = 200_000
    interactions: int = 2_000_000
    donors: int = 5_000
    notes: int = 2_000

    @property
    def now_us(self) -> int:
        """When the pages are looked at: just after the last thing that happened."""
        return START_US + (self.interactions - self.people - self.donors) * _GAP // 2 + DAY


def open_world(size: Size, *, keep: bool) -> None:
    """Let hobnob use the world of this size, made now if it is not there yet."""
    folder = Path(tempfile.gettempdir()) if keep else workbench.FOLDER
    path = folder / f"hobnob-bench-{_fingerprint(size)}.db"
    if path.exists():
        workbench.use_database(path)
        return
    draft = workbench.FOLDER / "world.db"
    with Console(stderr=True).status(f"Making {size.interactions:,} interactions, once ..."):
        workbench.new_database(draft)
        _fill(size)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    draft.replace(path)
    workbench.use_database(path)


def _fingerprint(size: Size) -> str:
    here = Path(__file__).parent
    recipe = [here / "world.py", here / "invented.py"]
    recipe += sorted((SOURCES / "hobnob/storage/migrations").glob("0*.py"))
    digest = hashlib.sha256(repr(size).encode())
    for file in recipe:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _fill(size: Size) -> None:
    claim_account(ME, now_us=0, seen_us=0)
    donors = models.List.objects.create(key="donors", name="Donors", position=9)
    models.Rule.objects.create(
        name="They donate", list=donors, kinds=["donation"], direction="towards me"
    )
    happened = _everything(size)
    while batch := list(islice(happened, _BATCH)):
        record(batch, now_us=size.now_us)
    _decide(size)


def _everything(size: Size) -> Iterator[Interaction]:
    """Everybody follows me, some donate, and then we talk for years."""
    for number in range(size.people + size.donors):
        is_follow = number < size.people
        yield interaction(
            Kind.FOLLOW if is_follow else Kind.DONATION,
            Direction.TOWARDS_ME,
            person(number if is_follow else (number - size.people) * 7),
            at_us=START_US - (size.people + size.donors - number) * SECOND,
            number=number,
        )
    rest = size.interactions - size.people - size.donors
    yield from log(rest, contacts=size.people, flat_head=FLAT_HEAD, gap=_GAP)


def _decide(size: Size) -> None:
    """Fill the close lists by hand, the Watchlist over its capacity; write notes and tags."""
    curator = Curator(author=local_user(), now_us=size.now_us - DAY)
    busiest = busiest_people(size.notes)
    for rank, person_id in enumerate(busiest):
        if rank < 115:
            curator.promote(person_id, "say" if rank < 10 else "watchlist", why="we talk")
        if rank % 3 == 0:
            curator.done(person_id, "waiting")
        if rank % 5 == 0:
            curator.tag(person_id, ("garden", "ferry", "soup")[rank % 3])
        curator.note(person_id, f"Met at the lantern walk, table {rank % 40}: likes ferries.")


def busiest_people(count: int) -> list[int]:
    """Ids of the people with most interactions, the busiest first."""
    states = models.ContactState.objects.order_by("-events_in")
    return list(states.values_list("person_id", flat=True)[:count])
