"""What a list suggests, out of the log, out of what was seen and of what networks told."""

import pytest

from hobnob.domain.interactions import Interaction, Kind
from hobnob.domain.moments import DAY, HOUR
from hobnob.domain.networks import Stream
from hobnob.domain.people import Account
from hobnob.domain.posts import Post
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.lists import suggestions as query
from tests import people
from tests.people import ANA, BO, ME, NOW_US, account, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _me() -> None:
    people.begin()


def suggested(key: str) -> dict[str, str]:
    """By name: the proposal of a list."""
    found = query.suggestions(key, reader_id=local_user().pk, now_us=NOW_US)
    return {each.person.name: str(each.proposal) for each in found}


def talk(who: Account, exchanges: int, *, days_ago: float = 1) -> list[Interaction]:
    """They say something and I answer, so many times within a day."""
    pairs = [days_ago + number * HOUR / DAY for number in range(exchanges)]
    return [
        happened(Kind.REPLY, who, by_me=by_me, days_ago=day - (0.01 if by_me else 0))
        for day in pairs
        for by_me in (False, True)
    ]


def posts(who: Account, count: int, *, days_ago: float = 2) -> list[Post]:
    return [
        Post(
            network=who.network,
            native_id=f"{who.handle}/{days_ago}/{number}",
            author=who,
            text="Soup.",
            at_us=NOW_US - int(days_ago * DAY) - number,
        )
        for number in range(count)
    ]


def was_read(*lists: str, days_ago: float = 1) -> None:
    """What the people of these lists post was asked for."""
    me = models.Account.objects.get(native_id=ME.native_id)
    connection = models.Connection.objects.create(
        network=ME.network, account=me, connected_us=NOW_US
    )
    for key in lists:
        source = models.Source.objects.create(kind="x", fingerprint=key, started_us=NOW_US)
        models.StreamState.objects.create(
            connection=connection,
            stream=Stream.LIST_POSTS,
            of=key,
            source=source,
            read_us=NOW_US - int(days_ago * DAY),
        )


def test_many_exchanges_lately_suggest_a_closer_list() -> None:
    record([*talk(ANA, 6), *talk(BO, 6, days_ago=20)], now_us=NOW_US)
    (found,) = query.suggestions("mentioned", reader_id=local_user().pk, now_us=NOW_US)
    assert (found.person.name, found.proposal) == (ANA.name, "promote")
    assert found.because.startswith("because of 6 exchanges in 14 days; an exchange in ")


def test_who_is_closer_already_or_was_kept_off_is_not_promoted() -> None:
    record([*talk(ANA, 6), *talk(BO, 6)], now_us=NOW_US)
    curator(days_later=-1).promote(person_id(ANA), "watchlist")
    curator(days_later=-1).promote(person_id(BO), "watchlist")
    curator(days_later=-1).remove(person_id(BO), "watchlist")
    assert suggested("mentioned") == {}
    assert suggested("watchlist") == {ANA.name: "promote"}


def test_what_was_waved_away_rests_for_a_month() -> None:
    record(talk(ANA, 6), now_us=NOW_US)
    curator(days_later=-2).done(person_id(ANA), "decide")
    assert suggested("mentioned") == {}
    models.TodayCard.objects.update(dealt_us=NOW_US - 31 * DAY)
    assert suggested("mentioned") == {ANA.name: "promote"}


def test_who_posts_nothing_is_silent_only_where_somebody_looks() -> None:
    record([happened(Kind.REPLY, ANA, days_ago=200)], posts=posts(ANA, 1, days_ago=150), now_us=1)
    curator(days_later=-100).promote(person_id(ANA), "watchlist")
    assert suggested("watchlist") == {}
    was_read("watchlist")
    assert suggested("watchlist") == {ANA.name: "silent"}
    models.List.objects.filter(key="watchlist").update(silent_days=180)
    assert suggested("watchlist") == {}


def test_who_posts_elsewhere_is_not_silent() -> None:
    record([happened(Kind.REPLY, ANA, days_ago=200)], posts=posts(ANA, 1, days_ago=150), now_us=1)
    curator(days_later=-100).promote(person_id(ANA), "watchlist")
    was_read("watchlist")
    ana = models.Account.objects.get(native_id=ANA.native_id)
    models.Profile.objects.create(account=ana, seen_us=NOW_US - DAY, last_post_us=NOW_US - 2 * DAY)
    assert suggested("watchlist") == {}


def test_who_is_seen_often_and_passed_by_is_named() -> None:
    record(
        [happened(Kind.REPLY, each, days_ago=50) for each in (ANA, BO)],
        posts=[*posts(ANA, 9), *posts(BO, 9)],
        now_us=NOW_US,
    )
    for each in (ANA, BO):
        curator(days_later=-40).promote(person_id(each), "watchlist")
    seen = models.Post.objects.filter(author__isnull=False)
    models.SeenPost.objects.bulk_create(
        models.SeenPost(reader=local_user(), post=post, seen_us=NOW_US - DAY) for post in seen
    )
    record([happened(Kind.LIKE, BO, by_me=True, days_ago=3)], now_us=NOW_US)
    assert suggested("watchlist") == {ANA.name: "skipped"}


def test_an_overfull_list_says_with_whom_it_has_been_quiet_longest() -> None:
    record(
        [
            happened(Kind.REPLY, account(f"calf{number}"), days_ago=number + 1)
            for number in range(4)
        ],
        now_us=NOW_US,
    )
    for number in range(4):
        curator(days_later=-1).promote(person_id(account(f"calf{number}")), "watchlist")
    models.List.objects.filter(key="watchlist").update(capacity=3)
    (found,) = query.suggestions("watchlist", reader_id=local_user().pk, now_us=NOW_US)
    assert (found.person.name, found.proposal, found.can_move_down) == ("Calf3", "move", False)


def test_people_of_a_list_too_large_to_look_at_each_are_only_promoted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(query, "LOOKED_AT_EACH", 1)
    record(
        [*talk(ANA, 6), happened(Kind.REPLY, BO, days_ago=200)],
        posts=posts(BO, 1, days_ago=150),
        now_us=NOW_US,
    )
    was_read("mentioned")
    assert suggested("mentioned") == {ANA.name: "promote"}


def test_a_list_that_is_not_there_suggests_nothing() -> None:
    assert suggested("nowhere") == {}
