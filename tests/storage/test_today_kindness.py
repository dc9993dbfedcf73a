"""Today's thanks, gestures and asks: who stands where, why, and that a day has an end."""

import pytest

from hobnob.domain.campaigns import read_plan
from hobnob.domain.facts import FactKind
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account
from hobnob.domain.today import AT_MOST, Section
from hobnob.operations.asks.campaigns import make_campaign
from hobnob.operations.local_user import local_user
from hobnob.operations.make_gesture import make_gesture
from hobnob.operations.record import record
from hobnob.operations.remember_gesture import Given
from hobnob.operations.tell import tell
from hobnob.storage.queries.today.page import Today, TodayRow, today
from hobnob.storage.queries.today.sitting import sitting
from tests import people
from tests.asks import ana_may_be_asked
from tests.people import ANA, BO, CEM, NOW_US, account, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()


def page(days_later: float = 0) -> Today:
    return today(NOW_US + int(days_later * DAY), reader=local_user())


def rows(key: Section, *, days_later: float = 0) -> list[TodayRow]:
    found = next(each for each in page(days_later).sections if each.key == key)
    return list(found.rows)


def names(key: Section, *, days_later: float = 0) -> list[str]:
    return [row.person.handle for row in rows(key, days_later=days_later)]


def shared(*who: Account, days_ago: float = 2) -> None:
    record([happened(Kind.REPOST, each, days_ago=days_ago) for each in who], now_us=NOW_US)


def born_today(who: Account) -> None:
    record([happened(Kind.MENTION, who, days_ago=200)], now_us=NOW_US)
    robin = local_user()
    tell(person_id(who), FactKind.BIRTHDAY, "18 November", author=robin, now_us=NOW_US)


def plan() -> None:
    asks = ["petition: sign for the meadow"]
    plan = read_plan(name="Wetlands in spring", asks=asks)
    make_campaign(plan, author=local_user(), now_us=NOW_US)


def test_who_shared_my_words_is_to_be_thanked_and_says_why() -> None:
    shared(ANA)
    (row,) = rows(Section.THANK)
    assert row.person.handle == ANA.handle
    assert row.why.startswith("because they")
    assert (row.act.word, row.act.key) == ("Thank", "t")


def test_a_thank_you_says_more_than_one_of_your_ten() -> None:
    shared(ANA)
    curator().promote(person_id(ANA), "say")
    assert names(Section.THANK) == [ANA.handle]
    assert names(Section.SAY) == []


def test_who_waits_for_my_answer_is_thanked_in_it() -> None:
    shared(ANA)
    record([happened(Kind.MENTION, ANA, text="Did you see it?")], now_us=NOW_US)
    assert names(Section.WAITING) == [ANA.handle]
    assert names(Section.THANK) == []


def test_who_was_thanked_goes_and_undo_brings_them_back() -> None:
    shared(ANA)
    (row,) = rows(Section.THANK)
    given = Given(person_id=person_id(ANA), kind="thank_repost", key=dict(row.about)["key"])
    make_gesture(given, author=curator().author, now_us=NOW_US)
    assert names(Section.THANK) == []
    assert sitting(curator().author, now_us=NOW_US).words == "1 person thanked"
    curator().undo()
    assert names(Section.THANK) == [ANA.handle]


@pytest.mark.parametrize("days_later", [0, 1, 20])
def test_what_is_ticked_off_stays_off(days_later: int) -> None:
    shared(ANA)
    (row,) = rows(Section.THANK)
    curator().done(person_id(ANA), Section.THANK, up_to_us=row.up_to_us)
    assert names(Section.THANK, days_later=days_later) == []


def test_a_thank_you_put_off_comes_back_in_its_time() -> None:
    shared(ANA)
    curator().snooze(person_id(ANA), Section.THANK, until_us=NOW_US + DAY)
    assert names(Section.THANK) == []
    assert names(Section.THANK, days_later=1.1) == [ANA.handle]


def test_so_many_thanks_a_day_are_enough() -> None:
    crowd = [account(f"calf{number}") for number in range(9)]
    shared(*crowd)
    assert len(rows(Section.THANK)) == AT_MOST[Section.THANK]
    for row in rows(Section.THANK):
        curator().done(row.person.person_id, Section.THANK, up_to_us=row.up_to_us)
    assert rows(Section.THANK) == []
    assert len(rows(Section.THANK, days_later=1)) == 4


def test_a_birthday_is_a_gesture_with_its_words() -> None:
    born_today(ANA)
    (row,) = rows(Section.GESTURES)
    assert row.person.handle == ANA.handle
    assert row.why.startswith("because it is their birthday")
    assert row.offer is not None
    assert row.offer.gesture.kind == "birthday"


def test_without_a_reader_there_are_no_gestures() -> None:
    born_today(ANA)
    sections = {each.key: each.rows for each in today(NOW_US).sections}
    assert sections[Section.GESTURES] == ()


def test_two_gestures_a_day_are_enough() -> None:
    herd = [account(f"calf{number}") for number in range(4)]
    for each in herd:
        born_today(each)
    assert len(rows(Section.GESTURES)) == 2
    for row in rows(Section.GESTURES):
        curator().done(row.person.person_id, Section.GESTURES)
    assert rows(Section.GESTURES) == []


def test_the_one_ask_of_the_plan_that_runs_is_suggested_with_the_gates_sentence() -> None:
    ana_may_be_asked()
    assert names(Section.ASK) == []
    plan()
    (row,) = rows(Section.ASK)
    assert row.person.handle == ANA.handle
    assert "Fair to ask" in row.why
    assert row.happened == "for Wetlands in spring: sign for the meadow"
    assert dict(row.about)["campaign"] == "wetlands-in-spring"
    curator().done(person_id(ANA), Section.ASK)
    assert names(Section.ASK) == []


def test_the_plan_that_runs_stands_above() -> None:
    assert page().plan is None
    plan()
    found = page().plan
    assert found is not None
    assert found.sentence.startswith("Wetlands in spring:")


def test_nobody_is_in_two_sections() -> None:
    ana_may_be_asked()
    plan()
    shared(ANA, BO, CEM)
    born_today(CEM)
    for who in (ANA, BO, CEM):
        curator().promote(person_id(who), "say")
    found = [row.person.handle for part in page().sections for row in part.rows]
    assert sorted(found) == sorted({ANA.handle, BO.handle, CEM.handle})


def test_of_whom_i_block_nothing_is_told() -> None:
    shared(ANA)
    born_today(ANA)
    block = happened(Kind.BLOCK, ANA, by_me=True, days_ago=None)
    record([block], now_us=NOW_US)
    assert page().people == 0
