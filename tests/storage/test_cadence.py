"""Of whom one wishes to hear, through which list, and what begins it anew."""

from pathlib import Path

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.operations.cadence import wish_to_hear
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.people.cadence import due_of, over_cadence
from tests import people
from tests.donors import bring_donors, donor
from tests.people import ANA, BO, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db

LONG_AGO_US = NOW_US - 200 * DAY


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()
    record(
        [happened(Kind.REPLY, each, days_ago=50, text="Hello.") for each in (ANA, BO)],
        now_us=NOW_US,
    )


def wish(who: object, days: int | None, *, at_us: int = LONG_AGO_US) -> None:
    wish_to_hear(person_id(who), days, author=curator().author, now_us=at_us)  # type: ignore[arg-type]


def test_who_was_silent_for_longer_than_wished_is_late() -> None:
    wish(ANA, 30)
    wish(BO, 60)
    assert over_cadence(NOW_US) == {
        person_id(ANA): "because the last word was 7 weeks ago, and you want one every 30 days"
    }


@pytest.mark.parametrize("kind", [Kind.REPLY, Kind.MESSAGE, Kind.CALL, Kind.MEETING])
@pytest.mark.parametrize("by_me", [True, False])
def test_a_word_either_way_begins_it_anew_by_itself(kind: Kind, by_me: bool) -> None:
    wish(ANA, 30)
    record([happened(kind, ANA, by_me=by_me, days_ago=2)], now_us=NOW_US)
    assert over_cadence(NOW_US) == {}


@pytest.mark.parametrize("kind", [Kind.LIKE, Kind.FOLLOW, Kind.REPOST])
def test_a_like_or_a_follow_is_no_word(kind: Kind) -> None:
    wish(ANA, 30)
    record([happened(kind, ANA, days_ago=2)], now_us=NOW_US)
    assert person_id(ANA) in over_cadence(NOW_US)


def test_everybody_on_a_list_can_be_wished_for() -> None:
    models.List.objects.filter(key="watchlist").update(cadence_days=14)
    curator(days_later=-60).promote(person_id(BO), "watchlist")
    assert over_cadence(NOW_US) == {
        person_id(BO): "because the last word was 7 weeks ago, "
        "and for The Watchlist you want one every 14 days"
    }
    wish(BO, None)
    assert over_cadence(NOW_US) == {}


def test_the_last_wish_holds_and_an_undo_brings_back_the_one_before() -> None:
    wish(ANA, 30)
    wish(ANA, 90, at_us=NOW_US - DAY)
    assert over_cadence(NOW_US) == {}
    curator().undo()
    assert person_id(ANA) in over_cadence(NOW_US)
    curator().undo()
    assert due_of(person_id(ANA)) is None


def test_the_latest_comes_first() -> None:
    wish(ANA, 40)
    wish(BO, 10)
    assert list(over_cadence(NOW_US)) == [person_id(BO), person_id(ANA)]


def test_no_word_is_due_to_who_is_blocked_or_asked_to_be_left_alone(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    wish(ANA, 30)
    for name in ("Otto", "Cleo"):
        wish_to_hear(donor(name).person_id, 30, author=curator().author, now_us=LONG_AGO_US)
    record([happened(Kind.BLOCK, ANA, by_me=True, days_ago=40)], now_us=NOW_US)
    assert over_cadence(NOW_US) == {}
