"""What was said already of who is whom: a yes and a no hold for ever, unless undone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hobnob.domain.decisions import Verb
from hobnob.domain.people import Network
from hobnob.storage import bulk
from hobnob.storage.models import Decision
from hobnob.storage.queries.people.accounts import accounts_by_key

SETTLED = (Verb.SAME, Verb.NOT_SAME, Verb.HOUSEHOLD)
"""Answers after which nobody is asked again."""
ANSWERS = (*SETTLED, Verb.UNSURE)

Pair = frozenset[int]
"""Two people."""


@dataclass(slots=True)
class Said:
    """Which people were said to be one, or two, or maybe one."""

    settled: set[Pair] = field(default_factory=set)
    unsure: dict[Pair, tuple[Mapping[str, str], str]] = field(default_factory=dict)
    """With the evidence that nobody could tell by: the levels, and what would prove it."""


def what_was_said() -> Said:
    """Everything said that nobody undid, as it concerns the people of today.

    Answers name accounts by ids that never change; who merged since is the one that they became.
    """
    rows = list(
        Decision.objects.filter(verb__in=ANSWERS, undone_by__isnull=True, account__isnull=False)
        .order_by("pk")
        .values_list("verb", "account__person_id", "subject", "evidence__levels", "evidence__proof")
    )
    people = people_named(row[2] for row in rows)
    said = Said()
    for verb, person_id, subject, levels, proof in rows:
        other = people.get(subject)
        if other is None:
            continue
        pair = frozenset((person_id, other))
        if verb == Verb.UNSURE:
            known = (_alone(levels or {}), proof or "")
            # Said once more while nobody asked: what there was to go by is what it was.
            said.unsure[pair] = known if any(known) else said.unsure.get(pair, known)
        else:
            said.settled.add(pair)
    return said


def people_named(subjects: Iterable[str]) -> dict[str, int]:
    """The people behind accounts that decisions name: "mastodon:2@tusk.example"."""
    accounts = accounts_by_key(set(subjects))
    rows = bulk.select_in(
        "SELECT id, person_id FROM storage_account WHERE id IN {values}", values=accounts.values()
    )
    people: dict[int, int] = dict(rows)
    return {key: people[account_id] for key, account_id in accounts.items()}


def _alone(levels: Mapping[str, object]) -> dict[str, str]:
    """The levels of comparisons, without what says them in words."""
    return {name: level for name, level in levels.items() if isinstance(level, str)}


def answered_people() -> set[int]:
    """People about whom something was said."""
    said = Decision.objects.filter(
        account__network=Network.ADDRESS_BOOK,
        verb__in=ANSWERS,
        undone_by__isnull=True,
    )
    return set(said.values_list("account__person_id", flat=True))
