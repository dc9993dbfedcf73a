"""Somebody as they go out: what files say of them, and what hobnob knows besides."""

from dataclasses import dataclass
from datetime import date

from hobnob.domain.exports.headings import HANDLES
from hobnob.domain.people import Network, account_key
from hobnob.domain.supporters import Fact, HandleGiven, Supporter

ACCOUNT = "account:"
"""What the key of a record begins with that is made of an account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAccount:
    """An account on a network."""

    network: Network
    native_id: str
    handle: str = ""
    name: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldHere:
    """A fact that somebody told hobnob by hand."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamNote:
    """What somebody wrote down about them for everybody to read."""

    text: str
    author: str
    on_date: date

    def __str__(self) -> str:
        """As a table shows it: the note, and below it who wrote it when."""
        return f"{self.text}\n({self.author}, {self.on_date})"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedPerson:
    """One person, with everything about them that may leave."""

    person_id: int
    name: str
    records: tuple[Supporter, ...] = ()
    """One for each file that knows them, or none."""
    accounts: tuple[KnownAccount, ...] = ()
    lists: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """What they care about, of theirs and of ours."""
    facts: tuple[ToldHere, ...] = ()
    notes: tuple[TeamNote, ...] = ()
    """Those of the team; what somebody wrote for their own eyes stays."""

    @property
    def may_be_contacted(self) -> bool:
        """Whether none of the files says that they died, or asked to be left alone."""
        return all(each.may_be_contacted for each in self.records)

    @property
    def as_records(self) -> tuple[Supporter, ...]:
        """The records; of somebody whom no file knows one that is made of their accounts."""
        if self.records or not self.accounts:
            return self.records
        known = tuple(
            HandleGiven(network=each.network, handle=each.handle, column=HANDLES)
            for each in self.accounts
            if each.handle
        )
        name = Fact(value=self.name, column="Name") if self.name else None
        first = self.accounts[0]
        key = ACCOUNT + account_key(first.network, first.native_id)
        return (Supporter(key=key, name=name, handles=known),)


def is_known_by_account(record: Supporter) -> bool:
    """Whether a record says no more than whose accounts these are: hobnob knows that without it."""
    return record.key.startswith(ACCOUNT) and record == Supporter(
        key=record.key, name=record.name, handles=record.handles
    )
