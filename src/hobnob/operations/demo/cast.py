"""The invented people of the demo: who they are, where they are, and how Robin came to know them.

They stand in cast.txt, one a line, under the part they play. Servers end in .example, handles on X
in _eg; nobody real is meant.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from hobnob.domain.people import Account, Network
from hobnob.operations.demo import ids
from hobnob.operations.demo.archive import ROBIN
from hobnob.operations.demo.sections import read_sections
from hobnob.operations.demo.strangers import NEVER_MET, Crowd, user_id, x_handle

HOME = "tusk.example"
"""Robin's Mastodon server: the ids of everybody there are the ones it gave out."""

_X_NUMBERS = 2 * NEVER_MET
"""Where the cast's ids on X begin, apart from those of strangers."""

IN_PASSING = 60
"""People who speak once or twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person of the cast."""

    key: str
    role: str
    name: str
    language: str
    accounts: Mapping[Network, Account]
    """By network, the usual place first; empty for somebody who is on none."""
    why: str
    """Why Robin keeps them near, in Robin's words; "" where Robin has not decided."""

    @property
    def main(self) -> Account:
        """The account where one meets them."""
        return next(iter(self.accounts.values()))


def robin() -> Member:
    """The person whose hobnob this is, on three networks."""
    return Member(
        key="robin",
        role="me",
        name=ROBIN.name,
        language="en",
        accounts={
            Network.BLUESKY: _bluesky("robin", ROBIN.name, ROBIN.bio),
            Network.MASTODON: _mastodon("robin", "tusk", ROBIN.name, ROBIN.bio),
            Network.X: ROBIN,
        },
        why="",
    )


@cache
def cast() -> Mapping[str, Member]:
    """Everybody of cast.txt by key, and those who pass by."""
    members = [_member(role, line, number) for number, (role, line) in enumerate(_lines())]
    return {member.key: member for member in [*members, *_in_passing()]}


def _lines() -> Iterator[tuple[str, str]]:
    for role, lines in read_sections("cast.txt").items():
        for line in lines:
            yield role, line


def _member(role: str, line: str, number: int) -> Member:
    key, name, where, language, bio, why = (part.strip() for part in line.split("|"))
    accounts = (_account(place, key, name, bio, number) for place in where.split())
    return Member(
        key=key,
        role=role,
        name=name,
        language=language,
        accounts={account.network: account for account in accounts},
        why=why.strip("-"),
    )


def _account(place: str, key: str, name: str, bio: str, number: int) -> Account:
    kind, _, server = place.partition(":")
    match kind:
        case "b":
            return _bluesky(key, name, bio)
        case "m":
            return _mastodon(key, server, name, bio)
        case "x":
            first, *_, last = name.split()
            return Account(
                network=Network.X,
                native_id=user_id(_X_NUMBERS + number),
                handle=x_handle(first, last),
                name=name,
                bio=bio,
            )
        case _:
            return Account(network=Network.OFFLINE, native_id=f"supporter-{number:04}", name=name)


def _bluesky(key: str, name: str, bio: str) -> Account:
    return Account(
        network=Network.BLUESKY,
        native_id=ids.did(key),
        handle=f"{key}.example",
        name=name,
        bio=bio,
        url=f"https://{key}.example",
    )


def _mastodon(key: str, server: str, name: str, bio: str) -> Account:
    return Account(
        network=Network.MASTODON,
        native_id=f"{ids.account_id(key)}@{HOME}",
        handle=f"{key}@{server}.example",
        name=name,
        bio=bio,
        url=f"https://{server}.example/@{key}",
    )


def _in_passing() -> Iterator[Member]:
    """People seen once: a name and a place."""
    crowd = Crowd()
    for number in range(IN_PASSING):
        name = crowd.person(number * 7 + 3).name
        key = x_handle(name).removesuffix("_eg").lower()
        account = (
            _mastodon(key, "harbour", name, "") if number % 3 == 0 else _bluesky(key, name, "")
        )
        yield Member(
            key=key,
            role="in passing",
            name=name,
            language="en",
            accounts={account.network: account},
            why="",
        )
