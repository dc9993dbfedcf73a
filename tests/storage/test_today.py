import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY, HOUR
from hobnob.domain.people import Account
from hobnob.domain.posts import Post
from hobnob.domain.today import Section
from hobnob.operations.cadence import wish_to_hear
from hobnob.operations.record import record
from hobnob.storage.queries.today.page import Today, TodaySection, today
from tests import people
from tests.people import ANA, BO, CEM, NOW_US, account, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()


def section(page: Today, key: Section) -> TodaySection:
    return next(each for each in page.sections if each.key == key)


def names(page: Today, key: Section) -> list[str]:
    return [row.person.handle for row in section(page, key).rows]


def test_before_anything_is_known_it_is_the_first_run() -> None:
    page = today(NOW_US)
    assert page.is_first_run
    assert page.people == page.minutes == 0


def test_a_question_comes_before_what_has_waited_longer() -> None:
    record(
        [
            happened(Kind.MENTION, BO, days_ago=3, text="nice stripes"),
            happened(Kind.REPLY, ANA, days_ago=1, text="where do they sleep?"),
        ],
        now_us=NOW_US,
    )
    page = today(NOW_US)
    assert names(page, Section.WAITING) == [ANA.handle, BO.handle]
    row = section(page, Section.WAITING).rows[0]
    assert row.happened == "asked you yesterday"
    assert row.what == "where do they sleep?"
    assert row.why.startswith("because you have not answered yet")
    assert (row.act.word, row.act.key) == ("Answer", "o")


def test_an_answer_takes_the_row_away() -> None:
    record([happened(Kind.MENTION, ANA, days_ago=2)], now_us=NOW_US)
    record([happened(Kind.REPLY, ANA, by_me=True, days_ago=1)], now_us=NOW_US)
    assert names(today(NOW_US), Section.WAITING) == []


def test_done_takes_it_away_until_they_speak_again() -> None:
    record([happened(Kind.MENTION, ANA, days_ago=2)], now_us=NOW_US)
    curator().done(person_id(ANA), Section.WAITING)
    assert names(today(NOW_US), Section.WAITING) == []
    record([happened(Kind.MENTION, ANA, days_ago=-1)], now_us=NOW_US)
    assert names(today(NOW_US + 2 * DAY), Section.WAITING) == [ANA.handle]


def test_put_off_it_comes_back_in_its_time() -> None:
    record([happened(Kind.MENTION, ANA, days_ago=2)], now_us=NOW_US)
    curator().snooze(person_id(ANA), Section.WAITING, until_us=NOW_US + DAY)
    assert names(today(NOW_US), Section.WAITING) == []
    assert names(today(NOW_US + DAY + 1), Section.WAITING) == [ANA.handle]


def test_what_came_unseen_is_not_ticked_off() -> None:
    record([happened(Kind.MENTION, ANA, days_ago=2)], now_us=NOW_US)
    (row,) = section(today(NOW_US), Section.WAITING).rows
    record([happened(Kind.MENTION, ANA, days_ago=1, text="urgent: are you ok?")], now_us=NOW_US)
    curator().done(person_id(ANA), Section.WAITING, up_to_us=row.up_to_us)
    (again,) = section(today(NOW_US), Section.WAITING).rows
    assert again.what == "urgent: are you ok?"


def test_whom_i_dealt_with_is_in_no_other_section_today() -> None:
    record([happened(Kind.MENTION, ANA), happened(Kind.MENTION, BO)], now_us=NOW_US)
    curator().promote(person_id(ANA), "say")
    curator().promote(person_id(BO), "watchlist")
    curator().done(person_id(ANA), Section.WAITING)
    curator().snooze(person_id(BO), Section.WAITING, until_us=NOW_US + 9 * DAY)
    assert today(NOW_US).people == 0
    assert names(today(NOW_US + DAY), Section.SAY) == [ANA.handle]


def test_doing_every_row_empties_today() -> None:
    crowd = [account(f"cub{number}") for number in range(60)]
    record(
        [
            happened(Kind.REPLY, each, by_me=by_me, days_ago=days)
            for each in crowd
            for by_me, days in ((False, 9), (True, 8), (False, 2), (True, 1))
        ]
        + [happened(Kind.MENTION, account(f"caller{number}")) for number in range(15)],
        now_us=NOW_US,
    )
    for each in crowd[:40]:
        curator().promote(person_id(each), "watchlist")
    steps = 0
    while rows := [row for part in today(NOW_US).sections for row in part.rows]:
        row, steps = rows[0], steps + 1
        if row.act.key == "w":
            curator().promote(row.person.person_id, section=row.section)
        else:
            curator().done(row.person.person_id, row.section, up_to_us=row.up_to_us)
    assert steps == 10 + 7 + 5


def test_whom_i_took_off_mentioned_you_waits_no_more() -> None:
    record([happened(Kind.MENTION, ANA)], now_us=NOW_US)
    curator().remove(person_id(ANA), "mentioned", why="it is spam")
    record([happened(Kind.MENTION, ANA, days_ago=0.5)], now_us=NOW_US)
    assert names(today(NOW_US), Section.WAITING) == []


def test_whoever_waits_is_taken_off_the_closest_list_they_are_on() -> None:
    record([happened(Kind.MENTION, each) for each in (ANA, BO, CEM)], now_us=NOW_US)
    curator().promote(person_id(ANA), "say")
    curator().promote(person_id(BO), "watchlist")
    rows = section(today(NOW_US), Section.WAITING).rows
    assert {row.person.handle: row.on_list for row in rows} == {
        ANA.handle: "say",
        BO.handle: "watchlist",
        CEM.handle: "mentioned",
    }


def test_many_who_are_done_do_not_hide_the_one_who_waits() -> None:
    record([happened(Kind.MENTION, ANA, days_ago=5)], now_us=NOW_US)
    crowd = [account(f"caller{number}") for number in range(310)]
    record([happened(Kind.MENTION, each) for each in crowd], now_us=NOW_US)
    for each in crowd:
        curator().done(person_id(each), Section.WAITING)
    assert names(today(NOW_US + DAY), Section.WAITING) == [ANA.handle]


def test_after_a_month_nobody_waits_any_more() -> None:
    record([happened(Kind.MENTION, ANA, days_ago=31)], now_us=NOW_US)
    assert names(today(NOW_US), Section.WAITING) == []


def test_whom_i_block_is_nowhere() -> None:
    record(
        [happened(Kind.MENTION, ANA), happened(Kind.BLOCK, ANA, by_me=True, days_ago=None)],
        now_us=NOW_US,
    )
    assert today(NOW_US).people == 0


def test_the_ten_come_with_their_newest_words_longest_quiet_first() -> None:
    record(
        [happened(Kind.REPLY, ANA, by_me=True, days_ago=3), happened(Kind.REPLY, BO, by_me=True)],
        posts=[
            Post(
                network=ANA.network,
                native_id="p1",
                author=ANA,
                text="Cubs!",
                at_us=NOW_US - HOUR * 5,
            )
        ],
        now_us=NOW_US,
    )
    curator().promote(person_id(BO), "say")
    curator().promote(person_id(ANA), "say")
    page = today(NOW_US)
    assert names(page, Section.SAY) == [ANA.handle, BO.handle]
    row = section(page, Section.SAY).rows[0]
    assert (row.happened, row.what) == ("wrote 5 hours ago", "Cubs!")
    assert "one of your ten" in row.why


def test_nobody_is_in_two_sections() -> None:
    record([happened(Kind.MENTION, ANA)], now_us=NOW_US)
    curator().promote(person_id(ANA), "say")
    page = today(NOW_US)
    assert names(page, Section.WAITING) == [ANA.handle]
    assert names(page, Section.SAY) == []


def test_who_talks_both_ways_week_after_week_is_offered_for_promotion() -> None:
    talk = [
        happened(Kind.REPLY, CEM, by_me=by_me, days_ago=days)
        for days in (2, 9, 16)
        for by_me in (False, True)
    ]
    record([*talk, happened(Kind.REPLY, BO, days_ago=2)], now_us=NOW_US)
    page = today(NOW_US)
    (row,) = section(page, Section.DECIDE).rows
    assert row.person.handle == CEM.handle
    assert row.act.word == "Promote"
    assert "an exchange in 3 of the last 12 weeks" in row.why
    curator().promote(person_id(CEM))
    assert names(today(NOW_US), Section.DECIDE) == []


def test_an_overfull_watchlist_offers_its_quietest() -> None:
    crowd = [account(f"cub{number}") for number in range(102)]
    record(
        [
            happened(Kind.REPLY, each, by_me=True, days_ago=200 if number == 7 else 20)
            for number, each in enumerate(crowd)
        ],
        now_us=NOW_US,
    )
    for each in crowd:
        curator().promote(person_id(each), "watchlist")
    rows = section(today(NOW_US), Section.DECIDE).rows
    assert rows[0].person.handle == crowd[7].handle
    assert rows[0].act.word == "Let go"
    assert rows[0].on_list == "watchlist"
    assert "2 over its capacity" in rows[0].why


def test_a_section_shows_its_most_and_counts_the_rest() -> None:
    record([happened(Kind.MENTION, account(f"caller{n}")) for n in range(20)], now_us=NOW_US)
    waiting = section(today(NOW_US), Section.WAITING)
    assert (len(waiting.rows), waiting.total, waiting.minutes) == (10, 20, 6)


def wish(who: Account, days: int, *, days_ago: float = 60) -> None:
    made_us = NOW_US - int(days_ago * DAY)
    wish_to_hear(person_id(who), days, author=curator().author, now_us=made_us)


def test_a_word_that_is_due_is_worth_one_wherever_they_are() -> None:
    record([happened(Kind.LIKE, ANA, by_me=True, days_ago=70)], now_us=NOW_US)
    wish(ANA, 30)
    (row,) = section(today(NOW_US), Section.WATCHLIST).rows
    assert row.person.handle == ANA.handle
    assert row.why == "because you have not spoken yet, and you want one every 30 days"
    assert row.act.word == "Say something"
    assert row.on_list == ""


def test_on_the_watchlist_a_word_that_is_due_is_said_with_how_they_answer() -> None:
    record(
        [
            happened(Kind.REPLY, each, by_me=by_me, days_ago=days)
            for each in (ANA, BO)
            for by_me, days in ((True, 50), (False, 49), (True, 48))
        ],
        now_us=NOW_US,
    )
    for each in (ANA, BO):
        curator(days_later=-48).promote(person_id(each), "watchlist")
    wish(BO, 30)
    rows = section(today(NOW_US), Section.WATCHLIST).rows
    assert [row.person.handle for row in rows] == [BO.handle, ANA.handle]
    assert rows[0].why.startswith(
        "because the last word was 7 weeks ago, and you want one every 30 days; answered the one"
    )
    assert rows[0].on_list == "watchlist"
    assert rows[1].why.startswith("because last contact")


def test_who_has_a_better_reason_is_not_asked_for_twice() -> None:
    record([happened(Kind.REPLY, ANA, days_ago=20), happened(Kind.REPLY, BO)], now_us=NOW_US)
    for each in (ANA, BO):
        wish(each, 10)
    curator().promote(person_id(ANA), "say")
    page = today(NOW_US + 20 * DAY)
    assert names(page, Section.SAY) == [ANA.handle]
    assert names(page, Section.WAITING) == [BO.handle]
    assert names(page, Section.WATCHLIST) == []


def test_a_word_that_was_dealt_with_rests_till_tomorrow() -> None:
    record([happened(Kind.LIKE, ANA, by_me=True, days_ago=70)], now_us=NOW_US)
    wish(ANA, 30)
    curator().done(person_id(ANA), Section.WATCHLIST)
    assert names(today(NOW_US + HOUR), Section.WATCHLIST) == []
    assert names(today(NOW_US + DAY), Section.WATCHLIST) == [ANA.handle]
