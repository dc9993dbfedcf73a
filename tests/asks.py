"""Invented people whom it is fair to ask, and some whom it is not."""

from hobnob.domain.ask_words import Answer
from hobnob.domain.campaigns import read_plan
from hobnob.domain.interactions import Interaction, Kind
from hobnob.domain.moments import DAY
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.people import Account
from hobnob.operations.asks.answer import answer_ask
from hobnob.operations.asks.ask import ask
from hobnob.operations.asks.campaigns import make_campaign
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from hobnob.storage import models
from tests.people import ANA, BO, NOW_US, happened, person_id


def talked(who: Account, *, days_ago: float = 2) -> list[Interaction]:
    """They spoke to me six times, and I answered each time."""
    theirs = [
        happened(Kind.MENTION, who, days_ago=days_ago + day + 0.5, text=f"And so on {day}.")
        for day in range(6)
    ]
    mine = [
        happened(Kind.REPLY, who, by_me=True, days_ago=days_ago + day, text=f"So it is {day}.")
        for day in range(6)
    ]
    return [*theirs, *mine]


def gave(who: Account, *, days_ago: float = 1.5) -> list[Interaction]:
    """I shared three of their posts."""
    return [
        happened(Kind.REPOST, who, by_me=True, days_ago=days_ago + day, text=f"Worth it {day}.")
        for day in range(3)
    ]


def ana_may_be_asked() -> None:
    """Ana got as much from me as an ask of any size takes; Bo spoke to me once."""
    bo = happened(Kind.MENTION, BO, days_ago=2, text="Nice stripes.")
    record([*talked(ANA), *gave(ANA), bo], now_us=NOW_US)


def asked(
    who: Account,
    what: str = "sign for the meadow",
    *,
    outcome: OutcomeKind = OutcomeKind.PETITION,
    days_ago: float = 0,
    campaign: str = "",
) -> models.Ask:
    """I asked somebody for something, some days ago, whatever the gate said."""
    return ask(
        person_id(who),
        outcome,
        what,
        author=local_user(),
        now_us=NOW_US - int(days_ago * DAY),
        campaign=campaign,
        anyway=True,
    )


def lay_asks() -> str:
    """Ana said yes and Bo has not answered for a plan; says the plan's key."""
    record([*talked(ANA), *gave(ANA)], now_us=NOW_US)
    plan = read_plan(
        name="Wetlands in spring",
        goal="A thousand signatures for the heron meadow",
        asks=["petition: sign for the meadow", "promotion: share the walk"],
        ends_on="2027-05-01",
    )
    key = make_campaign(plan, author=local_user(), now_us=NOW_US).key
    said_yes = asked(ANA, days_ago=9, campaign=key)
    answer_ask(said_yes.pk, Answer.YES, author=local_user(), now_us=NOW_US)
    asked(BO, days_ago=20, campaign=key)
    return key
