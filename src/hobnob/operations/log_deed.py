"""Log by hand what no network saw: a call, a meeting, a visit, a favour either way."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.by_hand import LONGEST, DeedSort
from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.operations.decide import append_decision, take_effect
from hobnob.storage import bulk, models


class CannotLog(HobnobError):
    """Nothing that one could write down about this person."""


@transaction.atomic
def log_deed(
    person_id: int,
    sort: DeedSort,
    *,
    at_us: int,
    author: User,
    now_us: int,
    words: str = "",
    act: models.Decision | None = None,
) -> models.Decision:
    """Write down that it happened, at a moment that is not to come (microseconds UTC).

    From then on it is a line of the log like any other. `act` is the decision it is undone with.
    Raises CannotLog and NobodyThere.
    """
    bulk.lock_log()
    refuse_myself(person_id)
    decision = append_decision(
        Verb.LOG,
        author=author,
        now_us=now_us,
        person_id=person_id,
        subject=str(sort.kind),
        why=checked_words(words),
        act=act,
    )
    models.Deed.objects.create(
        decision=decision, kind=sort.kind, direction=sort.direction, at_us=min(at_us, now_us)
    )
    take_effect([decision])
    return decision


def refuse_myself(person_id: int) -> None:
    """Raises CannotLog where it is me."""
    if models.Account.objects.filter(person_id=person_id, is_me=True).exists():
        raise CannotLog("That is you: write down what you did on the page of whom you did it with.")


def checked_words(words: str) -> str:
    """The words without blanks around them. Raises CannotLog where they are too many."""
    said = words.strip()
    if len(said) > LONGEST:
        raise CannotLog(
            f"That has {len(said):,} characters, and what is logged at most {LONGEST:,}: "
            "make it a note."
        )
    return said
