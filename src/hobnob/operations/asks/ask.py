"""Write down that somebody was asked for something, with what the gate said of it just before."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.ask_words import SIZES, read_what
from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.outcomes import OutcomeKind
from hobnob.operations.asks.campaigns import find_campaign
from hobnob.operations.decide import NobodyThere, append_decision, take_effect
from hobnob.storage import bulk, models
from hobnob.storage.queries.asks.standing import not_thanked, standings


class MayNotBeAsked(HobnobError):
    """Somebody died, or wants to be left alone."""


class NotFairYet(HobnobError):
    """The gate says to wait, or to give first; whoever wants to ask all the same says so."""


@transaction.atomic
def ask(
    person_id: int,
    outcome: OutcomeKind,
    what: str,
    *,
    author: User,
    now_us: int,
    campaign: str = "",
    anyway: bool = False,
    section: str = "",
    item: models.OutboxItem | None = None,
) -> models.Ask:
    """Keep an ask. Nothing is sent by it.

    `campaign` is the key of the plan it belongs to, `section` the part of Today that it deals with,
    `item` the words in which it goes out. Raises NotAnAsk, NotAPlan, NotFairYet but for `anyway`,
    and MayNotBeAsked whatever one says.
    """
    words = read_what(what)
    bulk.lock_log()
    plan = find_campaign(campaign) if campaign else None
    standing = standings([person_id], now_us).get(person_id)
    if standing is None:
        raise NobodyThere(f"There is no person number {person_id}: look them up with search.")
    verdict = standing.verdict(SIZES[outcome], now_us, not_thanked(person_id, now_us))
    if not verdict.may_be_asked:
        raise MayNotBeAsked(verdict.sentence)
    if not (verdict.is_fair or anyway):
        raise NotFairYet(verdict.sentence)
    decision = append_decision(
        Verb.ASK, author=author, now_us=now_us, person_id=person_id, subject=outcome, why=words
    )
    kept = models.Ask.objects.create(
        decision=decision,
        outcome=outcome,
        campaign=plan,
        given=standing.ledger.given,
        received=standing.ledger.received,
        is_fair=verdict.is_fair,
        sentence=verdict.sentence,
        outbox=item,
    )
    if section:
        done = append_decision(
            Verb.DONE,
            author=author,
            now_us=now_us,
            person_id=person_id,
            subject=section,
            until_us=now_us,
            act=decision,
        )
        take_effect([done])
    return kept
