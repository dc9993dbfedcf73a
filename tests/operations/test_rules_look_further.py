"""Rules that look back, or ask what is known: lived and replayed they give the same."""

from dataclasses import replace

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.networks import Stream
from hobnob.domain.people import Account, Profile
from hobnob.operations.deriving.derive_again import facts_changed, follow_facts
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from hobnob.storage import models
from tests import people
from tests.people import ANA, BO, ME, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _me() -> None:
    people.begin()


def rule(*conditions: str, kinds: tuple[Kind, ...] = (Kind.REPLY,)) -> models.Rule:
    return models.Rule.objects.create(
        name="The rule",
        list=models.List.objects.get(key="watchlist"),
        kinds=list(kinds),
        direction="towards me",
        conditions=list(conditions),
    )


def on_it() -> set[str]:
    """Who is on the rule's list, once a replay agreed."""
    lived = people.members("watchlist")
    assert rebuild().is_same
    return lived


def test_the_third_time_puts_somebody_on_the_list() -> None:
    rule("at_least:3 in 30")
    record([happened(Kind.REPLY, ANA, days_ago=60)], now_us=NOW_US)
    record([happened(Kind.REPLY, ANA, days_ago=20)], now_us=NOW_US)
    record([happened(Kind.REPLY, ANA, days_ago=10)], now_us=NOW_US)
    assert on_it() == set()
    record([happened(Kind.REPLY, ANA, days_ago=2, text="Again!")], now_us=NOW_US)
    assert on_it() == {ANA.handle}
    membership = models.Membership.objects.get(list__key="watchlist")
    assert membership.since_us == NOW_US - 2 * DAY


def test_what_arrives_late_makes_an_earlier_line_the_third() -> None:
    rule("at_least:2 in 5")
    record([happened(Kind.REPLY, ANA, days_ago=day) for day in (1, 3, 40)], now_us=NOW_US)
    assert on_it() == {ANA.handle}
    record([happened(Kind.REPLY, ANA, days_ago=42)], now_us=NOW_US)
    assert models.Membership.objects.get(list__key="watchlist").since_us == NOW_US - 40 * DAY
    assert rebuild().is_same


def test_of_two_rules_that_take_up_the_same_line_the_older_one_is_the_reason() -> None:
    older = models.Rule.objects.create(
        name="They ask",
        list=models.List.objects.get(key="watchlist"),
        kinds=[Kind.REPLY],
        direction="towards me",
        conditions=["asks_a_question"],
    )
    rule("at_least:1 in 30")
    record([happened(Kind.REPLY, ANA, days_ago=9, text="Why?")], now_us=NOW_US)
    record([happened(Kind.REPLY, ANA, days_ago=2, text="Well.")], now_us=NOW_US)
    assert models.Membership.objects.get(list__key="watchlist").rule == older
    assert rebuild().is_same


def test_it_counts_what_happened_before_the_rule_was_made() -> None:
    record([happened(Kind.REPLY, ANA, days_ago=9)], now_us=NOW_US - 5 * DAY)
    made = rule("at_least:2 in 30")
    made.made_us = made.from_us = NOW_US - 5 * DAY
    made.save()
    assert on_it() == set()
    record([happened(Kind.REPLY, ANA, days_ago=1)], now_us=NOW_US)
    assert on_it() == {ANA.handle}


def test_a_bot_does_not_join_and_leaves_once_it_says_that_it_is_one() -> None:
    rule("not_a_bot")
    bo = Account(network=BO.network, native_id=BO.native_id, profile=Profile(is_bot=True))
    record([happened(Kind.REPLY, ANA), happened(Kind.REPLY, BO)], accounts=[bo], now_us=NOW_US)
    assert on_it() == {ANA.handle}
    models.Profile.objects.create(account_id=_account(ANA).pk, seen_us=NOW_US, is_bot=True)
    facts_changed({person_id(ANA)})
    assert on_it() == set()
    models.Profile.objects.update(is_bot=False)
    follow_facts()
    assert on_it() == {ANA.handle, BO.handle}


def test_what_a_check_found_keeps_somebody_off_until_it_ends_or_they_are_kept() -> None:
    rule("not_flagged")
    record([happened(Kind.REPLY, ANA)], now_us=NOW_US)
    finding = models.Finding.objects.create(
        account=_account(ANA), name="sells_followers", proposes="block", found_us=NOW_US
    )
    follow_facts()
    assert on_it() == set()
    curator().keep(person_id(ANA))
    facts_changed({person_id(ANA)})
    assert on_it() == {ANA.handle}
    curator().undo()
    finding.ended_us = NOW_US
    finding.save()
    facts_changed({person_id(ANA)})
    assert on_it() == {ANA.handle}


def test_whom_i_follow_the_log_says_until_the_network_is_asked() -> None:
    rule("followed")
    record([happened(Kind.REPLY, ANA), happened(Kind.REPLY, BO)], now_us=NOW_US)
    assert on_it() == set()
    record([happened(Kind.FOLLOW, ANA, by_me=True)], now_us=NOW_US)
    assert on_it() == {ANA.handle}
    _followed(BO, ended_us=None)
    _followed(ANA, ended_us=NOW_US)
    facts_changed({person_id(ANA), person_id(BO)})
    assert on_it() == {BO.handle}


def test_the_language_is_the_one_that_the_network_tells() -> None:
    rule("in_language:de")
    for who, language in ((ANA, "de-AT"), (BO, "en")):
        said = happened(Kind.REPLY, who, text="Die Tiger schlafen.")
        assert said.post is not None
        record([replace(said, post=replace(said.post, language=language))], now_us=NOW_US)
    assert on_it() == {ANA.handle}


def test_without_a_rule_that_asks_nothing_is_derived_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rule("at_least:3 in 30")
    monkeypatch.setattr("hobnob.operations.deriving.derive_again.derive_again", _must_not_be_asked)
    monkeypatch.setattr("hobnob.operations.deriving.derive_again.refill", _must_not_be_asked)
    facts_changed({1})
    follow_facts()


def _must_not_be_asked(_: object) -> None:
    raise AssertionError("everything was derived again")


def _account(who: Account) -> models.Account:
    return models.Account.objects.get(network=who.network, native_id=who.native_id)


def _followed(who: Account, *, ended_us: int | None) -> None:
    connection, _ = models.Connection.objects.get_or_create(
        network=who.network, account=_account(ME), defaults={"connected_us": NOW_US}
    )
    source, _ = models.Source.objects.get_or_create(
        kind="mastodon", fingerprint="following", defaults={"started_us": NOW_US}
    )
    state, _ = models.StreamState.objects.get_or_create(
        connection=connection, stream=Stream.FOLLOWING, source=source
    )
    models.Tie.objects.create(
        state=state, account=_account(who), first_us=NOW_US, seen_us=NOW_US, ended_us=ended_us
    )
