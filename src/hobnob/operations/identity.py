"""Give every account to the person it belongs to, by how it was met and what was decided since.

An edge says so from a moment until another. Nothing that happened or was decided moves: it stays
with its account. What is derived about the people concerned is derived again.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from django.db import transaction
from django.db.models import Q

from hobnob.domain.decisions import ABOUT_IDENTITY, Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.identity import Place, Said, who_is_who
from hobnob.domain.people import Network, account_of_key, provisional_id
from hobnob.operations.deriving.derive_again import derive_again
from hobnob.operations.move_account import move
from hobnob.operations.stages import hard_lists, refuse_overfull
from hobnob.storage import bulk, models
from hobnob.storage.queries.matching.said_two import No, nos_among
from hobnob.storage.queries.people.accounts import accounts_by_key

_TAKEN_BACK = "taken back"


class SaidSince(HobnobError):
    """Taken back, a decision makes two one of whom somebody said since that they are not."""


def settle_identity(decisions: Sequence[models.Decision]) -> None:
    """Bring people in line with what holds after these decisions were made, or taken back.

    Needs the lock. Raises ListIsFull when a hard list has no place for somebody who comes back.
    """
    if not decisions:
        return
    ids = [each.pk for each in decisions]
    newest = models.Decision.objects.filter(Q(pk__in=ids) | Q(undoes__in=ids)).latest("made_us")
    settle_accounts(_accounts_named_by(decisions), now_us=newest.made_us)


@contextmanager
def heeding_later_nos(decisions: Sequence[models.Decision]) -> Iterator[None]:
    """These decisions are taken back within: that overrules nobody who said something since.

    Raises SaidSince, which rolls back whatever was tried.
    """
    about_identity = [each for each in decisions if each.verb in ABOUT_IDENTITY]
    if not about_identity:
        yield
        return
    together = ever_together(_accounts_named_by(about_identity))
    before = _people_of(together)
    with transaction.atomic():
        yield
        now = _people_of(together)
        for no in nos_among(together):
            is_later = any(no.decision > each.pk for each in about_identity)
            was_two = before[no.account] != before[no.other]
            if is_later and was_two and now[no.account] == now[no.other]:
                raise _said_since(no)


def _said_since(no: No) -> SaidSince:
    decision = models.Decision.objects.select_related("author").get(pk=no.decision)
    one, other = (models.Account.objects.get(pk=each) for each in (no.account, no.other))
    return SaidSince(
        f"{decision.author.username} said since that {one} and {other} are two people, and taken "
        "back they would be one. If they are one, say that they are the same person."
    )


def settle_accounts(account_ids: Collection[int], *, now_us: int) -> None:
    """Give these accounts, and all that were ever one person with them, to whom they belong."""
    accounts = models.Account.objects.in_bulk(ever_together(account_ids))
    places = _places(accounts)
    said_by = models.Decision.objects.in_bulk({each.decision for each in places.values()} - {None})
    now = {
        edge.account_id: Place(edge.person_id, edge.decision_id)
        for edge in models.Edge.objects.filter(account__in=accounts, ended_us__isnull=True)
    }
    concerned: set[int] = set()
    for account_id, place in places.items():
        # Where what was decided was forgotten, no edge is open.
        if now.get(account_id) == place:
            continue
        concerned |= {accounts[account_id].person_id, place.person}
        decision = said_by[place.decision] if place.decision else None
        move(
            accounts[account_id],
            place.person,
            author=decision.author if decision else None,
            now_us=now_us,
            reason=decision.why if decision else _TAKEN_BACK,
            decision=decision,
        )
    before = hard_lists()
    derive_again(concerned)
    for hard, count in hard_lists().items():
        if count > before[hard]:
            refuse_overfull(hard, coming_back=concerned)


def ever_together(account_ids: Collection[int]) -> set[int]:
    """These accounts and all that ever were one person with any of them, near and far."""
    found: set[int] = set()
    new = set(account_ids)
    while new:
        found |= new
        people = models.Edge.objects.filter(account__in=new).values("person")
        near = models.Edge.objects.filter(person__in=people).values_list("account", flat=True)
        new = set(near) - found
    return found


@transaction.atomic
def join_by_handle(network: Network, *, now_us: int) -> int:
    """Give accounts known by handle alone to whoever turned out to have that handle.

    An archive quotes "@ana" before anything tells her id. Says how many were given: see
    `join_as_met` for who is not.
    """
    bulk.lock_log()
    accounts = models.Account.objects.filter(network=network, is_me=False)
    # Whom somebody said not to be that person stays apart.
    nameless = accounts.filter(
        native_id__startswith=provisional_id(""),
        edges__ended_us__isnull=True,
        edges__author__isnull=True,
    )
    known = {
        each.handle_key: each.pk
        for each in accounts.exclude(native_id__startswith=provisional_id(""))
        .filter(handle_key__in=nameless.values("handle_key"))
        .order_by("seen_us")
    }
    pairs = {each.pk: known[each.handle_key] for each in nameless if each.handle_key in known}
    return join_as_met(pairs, reason="the same handle", now_us=now_us, unites_supporters=False)


def join_as_met(
    pairs: Mapping[int, int], *, reason: str, now_us: int, unites_supporters: bool
) -> int:
    """Each first account was met as whoever the second was met as. Says how many were joined.

    Needs the lock. Nobody decided it, so it makes no two people one of whom somebody said that they
    are two: not even by way of third ones. Nor two supporters, unless that is what it is for. Who
    is entangled in such a thing stays as they are. Who was joined and is apart now stays so.
    """
    met = met_as({each for pair in pairs.items() for each in pair})
    left = {one: other for one, other in pairs.items() if met[one] != met[other]}
    while left:
        try:
            with transaction.atomic():
                _join(left, met, reason, now_us, unites_supporters=unites_supporters)
        except _Entangled as entangled:
            before = len(left)
            left = {
                one: other for one, other in left.items() if not {one, other} & entangled.accounts
            }
            if len(left) == before:
                break
        else:
            return len(left)
    return 0


class _Entangled(Exception):
    """Joined, people would be one who are to stay two: it rolls back what was tried."""

    def __init__(self, accounts: set[int]) -> None:
        super().__init__(accounts)
        self.accounts = accounts


def _join(
    pairs: Mapping[int, int],
    met: Mapping[int, int],
    reason: str,
    now_us: int,
    *,
    unites_supporters: bool,
) -> None:
    """Raises _Entangled."""
    together = ever_together({each for pair in pairs.items() for each in pair})
    before = _people_of(together)
    accounts = models.Account.objects.in_bulk(pairs)
    for one, other in pairs.items():
        # As they were met: what was decided about the other since takes this one along.
        move(accounts[one], met[other], author=None, now_us=now_us, reason=reason)
    settle_accounts(pairs, now_us=now_us)
    derive_again({before[each] for pair in pairs.items() for each in pair})
    now = _people_of(together)
    parts = [(each.account, each.other) for each in nos_among(together)]
    if not unites_supporters:
        parts += _two_supporters(now)
    broken = {
        each
        for one, other in parts
        if now[one] == now[other] and before[one] != before[other]
        for each in (one, other)
    }
    if broken:
        raise _Entangled(ever_together(broken))


def _people_of(account_ids: Collection[int]) -> dict[int, int]:
    rows = bulk.select_in(
        "SELECT id, person_id FROM storage_account WHERE id IN {values}", values=account_ids
    )
    return dict(rows)


def _two_supporters(people: Mapping[int, int]) -> list[tuple[int, int]]:
    """Each record of files with the first of the same person."""
    first: dict[int, int] = {}
    rows = bulk.select_in(
        "SELECT account_id FROM storage_supporter WHERE account_id IN {values}", values=people
    )
    records = sorted(row[0] for row in rows)
    return [(first.setdefault(people[each], each), each) for each in records]


def _accounts_named_by(decisions: Iterable[models.Decision]) -> set[int]:
    keys = {each.subject for each in decisions if each.verb == Verb.SAME}
    on = {each.account_id for each in decisions if each.account_id is not None}
    return on | set(accounts_by_key(keys).values())


def _places(accounts: dict[int, models.Account]) -> dict[int, Place]:
    """Whose each of these accounts is. Nobody's words make mine somebody else's."""
    met = met_as(accounts)
    said = models.Decision.objects.filter(
        account__in=accounts, verb__in=list(ABOUT_IDENTITY), undone_by__isnull=True
    ).order_by("pk")
    others = {pk: each for pk, each in accounts.items() if not each.is_me}
    at_first = {account_id: met[account_id] for account_id in others}
    theirs = {(each.network, each.native_id): pk for pk, each in others.items()}

    def somebody(each: Said, taken: set[int]) -> int:
        """Whom it was met as, or who it was on its own before, or somebody new."""
        before = models.Edge.objects.filter(account=each.account, decision=each.decision)
        people = (met[each.account], *before.values_list("person", flat=True))
        free = next((person for person in people if person not in taken), None)
        return free or models.Person.objects.create(made_us=_made_us(each)).pk

    mine = {pk: Place(met[pk], None) for pk in accounts.keys() - others.keys()}
    return mine | who_is_who(at_first, (_as_said(each, theirs) for each in said), somebody)


def _as_said(decision: models.Decision, theirs: dict[tuple[str, str], int]) -> Said:
    """With 0, which is nobody's number, for an account that is gone."""
    assert decision.account_id is not None, "it was looked up by its account"  # noqa: S101
    if decision.verb == Verb.APART:
        return Said(decision.pk, decision.account_id, None)
    return Said(decision.pk, decision.account_id, theirs.get(account_of_key(decision.subject), 0))


def _made_us(each: Said) -> int:
    return models.Decision.objects.values_list("made_us", flat=True).get(pk=each.decision)


def met_as(account_ids: Collection[int]) -> dict[int, int]:
    """The person that each account is as far as nobody decided anything."""
    undecided = models.Edge.objects.filter(account__in=account_ids, decision__isnull=True)
    return dict(undecided.order_by("pk").values_list("account", "person"))
