import pytest

from hobnob.domain.moments import DAY
from hobnob.domain.triage import Sort
from hobnob.operations.keep_reading_time import keep_reading_time
from hobnob.operations.stages import NoSuchList
from hobnob.storage import models
from tests.people import ANA, NOW_US, begin
from tests.reading import TALK, kept, number, posted, reader

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mine() -> None:
    begin()


def test_a_post_seen_twice_is_remembered_once_with_the_later_moment() -> None:
    kept(TALK)
    reader().see([number(TALK)])
    reader(days_later=1).see([number(TALK)])
    (seen,) = models.SeenPost.objects.all()
    assert seen.seen_us == NOW_US + DAY


def test_posts_that_are_not_there_are_passed_over() -> None:
    assert reader().see([999]) == 0


def test_what_was_marked_together_is_taken_back_together() -> None:
    early, ticked, late = posted(ANA, "Early."), posted(ANA, "Ticked."), posted(ANA, "Late.")
    kept(early, ticked, late)
    reader().see([number(early)])
    reader().see([number(ticked)])
    reader(days_later=1).see([number(late)])
    assert reader().forget_seen([number(early), number(late)], NOW_US) == 1
    left = models.SeenPost.objects.values_list("post_id", flat=True)
    assert set(left) == {number(ticked), number(late)}


def test_the_place_is_remembered_for_each_list() -> None:
    kept(TALK)
    reader().stop_at("watchlist", number(TALK))
    reader(days_later=1).stop_at("watchlist", None)
    reader().stop_at("home", None)
    place = models.FeedPlace.objects.get(feed="watchlist")
    assert (place.post_id, place.looked_us) == (number(TALK), NOW_US + DAY)
    assert models.FeedPlace.objects.get(feed="home").post is None


def test_nobody_lets_go_of_what_has_not_arrived() -> None:
    kept(TALK)
    reader().let_go("watchlist", number(TALK) + 1_000)
    assert models.FeedPlace.objects.get(feed="watchlist").up_to_id == number(TALK)


def test_letting_go_forgets_what_was_seen_of_posts_that_are_long_past() -> None:
    long_past = posted(ANA, "Long past.", days_ago=31)
    kept(TALK, long_past)
    reader().see([number(TALK), number(long_past)])
    reader().let_go("watchlist", number(TALK))
    assert models.SeenPost.objects.get().post_id == number(TALK)


def test_how_one_likes_it_is_kept_until_one_likes_it_otherwise() -> None:
    reader().arrange("watchlist", sort=Sort.OLDEST)
    reader().arrange("watchlist", is_by_person=True)
    place = models.FeedPlace.objects.get(feed="watchlist")
    assert (place.sort, place.is_by_person) == (Sort.OLDEST, True)


def test_a_feed_that_is_not_there_has_no_place() -> None:
    with pytest.raises(NoSuchList):
        reader().stop_at("nothing", None)


def test_time_adds_up_by_list_and_day() -> None:
    who = reader().user
    for later in (0, 60_000_000, DAY):
        assert keep_reading_time(who, "watchlist", 30, now_us=NOW_US + later)
    days = models.ReadingTime.objects.order_by("day").values_list("place", "seconds")
    assert list(days) == [("watchlist", 60), ("watchlist", 30)]


@pytest.mark.parametrize(("place", "seconds"), [("nowhere", 30), ("watchlist", 0)])
def test_time_nowhere_and_no_time_are_not_kept(place: str, seconds: int) -> None:
    assert not keep_reading_time(reader().user, place, seconds, now_us=NOW_US)
    assert not models.ReadingTime.objects.exists()


def test_no_page_is_believed_to_have_been_read_for_hours_at_once() -> None:
    keep_reading_time(reader().user, "today", 40_000, now_us=NOW_US)
    assert models.ReadingTime.objects.get().seconds == 300
