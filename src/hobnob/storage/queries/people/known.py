"""What rules may ask about beside the log: bots, findings, whom I follow, languages of posts.

This module is a `domain.conditions.Known`. It answers as things are now.
"""

from collections.abc import Collection

from hobnob.domain.decisions import Verb
from hobnob.domain.networks import Stream
from hobnob.storage import bulk
from hobnob.storage.models import Account
from hobnob.storage.queries.people.ties import Ties, events_with, snapshots

_AT_ONCE = 2_000


def bots(person_ids: Collection[int]) -> set[int]:
    """Which of these people have an account that says it is run by a program."""
    return _first_of(
        bulk.select_in(
            "SELECT DISTINCT a.person_id FROM storage_account a "
            "JOIN storage_profile f ON f.account_id = a.id "
            "WHERE f.is_bot AND a.person_id IN {values}",
            values=person_ids,
        )
    )


def flagged(person_ids: Collection[int]) -> set[int]:
    """Against which of these people a check has found something that still holds.

    But for those whom somebody said to keep: nothing counts against them any more.
    """
    found = _first_of(
        bulk.select_in(
            "SELECT DISTINCT a.person_id FROM storage_account a "
            "JOIN storage_finding f ON f.account_id = a.id "
            "WHERE f.ended_us IS NULL AND a.person_id IN {values}",
            values=person_ids,
        )
    )
    return found - _kept(found)


def followed(person_ids: Collection[int]) -> set[int]:
    """Which of these people I follow, with any account of theirs."""
    wanted = sorted(person_ids)
    whole = snapshots()
    found: set[int] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        accounts = Account.objects.filter(person_id__in=wanted[start : start + _AT_ONCE])
        rows = list(accounts.values_list("pk", "network", "person_id"))
        ids = [account_id for account_id, _, _ in rows]
        ties = Ties(ids, events_with(ids), whole)
        found |= {
            person_id
            for account_id, network, person_id in rows
            if ties.holds(account_id, network, Stream.FOLLOWING)
        }
    return found


def languages(interaction_ids: Collection[int]) -> dict[int, str]:
    """By interaction: the language its network says the post is in, where it says one."""
    return dict(
        bulk.select_in(
            "SELECT i.id, p.language FROM storage_interaction i "
            "JOIN storage_post p ON p.id = i.post_id "
            "WHERE p.language <> '' AND i.id IN {values}",
            values=interaction_ids,
        )
    )


def _kept(person_ids: Collection[int]) -> set[int]:
    return _first_of(
        bulk.select_in(
            "SELECT DISTINCT a.person_id FROM storage_account a "
            "JOIN storage_decision d ON d.account_id = a.id "
            "LEFT JOIN storage_decision u ON u.undoes_id = d.id "
            "WHERE d.verb = %s AND u.id IS NULL AND a.person_id IN {values}",
            str(Verb.KEEP),
            values=person_ids,
        )
    )


def _first_of(rows: list[bulk.Row]) -> set[int]:
    return {row[0] for row in rows}
