"""Take accounts of which a file knows the handle alone for those that are known by their id.

A file of follows says "@ana@den.example", a server that was read before says "2@tusk.example", and
both follows are the same one. Where the file comes first, `join_by_handle` makes them one person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

from hobnob.domain.interactions import Interaction
from hobnob.domain.people import Account, provisional_id
from hobnob.storage import bulk

_Key = tuple[str, str]
"""(network, native id) of an account known by its handle alone."""
_Aliases = dict[_Key, list[Account]]
"""Who may be meant by it, the likeliest first and itself at last."""
_Line = tuple[str, str, str]
"""(network, kind, native id): what the log is unique by."""


def recognise(
    interactions: Sequence[Interaction], accounts: Sequence[Account]
) -> tuple[list[Interaction], list[Account]]:
    """Both, with accounts that are known by their id in place of those named by handle alone.

    Of interactions only those that are known by who did it to whom: follows, blocks and mutes. One
    that the log has under any of their names is that one.
    """
    ends = (end for each in interactions if _is_tie(each) for end in _ends(each))
    aliases = _aliases(each for each in (*accounts, *ends) if _is_provisional(each))
    if not aliases:
        return list(interactions), list(accounts)
    meant = [_meanings(each, aliases) if _is_tie(each) else [each] for each in interactions]
    logged = _logged(each for meanings in meant if len(meanings) > 1 for each in meanings)
    return (
        [_likeliest(meanings, logged) for meanings in meant],
        [_who(each, aliases)[0] for each in accounts],
    )


def recognise_me(account: Account) -> Account:
    """My account as it is known by its id, where it is."""
    return _who(account, _aliases([account]))[0] if _is_provisional(account) else account


def _is_provisional(account: Account) -> bool:
    return account.native_id.startswith(provisional_id(""))


def _ends(tie: Interaction) -> tuple[Account, ...]:
    return tuple(end for end in (tie.actor, tie.target) if end is not None)


def _is_tie(each: Interaction) -> bool:
    ends = _ends(each)
    return (
        len(ends) == 2
        and any(map(_is_provisional, ends))
        and each.native_id == f"{ends[0].native_id}>{ends[1].native_id}"
    )


def _aliases(accounts: Iterable[Account]) -> _Aliases:
    """For each of these accounts, all that have or had its handle last."""
    asked = {(each.network, each.native_id): each for each in accounts}
    aliases: _Aliases = {key: [each] for key, each in asked.items()}
    for network in {each.network for each in asked.values()}:
        native_ids = {native_id for of, native_id in asked if of == network}
        native_ids -= _kept_apart(network, native_ids)
        handles = [native_id.removeprefix(provisional_id("")) for native_id in native_ids]
        for native_id, handle in bulk.select_in(
            "SELECT native_id, handle FROM storage_account WHERE network = %s "
            "AND native_id NOT LIKE '@%%' AND handle_key IN {values} ORDER BY is_me, seen_us, id",
            network,
            values=handles,
        ):
            found = Account(network=network, native_id=native_id, handle=handle)
            aliases[network, provisional_id(handle)].insert(0, found)
    return aliases


def _kept_apart(network: str, native_ids: set[str]) -> set[str]:
    """Those of which somebody said by hand whose they are."""
    rows = bulk.select_in(
        "SELECT account.native_id FROM storage_account account "
        "JOIN storage_edge edge ON edge.account_id = account.id "
        "WHERE edge.ended_us IS NULL AND edge.author_id IS NOT NULL "
        "AND account.network = %s AND account.native_id IN {values}",
        network,
        values=native_ids,
    )
    return {row[0] for row in rows}


def _who(account: Account, aliases: _Aliases) -> list[Account]:
    return aliases.get((account.network, account.native_id), [account])


def _meanings(tie: Interaction, aliases: _Aliases) -> list[Interaction]:
    """The same under all names of both, the likeliest first."""
    return [
        replace(tie, native_id=f"{one.native_id}>{other.native_id}", actor=one, target=other)
        for one, other in product(*(_who(end, aliases) for end in _ends(tie)))
    ]


def _likeliest(meanings: Sequence[Interaction], logged: set[_Line]) -> Interaction:
    return next((each for each in meanings if _line(each) in logged), meanings[0])


def _logged(ties: Iterable[Interaction]) -> set[_Line]:
    """Which of these lines are in the log."""
    asked: dict[tuple[str, str], list[str]] = {}
    for each in ties:
        asked.setdefault((each.network, each.kind), []).append(each.native_id)
    return {
        (network, kind, row[0])
        for (network, kind), native_ids in asked.items()
        for row in bulk.select_in(
            "SELECT native_id FROM storage_interaction "
            "WHERE network = %s AND kind = %s AND native_id IN {values}",
            network,
            kind,
            values=native_ids,
        )
    }


def _line(each: Interaction) -> _Line:
    return (each.network, each.kind, each.native_id)
