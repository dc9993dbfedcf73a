"""Write down what came of it: a client, a referral, a defence; and say no to what was proposed."""

from collections.abc import Collection

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.decisions import Verb
from hobnob.domain.outcomes import WORDS, OutcomeKind, refusal
from hobnob.operations.decide import append_decision, take_effect
from hobnob.operations.log_deed import CannotLog, checked_words, refuse_myself
from hobnob.storage import bulk, models
from hobnob.storage.queries.outcomes.decided import decided_lines
from hobnob.storage.queries.outcomes.led_there import last_exchange


@transaction.atomic
def log_outcome(
    person_id: int,
    kind: OutcomeKind,
    *,
    at_us: int,
    author: User,
    now_us: int,
    words: str = "",
    worth: tuple[int | None, str] = (None, ""),
    led_by: Collection[int] | None = None,
    ask_id: int | None = None,
) -> models.Decision:
    """Keep what came of somebody, at a moment that is not to come (microseconds UTC).

    `worth` is the amount in the smallest unit, and its currency. `led_by` are numbers of the lines
    of the log that led there; by default the last exchange before it. Raises CannotLog where those
    or the ask are not of this person, and NobodyThere.
    """
    bulk.lock_log()
    refuse_myself(person_id)
    at_us = min(at_us, now_us)
    lines = last_exchange(person_id, at_us) if led_by is None else sorted(set(led_by))
    _refuse_others(person_id, lines, ask_id)
    amount, currency = worth
    decision = append_decision(
        Verb.OUTCOME,
        author=author,
        now_us=now_us,
        person_id=person_id,
        subject=str(kind),
        why=checked_words(words),
    )
    models.Outcome.objects.create(
        decision=decision,
        kind=kind,
        at_us=at_us,
        amount=amount,
        currency=currency,
        interactions=list(lines),
        ask_id=ask_id,
    )
    take_effect([decision])
    return decision


@transaction.atomic
def confirm(
    kind: OutcomeKind, interaction_id: int, *, author: User, now_us: int, words: str = ""
) -> models.Decision:
    """Yes: with this line of the log somebody spread the word, or stood up for us.

    Raises CannotLog where that was said of it already, or it is nobody's.
    """
    bulk.lock_log()
    line = _proposed(kind, interaction_id)
    assert line.contact is not None  # noqa: S101 (it was looked up by it)
    return log_outcome(
        line.contact.person_id,
        kind,
        at_us=now_us if line.at_us is None else line.at_us,
        author=author,
        now_us=now_us,
        words=words,
        led_by=[line.pk],
    )


@transaction.atomic
def refuse(kind: OutcomeKind, interaction_id: int, *, author: User, now_us: int) -> models.Decision:
    """No: it was no such thing, and nobody is asked about this line again. Raises CannotLog."""
    bulk.lock_log()
    line = _proposed(kind, interaction_id)
    assert line.contact is not None  # noqa: S101 (it was looked up by it)
    return append_decision(
        Verb.OUTCOME,
        author=author,
        now_us=now_us,
        person_id=line.contact.person_id,
        subject=refusal(kind, line.pk),
    )


def _proposed(kind: OutcomeKind, interaction_id: int) -> models.Interaction:
    """A line that somebody else wrote, and about which nothing was said yet."""
    line = (
        models.Interaction.objects.select_related("contact")
        .filter(pk=interaction_id, contact__is_me=False)
        .first()
    )
    if line is None:
        raise CannotLog(f"There is no line {interaction_id} in the log that could be {kind}.")
    if interaction_id in decided_lines(kind, [interaction_id]):
        raise CannotLog(f"You said already whether that is {WORDS[kind].noun}.")
    return line


def _refuse_others(person_id: int, lines: Collection[int], ask_id: int | None) -> None:
    theirs = models.Interaction.objects.filter(pk__in=lines, contact__person_id=person_id)
    if theirs.count() != len(lines):
        raise CannotLog("What led there must have happened between you and them: choose again.")
    asked = models.Ask.objects.filter(
        pk=ask_id, decision__account__person_id=person_id, decision__undone_by__isnull=True
    )
    if ask_id is not None and not asked.exists():
        raise CannotLog(f"Nothing was asked of them under number {ask_id}: look at your asks.")
