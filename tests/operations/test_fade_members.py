"""Who fades from a list that fills itself, who does not, and what brings them back."""

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account, Profile
from hobnob.domain.posts import Post
from hobnob.operations.deriving.derive_again import derive_again
from hobnob.operations.deriving.fading import unfade
from hobnob.operations.deriving.govern_rules import refill
from hobnob.operations.lists.fade_members import Faded, bring_back, fade_members
from hobnob.operations.record import record
from hobnob.storage import models
from tests import people
from tests.people import ANA, BO, CEM, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db

LONG_AGO_US = NOW_US - 900 * DAY


@pytest.fixture(autouse=True)
def _ana_was_silent_for_two_years() -> None:
    people.begin()
    record([happened(Kind.MENTION, ANA, days_ago=800)], now_us=LONG_AGO_US)
    record([happened(Kind.MENTION, BO, days_ago=20)], now_us=NOW_US)


def faded(key: str = "mentioned") -> set[str]:
    """Handles of those who have faded from a list."""
    return set(
        models.Account.objects.filter(
            person__memberships__list__key=key, person__memberships__faded_us__isnull=False
        ).values_list("handle", flat=True)
    )


def post(author: Account, *, days_ago: float) -> Post:
    return Post(
        network=author.network,
        native_id=f"{author.handle}-{days_ago}",
        author=author,
        text="Soup.",
        at_us=NOW_US - int(days_ago * DAY),
    )


def test_who_was_silent_for_a_year_fades_and_stays_on_the_list() -> None:
    assert fade_members(now_us=NOW_US) == Faded(faded=1)
    assert faded() == {ANA.handle}
    assert people.members("mentioned") == {ANA.handle, BO.handle}
    assert fade_members(now_us=NOW_US) == Faded()


def test_what_i_did_keeps_somebody_awake_too() -> None:
    record([happened(Kind.LIKE, ANA, by_me=True, days_ago=40)], now_us=NOW_US)
    fade_members(now_us=NOW_US)
    assert faded() == set()


def test_who_posts_is_not_silent() -> None:
    record([], posts=[post(ANA, days_ago=30)], now_us=NOW_US)
    fade_members(now_us=NOW_US)
    assert faded() == set()


def test_who_posts_where_only_the_profile_says_so_is_not_silent() -> None:
    profile = Profile(last_post_us=NOW_US - 9 * DAY)
    ana = Account(network=ANA.network, native_id=ANA.native_id, profile=profile)
    record([], accounts=[ana], now_us=NOW_US)
    fade_members(now_us=NOW_US)
    assert faded() == set()


def test_whom_i_put_there_by_hand_does_not_fade() -> None:
    curator(days_later=-700).promote(person_id(ANA), "mentioned")
    fade_members(now_us=NOW_US)
    assert faded() == set()


def test_who_is_on_a_close_list_fades_nowhere() -> None:
    curator(days_later=-700).promote(person_id(ANA), "watchlist")
    fade_members(now_us=NOW_US)
    assert faded() == set()


def test_nobody_fades_from_a_list_that_says_so() -> None:
    fade_members(now_us=NOW_US)
    models.List.objects.filter(key="mentioned").update(fade_days=None)
    assert fade_members(now_us=NOW_US) == Faded(back=1)
    assert faded() == set()


def test_where_nobody_knows_when_it_happened_the_time_we_have_known_them_counts() -> None:
    undated = happened(Kind.LIKE, CEM, by_me=True, days_ago=None, order=1)
    record([undated], now_us=NOW_US - 100 * DAY)
    fade_members(now_us=NOW_US)
    assert faded("favorited") == set()
    fade_members(now_us=NOW_US + 300 * DAY)
    assert faded("favorited") == {CEM.handle}


def test_a_word_brings_them_back() -> None:
    fade_members(now_us=NOW_US)
    unfade([person_id(ANA)])
    assert faded() == set()


def test_the_next_look_brings_back_who_posted() -> None:
    fade_members(now_us=NOW_US)
    record([], posts=[post(ANA, days_ago=1)], now_us=NOW_US)
    assert fade_members(now_us=NOW_US) == Faded(back=1)


def test_by_hand_they_are_back_for_good_until_that_is_taken_back() -> None:
    fade_members(now_us=NOW_US)
    assert bring_back(person_id(ANA), "Mentioned You", curator=curator()).key == "mentioned"
    assert faded() == set()
    assert fade_members(now_us=NOW_US + 900 * DAY).faded == 1  # Bo, by then
    assert faded() == {BO.handle}
    curator().undo()
    fade_members(now_us=NOW_US)
    assert faded() == {ANA.handle}


def test_who_was_put_on_the_list_by_hand_while_faded_is_back() -> None:
    fade_members(now_us=NOW_US)
    curator().promote(person_id(ANA), "mentioned")
    fade_members(now_us=NOW_US)
    assert faded() == set()


def test_lists_made_anew_keep_who_had_faded() -> None:
    fade_members(now_us=NOW_US)
    derive_again([person_id(ANA), person_id(BO)])
    assert faded() == {ANA.handle}
    refill(models.List.objects.get(key="mentioned"))
    assert faded() == {ANA.handle}
