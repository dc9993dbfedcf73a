"""What pages ask of chats: who was there, who is new, who waits, what was said to what."""

from dataclasses import replace
from datetime import UTC, date, timedelta

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.moments import DAY, MINUTE
from hobnob.domain.networks import Stream
from hobnob.domain.people import Account
from hobnob.domain.posts import Attached
from hobnob.domain.supporters import Channel, Wish
from hobnob.operations.keep_chats import Plan, end_chat, make_chat
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.chats.agenda import chat_page, chats_page, coming
from hobnob.storage.queries.chats.first_met import first_met_at
from hobnob.storage.queries.chats.session import PersonRow, SessionPage, session_page
from hobnob.storage.queries.chats.suggested import found_in_my_posts
from tests import people, weeds
from tests.chats import TUESDAY, Evening, tusktalk
from tests.matching import keep, supporter
from tests.people import ANA, BO, CEM, ME, NOW_US, account, curator, happened, person_id

pytestmark = pytest.mark.django_db

HOST = account("host")
DOV, ELI = account("dov"), account("eli")


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()


def the_evening() -> Evening:
    """Ana is new and waits; Bo, whom I know, and I talked; Dov spoke to all, Eli answered Dov."""
    record([happened(Kind.MENTION, BO, days_ago=400, text="Hello.")], now_us=NOW_US)
    record([happened(Kind.REPLY, BO, by_me=True, days_ago=399, text="Hello.")], now_us=NOW_US)
    evening = Evening()
    asked = evening.post(HOST, "Q1: who waters your plants?", 1)
    mine = evening.post(ME, "A1: the rain", 5)
    evening.say(ANA, ME, "Rain! Where do you live, @robin?", 6, answers=mine)
    said = evening.say(BO, ME, "@robin it rains here too", 7, untagged=True, answers=mine)
    evening.say(ME, BO, "Then we are neighbours", 9, untagged=True, answers=said)
    dov = evening.post(DOV, "A1: my neighbour", 12, answers=asked)
    evening.post(ELI, "Which one?", 13, untagged=True, answers=dov)
    evening.post(HOST, "Hours too early", -300)
    evening.post(CEM, "Somewhere else altogether", 20, untagged=True)
    evening.record()
    return evening


def page() -> SessionPage:
    found = session_page("tusktalk", TUESDAY, NOW_US)
    assert found is not None
    return found


def rows(found: SessionPage, key: str) -> list[PersonRow]:
    return [row for each in found.sections if each.key == key for row in each.rows]


def test_a_session_is_about_the_people_in_it() -> None:
    the_evening()
    tusktalk()
    found = page()
    assert found.line.headline == "You met 1 person; 1 waits for an answer."
    assert [row.person.handle for row in rows(found, "waiting")] == [ANA.handle]
    assert rows(found, "waiting")[0].is_new
    assert [row.person.handle for row in rows(found, "known")] == [BO.handle]
    assert [each.handle for each in found.also_there] == [HOST.handle, DOV.handle, ELI.handle]
    assert found.line.there == 5


def test_a_row_says_why_and_holds_what_both_said() -> None:
    the_evening()
    tusktalk()
    found = page()
    (ana,), (bo,) = rows(found, "waiting"), rows(found, "known")
    assert ana.why == (
        "because they wrote to you and you have not answered; your first words ever were here; "
        "they spoke once"
    )
    assert ana.newest.text == "Rain! Where do you live, @robin? #tusktalk"
    assert bo.why == "because you first spoke in October 2025; they spoke once and you once"
    assert [(word.is_mine, word.text) for word in bo.words] == [
        (False, "@robin it rains here too"),
        (True, "Then we are neighbours"),
    ]


def test_answers_stand_under_their_question() -> None:
    the_evening()
    tusktalk()
    found = page()
    (thread,) = found.threads
    assert thread.number == 1
    assert thread.question is not None
    assert thread.question.text.startswith("Q1: who waters your plants?")
    assert [line.person.name if line.person else "" for line in thread.answers] == [
        "Robin",
        "Ana Núñez",
        "Bo",
        "Robin",
        "Dov",
        "Eli",
    ]
    assert found.rest is None


def test_what_was_long_ago_needs_nothing_any_more() -> None:
    the_evening()
    tusktalk()
    found = session_page("tusktalk", TUESDAY, NOW_US + 40 * DAY)
    assert found is not None
    assert found.line.headline == "You met 1 person; nobody waits for an answer."
    assert (found.line.to_follow_up, [each.key for each in found.sections]) == (0, ["new", "known"])


def test_an_answer_at_any_later_time_takes_them_off_those_who_wait() -> None:
    the_evening()
    tusktalk()
    record([happened(Kind.REPLY, ANA, by_me=True, days_ago=0.1, text="By the sea.")], now_us=NOW_US)
    found = page()
    assert found.line.headline == "You met 1 person; nobody waits for an answer."
    assert [row.person.handle for row in rows(found, "new")] == [ANA.handle]


def test_who_is_followed_up_leaves_until_they_speak_again() -> None:
    evening = the_evening()
    tusktalk()
    curator().done(person_id(ANA), "chat tusktalk", up_to_us=evening.at(60))
    found = page()
    assert rows(found, "waiting") == []
    assert [each.handle for each in found.followed_up] == [ANA.handle]
    assert (found.line.met, found.line.waiting, found.line.to_follow_up) == (1, 0, 1)
    again = Evening(tag="#TUSKTALK")
    again.say(ANA, ME, "@robin still here?", 65)
    again.record()
    assert [row.person.handle for row in rows(page(), "waiting")] == [ANA.handle]


def test_what_somebody_said_to_others_before_makes_them_no_acquaintance() -> None:
    the_evening()
    words = happened(Kind.CHAT_MESSAGE, ANA, days_ago=30, text="Hello all.")
    record([replace(words, direction=Direction.BETWEEN_OTHERS, target=None)], now_us=NOW_US)
    tusktalk()
    assert rows(page(), "waiting")[0].is_new


def test_an_archive_of_mine_alone_tells_whom_i_spoke_to() -> None:
    evening = Evening()
    evening.say(ME, ANA, "@ana A1: the rain", 5)
    evening.post(ME, "A2: nobody", 9)
    evening.record()
    tusktalk()
    found = page()
    assert found.line.headline == "You met 1 person; nobody waits for an answer."
    assert rows(found, "new")[0].why == "because your first words ever were here; you spoke once"
    assert [each.number for each in found.threads] == [1, 2]


def test_one_post_of_mine_may_be_for_several() -> None:
    evening = Evening()
    post = evening.say(ME, ANA, "@ana @bo @cem hello", 5)
    for whom in (BO, account("zed~")):
        record(
            [
                happened(
                    Kind.MENTION, whom, by_me=True, native_id=f"{post.native_id}>{whom.native_id}"
                )
            ],
            now_us=NOW_US,
        )
    evening.record()
    tusktalk()
    models.Interaction.objects.filter(kind=Kind.MENTION).update(
        post=models.Post.objects.get(native_id=post.native_id), at_us=post.at_us
    )
    assert {row.person.handle for row in rows(page(), "new") + rows(page(), "known")} == {
        ANA.handle,
        BO.handle,
        "zed~@herd.example",
    }


def test_private_words_in_the_same_hour_are_not_of_the_chat() -> None:
    evening = Evening()
    evening.say(ANA, ME, "between us", 5, is_private=True)
    evening.record()
    tusktalk()
    assert page().line.there == 0


def test_what_is_only_handed_on_is_not_said_again() -> None:
    evening = Evening()
    evening.post(HOST, "Q1: who?", 1)
    evening.post(ME, "RT @host: Q1: who?", 2, attached=Attached(reposts="1"))
    evening.record()
    tusktalk()
    (thread,) = page().threads
    assert thread.answers == ()


def hush(kind: Kind, who: Account) -> None:
    native_id = f"{ME.native_id}>{who.native_id}"
    record([happened(kind, who, by_me=True, native_id=native_id)], now_us=NOW_US)


@pytest.mark.parametrize("kind", [Kind.BLOCK, Kind.MUTE])
def test_whom_i_block_or_mute_is_nowhere_in_it(kind: Kind) -> None:
    evening = the_evening()
    evening.say(ME, ANA, "@ana and you?", 20)
    evening.record()
    hush(kind, ANA)
    tusktalk()
    found = page()
    assert [each.key for each in found.sections] == ["known"]
    said = [line.text for each in found.threads for line in each.answers]
    assert "Rain! Where do you live, @robin? #tusktalk" not in said
    assert "@ana and you? #tusktalk" not in [
        word.text for row in rows(found, "known") for word in row.words
    ]


def test_whom_i_let_back_is_in_it_again() -> None:
    the_evening()
    hush(Kind.BLOCK, ANA)
    weeds.snapshot(Stream.BLOCKS)
    tusktalk()
    assert [row.person.handle for row in rows(page(), "waiting")] == [ANA.handle]


def test_on_other_days_and_for_unknown_chats_there_is_no_session() -> None:
    tusktalk()
    assert session_page("tusktalk", date(2026, 11, 18), NOW_US) is None
    assert session_page("nptech", TUESDAY, NOW_US) is None


def test_whom_i_do_not_follow_can_be_followed_where_i_am_too() -> None:
    evening = the_evening()
    evening.say(CEM, ME, "hello from the other network", 8)
    evening.record()
    record([happened(Kind.FOLLOW, BO, by_me=True, days_ago=30)], now_us=NOW_US)
    tusktalk()
    found = page()
    follow_ids = {
        row.person.handle: row.follow_id
        for row in rows(found, "waiting") + rows(found, "new") + rows(found, "known")
    }
    ana = models.Account.objects.get(native_id=ANA.native_id)
    assert follow_ids == {ANA.handle: ana.pk, BO.handle: None, CEM.handle: None}


def test_who_asked_to_be_left_alone_is_not_to_be_followed_but_waits_for_an_answer() -> None:
    the_evening().record()
    tusktalk()
    left_alone = Wish(channel=Channel.ANY, is_welcome=False, column="No contact")
    hers = keep(supporter("Ana", "Núñez", wishes=(left_alone,)))
    models.Account.objects.filter(pk=hers.pk).update(person=person_id(ANA))
    (row,) = rows(page(), "waiting")
    assert (row.person.handle, row.follow_id) == (ANA.handle, None)
    assert row.person.caution == "asked not to be contacted"


def test_whom_i_follow_no_longer_can_be_followed_again() -> None:
    the_evening()
    record([happened(Kind.FOLLOW, BO, by_me=True, days_ago=30)], now_us=NOW_US)
    weeds.snapshot(Stream.FOLLOWING)
    tusktalk()
    assert [row.follow_id for row in rows(page(), "known")] == [weeds.number(BO)]


def test_the_list_somebody_is_on_stands_beside_them() -> None:
    the_evening()
    tusktalk()
    curator().promote(person_id(BO), "watchlist")
    assert [row.on_list for row in rows(page(), "known")] == ["The Watchlist"]


def test_a_starred_answer_is_known_again() -> None:
    the_evening()
    tusktalk()
    post = models.Post.objects.get(text__startswith="A1: my neighbour")
    curator().note(person_id(DOV), "A1: my neighbour", post_id=post.pk)
    kept = [line.text for line in page().threads[0].answers if line.is_kept]
    assert kept == ["A1: my neighbour #tusktalk"]
    curator(days_later=0.1).undo()
    assert not any(line.is_kept for line in page().threads[0].answers)


HUSHED = 2 if connection.vendor == "postgresql" else 3
"""To ask whom I hush takes one less where the log is not looked through by my accounts."""

QUERIES = 13 + 2 * HUSHED


def test_a_session_takes_as_many_questions_for_many_people_as_for_few(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    the_evening()
    tusktalk()
    with django_assert_num_queries(QUERIES):
        page()
    crowd = Evening(tag="#TuskTalk")
    for number in range(60):
        crowd.say(account(f"calf{number:02}"), ME, "A1: the rain", 10 + number / 2)
    crowd.record()
    with django_assert_num_queries(QUERIES):
        found = page()
    assert (len(rows(found, "waiting")), found.sections[0].total) == (25, 61)


def test_the_first_page_tells_of_the_last_sessions_of_every_chat(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    the_evening()
    tusktalk()
    make_chat(Plan(tag="#SeedSwap", weekday=0, minute=540, time_zone="Asia/Tokyo"), now_us=NOW_US)
    swap = Evening(tag="#SeedSwap")
    # Nine in the morning in Tokyo is midnight UTC: on Monday, 44 hours before.
    swap.post(HOST, "Q1: beans?", -44 * 60 + 5)
    swap.record()
    with django_assert_num_queries(7 + 2 * HUSHED):
        found = chats_page(NOW_US)
    assert [(each.name, each.when) for each in found.chats] == [
        ("#SeedSwap", "in 4 days"),
        ("#TuskTalk", "in 6 days"),
    ]
    assert [(each.chat.key, each.day, each.headline) for each in found.last] == [
        ("tusktalk", "Tuesday 17 November", "You met 1 person; 1 waits for an answer."),
        ("seedswap", "Monday 16 November", "You were not there; 1 person was."),
    ]


def test_a_chat_that_has_ended_keeps_what_happened() -> None:
    the_evening()
    tusktalk()
    end_chat("tusktalk", now_us=NOW_US)
    found = chats_page(NOW_US)
    assert found.chats == ()
    assert [each.key for each in found.ended] == ["tusktalk"]
    assert len(found.last) == 1
    assert coming(NOW_US) == []


def test_sessions_of_years_ago_are_pages_away() -> None:
    weeks = [0, 3, 4, 5, 6, 7, 8, 9, 300, 301]
    for week in weeks:
        evening = Evening(day=TUESDAY - timedelta(weeks=week))
        evening.post(ME, "A1: nobody", 5)
        evening.post(ME, "the day before", -1440)
        evening.record()
    tusktalk()
    first = chat_page("tusktalk", NOW_US)
    assert first is not None
    days = [TUESDAY - timedelta(weeks=week) for week in weeks]
    assert [each.session.day for each in first.sessions] == days[:8]
    assert (first.is_newest, first.older) == (True, days[7])
    second = chat_page("tusktalk", NOW_US, before=first.older)
    assert second is not None
    assert [each.session.day for each in second.sessions] == days[8:]
    assert (second.is_newest, second.older) == (False, None)
    assert chat_page("nptech", NOW_US) is None


def test_of_many_answers_those_of_people_i_spoke_with_are_shown() -> None:
    evening = Evening()
    evening.post(HOST, "Q1: who?", 0)
    for number in range(30):
        evening.post(account(f"calf{number}"), "A1: moo", 1 + number / 10)
    evening.say(ANA, ME, "A1: me!", 50)
    evening.record()
    tusktalk()
    (thread,) = page().threads
    assert (len(thread.answers), thread.more) == (20, 11)
    assert thread.answers[-1].text == "A1: me! #tusktalk"
    whole = session_page("tusktalk", TUESDAY, NOW_US, with_every_answer=True)
    assert whole is not None
    assert (len(whole.threads[0].answers), whole.threads[0].more) == (31, 0)


def test_the_coming_weeks_hold_a_session_each() -> None:
    tusktalk()
    found = coming(NOW_US)
    assert [str(each.session.day) for each in found] == [
        "2026-11-24",
        "2026-12-01",
        "2026-12-08",
        "2026-12-15",
    ]
    during = coming(found[0].session.starts_us + 30 * MINUTE)
    assert (during[0].session, during[0].is_on) == (found[0].session, True)


def test_where_i_met_somebody_is_known_from_the_first_thing_between_us() -> None:
    the_evening()
    record([happened(Kind.MENTION, ANA, days_ago=0.2)], now_us=NOW_US)
    chat = tusktalk()
    met = first_met_at(person_id(ANA))
    assert met is not None
    assert (met.key, met.name, met.day) == (chat.key, "#TuskTalk", "17 November 2026")
    assert first_met_at(person_id(BO)) is None
    record([happened(Kind.MENTION, ANA, days_ago=90)], now_us=NOW_US)
    assert first_met_at(person_id(ANA)) is None


def test_the_hashtag_at_another_hour_is_no_session() -> None:
    evening = Evening()
    evening.say(ANA, ME, "@robin I missed it", 300)
    evening.record()
    tusktalk()
    assert first_met_at(person_id(ANA)) is None


def test_chats_are_found_in_my_own_posts_until_they_are_added() -> None:
    for weeks in range(3):
        day = date.fromordinal(TUESDAY.toordinal() - 7 * weeks)
        evening = Evening(day=day)
        for minute in (2, 8, 30):
            evening.post(ME, f"A{minute}: yes", minute)
            evening.post(ANA, f"A{minute}: no #other", minute)
        evening.record()
    (found,) = found_in_my_posts(UTC)
    assert found.because == (
        "because you used #tusktalk 9 times, on Tuesdays between 20:00 and 21:00, in 3 weeks"
    )
    tusktalk()
    assert found_in_my_posts(UTC) == []


def test_before_i_posted_anything_nothing_is_found() -> None:
    assert found_in_my_posts(UTC) == []
