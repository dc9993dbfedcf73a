"""What of a feed is unread, in which order, and why: rule by rule."""

from typing import Any

import pytest

from hobnob.domain.actions import ActionKind
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.networks import Stream
from hobnob.domain.people import Account
from hobnob.domain.posts import Attached, Link
from hobnob.domain.triage import Sort
from hobnob.operations.lists.edit import create_list
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.feed import unread
from hobnob.storage.queries.feed.page import feed_lines, feed_page
from tests.people import ANA, BO, CEM, ME, NOW_US, account, begin, happened
from tests.reading import (
    ANSWER,
    DAN,
    EVA,
    TALK,
    a_morning,
    handed_on,
    kept,
    link_drop,
    number,
    opened,
    posted,
    put_on,
    reader,
    said,
)
from tests.storage.test_ties import sent
from tests.weeds import snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mine() -> None:
    begin()


def test_discussion_comes_first_and_link_drops_are_folded() -> None:
    a_morning()
    page = opened()
    assert [group.title for group in page.groups] == [
        "Discussion",
        "Questions you could answer",
        "News of their life",
        "Pictures",
        "Reposts",
        "Said to everybody",
    ]
    assert page.folded_words == "7 link-drops"
    assert page.folded is not None
    assert page.folded.rows[0].said.heading == "Ten things about otters, part 0"
    assert page.to_read == 7


def test_only_what_people_on_the_list_posted_is_shown() -> None:
    kept(posted(ANA, "Mine to read."), posted(BO, "Not on the list."))
    put_on("watchlist", ANA)
    assert said(opened()) == ["Mine to read."]
    assert said(opened("say")) == []


def test_what_i_posted_and_what_was_for_few_is_never_in_a_feed() -> None:
    kept(posted(ME, "By me."), posted(ANA, "Between us.", is_private=True))
    put_on("watchlist", ANA, ME)
    assert said(opened()) == []


def test_who_faded_from_a_list_is_not_read_there() -> None:
    kept(posted(ANA, "From afar."))
    put_on("watchlist", ANA)
    models.Membership.objects.update(faded_us=NOW_US)
    assert said(opened()) == []


@pytest.mark.parametrize("kind", [Kind.BLOCK, Kind.MUTE])
def test_whom_i_blocked_or_muted_is_in_no_feed(kind: Kind) -> None:
    kept(posted(ANA, "Hushed."))
    put_on("watchlist", ANA)
    hush(ANA, kind)
    assert said(opened()) == []


def hush(who: Account, kind: Kind = Kind.MUTE) -> None:
    native_id = f"{ME.native_id}>{who.native_id}"
    record([happened(kind, who, by_me=True, native_id=native_id)], now_us=NOW_US)


def test_who_was_muted_from_here_is_in_no_feed_before_the_next_read() -> None:
    kept(posted(ANA, "Hushed."))
    put_on("watchlist", ANA)
    snapshot(Stream.MUTES, read_us=NOW_US - DAY)
    sent(ActionKind.MUTE, ANA)
    assert said(opened()) == []


def test_what_somebody_hushed_said_is_handed_on_by_nobody() -> None:
    kept(TALK, handed_on(EVA, TALK), posted(EVA, "Good morning."))
    put_on("watchlist", EVA)
    hush(ANA)
    assert said(opened()) == ["Good morning."]
    (line,) = (each for each in feed_lines(reader().user, now_us=NOW_US) if each.key == "watchlist")
    assert line.to_read == opened().to_read == 1


def test_what_somebody_hushed_said_is_quoted_and_answered_without_their_words() -> None:
    quote = posted(DAN, "So true, and not only of otters.", attached=Attached(quotes="otters"))
    kept(posted(ANA, "Otters hold hands.", native_id="otters"), TALK, ANSWER, quote)
    put_on("watchlist", BO, DAN)
    hush(ANA)
    rows = {row.person.name: row for row in opened().rows}
    assert rows["Bo"].answers_to is None
    assert rows["Dan"].quoted is None


@pytest.mark.usefixtures("_little_is_much")
def test_of_many_people_those_hushed_take_no_place_of_others() -> None:
    herd = [account(f"calf{n}") for n in range(9)]
    kept(*(posted(who, "A word.", days_ago=n / 10) for n, who in enumerate(herd, 1)))
    put_on("watchlist", *herd)
    for who in herd[:5]:
        hush(who)
    assert {row.person.name for row in opened().rows} == {"Calf5", "Calf6", "Calf7", "Calf8"}


def test_beside_a_feed_nobody_is_counted_whom_it_does_not_show() -> None:
    a_morning()
    hush(ANA)
    hush(EVA)
    page = opened()
    lines = {line.key: line for line in feed_lines(reader().user, now_us=NOW_US)}
    assert lines["watchlist"].to_read == page.to_read == len(page.rows)


def test_who_was_let_back_is_read_again() -> None:
    kept(posted(ANA, "Here again."))
    put_on("watchlist", ANA)
    hush(ANA)
    tie(Stream.MUTES, ended_us=NOW_US)
    assert said(opened()) == ["Here again."]


def tie(stream: Stream, *, ended_us: int | None = None) -> None:
    """Ana as a snapshot of a network shows her."""
    mine, hers = (
        models.Account.objects.get(is_me=True),
        models.Account.objects.get(native_id=ANA.native_id),
    )
    connection = models.Connection.objects.create(
        network=ME.network, account=mine, connected_us=NOW_US
    )
    source = models.Source.objects.create(
        kind="mastodon", fingerprint=stream, title=stream, started_us=NOW_US
    )
    state = models.StreamState.objects.create(connection=connection, stream=stream, source=source)
    models.Tie.objects.create(
        state=state, account=hers, first_us=NOW_US, seen_us=NOW_US, ended_us=ended_us
    )


def test_home_shows_whom_i_follow_and_nobody_else() -> None:
    kept(posted(ANA, "Followed."), posted(BO, "A stranger."))
    tie(Stream.FOLLOWING)
    assert said(opened("home")) == ["Followed."]


def test_home_believes_an_archive_where_no_network_was_asked() -> None:
    kept(posted(BO, "Followed long ago."))
    native_id = f"{ME.native_id}>{BO.native_id}"
    record([happened(Kind.FOLLOW, BO, by_me=True, native_id=native_id)], now_us=NOW_US)
    assert said(opened("home")) == ["Followed long ago."]


def test_whom_i_followed_from_here_is_in_home_before_the_next_read() -> None:
    kept(posted(ANA, "Followed a moment ago."))
    snapshot(Stream.FOLLOWING, read_us=NOW_US - DAY)
    sent(ActionKind.FOLLOW, ANA)
    assert said(opened("home")) == ["Followed a moment ago."]


def test_a_follow_that_ended_is_out_of_home() -> None:
    kept(posted(ANA, "Not any more."))
    native_id = f"{ME.native_id}>{ANA.native_id}"
    record([happened(Kind.FOLLOW, ANA, by_me=True, native_id=native_id)], now_us=NOW_US)
    tie(Stream.FOLLOWING, ended_us=NOW_US)
    assert said(opened("home")) == []


def test_the_first_look_goes_back_three_days_and_the_second_not_beyond() -> None:
    kept(posted(ANA, "New.", days_ago=1), posted(ANA, "Old.", days_ago=5))
    put_on("watchlist", ANA)
    assert said(opened()) == ["New."]
    reader().stop_at("watchlist", None)
    assert said(opened(days_later=1)) == ["New."]


def test_what_nobody_read_for_a_month_is_no_news() -> None:
    reader_at_first = reader(days_later=-60)
    kept(posted(ANA, "Five weeks ago.", days_ago=35), posted(ANA, "Last week.", days_ago=7))
    put_on("watchlist", ANA)
    reader_at_first.stop_at("watchlist", None)
    assert said(opened()) == ["Last week."]


def test_what_was_seen_does_not_come_back() -> None:
    a_morning()
    first = opened()
    reader().see([row.id for row in first.rows])
    assert opened(days_later=0.1).to_read == 0
    assert opened("questions", days_later=0.1).to_read == 0


def test_within_one_look_what_was_passed_stays_where_it_was() -> None:
    a_morning()
    first = opened()
    reader(days_later=0.01).see([first.rows[0].id])
    still = opened(days_later=0.02, at_us=NOW_US)
    assert said(still) == said(first)
    assert still.passed == {first.rows[0].id}
    assert still.to_read == first.to_read - 1


def test_one_that_was_seen_comes_back_for_answers_of_people_on_my_lists() -> None:
    kept(TALK, posted(BO, "Hello."))
    put_on("watchlist", ANA)
    put_on("say", BO)
    reader(days_later=-0.5).see([number(TALK)])
    assert said(opened()) == []
    stranger = posted(CEM, "Buy my course!", days_ago=0.2, in_reply_to=TALK.native_id)
    more = posted(ANA, "And another thing.", days_ago=0.2, in_reply_to=TALK.native_id)
    kept(stranger, more)
    assert said(opened()) == ["And another thing."]
    kept(ANSWER)
    page = opened()
    back = page.rows[0] if page.rows[0].id == number(TALK) else page.rows[1]
    assert back.why.startswith("back because of 1 new answer since you saw it")
    assert [each.words for each in back.answers] == [ANSWER.text]
    reader().see([number(TALK)])
    assert number(TALK) not in {row.id for row in opened(days_later=0.1).rows}


def test_what_came_back_is_counted_where_one_chooses_too() -> None:
    kept(TALK, ANSWER)
    put_on("watchlist", ANA)
    put_on("say", BO)
    reader(days_later=-0.5).see([number(TALK)])
    kept(posted(BO, "Mine does too.", days_ago=0.3, in_reply_to=TALK.native_id))
    lines = {each.key: each for each in feed_lines(reader().user, now_us=NOW_US)}
    for key in ("watchlist", "say", "questions", "home"):
        assert lines[key].to_read == opened(key).to_read
    assert lines["watchlist"].words == "1 to read"


def test_an_answer_written_before_it_was_seen_and_heard_of_later_brings_it_back() -> None:
    kept(TALK, posted(BO, "Hello."))
    put_on("watchlist", ANA)
    put_on("say", BO)
    reader(days_later=-0.2).see([number(TALK)])
    kept(posted(BO, "Mine does too.", days_ago=0.3, in_reply_to=TALK.native_id))
    assert number(TALK) in {row.id for row in opened().rows}


@pytest.mark.parametrize("became", [{"text": "", "attached": {}}, {"is_private": True}])
def test_what_is_empty_or_private_by_now_does_not_come_back(became: dict[str, Any]) -> None:
    kept(TALK, ANSWER)
    put_on("watchlist", ANA)
    put_on("say", BO)
    reader(days_later=-0.5).see([number(TALK)])
    models.Post.objects.filter(pk=number(TALK)).update(**became)
    assert opened().rows == ()


def test_a_link_that_people_talk_about_comes_back_as_discussion() -> None:
    drop = link_drop(ANA, 1)
    kept(drop, posted(BO, "Hello.", days_ago=9))
    put_on("watchlist", ANA, BO)
    reader(days_later=-0.5).see([number(drop)])
    kept(posted(BO, "The third one is wrong.", days_ago=0.1, in_reply_to=drop.native_id))
    page = opened()
    assert number(drop) in {row.id for group in page.groups for row in group.rows}
    assert page.folded is None


def test_rare_posters_are_lifted_with_the_reason() -> None:
    often = [posted(ANA, f"Again {n}.", days_ago=n / 4) for n in range(1, 60)]
    kept(*often, posted(BO, "Once in a while.", days_ago=2), posted(BO, "Hm.", days_ago=55))
    put_on("watchlist", ANA, BO)
    page = opened()
    assert page.rows[0].said.words == "Once in a while."
    assert "; lifted: posts about once a month" in page.rows[0].why
    assert "lifted" not in page.rows[1].why


def test_the_newest_or_the_oldest_can_come_first_and_that_is_remembered() -> None:
    kept(*(posted(ANA, f"Word {n}.", days_ago=n) for n in (1, 2)))
    put_on("watchlist", ANA)
    reader().arrange("watchlist", sort=Sort.OLDEST)
    assert said(opened()) == ["Word 2.", "Word 1."]
    reader().arrange("watchlist", sort=Sort.NEWEST)
    assert said(opened()) == ["Word 1.", "Word 2."]


def test_each_persons_posts_can_stand_together() -> None:
    kept(posted(ANA, "One."), posted(BO, "Two.", days_ago=1.5), posted(ANA, "Three.", days_ago=2))
    put_on("watchlist", ANA, BO)
    reader().arrange("watchlist", sort=Sort.NEWEST, is_by_person=True)
    page = opened()
    assert [(group.title, len(group.rows)) for group in page.groups] == [
        ("Ana Núñez", 2),
        ("Bo", 1),
    ]


def test_a_link_with_words_is_a_link_drop_for_who_posts_little_else() -> None:
    words = "Our thoughts on the garden, and what the rain did to the beans this year."
    link = Attached(links=(Link(url="https://paper.example/x", title="Beans", is_card=True),))
    doubtful = posted(ANA, words, native_id="doubtful", attached=link)
    kept(doubtful)
    models.Post.objects.update(is_close_call=True, kind="discussion")
    put_on("watchlist", ANA)
    assert opened().folded is None
    kept(*(link_drop(ANA, n, days_ago=20 + n) for n in range(9)))
    folded = opened().folded
    assert folded is not None
    assert "% of what they post is links" in folded.rows[0].why


def test_questions_come_from_all_lists_the_nearest_people_first() -> None:
    far = posted(ANA, "Does anybody know a good dentist in Leiden?", days_ago=0.5)
    near = posted(BO, "Can anybody recommend a book about otters?", days_ago=2)
    kept(far, near, posted(CEM, "Does anybody know what time it is in Lima?"))
    put_on("watchlist", ANA)
    put_on("say", BO)
    page = opened("questions")
    assert [group.title for group in page.groups] == ["People Who Say Things", "The Watchlist"]
    assert said(page) == [near.text, far.text]


def test_a_repost_says_whose_words_they_are_and_is_answered_there() -> None:
    kept(TALK, handed_on(EVA, TALK))
    put_on("watchlist", EVA)
    (row,) = opened().rows
    assert row.happened == "handed on Ana Núñez’s, 12 hours ago"
    assert row.original is not None
    assert row.original.words == TALK.text
    assert row.post_id == number(TALK)


def test_an_answer_shows_what_it_answers_and_a_quote_what_it_quotes() -> None:
    quote = posted(
        DAN, "So true, and not only of otters.", attached=Attached(quotes=TALK.native_id)
    )
    kept(TALK, ANSWER, quote)
    put_on("watchlist", BO, DAN)
    rows = {row.person.name: row for row in opened().rows}
    assert rows["Bo"].answers_to is not None
    assert rows["Bo"].answers_to.words == TALK.text
    assert rows["Dan"].quoted is not None
    assert rows["Dan"].quoted.who == "Ana Núñez"


def test_letting_go_deals_with_what_was_there_and_with_nothing_that_comes_later() -> None:
    a_morning()
    page = opened()
    reader().let_go("watchlist", page.up_to_id)
    assert opened().to_read == 0
    kept(posted(ANA, "Afterwards.", days_ago=0.01))
    assert said(opened()) == ["Afterwards."]
    reader().bring_back("watchlist", up_to_id=page.was_up_to_id)
    assert opened().to_read == page.to_read + 1


def test_every_feed_is_offered_with_how_much_is_unread_and_home_is_last() -> None:
    create_list("Neighbours")
    a_morning()
    lines = {line.key: line for line in feed_lines(reader().user, now_us=NOW_US)}
    assert list(lines) == [
        "questions", "say", "watchlist", "mentioned", "favorited", "neighbours", "home"
    ]  # fmt: skip
    assert lines["watchlist"].words == "7 to read, 7 link-drops"
    assert lines["questions"].words == "1 to read"
    assert lines["home"].words == "nothing new"


@pytest.fixture
def _little_is_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unread, "FEW", 5)
    monkeypatch.setattr(unread, "WINDOW", 4)


@pytest.mark.usefixtures("_little_is_much")
def test_of_many_people_the_newest_of_each_kind_are_shown() -> None:
    herd = [account(f"calf{n}") for n in range(9)]
    kept(*(posted(who, "A word.", days_ago=n / 10) for n, who in enumerate(herd, 1)))
    kept(*(link_drop(herd[n], n) for n in range(3)))
    put_on("watchlist", *herd)
    page = opened()
    (group,) = page.groups
    assert {row.person.name for row in group.rows} == {"Calf0", "Calf1", "Calf2", "Calf3"}
    assert group.is_more
    assert page.folded_words == "3 link-drops"


@pytest.mark.usefixtures("_little_is_much")
def test_of_few_people_what_they_posted_lately_is_shown_and_then_what_was_before() -> None:
    kept(*(posted(ANA, f"Word {n:02}.", days_ago=n / 10) for n in range(1, 10)))
    put_on("watchlist", ANA)
    page = opened()
    assert said(page) == [f"Word {n:02}." for n in range(1, 6)]
    assert page.is_more
    reader().see([row.id for row in page.rows])
    assert said(opened(days_later=0.0001)) == [f"Word {n:02}." for n in range(6, 10)]


def test_no_feed_has_a_name_that_no_list_has() -> None:
    assert feed_page("nothing", reader().user, now_us=NOW_US) is None


def test_what_nobody_has_judged_yet_waits_until_it_is() -> None:
    kept(posted(ANA, "Kept by an older hobnob."))
    models.Post.objects.update(kind="")
    put_on("watchlist", ANA)
    assert said(opened()) == []


def test_what_its_author_took_back_is_not_shown() -> None:
    kept(posted(ANA, "Taken back."))
    models.Post.objects.update(text="", attached={})
    put_on("watchlist", ANA)
    assert said(opened()) == []


@pytest.mark.usefixtures("_little_is_much")
def test_of_few_people_all_is_counted_once_most_of_it_was_read() -> None:
    posts = [posted(ANA, f"Word {n:02}.", days_ago=n / 10) for n in range(1, 10)]
    kept(*posts)
    put_on("watchlist", ANA)
    reader(days_later=-0.01).see([number(each) for each in posts[:6]])
    page = opened()
    assert page.to_read == 3
    assert not page.is_more
