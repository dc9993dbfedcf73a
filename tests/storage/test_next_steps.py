from datetime import UTC, datetime, timedelta

import pytest

from hobnob.domain.moments import HOUR
from hobnob.domain.posts import Post
from hobnob.operations.keep_chats import Plan, make_chat
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.today.next_steps import Step, StepKind, next_steps
from tests import people
from tests.people import ANA, BO, NOW_US

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()


def steps() -> list[Step]:
    return list(next_steps(local_user(), NOW_US))


def keep(on_list: str) -> None:
    record([], accounts=[BO], now_us=NOW_US)
    people.curator().promote(people.person_id(BO), on_list)


def say_something(text: str = "The kettle sings in D minor, I checked with the piano.") -> None:
    post = Post(
        network=BO.network, native_id=f"p{len(text)}", author=BO, text=text, at_us=NOW_US - HOUR
    )
    record([], posts=[post], now_us=NOW_US)


def test_where_nothing_waits_there_is_nothing_to_do() -> None:
    assert steps() == []


def test_a_list_that_is_kept_small_is_to_be_read() -> None:
    keep("watchlist")
    say_something()
    (step,) = steps()
    assert (step.kind, step.key, step.title) == (StepKind.READ, "watchlist", "Read The Watchlist")
    assert step.why == "because 1 post waits there that you have not seen"


def test_what_only_sends_one_away_is_nothing_to_read() -> None:
    keep("watchlist")
    say_something("https://news.example/ten-metrics")
    assert steps() == []


def test_large_lists_are_read_when_there_is_time() -> None:
    keep("favorited")
    say_something()
    assert steps() == []


@pytest.mark.parametrize(("in_hours", "is_told"), [(3, True), (30, False)])
def test_a_chat_of_the_next_day_is_told(in_hours: int, is_told: bool) -> None:
    begins = datetime.fromtimestamp(NOW_US / 1e6, UTC) + timedelta(hours=in_hours)
    plan = Plan(
        tag="#TuskTalk",
        weekday=begins.weekday(),
        minute=begins.hour * 60 + begins.minute,
        time_zone="UTC",
        minutes=60,
    )
    make_chat(plan, now_us=NOW_US)
    assert [(step.kind, step.key) for step in steps()] == (
        [(StepKind.CHAT, "tusktalk")] if is_told else []
    )


def test_accounts_that_gave_reason_are_to_be_thought_about() -> None:
    record([], accounts=[ANA, BO], now_us=NOW_US)
    for account in models.Account.objects.filter(is_me=False):
        models.Finding.objects.create(
            account=account,
            name="sells_followers",
            proposes="block",
            because="because they sell followers in their bio",
            found_us=NOW_US,
        )
    (step,) = steps()
    assert (step.kind, step.title) == (StepKind.TIDY, "Think about 2 accounts")
