"""Believers, whom they reach, and who came after them."""

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account
from hobnob.operations.results.believers import believer_of
from hobnob.storage import models
from tests import people
from tests.operations.results.stage import between, shared, taken_stock, told
from tests.people import ANA, BO, CEM, ME, NOW_US, account, curator, happened, person_id

pytestmark = pytest.mark.django_db

DORA, EMIL, FAY = account("dora"), account("emil"), account("fay")


@pytest.fixture(autouse=True)
def _my_account() -> None:
    people.begin()


def answered(who: Account, *days_ago: float) -> None:
    """I wrote to them a day before, and they answered on these days."""
    for each in days_ago:
        told(
            happened(Kind.MENTION, who, by_me=True, days_ago=each + 0.5),
            happened(Kind.REPLY, who, days_ago=each),
        )


def test_who_shares_on_three_days_within_a_year_is_a_believer() -> None:
    shared(ANA, 10, 100, 200)
    shared(BO, 10, 200, 400)
    shared(CEM, 10, 10.1, 10.2)
    found = taken_stock().believers
    assert [each.name for each in found.believers] == ["Ana Núñez"]
    assert (found.people, found.new) == (1, 1)
    (ana,) = found.believers
    assert ana.because == "shared you on 3 days within a year, last 10 days ago"
    assert (ana.days, ana.since_us) == (3, NOW_US - 10 * DAY)


def test_who_answers_is_one_only_while_they_answer_often() -> None:
    answered(ANA, 10, 30, 50, 70)
    answered(BO, 10, 30, 50)
    for days_ago in range(60, 180, 9):
        told(happened(Kind.MENTION, BO, by_me=True, days_ago=days_ago))
    for who in (ANA, BO):
        curator().promote(person_id(who), "watchlist")
    assert [each.name for each in taken_stock().believers.believers] == ["Ana Núñez"]


def test_the_surest_comes_first() -> None:
    answered(ANA, *range(3, 90, 8))
    shared(BO, 3, 40, 80)
    curator().promote(person_id(ANA), "watchlist")
    found = taken_stock().believers.believers
    assert [each.name for each in found] == ["Ana Núñez", "Bo"]
    assert found[0].bound > found[1].bound > 0.0


def test_what_came_before_they_were_one_is_told_in_order() -> None:
    told(happened(Kind.REPLY, ANA, by_me=True, days_ago=205, text="Thank you so much, Ana!"))
    shared(ANA, 202, 201, 200, 5)
    (ana,) = taken_stock().believers.believers
    assert ana.since == "a believer since May, after you thanked them and they shared you 3 times"
    assert taken_stock().believers.new == 0


def test_who_wants_to_be_left_alone_is_not_named() -> None:
    shared(ANA, 1, 20, 40)
    models.Supporter.objects.create(
        account=models.Account.objects.get(handle=ANA.handle),
        told_us=NOW_US,
        said={},
        may_be_contacted=False,
    )
    assert not taken_stock().believers.believers
    assert believer_of(person_id(ANA), now_us=NOW_US) is None


def test_a_page_asks_for_one_believer() -> None:
    shared(ANA, 1, 20, 40)
    shared(BO, 1, 2)
    between(CEM, ANA, Kind.REPLY)
    ana = believer_of(person_id(ANA), now_us=NOW_US)
    assert ana
    assert (ana.reach, ana.adds, ana.days) == (1, 1, 3)
    assert believer_of(person_id(BO), now_us=NOW_US) is None


def test_reach_counts_everybody_once_and_says_what_each_adds() -> None:
    for who in (ANA, BO):
        shared(who, 1, 20, 40)
    for around in (CEM, DORA, EMIL):
        between(around, ANA, Kind.REPOST)
    for around in (DORA, FAY, ANA, ME):
        between(around, BO, Kind.FOLLOW)
    found = taken_stock().reach
    assert (found.unique, found.added_up) == (5, 6)
    assert [(each.name, each.reach, each.adds, each.so_far) for each in found.order] == [
        ("Ana Núñez", 3, 3, 3),
        ("Bo", 3, 2, 5),
    ]
    assert found.order[1].sentence == "Bo adds 2 people whom nobody above reaches."


def test_who_answers_them_in_what_we_read_is_around_them() -> None:
    shared(ANA, 1, 20, 40)
    mine, theirs = (models.Account.objects.get(handle=each.handle) for each in (ME, ANA))
    told(happened(Kind.FOLLOW, CEM), happened(Kind.FOLLOW, DORA))
    cem, dora = (models.Account.objects.get(handle=each.handle) for each in (CEM, DORA))
    network = theirs.network
    models.Post.objects.create(network=network, native_id="a", author=theirs, at_us=NOW_US - 1)
    for name, author, is_private in (("b", cem, False), ("c", dora, True), ("d", mine, False)):
        models.Post.objects.create(
            network=network,
            native_id=name,
            author=author,
            in_reply_to="a",
            is_private=is_private,
        )
    assert taken_stock().reach.unique == 1


def test_who_comes_first_soon_after_a_share_of_somebody_they_follow_is_told_as_after() -> None:
    shared(ANA, 60, 50, 20)
    shared(BO, 70, 65, 22)
    for around in (CEM, DORA, EMIL, FAY):
        between(around, ANA, Kind.FOLLOW, days_ago=300)
    between(CEM, BO, Kind.FOLLOW, days_ago=300)
    told(
        happened(Kind.REPOST, CEM, days_ago=19),  # after both; Ana was last
        happened(Kind.FOLLOW, DORA, days_ago=200),  # to follow is nothing yet
        happened(Kind.MENTION, DORA, days_ago=45),
        happened(Kind.MENTION, EMIL, days_ago=100),  # came before
        happened(Kind.REPOST, EMIL, days_ago=10),
        happened(Kind.MENTION, FAY, days_ago=80),  # before any share of Ana's
    )
    found = taken_stock().spread
    (through,) = found.through
    assert (found.people, through.name, through.people) == (2, "Ana Núñez", 2)
    assert (
        through.sentence
        == "After Ana Núñez shared you, 2 people came: 1 mentioned you, 1 shared you."
    )


def test_who_came_long_after_the_share_is_not_told() -> None:
    shared(ANA, 85, 84, 83)
    between(CEM, ANA, Kind.FOLLOW, days_ago=300)
    told(happened(Kind.REPOST, CEM, days_ago=50))
    assert taken_stock().spread.people == 0
