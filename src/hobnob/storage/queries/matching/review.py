"""Matching as one reviews it: cards with a supporter left and accounts right, and how far it is."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from hobnob.domain.coverage import EVERYBODY, Progress, Segment
from hobnob.domain.decisions import Verb
from hobnob.domain.facts import Basis
from hobnob.domain.moments import ago
from hobnob.storage.models import Calibration, Decision, LookupBasis
from hobnob.storage.queries.matching.cards import ReviewCard, review_cards
from hobnob.storage.queries.matching.coverage import (
    coverage,
    overall,
    people_by_segment,
    told_not_seen,
)
from hobnob.storage.queries.matching.open import looks, still_open
from hobnob.storage.queries.matching.said import ANSWERS

BATCH = 10
"""Supporters looked at in one go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The next supporters to look at, the likeliest first, and how far one is."""

    cards: tuple[ReviewCard, ...]
    left: int
    """Supporters of whom somebody is proposed, in the segment and network asked for."""
    progress: Progress
    """Of all supporters."""
    is_basis_given: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenBasis:
    """Why people may be looked up, and what they were told."""

    id: int
    basis: Basis
    notice: str
    told_on: date | None
    author: str
    made_us: int
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LastRun:
    """The last look at who may be whom."""

    id: int
    supporters: int
    accounts: int
    pairs: int
    proposed: int
    model: str
    error: str
    began_us: int
    when: str
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchStatus:
    """All that there is to say of matching."""

    basis: GivenBasis | None
    last: LastRun | None
    answers: dict[str, int]
    """How often each was said and holds: {"same person": 118, …}."""
    calibrated_on: int
    """How many decisions the calibrator learnt from; 0: it is the one that is shipped."""
    segments: tuple[Segment, ...]
    told_not_seen: int
    """Supporters who told us a handle that nobody has met here yet."""

    @property
    def progress(self) -> Progress:
        """Of all supporters."""
        everybody = next((each for each in self.segments if each.key == EVERYBODY), None)
        return (
            everybody.progress if everybody else Progress(total=0, found=0, possible=0, decided=0)
        )


def review_batch(
    *,
    size: int = BATCH,
    network: str = "",
    segment: str = EVERYBODY,
    skipping: Collection[int] = (),
) -> Batch:
    """The next cards: who is likeliest to be found first.

    `network` and `segment` narrow it down, `skipping` are supporters' accounts that are to come
    another time.
    """
    found = still_open()
    if network:
        found = found.filter(account__network=network)
    best = found.values("of_id", "of__person_id").annotate(best=Max("probability"))
    rows = list(best.order_by("-best", "of_id").values_list("of_id", "of__person_id"))
    if segment != EVERYBODY:
        people = people_by_segment().get(segment, set())
        rows = [row for row in rows if row[1] in people]
    skipped = frozenset(skipping)
    chosen = [of_id for of_id, _ in rows if of_id not in skipped][:size]
    return Batch(
        cards=tuple(review_cards(chosen, found)),
        left=len(rows),
        progress=overall(),
        is_basis_given=LookupBasis.objects.exists(),
    )


def match_status(*, now_us: int) -> MatchStatus:
    """The last look, the model, what was decided, the basis, and coverage."""
    said = Decision.objects.filter(
        verb__in=ANSWERS, undone_by__isnull=True, evidence__isnull=False
    ).values_list("verb", flat=True)
    answers = {str(Verb(verb)): 0 for verb in ANSWERS}
    for verb in said:
        answers[verb] += 1
    calibration = Calibration.objects.order_by("-pk").first()
    return MatchStatus(
        basis=given_basis(now_us=now_us),
        last=last_run(now_us=now_us),
        answers=answers,
        calibrated_on=calibration.decisions if calibration else 0,
        segments=tuple(coverage()),
        told_not_seen=told_not_seen(),
    )


def given_basis(*, now_us: int) -> GivenBasis | None:
    """The basis that holds; None: nobody gave one, and nobody is looked up."""
    row = LookupBasis.objects.select_related("author").order_by("-pk").first()
    if row is None:
        return None
    return GivenBasis(
        id=row.pk,
        basis=Basis(row.basis),
        notice=row.notice,
        told_on=row.told_on,
        author=row.author.get_username(),
        made_us=row.made_us,
        when=ago(row.made_us, now_us),
    )


def last_run(*, now_us: int) -> LastRun | None:
    """The newest look, over or under way; None: nobody has looked."""
    row = looks().order_by("-pk").first()
    if row is None:
        return None
    return LastRun(
        id=row.pk,
        supporters=row.supporters,
        accounts=row.accounts,
        pairs=row.pairs,
        proposed=row.proposed,
        model=row.model,
        error=row.error,
        began_us=row.began_us,
        when=ago(row.ended_us or row.began_us, now_us),
        is_over=row.ended_us is not None,
    )
