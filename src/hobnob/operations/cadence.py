"""Wish to hear from somebody every so many days, or let any time pass."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.cadence import ANY
from hobnob.domain.decisions import Verb
from hobnob.operations.decide import append_decision


@transaction.atomic
def wish_to_hear(person_id: int, days: int | None, *, author: User, now_us: int) -> None:
    """Keep how many days may pass without a word; None: any, whatever their lists ask for."""
    append_decision(
        Verb.CADENCE,
        author=author,
        now_us=now_us,
        person_id=person_id,
        subject=ANY if days is None else str(days),
    )
