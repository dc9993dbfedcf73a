import pytest
from django.contrib.auth.models import User

from hobnob.domain.interactions import Kind
from hobnob.operations.lists.change_rules import (
    NoSuchRule,
    apply_to_history,
    switch_off,
    switch_on,
    would_add,
)
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from hobnob.storage import models
from tests import people
from tests.people import ANA, BO, CEM, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> User:
    people.begin()
    return User.objects.create(username="robin")


def mentions() -> models.Rule:
    return models.Rule.objects.get(list__key="mentioned")


def test_off_it_adds_nobody_and_on_again_it_catches_up(author: User) -> None:
    record([happened(Kind.MENTION, ANA, days_ago=9)], now_us=NOW_US)
    switch_off(mentions().pk, author=author, now_us=NOW_US - 5 * 86_400_000_000)
    record([happened(Kind.MENTION, BO, days_ago=1)], now_us=NOW_US)
    record([happened(Kind.MENTION, CEM, days_ago=7)], now_us=NOW_US)
    assert people.members("mentioned") == {ANA.handle, CEM.handle}
    assert rebuild().is_same
    assert switch_on(mentions().pk, author=author, now_us=NOW_US) == 1
    assert people.members("mentioned") == {ANA.handle, BO.handle, CEM.handle}
    assert rebuild().is_same


def test_a_dry_run_counts_and_changes_nothing(author: User) -> None:
    record([happened(Kind.REPOST, ANA), happened(Kind.REPOST, BO)], now_us=NOW_US)
    rule = models.Rule.objects.create(
        name="They repost me",
        list=models.List.objects.get(key="mentioned"),
        kinds=[Kind.REPOST],
        direction="towards me",
        made_us=NOW_US,
        from_us=NOW_US,
    )
    assert would_add(rule.pk) == [person_id(ANA), person_id(BO)]
    assert people.members("mentioned") == set()
    rule.refresh_from_db()
    assert rule.from_us == NOW_US
    assert apply_to_history(rule.pk, author=author, now_us=NOW_US) == 2
    assert people.members("mentioned") == {ANA.handle, BO.handle}
    assert would_add(rule.pk) == []
    assert rebuild().is_same
    curator().promote(person_id(BO), "mentioned", why="kind")
    curator().undo()
    curator().undo()
    assert people.members("mentioned") == set()
    assert rebuild().is_same


def test_a_condition_on_words_is_heard_now_and_in_history(author: User) -> None:
    rule = models.Rule.objects.create(
        name="Tiger people",
        list=models.List.objects.get(key="watchlist"),
        kinds=[Kind.MENTION],
        direction="towards me",
        conditions=["has_words:tiger"],
    )
    record(
        [happened(Kind.MENTION, ANA, text="Tigers!"), happened(Kind.MENTION, BO, text="cats")],
        now_us=NOW_US,
    )
    assert people.members("watchlist") == {ANA.handle}
    assert rebuild().is_same
    assert would_add(rule.pk) == []


def test_a_rule_that_is_not_there_is_named(author: User) -> None:
    with pytest.raises(NoSuchRule, match="number 77"):
        switch_off(77, author=author, now_us=NOW_US)


def test_switching_off_reads_nothing_of_the_log_again(
    author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    record([happened(Kind.MENTION, ANA, days_ago=9)], now_us=NOW_US)
    monkeypatch.setattr("hobnob.operations.deriving.govern_rules.causes_in_log", _must_not_be_asked)
    switch_off(mentions().pk, author=author, now_us=NOW_US)
    assert people.members("mentioned") == {ANA.handle}


def _must_not_be_asked(_: object) -> None:
    raise AssertionError("the log was read again")


def test_what_a_clock_that_is_ahead_told_of_goes_when_the_rule_is_off(author: User) -> None:
    record([happened(Kind.MENTION, ANA, days_ago=-2)], now_us=NOW_US)
    switch_off(mentions().pk, author=author, now_us=NOW_US)
    assert people.members("mentioned") == set()
    assert rebuild().is_same


def test_off_twice_is_off_since_the_first_time(author: User) -> None:
    switch_off(mentions().pk, author=author, now_us=NOW_US - 5 * 86_400_000_000)
    record([happened(Kind.MENTION, BO, days_ago=1)], now_us=NOW_US)
    switch_off(mentions().pk, author=author, now_us=NOW_US)
    assert people.members("mentioned") == set()
    assert rebuild().is_same


def test_taking_back_a_switch_catches_up(author: User) -> None:
    switch_off(mentions().pk, author=author, now_us=NOW_US - 5 * 86_400_000_000)
    record([happened(Kind.MENTION, BO, days_ago=1)], now_us=NOW_US)
    curator().undo()
    assert people.members("mentioned") == {BO.handle}
    assert rebuild().is_same


def test_off_it_adds_nobody_for_what_has_no_moment_either(author: User) -> None:
    rule = models.Rule.objects.get(list__key="favorited")
    record([happened(Kind.LIKE, BO, by_me=True, days_ago=None)], now_us=NOW_US)
    switch_off(rule.pk, author=author, now_us=NOW_US)
    record([happened(Kind.LIKE, ANA, by_me=True, days_ago=None)], now_us=NOW_US)
    assert people.members("favorited") == {BO.handle}
    assert rebuild().is_same
    switch_on(rule.pk, author=author, now_us=NOW_US)
    assert people.members("favorited") == {ANA.handle, BO.handle}
    assert rebuild().is_same
