"""The accounts of one person: where each is, and who said that it is theirs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from hobnob.domain.match_words import in_a_hundred
from hobnob.domain.moments import ago
from hobnob.domain.people import Network, profile_url
from hobnob.storage.models import Account, Edge
from hobnob.storage.queries.people.accounts import where

MET = "met"
"""The reason of an account that was theirs from the beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """One of their accounts."""

    id: int
    network: str
    handle: str
    name: str
    url: str
    bio: str
    """In their own words; "" where another account says the same."""
    former_handles: tuple[str, ...]
    is_in_reach: bool
    """I have an account on the same network."""
    is_in_files: bool = False
    """It is a record of our own files or of an address book, and no login on a network."""
    where: str = ""
    """ "on Mastodon", "in donors.csv"."""
    because: str = ""
    """Who said that it is theirs, and how sure that was; "" where it was met as theirs."""


def accounts_of_person(person_id: int) -> list[Account]:
    """Their accounts with the names they had and the files they stand in, oldest first."""
    found = Account.objects.filter(person_id=person_id).select_related("supporter__source")
    return list(found.prefetch_related("former_handles").order_by("pk"))


def account_lines(
    accounts: Sequence[Account], mine: Collection[str], now_us: int
) -> tuple[AccountLine, ...]:
    """The accounts as a page shows them. `mine` are the networks where I have one too."""
    reasons = _reasons([each.pk for each in accounts], now_us)
    lines, said = [], set()
    for account in accounts:
        lines.append(_line(account, mine, reasons, has_said=account.bio in said))
        said.add(account.bio)
    return tuple(lines)


def _line(
    account: Account, mine: Collection[str], reasons: Mapping[int, str], *, has_said: bool
) -> AccountLine:
    return AccountLine(
        id=account.pk,
        network=account.network,
        handle=account.handle,
        name=account.name,
        url=profile_url(account.network, account.handle, account.url),
        bio="" if has_said else account.bio,
        former_handles=tuple(each.handle for each in account.former_handles.all()),
        is_in_reach=account.network in mine and not account.is_me,
        is_in_files=account.network == Network.ADDRESS_BOOK,
        where=where(account),
        because=reasons.get(account.pk, ""),
    )


def _reasons(account_ids: Collection[int], now_us: int) -> dict[int, str]:
    """By account: who said whose it is, where somebody did."""
    edges = Edge.objects.filter(account_id__in=account_ids, ended_us__isnull=True)
    return {
        edge.account_id: _because(edge, now_us)
        for edge in edges.exclude(author=None, reason=MET).select_related(
            "author", "decision__evidence"
        )
    }


def _because(edge: Edge, now_us: int) -> str:
    """ "because robin said so 3 days ago: met her there; it was 97 in 100 likely"."""
    if edge.author is None:
        return f"because of {edge.reason}"
    said = f"because {edge.author.get_username()} said so {ago(edge.began_us, now_us)}"
    reason = f": {edge.reason}" if edge.reason else ""
    evidence = getattr(edge.decision, "evidence", None) if edge.decision else None
    if evidence is None:
        return said + reason
    if evidence.proof:
        return f"{said}{reason}; {evidence.proof}"
    return f"{said}{reason}; {in_a_hundred(evidence.probability)} in 100 likely by the evidence"
