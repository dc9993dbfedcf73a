"""Look who of the people around me may be one person with accounts on several networks.

Nothing is done about it: a person says yes or no. Only accounts that have to do with me are looked
at, by what they show to everybody: `domain.matching.crossnet`.
"""

from collections.abc import Callable, Iterable, Iterator

from django.db import transaction

from hobnob.domain.matching.crossnet import SameOwner, same_owners
from hobnob.storage import bulk, models
from hobnob.storage.queries.matching.merges import suggested
from hobnob.storage.queries.matching.pool import accounts_around_me, near

PROVEN_PROBABILITY = 0.995
LIKELY_PROBABILITY = 0.97
"""What an equal handle comes to where few share it: docs/benchmarks.md."""

_COLUMNS = ("probability", "levels", "proof", "run")


def suggest_merges(*, clock: Callable[[], int]) -> int:
    """Propose anew whom this look finds. Says how many pairs it proposes.

    What was proposed before and nothing speaks for any more is dropped.
    """
    began_us = clock()
    around = near()
    people = {each.account_id: each.person_id for each in around}
    pairs = [
        each
        for each in (*same_owners(one.shown for one in around), *_moved())
        if people[int(each.one)] != people[int(each.other)]
    ]
    with transaction.atomic():
        bulk.lock_log()
        return _keep(pairs, began_us, clock())


def _moved() -> Iterator[SameOwner]:
    """Accounts that their owners left for another one around me."""
    accounts = accounts_around_me()
    by_handle = {(each.network, each.handle_key): each.pk for each in accounts}
    for account in accounts.exclude(profile__moved_to="").select_related("profile"):
        profile = getattr(account, "profile", None)
        moved_to = profile.moved_to if profile else ""
        new = by_handle.get((account.network, moved_to.lower().removeprefix("@")))
        if new is not None:
            because = f"because the one account says that it moved to @{moved_to}"
            yield SameOwner(str(account.pk), str(new), because, is_proof=True)


def _keep(pairs: Iterable[SameOwner], began_us: int, ended_us: int) -> int:
    """Store them in place of those before; one that is proposed again keeps its number."""
    run = models.MatchRun.objects.create(began_us=began_us, ended_us=ended_us)
    rows = {
        tuple(sorted((int(each.one), int(each.other)))): models.Candidate(
            of_id=min(int(each.one), int(each.other)),
            account_id=max(int(each.one), int(each.other)),
            probability=PROVEN_PROBABILITY if each.is_proof else LIKELY_PROBABILITY,
            levels={"because": each.because},
            proof=each.because if each.is_proof else "",
            rank=1,
            pool="closed",
            run=run,
        )
        for each in pairs
    }
    before = suggested().in_bulk()
    gone = [pk for pk, row in before.items() if (row.of_id, row.account_id) not in rows]
    models.Candidate.objects.filter(pk__in=gone).delete()
    models.Candidate.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["of", "account"],
        update_fields=list(_COLUMNS),
    )
    models.MatchRun.objects.filter(candidates__isnull=True, model="").exclude(pk=run.pk).delete()
    run.proposed = run.pairs = len(rows)
    run.save(update_fields=["proposed", "pairs"])
    return len(rows)
