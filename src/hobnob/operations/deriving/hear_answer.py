"""Derive what came back to an ask from the answers that are in force."""

from hobnob.domain.ask_words import Answer
from hobnob.domain.decisions import Verb
from hobnob.storage import models


def hear(answer: models.Decision) -> None:
    """Let the last answer to the same ask that nobody undid be its answer."""
    number = int(answer.subject.partition(":")[0])
    # The answers to one ask may stand on several accounts, of people who were merged or parted.
    same_ask = models.Decision.objects.filter(
        verb=Verb.ANSWER, subject__in=[f"{number}:{each}" for each in Answer]
    )
    last = same_ask.filter(undone_by__isnull=True).order_by("made_us", "pk").last()
    models.Ask.objects.filter(pk=number).update(
        answer=last.subject.partition(":")[2] if last else "",
        answered_us=last.made_us if last else None,
    )


def hear_all() -> None:
    """The same for every ask there ever was: what a rebuild derives."""
    models.Ask.objects.update(answer="", answered_us=None)
    answers = models.Decision.objects.filter(verb=Verb.ANSWER)
    for answer in {each.subject.partition(":")[0]: each for each in answers}.values():
        hear(answer)
