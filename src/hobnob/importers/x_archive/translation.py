"""What one record of an archive says, before it has a place in the file."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from hobnob.domain.interactions import Interaction
from hobnob.domain.people import Account
from hobnob.domain.posts import Post
from hobnob.importers.x_archive.fields import Record


class Said(NamedTuple):
    """One thing a record said; most records say one, a conversation says one a message."""

    interactions: tuple[Interaction, ...] = ()
    posts: tuple[Post, ...] = ()
    accounts: tuple[Account, ...] = ()
    problem: str = ""


NOTHING = (Said(),)
"""A record that is read for what it teaches, like a change of handle."""

Translate = Callable[[Record, int], Iterable[Said]]
"""Takes a record and its position among its like, counted from 0 over all parts."""
