"""Campaign plans: which there are, whom one may ask for them now, and what came of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from hobnob.domain.ask_words import Answer
from hobnob.domain.campaigns import PlannedAsk, is_running, read_planned, so_far, when
from hobnob.domain.interests.topics import Axis, Subject
from hobnob.domain.outcomes import OutcomeKind
from hobnob.storage.models import Ask, Campaign, Membership, OurTopic, Outcome
from hobnob.storage.queries.asks.ranked import READ, Fairest, fairest
from hobnob.storage.queries.day_here import day_here

SHOWN = 20
"""People of each kind on a plan's page."""
_MOST_MEMBERS = 300
"""So many of a list are looked at, who joined last first."""
_COUNTED = 10_000
"""Of a larger list it is not said how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What came of a plan so far."""

    people: int
    """How many were asked."""
    yes: int = 0
    no: int = 0
    silence: int = 0
    open: int = 0
    outcomes: tuple[tuple[OutcomeKind, int], ...] = ()
    """How many of each kind, of what was written down as having come of its asks."""

    @property
    def in_words(self) -> str:
        """ "5 yes, 2 no, 1 silence, 4 open"."""
        counts = {"yes": self.yes, "no": self.no, "silence": self.silence, "open": self.open}
        return ", ".join(f"{count:,} {what}" for what, count in counts.items() if count)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """A plan in one line."""

    key: str
    name: str
    goal: str
    sentence: str
    """ "Wetlands in spring: 12 of 40 asked, 5 yes; until 1 May"."""
    so_far: str
    """The same without its name."""
    when: str
    is_closed: bool
    is_running: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """A whole plan, and whom to ask for one of its asks."""

    line: PlanLine
    who: str
    list_key: str
    list_name: str
    topics: tuple[tuple[str, str], ...]
    """Key and name of our topics."""
    asks: tuple[PlannedAsk, ...]
    chosen: int
    """Which of the asks the people are ranked for."""
    begins_on: date | None
    ends_on: date | None
    came: Came
    people: Fairest | None
    """None where it names no ask yet, or is closed."""

    @property
    def ask(self) -> PlannedAsk | None:
        """The one that the people are ranked for."""
        return self.asks[self.chosen] if self.asks else None


def plans(now_us: int) -> tuple[PlanLine, ...]:
    """Every plan: those that run first, then what is to come, then what is closed."""
    found = [
        _line(each, now_us)
        for each in Campaign.objects.order_by(F("ends_on").asc(nulls_last=True), "name")
    ]
    return tuple(sorted(found, key=lambda each: (each.is_closed, not each.is_running)))


def current_plan(now_us: int) -> PlanLine | None:
    """The plan that runs now, the one that ends first among several; None where none does."""
    found = current_campaign(now_us)
    return _line(found, now_us) if found else None


def current_campaign(now_us: int) -> Campaign | None:
    """Its row."""
    today = day_here(now_us)
    running = Campaign.objects.filter(
        Q(begins_on=None) | Q(begins_on__lte=today),
        Q(ends_on=None) | Q(ends_on__gte=today),
        closed_us=None,
    )
    return running.order_by(F("ends_on").asc(nulls_last=True), "name").first()


def plan_page(key: str, now_us: int, *, chosen: int = 0) -> PlanPage | None:
    """A plan with its people, ranked for one of its asks; None where there is no such plan."""
    campaign = Campaign.objects.select_related("list").filter(key=key).first()
    if campaign is None:
        return None
    asks = planned_asks(campaign)
    number = chosen if chosen < len(asks) else 0
    line = _line(campaign, now_us)
    is_open = bool(asks) and not line.is_closed
    return PlanPage(
        line=line,
        who=campaign.who,
        list_key=campaign.list.key if campaign.list else "",
        list_name=campaign.list.name if campaign.list else "",
        topics=_topics(campaign),
        asks=asks,
        chosen=number,
        begins_on=campaign.begins_on,
        ends_on=campaign.ends_on,
        came=came_of(campaign),
        people=whom_to_ask(campaign, asks[number], now_us) if is_open else None,
    )


def whom_to_ask(
    campaign: Campaign,
    ask: PlannedAsk,
    now_us: int,
    *,
    limit: int = SHOWN,
    but: Collection[int] = (),
    read: int = READ,
) -> Fairest:
    """The people of a plan who were not asked yet: of its list, or else of everybody near."""
    subjects = [Subject(Axis.OURS, each) for each in campaign.topics]
    among = _members(campaign) if campaign.list_id else None
    return fairest(
        ask.outcome,
        subjects,
        now_us,
        limit,
        among=among,
        but=_asked(campaign).union(but),
        read=read,
    )


def planned_asks(campaign: Campaign) -> tuple[PlannedAsk, ...]:
    """What people will be asked, read from its lines."""
    return tuple(read_planned(each) for each in campaign.asks)


def came_of(campaign: Campaign) -> Came:
    """What came of it so far."""
    asks = Ask.objects.filter(campaign=campaign, decision__undone_by__isnull=True)
    answers = list(asks.values_list("answer", flat=True))
    outcomes = Outcome.objects.filter(ask__in=asks, decision__undone_by__isnull=True)
    kinds = list(outcomes.values_list("kind", flat=True))
    return Came(
        people=len(_asked(campaign)),
        yes=answers.count(Answer.YES),
        no=answers.count(Answer.NO),
        silence=answers.count(Answer.SILENCE),
        open=answers.count(""),
        outcomes=tuple((each, kinds.count(each)) for each in OutcomeKind if each in kinds),
    )


def _line(campaign: Campaign, now_us: int) -> PlanLine:
    came = came_of(campaign)
    people = _people_on(campaign.list_id)
    is_closed = campaign.closed_us is not None
    far = so_far(asked=came.people, people=people, yes=came.yes, ends_on=campaign.ends_on)
    return PlanLine(
        key=campaign.key,
        name=campaign.name,
        goal=campaign.goal,
        sentence=f"{campaign.name}: {far}",
        so_far=far,
        when=when(campaign.begins_on, campaign.ends_on),
        is_closed=is_closed,
        is_running=not is_closed
        and is_running(campaign.begins_on, campaign.ends_on, day_here(now_us)),
    )


def _people_on(list_id: int | None) -> int | None:
    """How many are on a list; None where there is none, or too many to ask them all anyway."""
    if list_id is None:
        return None
    members = Membership.objects.filter(list=list_id, is_member=True)
    count = members.values("pk")[: _COUNTED + 1].count()
    return count if count <= _COUNTED else None


def _asked(campaign: Campaign) -> set[int]:
    """Who was asked for it, by person id."""
    asks = Ask.objects.filter(campaign=campaign, decision__undone_by__isnull=True)
    return set(asks.values_list("decision__account__person_id", flat=True))


def _members(campaign: Campaign) -> Collection[int]:
    on_it = Membership.objects.filter(
        list__campaigns=campaign, is_member=True, faded_us__isnull=True
    ).order_by(F("since_us").desc(nulls_last=True), "pk")
    return set(on_it.values_list("person_id", flat=True)[:_MOST_MEMBERS])


def _topics(campaign: Campaign) -> tuple[tuple[str, str], ...]:
    found = OurTopic.objects.filter(key__in=campaign.topics).order_by("name")
    return tuple(found.values_list("key", "name"))
