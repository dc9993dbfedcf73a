"""What proves that an account is a record's, so that no probability is asked for.

They gave us the handle; or their own website or mail domain is the account's too and the names
agree. A shared host proves nothing (`sites.SHARED`), and what a name contradicts is left to a
person: a family, a couple and a firm have one website.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from hobnob.domain.matching import sites
from hobnob.domain.matching.agreement import agree
from hobnob.domain.matching.columns import Record, Shown
from hobnob.domain.matching.names import mixes_alphabets
from hobnob.domain.people import Network

Rule = Callable[[Record, Shown], str]


class Proof(NamedTuple):
    """An account that is a record's, by their keys, and why."""

    record: str
    account: str
    because: str


def prove(record: Record, account: Shown) -> str:
    """Why the account is the record's: "because they gave us @ana for X"; "" where nothing does.

    An account whose name is forged is proven to be nobody's.
    """
    if mixes_alphabets(account.name):
        return ""
    return next(filter(None, (rule(record, account) for rule in RULES)), "")


def proofs(records: Iterable[Record], accounts: Iterable[Shown]) -> Iterator[Proof]:
    """Every account that is proven, by comparing only those that have something in common."""
    by_sign: dict[str, dict[str, Shown]] = defaultdict(dict)
    for account in accounts:
        for sign in (_named(account.network, account.handle), *_account_hosts(account)):
            by_sign[sign][account.key] = account
    for record in records:
        given = {_named(each.network, each.handle) for each in record.handles}
        near = {key: one for sign in given | record.hosts for key, one in by_sign[sign].items()}
        for account in near.values():
            if because := prove(record, account):
                yield Proof(record.key, account.key, because)


def is_handle_given(record: Record, account: Shown) -> str:
    """They told us the handle as theirs, for this very network. One in a note may be another's."""
    own = _named(account.network, account.handle)
    for given in record.handles:
        if given.network and not given.is_in_passing and _named(given.network, given.handle) == own:
            return f"because they gave us @{_bare(given.handle)} for {given.network.title}"
    return ""


def links_back(record: Record, account: Shown) -> str:
    """The website that they gave us leads to the account, and the account to it (rel=me)."""
    hosts = frozenset(map(sites.host, account.proven_links)) & record.hosts
    if hosts and _is_name_theirs(record, account):
        return f"because {min(hosts)} is theirs and links back to this account"
    return ""


def has_domain_as_handle(record: Record, account: Shown) -> str:
    """A handle on Bluesky that is a domain is proven to be its owner's, and so is the domain."""
    host = handle_host(account)
    if host and host in record.hosts and _is_name_theirs(record, account):
        return f"because {host} is theirs, and so is a handle that nobody else can have"
    return ""


def shows_their_site(record: Record, account: Shown) -> str:
    """The profile leads to the website, or the domain of the e-mail address, that they gave us."""
    hosts = account.hosts & record.hosts
    if hosts and _is_name_theirs(record, account):
        return f"because {min(hosts)} is theirs, and the profile has it under the same name"
    return ""


RULES: tuple[Rule, ...] = (is_handle_given, links_back, has_domain_as_handle, shows_their_site)
"""The most telling first."""


def handle_host(account: Shown) -> str:
    """The domain that an account has for a handle; "" where a server gave it out to them."""
    handle = _bare(account.handle)
    if account.network != Network.BLUESKY or handle.endswith(_GIVEN_OUT):
        return ""
    return sites.host(handle)


_GIVEN_OUT = (".bsky.social", ".brid.gy")
"""Whose subdomains are for everybody, or stand for accounts elsewhere."""


def _is_name_theirs(record: Record, account: Shown) -> bool:
    called = {record.first, record.nickname} - {""}
    return any(agree(f"{first} {record.last}", account.name) for first in called)


def _account_hosts(account: Shown) -> frozenset[str]:
    return (account.hosts | {handle_host(account)}) - {""}


def _named(network: Network | None, handle: str) -> str:
    bare = _bare(handle)
    if network == Network.BLUESKY and "." not in bare and ":" not in bare:
        bare += ".bsky.social"
    return f"{network} @{bare}"


def _bare(handle: str) -> str:
    return handle.strip().removeprefix("@").lower()
