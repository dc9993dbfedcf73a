"""Who may be one person, and why accounts are somebody's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.db.models import F, Max, QuerySet

from hobnob.domain.closeness import balance
from hobnob.domain.moments import ago
from hobnob.domain.people import Network, profile_url
from hobnob.storage.models import (
    Account,
    Candidate,
    ContactState,
    Edge,
    MatchRun,
    Membership,
    Profile,
)
from hobnob.storage.queries.matching.said import what_was_said
from hobnob.storage.queries.people.accounts import in_words
from hobnob.storage.queries.people.lines import PersonLine, person_lines


def suggested() -> QuerySet[Candidate]:
    """Whatever the last look proposes about two accounts on networks, answered or not."""
    return Candidate.objects.exclude(of__network=Network.ADDRESS_BOOK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two who may be one person."""

    person: PersonLine
    account_id: int
    network: str
    handle: str
    url: str
    bio: str
    links: tuple[str, ...]
    between_us: str
    """ "They wrote to you 7 times; you never wrote to them."."""
    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two who may be one person, and what says so."""

    id: int
    one: Side
    """Known longer."""
    other: Side
    because: str
    is_proof: bool
    """They say so themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merges:
    """How many questions of who is who wait, and one of them."""

    waiting: int
    first: Merge | None
    looked: str
    """When somebody last looked: "3 hours ago"; "" when nobody ever did."""


def merges(*, now_us: int, after: int | None = None) -> Merges:
    """The next question of who is who, the likeliest first; `after` is the one just skipped."""
    waiting = _waiting()
    places = [row.pk for row in waiting]
    start = places.index(after) + 1 if after in places else 0
    in_turn = waiting[start:] + waiting[:start]
    looks = MatchRun.objects.filter(model="", ended_us__isnull=False)
    last_us = looks.aggregate(last=Max("ended_us"))["last"]
    return Merges(
        waiting=len(waiting),
        first=next(iter(_merges(in_turn[:1])), None),
        looked=ago(last_us, now_us) if last_us else "",
    )


def every_merge() -> list[Merge]:
    """All questions of who is who, the likeliest first."""
    return _merges(_waiting())


def merge(candidate_id: int) -> Merge | None:
    """One question; None where it was answered, or nothing speaks for it any more."""
    return next(iter(_merges([each for each in _waiting() if each.pk == candidate_id])), None)


def may_be(person_id: int) -> list[Merge]:
    """Whom somebody may be besides; they themselves are `one` of each."""
    theirs = [
        each for each in _waiting() if person_id in (each.of.person_id, each.account.person_id)
    ]
    return [
        each if each.one.person.person_id == person_id else _turned(each)
        for each in _merges(theirs)
    ]


def _turned(merge: Merge) -> Merge:
    return replace(merge, one=merge.other, other=merge.one)


def _waiting() -> list[Candidate]:
    """What nobody answered yet, each two people once, the likeliest first."""
    settled = what_was_said().settled
    rows = (
        suggested()
        .exclude(of__person=F("account__person"))
        .filter(of__is_me=False, account__is_me=False)
        .select_related("of", "account")
        .order_by("-probability", "pk")
    )
    each_once: dict[frozenset[int], Candidate] = {}
    for row in rows:
        pair = frozenset((row.of.person_id, row.account.person_id))
        if pair not in settled:
            each_once.setdefault(pair, row)
    return list(each_once.values())


def _merges(rows: Sequence[Candidate]) -> list[Merge]:
    accounts = [account for row in rows for account in (row.of, row.account)]
    sides = {each.account_id: each for each in _sides(accounts)}
    return [
        Merge(
            id=row.pk,
            one=sides[row.of_id],
            other=sides[row.account_id],
            because=row.levels["because"],
            is_proof=bool(row.proof),
        )
        for row in rows
    ]


def _sides(accounts: Sequence[Account]) -> Iterator[Side]:
    people = {each.person_id for each in accounts}
    lines = person_lines(people)
    states = ContactState.objects.in_bulk(people)
    links = dict(Profile.objects.filter(account__in=accounts).values_list("account", "links"))
    lists: dict[int, list[str]] = {}
    for person_id, name in (
        Membership.objects.filter(person__in=people, is_member=True)
        .order_by("list__position")
        .values_list("person", "list__name")
    ):
        lists.setdefault(person_id, []).append(name)
    for account in accounts:
        state = states.get(account.person_id)
        yield Side(
            person=lines[account.person_id],
            account_id=account.pk,
            network=account.network,
            handle=account.handle,
            url=profile_url(account.network, account.handle, account.url),
            bio=account.bio,
            links=tuple(links.get(account.pk, ())),
            between_us=balance(state) if state else "You never wrote to each other.",
            lists=tuple(lists.get(account.person_id, ())),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Belongs:
    """An account of somebody, and why it is theirs."""

    account_id: int
    words: str
    """@ana on x."""
    url: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Somebody, and all accounts that are theirs."""

    person: PersonLine
    accounts: tuple[Belongs, ...]


def who_they_are(person_id: int, *, now_us: int) -> Who | None:
    """Somebody's accounts with the reason of each; None where there is nobody."""
    line = person_lines([person_id]).get(person_id)
    if line is None:
        return None
    edges = Edge.objects.filter(account__person=person_id, ended_us__isnull=True)
    return Who(
        person=line,
        accounts=tuple(
            Belongs(
                account_id=each.account_id,
                words=in_words(each.account),
                url=profile_url(each.account.network, each.account.handle, each.account.url),
                because=_why_theirs(each, now_us),
            )
            for each in edges.select_related("account", "author").order_by("account")
        ),
    )


_WITHOUT_WORDS = {
    "met": "because hobnob met them with it",
    "taken back": "because what was said otherwise was taken back",
}
"""Why an account is theirs where nobody decided it, by the reason of the edge."""


def _why_theirs(edge: Edge, now_us: int) -> str:
    """ "because robin said so 3 days ago: the same face"."""
    if edge.decision_id is None or edge.author is None:
        return _WITHOUT_WORDS.get(edge.reason, f"because of {edge.reason}")
    said = f"because {edge.author.get_username()} said so {ago(edge.began_us, now_us)}"
    return f"{said}: {edge.reason}" if edge.reason else said
