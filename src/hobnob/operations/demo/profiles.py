"""What the networks tell about the accounts of the cast, and who follows whom: profiles.txt."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain
from typing import Any

from hobnob.domain.moments import DAY
from hobnob.domain.people import Account, Network, Profile
from hobnob.operations.demo.cast import Member
from hobnob.operations.demo.sections import read_sections

_NO_NETWORK_TELLS = (Network.OFFLINE, Network.X)
"""What an archive of X has about others is a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of one account: its profile, and who follows whom."""

    followed_days: int | None
    """For how many days Robin has followed it; None: not at all."""
    follows_days: int | None
    """For how many days it has followed Robin; None: not at all."""
    facts: tuple[str, ...]
    """As they are written: "posts 0", "bot"."""

    def profile(self, now_us: int) -> Profile:
        """The profile as it is now. Raises ValueError for a fact nobody knows."""
        told: dict[str, Any] = {"is_bot": False, "is_suspended": False, "is_protected": False}
        for fact in self.facts:
            name, _, value = fact.partition(" ")
            if name not in _FACTS:
                raise ValueError(f"nothing that a network tells: {fact!r}")
            field, read = _FACTS[name]
            told[field] = read(value, now_us)
        return Profile(**told)


def _so(_value: str, _now_us: int) -> bool:
    return True


def _count(value: str, _now_us: int) -> int:
    return int(value)


def _days_ago(value: str, now_us: int) -> int:
    return now_us - int(value) * DAY


def _words(value: str, _now_us: int) -> str:
    return value


def _only(value: str, _now_us: int) -> tuple[str, ...]:
    return (value,)


_FACTS: Mapping[str, tuple[str, Callable[[str, int], object]]] = {
    "bot": ("is_bot", _so),
    "suspended": ("is_suspended", _so),
    "protected": ("is_protected", _so),
    "posts": ("posts", _count),
    "followers": ("followers", _count),
    "following": ("following", _count),
    "made": ("made_us", _days_ago),
    "last": ("last_post_us", _days_ago),
    "moved": ("moved_to", _words),
    "label": ("labels", _only),
    "link": ("links", _only),
}
"""How each fact is written, and the field it fills."""


def told_by_hand() -> Mapping[str, Told]:
    """By key of the cast, those who stand in profiles.txt."""
    return dict(map(_read, chain(*read_sections("profiles.txt").values())))


def with_profiles(people: Mapping[str, Member], *, now_us: int) -> Iterator[Account]:
    """Every account of the cast on a network that tells about people, with its profile."""
    by_hand = told_by_hand()
    for member in people.values():
        told = by_hand.get(member.key)
        for network, account in member.accounts.items():
            if network not in _NO_NETWORK_TELLS:
                profile = told.profile(now_us) if told else _usual(account, now_us)
                yield replace(account, profile=profile)


def _read(line: str) -> tuple[str, Told]:
    key, followed, follows, facts = (part.strip() for part in line.split("|"))
    return key, Told(
        followed_days=None if followed == "-" else int(followed),
        follows_days=None if follows == "-" else int(follows),
        facts=tuple(fact.strip() for fact in facts.split(",")),
    )


def _usual(account: Account, now_us: int) -> Profile:
    """Ordinary numbers for ordinary people, always the same ones."""
    digest = sha256(account.native_id.encode()).digest()
    few, some, many, days = (int.from_bytes(digest[at : at + 2]) for at in (0, 2, 4, 6))
    return Profile(
        is_bot=False,
        is_suspended=False,
        is_protected=False,
        posts=200 + many % 6_000,
        followers=60 + some % 900,
        following=80 + few % 600,
        made_us=now_us - (450 + days % 2_000) * DAY,
        last_post_us=now_us - (1 + few % 9) * DAY,
    )
