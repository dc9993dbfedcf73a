"""Let the calibrator learn from what was decided here, and say which model is in use.

Decisions are few and about the likeliest: the shipped calibrator is believed until they say
otherwise. What was proven teaches a model nothing.
"""

from dataclasses import dataclass, replace

from django.db import transaction

from hobnob.domain.decisions import Verb
from hobnob.measures.matches.calibrator import Calibrator
from hobnob.measures.matches.competition import FEATURES
from hobnob.measures.matches.model import Model, shipped
from hobnob.measures.matches.refit import LEAST_DECISIONS, refit
from hobnob.storage import bulk, models
from hobnob.storage.queries.matching.evidence import Judged, judged


@dataclass(frozen=True, slots=True, kw_only=True)
class InUse:
    """The model that the next look uses, and what it is called."""

    model: Model
    name: str
    """ "shipped 3fa29c81", or "3fa29c81, of 64 decisions"."""


def model_in_use() -> InUse:
    """The shipped weights, with the newest calibrator that was fitted here, if there is one."""
    base = shipped()
    row = models.Calibration.objects.order_by("-pk").first()
    if row is None or row.model.get("based_on") != base.digest:
        return InUse(model=base, name=f"shipped {base.digest}")
    own = replace(base, calibrator=Calibrator.of(row.model["calibrator"]))
    return InUse(model=own, name=f"{own.digest}, of {row.decisions} decisions")


@transaction.atomic
def fit_anew(*, now_us: int) -> models.Calibration | None:
    """A calibrator for all that was decided. None: too little was, or nothing since the last.

    A yes or no that was undone teaches nothing, and so does one that another model was asked about.
    """
    bulk.lock_log()
    answers = [each for each in judged() if len(each.features) == len(FEATURES)]
    if len(answers) < LEAST_DECISIONS or _is_known(answers):
        return None
    base = shipped()
    fitted = refit(
        [each.features for each in answers],
        [each.verb == Verb.SAME for each in answers],
        base.calibrator,
    )
    return models.Calibration.objects.create(
        model={
            "based_on": base.digest,
            "until": _newest(answers),
            "calibrator": fitted.as_dict(),
        },
        decisions=len(answers),
        made_us=now_us,
    )


def _is_known(answers: list[Judged]) -> bool:
    """The newest calibrator learnt from these very answers."""
    row = models.Calibration.objects.order_by("-pk").first()
    return (
        row is not None
        and row.model.get("based_on") == shipped().digest
        and row.decisions == len(answers)
        and row.model.get("until") == _newest(answers)
    )


def _newest(answers: list[Judged]) -> int:
    return max(each.decision_id for each in answers)
