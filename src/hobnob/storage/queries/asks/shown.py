"""Asks as pages show them: the open ones first, what came back, what is to be reported back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from hobnob.domain.ask_gate import Verdict
from hobnob.domain.ask_words import SIZES, THINGS, Answer, Size, is_silent, what_came
from hobnob.domain.asks_accepted import Accepted
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.stage_history import month_began_us
from hobnob.storage.models import Ask, Outcome
from hobnob.storage.queries.asks.accepted import asks_accepted
from hobnob.storage.queries.asks.campaigns import current_campaign, planned_asks, whom_to_ask
from hobnob.storage.queries.asks.standing import Standing, as_asked, gates, standings
from hobnob.storage.queries.ledger.given_lately import Given, given_since
from hobnob.storage.queries.ledger.owed import Owed
from hobnob.storage.queries.ledger.thank_queue import owed_by
from hobnob.storage.queries.people.lines import PersonLine, person_lines

PAGE = 50
"""Asks that were answered, on the page."""
_OF_ONE_PERSON = 12
_READ = 12
"""Of so many people the ledger is read for the one ask on Today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskLine:
    """An ask: whom, what, when, what the gate said, and what came back."""

    number: int
    person: PersonLine
    outcome: OutcomeKind
    thing: str
    """ "a signature"."""
    what: str
    came: str
    """ "asked in May; they said yes 2 days ago"."""
    sentence: str
    """What the gate said when it was asked."""
    is_fair: bool
    answer: str
    is_silent: bool
    """It is open for so long that one is asked whether it was silence."""
    campaign_key: str
    campaign_name: str
    has_outcome: bool
    """What came of it is written down."""

    @property
    def is_open(self) -> bool:
        """Whether nothing came back yet."""
        return not self.answer

    @property
    def is_yes(self) -> bool:
        """Whether they said yes."""
        return self.answer == Answer.YES


@dataclass(frozen=True, slots=True, kw_only=True)
class AsksPage:
    """All asks; the open ones first, and among them those that wait longest."""

    open: tuple[AskLine, ...]
    answered: tuple[AskLine, ...]
    """The newest first."""
    accepted: Accepted
    given: Given | None
    """What I gave this month; None where anything was asked this month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAsks:
    """What the gate says of somebody, and what they were asked."""

    person_id: int
    verdict: Verdict
    """Of the largest ask that is fair, else of a small one."""
    fair_up_to: Size | None
    """None: no ask is fair by now."""
    asks: tuple[AskLine, ...]
    """The newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FairAsk:
    """One ask that is fair now."""

    person: PersonLine
    verdict: Verdict
    because: str
    outcome: OutcomeKind
    what: str
    """In the words of the plan."""
    campaign_key: str
    campaign_name: str


def asks_page(now_us: int) -> AsksPage:
    """What was asked, and what came back."""
    began_us = month_began_us(now_us)
    standing = _standing()
    is_new = standing.filter(decision__made_us__gte=began_us).exists()
    open_ones = standing.filter(answer="").order_by("decision__made_us", "pk")
    answered = standing.exclude(answer="").order_by("-answered_us", "-pk")[:PAGE]
    lines = _lines([*open_ones, *answered], now_us)
    is_empty = not is_new and not any(each.is_open for each in lines)
    return AsksPage(
        open=tuple(each for each in lines if each.is_open),
        answered=tuple(each for each in lines if not each.is_open),
        accepted=asks_accepted(),
        given=given_since(began_us, now_us) if is_empty else None,
    )


def ask_line(number: int, now_us: int) -> AskLine | None:
    """One ask; None where there is no such, or it was taken back."""
    return next(iter(_lines(list(_standing().filter(pk=number)), now_us)), None)


def asks_of_person(person_id: int, now_us: int) -> PersonAsks:
    """What the gate says of somebody by now, and what they were asked."""
    standing = standings([person_id], now_us)[person_id]
    return asks_as_they_stand(standing, owed_by(person_id, now_us), now_us)


def asks_as_they_stand(standing: Standing, owed: Sequence[Owed], now_us: int) -> PersonAsks:
    """The same, of somebody of whom it is known how things stand and what they are owed."""
    said = gates(standing, owed, now_us)
    fair = [size for size in Size if said[size].is_fair]
    person_id = standing.person.person_id
    theirs = _standing().filter(decision__account__person_id=person_id)
    newest = theirs.order_by("-decision__made_us", "-pk")[:_OF_ONE_PERSON]
    return PersonAsks(
        person_id=person_id,
        verdict=said[fair[-1] if fair else Size.SMALL],
        fair_up_to=fair[-1] if fair else None,
        asks=tuple(_lines(list(newest), now_us)),
    )


def one_fair_ask(now_us: int, *, but: Collection[int] = ()) -> FairAsk | None:
    """The one ask that is fair now, of the plan that runs; None where no plan does, or nobody is.

    Without a plan nobody knows what one would ask, so nobody is suggested. `but` are people who are
    left out: whom one put off, or who stands elsewhere already.
    """
    campaign = current_campaign(now_us)
    if campaign is None:
        return None
    nobody = set[Size]()
    for ask in planned_asks(campaign):
        if SIZES[ask.outcome] in nobody:
            continue
        best = next(
            iter(whom_to_ask(campaign, ask, now_us, limit=1, but=but, read=_READ).may_ask), None
        )
        if best is not None:
            return FairAsk(
                person=best.person,
                verdict=best.verdict,
                because=best.because,
                outcome=ask.outcome,
                what=ask.what,
                campaign_key=campaign.key,
                campaign_name=campaign.name,
            )
        nobody.add(SIZES[ask.outcome])
    return None


def _standing() -> QuerySet[Ask]:
    asks = Ask.objects.filter(decision__undone_by__isnull=True)
    told = Outcome.objects.filter(decision__undone_by__isnull=True)
    return asks.select_related("decision__account", "campaign").prefetch_related(
        Prefetch("outcomes", told)
    )


def _lines(asks: Sequence[Ask], now_us: int) -> list[AskLine]:
    about = [(each, each.decision.account) for each in asks]
    people = person_lines({account.person_id for _, account in about if account})
    return [_line(ask, people[account.person_id], now_us) for ask, account in about if account]


def _line(ask: Ask, person: PersonLine, now_us: int) -> AskLine:
    outcome, asked = OutcomeKind(ask.outcome), as_asked(ask)
    return AskLine(
        number=ask.pk,
        person=person,
        outcome=outcome,
        thing=THINGS[outcome],
        what=ask.decision.why,
        came=what_came(asked, now_us),
        sentence=ask.sentence,
        is_fair=ask.is_fair,
        answer=ask.answer,
        is_silent=is_silent(asked, now_us),
        campaign_key=ask.campaign.key if ask.campaign else "",
        campaign_name=ask.campaign.name if ask.campaign else "",
        has_outcome=bool(ask.outcomes.all()),
    )
