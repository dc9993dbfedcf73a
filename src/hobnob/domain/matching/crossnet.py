"""One person's accounts on several networks: what says so, by what the accounts show alone.

An equal handle is nearly always right (docs/benchmarks.md), once those are out that many would
choose: it is proposed. Two profiles that name each other are a proof; a claim of one alone is none.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from hobnob.domain.matching import handles
from hobnob.domain.matching.agreement import agree, contradict
from hobnob.domain.matching.columns import Shown
from hobnob.domain.matching.proof import handle_host
from hobnob.domain.matching.rarity import is_common_name
from hobnob.domain.people import Network

Rule = Callable[[Shown, Shown], str]

LEAST_LETTERS = 5
"""Shorter handles are taken by whoever comes first."""
_LEAST_WITHOUT_TITLE = 8
_TITLE = re.compile(r"^(?:the|real|iam|dr|prof)|(?:official|writes|dev|phd|md|mp)$")
"""What is put before or behind a handle where the bare one is taken."""
_PIECE = re.compile(r"[\w@./-]+")
_MANY = 20
"""As many accounts with one sign have a robot, a joke or a firm in common, and no owner."""


class SameOwner(NamedTuple):
    """Two accounts, by their keys, that are one person's; and why."""

    one: str
    other: str
    because: str
    is_proof: bool
    """Else it is likely, and a person says."""


def same_owner(one: Shown, other: Shown) -> SameOwner | None:
    """Why two accounts on two networks are one person's; None where nothing says so."""
    if one.network == other.network or contradict(one.name, other.name):
        return None
    for rules, is_proof in ((PROOFS, True), (SIGNS, False)):
        if because := next(filter(None, (rule(one, other) for rule in rules)), ""):
            return SameOwner(one.key, other.key, because, is_proof)
    return None


def same_owners(accounts: Iterable[Shown]) -> Iterator[SameOwner]:
    """Every two accounts of one person, each once, by comparing those that have a sign in common.

    Where several on one network have an equal handle, it tells nothing of whose it is: then only
    who has the same name is proposed.
    """
    everybody = list(accounts)
    told_apart = _named_by_another(everybody) | _with_a_common_sign(everybody)
    for (one, other), is_told_apart in told_apart.items():
        found = same_owner(one, other)
        if found and (found.is_proof or is_told_apart or agree(one.name, other.name)):
            yield found


def name_each_other(one: Shown, other: Shown) -> str:
    """Each profile names the other account, in its bio or where it leads."""
    if _own_names(other) & _names_in(one) and _own_names(one) & _names_in(other):
        return "because each of the two profiles names the other account"
    return ""


def has_the_others_domain(one: Shown, other: Shown) -> str:
    """A handle that is a domain, which the other profile leads to, under the same name."""
    for domain, leads in ((one, other), (other, one)):
        host = handle_host(domain)
        if host and host in leads.hosts and _is_own(host, domain, leads):
            return f"because the handle {host} is the website of the other account"
    return ""


def have_equal_handles(one: Shown, other: Shown) -> str:
    """The same letters and digits, and not ones that many would choose."""
    equal = telling_letters(one.handle) & telling_letters(other.handle)
    if not equal:
        return ""
    named = " and the names" if agree(one.name, other.name) else ""
    return f"because the handles{named} are the same"


def lead_to_one_site(one: Shown, other: Shown) -> str:
    """Both lead to one website, under one name."""
    hosts = one.hosts & other.hosts
    if hosts and agree(one.name, other.name):
        return f"because both lead to {min(hosts)} and the names are the same"
    return ""


PROOFS: tuple[Rule, ...] = (name_each_other, has_the_others_domain)
SIGNS: tuple[Rule, ...] = (have_equal_handles, lead_to_one_site)


def _is_own(host: str, one: Shown, other: Shown) -> bool:
    """Whether a domain is theirs, and no employer's: both have one name, or it is the handle."""
    return agree(one.name, other.name) or bool(_letters(host) & _letters(other.handle))


def _with_a_common_sign(accounts: Iterable[Shown]) -> dict[tuple[Shown, Shown], bool]:
    """Two accounts with one handle or website, and whether no other on their networks has it."""
    by_sign: dict[str, list[Shown]] = defaultdict(list)
    for account in accounts:
        for sign in _signs(account):
            by_sign[sign].append(account)
    found: dict[tuple[Shown, Shown], bool] = {}
    for those in by_sign.values():
        if len(those) < _MANY:
            is_told_apart = len({each.network for each in those}) == len(those)
            for pair in combinations(those, 2):
                found[pair] = is_told_apart and found.get(pair, True)
    return found


def _named_by_another(accounts: Iterable[Shown]) -> dict[tuple[Shown, Shown], bool]:
    """An account and one that it names, in the order in which they were told."""
    everybody = list(accounts)
    owner = {name: (place, one) for place, one in enumerate(everybody) for name in _own_names(one)}
    named = (
        ((place, one), owner[name])
        for place, one in enumerate(everybody)
        for name in _names_in(one) & owner.keys()
    )
    in_order = (sorted(pair, key=lambda each: each[0]) for pair in named)
    return {(first[1], second[1]): True for first, second in in_order if first != second}


def _signs(account: Shown) -> Iterator[str]:
    """What another account of the same owner may have too."""
    yield from (f"h {each}" for each in telling_letters(account.handle))
    yield from (f"d {each}" for each in (account.hosts | {handle_host(account)}) - {""})


def telling_letters(handle: str) -> frozenset[str]:
    """What of a handle another of the same owner has too; nothing of one that many would choose."""
    letters = _letters(handle)
    bare = (_TITLE.sub("", each) for each in letters)
    return frozenset(
        each
        for each in letters.union(each for each in bare if len(each) >= _LEAST_WITHOUT_TITLE)
        if len(each) >= LEAST_LETTERS and not each.isdigit() and not is_common_name(each)
    )


def _letters(handle: str) -> frozenset[str]:
    """Of a handle; of a domain also with its end, which may be a piece of a name: "bea.st"."""
    bare = handle.lstrip("@").partition("@")[0]
    whole = bare if not bare.endswith(".bsky.social") else ""
    return frozenset({handles.letters(handle), handles.letters(whole.replace(".", ""))}) - {""}


def _names_in(account: Shown) -> frozenset[str]:
    """What a profile may name others by: "tusk.example/@ana" of "(https://tusk.example/@ana/)"."""
    text = " ".join((account.bio, *account.links, *account.proven_links)).lower()
    pieces = (each.strip("/.-") for each in _PIECE.findall(text))
    return frozenset(each.removeprefix("www.") for each in pieces if each)


def _own_names(account: Shown) -> frozenset[str]:
    """How a text names an account for certain; "@ana" alone may be of any network."""
    bare = account.handle.lower().lstrip("@")
    user, _, server = bare.partition("@")
    if account.network == Network.X:
        return frozenset({f"x.com/{bare}", f"twitter.com/{bare}"})
    if account.network == Network.BLUESKY:
        return frozenset({f"bsky.app/profile/{bare}", f"@{bare}", bare})
    if account.network == Network.MASTODON and server:
        return frozenset({f"@{bare}", f"{server}/@{user}", f"{server}/users/{user}"})
    return frozenset()
