"""Look who of our supporters is who among the accounts around me, and keep it as proposals.

A proposal decides nothing. What was answered is not proposed again; who asked to be left alone is
not looked for.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet

from hobnob.domain.moments import HOUR
from hobnob.domain.people import Network
from hobnob.operations.matching.basis import basis_in_force
from hobnob.operations.matching.fit_anew import fit_anew, model_in_use
from hobnob.storage import bulk, models
from hobnob.storage.queries.matching.open import CLOSED, looks, proposed
from hobnob.storage.queries.matching.pool import near, people_in_our_files, sought
from hobnob.storage.queries.matching.said import what_was_said

if TYPE_CHECKING:
    from hobnob.operations.matching.weigh import Proposal

LASTS_AT_MOST = HOUR
"""A look that began earlier and has no end was killed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """How far a look is."""

    supporters: int
    accounts: int
    network: Network | None = None
    """Which one is being weighed; None: not yet, or no more."""
    pairs: int = 0
    proposed: int = 0


OnProgress = Callable[[Looking], None]


def begin_run(*, now_us: int) -> int:
    """Note that supporters are to be looked for now. Says which look it is: the one under way, if
    there is one.

    Raises NoBasis while nobody said why people may be looked up.
    """
    basis_in_force()
    unfinished = looks().filter(ended_us__isnull=True)
    unfinished.filter(began_us__lte=now_us - LASTS_AT_MOST).delete()
    run = unfinished.order_by("-pk").first()
    if run is None:
        run = models.MatchRun.objects.create(began_us=now_us, model=model_in_use().name)
    return run.pk


def match_people(
    run_id: int, *, clock: Callable[[], int], on_progress: OnProgress = lambda _: None
) -> Looking:
    """Do the look that `begin_run` noted. `clock` gives the moment (microseconds UTC).

    What was proposed before is replaced at its end, in one transaction: a killed look leaves
    everything as it was.
    """
    run = models.MatchRun.objects.filter(pk=run_id)
    try:
        looked, proposals = _look(on_progress)
        _keep(run, looked, proposals, clock())
    except BaseException:
        # It has no end: no page is to wait for one.
        run.delete()
        raise
    on_progress(looked)
    return looked


def match_anew(*, clock: Callable[[], int], on_progress: OnProgress = lambda _: None) -> Looking:
    """Learn from what was decided since, and look.

    Raises NoBasis while nobody said why people may be looked up.
    """
    run_id = begin_run(now_us=clock())
    fit_anew(now_us=clock())
    return match_people(run_id, clock=clock, on_progress=on_progress)


def _look(on_progress: OnProgress) -> "tuple[Looking, tuple[Proposal, ...]]":
    # Splink and DuckDB take half a second and 100 MB: only who looks needs them.
    from hobnob.operations.matching.weigh import Circle, weigh

    circle = Circle(
        sought=sought(), near=near(), said=what_was_said(), supporters=people_in_our_files()
    )
    looked = Looking(supporters=len(circle.sought), accounts=len(circle.near))

    def begins_with(network: Network) -> None:
        on_progress(replace(looked, network=network))

    weighed = weigh(circle, model_in_use().model, begins_with)
    done = replace(looked, pairs=weighed.pairs, proposed=len(weighed.proposals))
    return done, weighed.proposals


@transaction.atomic
def _keep(
    run: QuerySet[models.MatchRun], looked: Looking, proposals: "tuple[Proposal, ...]", now_us: int
) -> None:
    """Let these be the proposals from now on, beside what searches on networks found."""
    bulk.lock_log()
    proposed().filter(pool=CLOSED).delete()
    found_by_search = {
        (each.of_id, each.account_id): each.pk for each in proposed().exclude(pool=CLOSED)
    }
    again = (
        found_by_search.get((each.of.account_id, each.account.account_id)) for each in proposals
    )
    models.Candidate.objects.filter(pk__in=[each for each in again if each]).delete()
    run_id = run.get().pk
    rows = [as_row(each) for each in proposals]
    for row in rows:
        row.pool, row.run_id = CLOSED, run_id
    models.Candidate.objects.bulk_create(rows, batch_size=500)
    run.update(
        ended_us=now_us,
        supporters=looked.supporters,
        accounts=looked.accounts,
        pairs=looked.pairs,
        proposed=looked.proposed,
        model=model_in_use().name,
    )


def as_row(proposal: "Proposal") -> models.Candidate:
    """A proposal as it is stored, but for its pool and its run."""
    return models.Candidate(
        of_id=proposal.of.account_id,
        account_id=proposal.account.account_id,
        probability=proposal.probability,
        weight=proposal.weight,
        levels=proposal.levels,
        features=list(proposal.features),
        proof=proposal.proof,
        rank=proposal.rank,
    )
