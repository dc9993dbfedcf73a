"""Write down what came back to an ask: yes, no, or silence."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.ask_words import Answer
from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.operations.decide import append_decision, take_effect
from hobnob.storage import bulk, models


class NoSuchAsk(HobnobError):
    """There is no such ask, or it was taken back."""


class AlreadyAnswered(HobnobError):
    """That is what is written down already."""


@transaction.atomic
def answer_ask(number: int, answer: Answer, *, author: User, now_us: int) -> models.Ask:
    """Keep what came back to an ask, by the number of its decision; the last word holds.

    Raises NoSuchAsk, and AlreadyAnswered.
    """
    bulk.lock_log()
    asked = find_ask(number)
    if asked.answer == answer:
        raise AlreadyAnswered(
            f"“{answer}” is what is written down of that ask already: there is nothing to do."
        )
    decision = append_decision(
        Verb.ANSWER,
        author=author,
        now_us=now_us,
        person_id=asked.decision.account.person_id if asked.decision.account else None,
        subject=f"{asked.pk}:{answer}",
    )
    take_effect([decision])
    asked.refresh_from_db()
    return asked


def find_ask(number: int) -> models.Ask:
    """The ask with this number that nobody took back. Raises NoSuchAsk."""
    asks = models.Ask.objects.select_related("decision__account")
    found = asks.filter(pk=number, decision__undone_by__isnull=True).first()
    if found is None:
        raise NoSuchAsk(f"There is no ask number {number}: see which there are under Asks.")
    return found
