"""What is new with somebody since one looked: posts, changes, what comes up, what was heard."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY, HOUR
from hobnob.domain.people import Account
from hobnob.domain.posts import Post
from hobnob.operations.keep_heard import NothingHeard, keep_birthday
from hobnob.operations.record import record
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.storage import models
from hobnob.storage.queries.person.page import person_page
from hobnob.storage.queries.person.whats_new import WhatsNew, whats_new
from tests import people
from tests.people import ANA, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db

TALK = "I think people underestimate herons. They stand there and know everything about patience."


@pytest.fixture(autouse=True)
def _ana() -> None:
    people.begin()
    record([happened(Kind.MENTION, ANA, days_ago=40)], now_us=NOW_US)
    models.Account.objects.update(seen_us=NOW_US - 40 * DAY)


def posted(text: str, *, days_ago: float = 1, who: Account = ANA, **rest: Any) -> None:
    post = Post(
        network=who.network,
        native_id=f"{text[:20]}-{days_ago}",
        author=who,
        text=text,
        at_us=NOW_US - int(days_ago * DAY),
        language="en",
        **rest,
    )
    record([], posts=[post], now_us=NOW_US)


def new(since_days: float | None = 7, *, now_us: int = NOW_US) -> WhatsNew:
    page = person_page(person_id(ANA), now_us=now_us)
    assert page is not None
    since_us = None if since_days is None else now_us - int(since_days * DAY)
    return whats_new(
        person_id(ANA), since_us, facts=page.facts, gone_quiet=page.gone_quiet, now_us=now_us
    )


def sentences(found: WhatsNew) -> list[str]:
    return [each.sentence for each in found.news]


def test_nothing_is_new_when_nothing_happened() -> None:
    assert new().is_nothing
    assert new().since == "since 11 November"


def test_posts_are_new_until_one_looked() -> None:
    posted(TALK, days_ago=3)
    assert [each.text for each in new(7).posts] == [TALK]
    assert new(2).is_nothing


def test_what_i_may_not_read_or_is_yet_to_come_is_not_told() -> None:
    posted("Only for you.", is_private=True)
    posted("From next week.", days_ago=-7)
    assert new().is_nothing


def test_a_question_leads() -> None:
    posted("Does anybody know a quiet campsite near the dunes?", days_ago=3)
    posted(TALK, days_ago=1)
    found = new()
    assert found.asks is not None
    assert found.asks.text.startswith("Does anybody")
    assert [each.text for each in found.posts] == [TALK]


def test_a_question_of_last_month_leads_no_more() -> None:
    posted("Does anybody know a quiet campsite near the dunes?", days_ago=12)
    found = new(20)
    assert found.asks is None
    assert len(found.posts) == 1


def test_talk_comes_first_and_link_drops_are_only_counted() -> None:
    for number in range(3):
        posted(f"https://news.example/{number}", days_ago=0.1 + number)
    for number in range(6):
        posted(f"{TALK} No. {number}", days_ago=2 + number / 10)
    found = new()
    assert len(found.posts) == 4
    assert found.folded == "2 more posts and 3 link-drops"


def test_changes_are_told_in_their_words() -> None:
    changed = replace(ANA, bio="Herons, mostly.", name="Ana N.")
    know_accounts([replace(ANA, bio="Owls.")], now_us=NOW_US, seen_us=NOW_US - 9 * DAY)
    know_accounts([changed], now_us=NOW_US, seen_us=NOW_US - DAY)
    assert sorted(sentences(new())) == [
        "Their bio says now: “Herons, mostly.”",
        "They call themselves Ana N. now; it was Ana Núñez.",
    ]
    assert new(0.5).is_nothing


def test_of_several_changes_the_last_is_told() -> None:
    for days_ago, bio in ((9, "Owls."), (3, "Herons."), (2, "Storks.")):
        know_accounts([replace(ANA, bio=bio)], now_us=NOW_US, seen_us=NOW_US - days_ago * DAY)
    assert sentences(new()) == ["Their bio says now: “Storks.”"]


def test_a_birthday_that_comes_up_is_told_with_who_says_so() -> None:
    tell(ANA, "22 November")
    (news,) = new().news
    assert news.sentence == "Their birthday is on 22 November, in 4 days."
    assert news.because.startswith("says robin")


def test_a_birthday_is_today_by_the_clock_of_the_house(monkeypatch: pytest.MonkeyPatch) -> None:
    tell(ANA, "19 November")
    evening_us = NOW_US + 9 * HOUR
    with in_zone("Pacific/Auckland", monkeypatch):
        assert sentences(new(now_us=evening_us)) == ["Their birthday is today."]
    with in_zone("UTC", monkeypatch):
        assert sentences(new(now_us=evening_us)) == ["Their birthday is tomorrow."]


@contextmanager
def in_zone(name: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock of the machine is that of a zone."""
    try:
        with monkeypatch.context() as there:
            there.setenv("TZ", name)
            time.tzset()
            yield
    finally:
        time.tzset()


def tell(who: Account, day: str) -> None:
    from hobnob.domain.facts import FactKind
    from hobnob.operations.tell import tell as tell_fact

    author = curator().author
    tell_fact(person_id(who), FactKind.BIRTHDAY, day, author=author, now_us=NOW_US)


def test_lists_that_rules_put_them_on_are_told_and_mine_are_not() -> None:
    record([happened(Kind.LIKE, ANA, by_me=True, days_ago=1)], now_us=NOW_US)
    curator().promote(person_id(ANA), "watchlist")
    assert sentences(new()) == ["They joined People I've Favorited."]


def test_an_interest_is_new_once() -> None:
    account = models.Account.objects.get(native_id=ANA.native_id)
    models.Interest.objects.create(
        account=account,
        axis="theirs",
        topic="heron",
        label="herons",
        score=1.0,
        posts=[1, 2, 3],
        found_us=NOW_US - DAY,
    )
    (news,) = new().news
    assert (news.sentence, news.because) == (
        "They post about herons.",
        "because 3 posts of theirs show it",
    )
    assert new(0.5).is_nothing


def test_a_birthday_they_tell_is_offered_and_kept_with_a_yes() -> None:
    posted("It’s my birthday today, and the herons came!", days_ago=2)
    heard = new(1).heard
    assert heard is not None
    assert heard.day == "16 November"
    robin = curator().author
    day = keep_birthday(person_id(ANA), heard.post_id, author=robin, now_us=NOW_US)
    assert day == "16 November"
    assert new(1).heard is None
    page = person_page(person_id(ANA), now_us=NOW_US)
    assert page is not None
    assert [each.kind for each in page.facts] == ["birthday"]
    assert page.notes[0].text == (
        "“It’s my birthday today, and the herons came!”, 16 November 2026"
    )
    curator().undo()
    after = person_page(person_id(ANA), now_us=NOW_US)
    assert after is not None
    assert (after.facts, after.notes) == ((), ())
    assert new(1).heard is not None


def test_a_birthday_is_not_offered_of_whom_it_is_known() -> None:
    posted("It's my birthday today!", days_ago=2)
    tell(ANA, "3 May")
    assert new(1).heard is None


def test_after_a_month_a_birthday_is_offered_no_more() -> None:
    posted("It's my birthday today!", days_ago=31)
    assert new(60).heard is None


@pytest.mark.parametrize("text", ["It's my sister's birthday.", "Happy birthday, Kim!"])
def test_only_a_post_that_tells_their_birthday_is_taken_for_one(text: str) -> None:
    posted(text)
    post = models.Post.objects.get(text=text)
    with pytest.raises(NothingHeard):
        keep_birthday(person_id(ANA), post.pk, author=curator().author, now_us=NOW_US)
