"""Small random worlds, and what the database says of them in names that outlast arrival."""

from dataclasses import replace
from typing import Any

from django.contrib.auth.models import User
from hypothesis import strategies as st

from hobnob.domain.contact_state import FIELDS
from hobnob.domain.decisions import Verb
from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.moments import DAY, HOUR
from hobnob.domain.people import Account, Network, Profile
from hobnob.domain.posts import Post
from hobnob.operations.claim_account import claim_account
from hobnob.operations.decide import append_decision, take_effect
from hobnob.operations.record import record
from hobnob.storage import models

START_US = 1_790_000_000_000_000
ME = Account(network=Network.BLUESKY, native_id="did:me", handle="me.example")
PEOPLE = [
    Account(network=Network.BLUESKY, native_id=f"did:{name}", handle=f"{name}.example")
    for name in ("ana", "bo", "cem")
]
TEXTS = ["", "look", "look, a tiger"]
KINDS = [
    *(Kind.MENTION, Kind.REPLY, Kind.LIKE, Kind.REPOST, Kind.FOLLOW, Kind.MESSAGE, Kind.BLOCK),
    *(Kind.CALL, Kind.MEETING, Kind.VISIT),
]


@st.composite
def interactions(draw: st.DrawFn) -> list[Interaction]:
    """A log of up to 40 lines between me and three people.

    Some moments are unknown. Several lines may be about one post, of which some sources know
    fewer words than others.
    """
    lines = []
    for number in range(draw(st.integers(0, 40))):
        them = draw(st.sampled_from(PEOPLE))
        kind = draw(st.sampled_from(KINDS))
        is_mine = draw(st.booleans())
        at_us = draw(
            st.none()
            | st.integers(0, 40 * 24).map(lambda hours: START_US + hours * HOUR)
            | st.integers(0, 40).map(lambda days: START_US + days * DAY)
        )
        author = ME if is_mine else them
        which = draw(st.integers(0, 2))
        post = Post(
            network=Network.BLUESKY,
            native_id=f"{author.native_id}/{which}",
            author=author,
            text=draw(st.sampled_from(TEXTS)),
            language="" if which == 0 else "en",
        )
        lines.append(
            Interaction(
                network=Network.BLUESKY,
                kind=kind,
                direction=Direction.FROM_ME if is_mine else Direction.TOWARDS_ME,
                native_id=f"e{number}",
                actor=ME if is_mine else them,
                target=them if is_mine else ME,
                post=post if draw(st.booleans()) else None,
                at_us=at_us,
                order=None if at_us is not None else draw(st.none() | st.integers(0, 5)),
            )
        )
    return lines


ABOUT_PEOPLE = [Verb.PROMOTE, Verb.REMOVE, Verb.RESTORE, Verb.DONE, Verb.SNOOZE]
SWITCHES = [Verb.RULE_OFF, Verb.RULE_ON, Verb.RULE_HISTORY]


@st.composite
def decisions(draw: st.DrawFn, *, with_switches: bool = False) -> list[dict[str, Any]]:
    """Up to eight decisions about people and lists or cards, in the order they are made.

    With switches some are about a rule: what they do to lines without a moment depends on when
    those arrived, which a shuffled arrival cannot keep.
    """
    made = []
    verbs = ABOUT_PEOPLE + (SWITCHES if with_switches else [])
    for number in range(draw(st.integers(0, 8))):
        verb = draw(st.sampled_from(verbs))
        is_card = verb in (Verb.DONE, Verb.SNOOZE)
        made.append(
            {
                "verb": verb,
                "who": draw(st.integers(0, len(PEOPLE) - 1)),
                "subject": "waiting"
                if is_card
                else draw(st.sampled_from(["mentioned", "favorited", "watchlist"])),
                "now_us": START_US + (50 + number) * DAY,
                "until_us": START_US + draw(st.integers(0, 60)) * DAY if is_card else None,
                "is_undone": draw(st.booleans()),
            }
        )
    return made


RULES = {
    "Tiger people": (["mention", "reply"], "towards me", ["has_words:tiger"]),
    "They keep coming": (["mention", "reply", "like"], "towards me", ["at_least:2 in 5"]),
    "They say it again in English": (
        ["mention", "reply", "repost"],
        "towards me",
        ["at_least:2 in 20", "is_about:look, tiger*", "in_language:en"],
    ),
    "No bot, and followed": (["like"], "towards me", ["not_a_bot", "followed", "not_flagged"]),
}
"""Some listen, some look back, some ask what is known: (kinds, direction, conditions) by name."""


def begin() -> None:
    """Me and everybody else, one of them a bot, and rules, before anything happens."""
    for name, (kinds, direction, conditions) in RULES.items():
        models.Rule.objects.get_or_create(
            name=name,
            list=models.List.objects.get(key="watchlist"),
            kinds=kinds,
            direction=direction,
            conditions=conditions,
        )
    bot = replace(PEOPLE[-1], profile=Profile(is_bot=True))
    record([], accounts=[*PEOPLE[:-1], bot], now_us=START_US)
    claim_account(ME, now_us=START_US, seen_us=START_US)


def decide(each: dict[str, Any]) -> None:
    """Make one decision, and undo it where it says so."""
    author, _ = User.objects.get_or_create(username="robin")
    if each["verb"] in SWITCHES:
        _switch(each, author)
        return
    account = models.Account.objects.get(native_id=PEOPLE[each["who"]].native_id)
    decision = append_decision(
        each["verb"],
        author=author,
        now_us=each["now_us"],
        person_id=account.person_id,
        subject=each["subject"],
        until_us=each["until_us"],
    )
    take_effect([decision])
    if each["is_undone"]:
        models.Decision.objects.create(
            verb=Verb.UNDO,
            made_us=each["now_us"],
            author=author,
            account=account,
            subject=each["subject"],
            undoes=decision,
        )
        take_effect([decision])


def _switch(each: dict[str, Any], author: User) -> None:
    rule = models.Rule.objects.order_by("pk")[each["who"]]
    decision = append_decision(
        each["verb"], author=author, now_us=each["now_us"], subject=str(rule.pk)
    )
    take_effect([decision])
    if each["is_undone"]:
        models.Decision.objects.create(
            verb=Verb.UNDO,
            made_us=each["now_us"],
            author=author,
            subject=str(rule.pk),
            undoes=decision,
        )
        take_effect([decision])


def lists() -> dict[tuple[str, str], tuple[Any, ...]]:
    """Who is on what, or kept off it, since when and because of what."""
    rows = models.Membership.objects.select_related("list", "rule", "interaction", "decision")
    return {
        (each.list.key, _name(each.person_id)): (
            each.is_member,
            each.since_us,
            each.rule and each.rule.name,
            each.interaction and each.interaction.native_id,
            each.decision and (each.decision.verb, each.decision.made_us),
        )
        for each in rows
    }


def states() -> dict[str, dict[str, Any]]:
    """The state of every contact."""
    return {
        _name(each.person_id): {field: getattr(each, field) for field in FIELDS}
        | {"waiting_id": each.waiting and each.waiting.native_id}
        for each in models.ContactState.objects.select_related("waiting")
    }


def cards() -> dict[tuple[str, str], tuple[Any, ...]]:
    """What is done or put off."""
    return {
        (_name(each.person_id), each.section): (
            each.dealt_us,
            each.done_us,
            each.snoozed_until_us,
        )
        for each in models.TodayCard.objects.all()
    }


def _name(person_id: int) -> str:
    return models.Account.objects.get(person_id=person_id).native_id
