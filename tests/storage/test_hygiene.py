from hobnob.domain.actions import ActionKind
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY, HOUR
from hobnob.domain.outbox import State
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.hygiene.queue import (
    hygiene,
    is_look_due,
    last_run,
    next_cards,
    pace_of,
    waiting_cards,
)
from tests import weeds
from tests.people import BO, NOW_US, begin, curator, happened, person_id
from tests.web.test_hygiene import full_day
from tests.weeds import CLOSED, RUDE, SELLER, looked, number


def test_a_look_is_due_once_a_day_and_where_there_is_somebody(db: None) -> None:
    begin()
    assert not is_look_due(NOW_US)
    record([happened(Kind.MENTION, BO)], now_us=NOW_US)
    assert is_look_due(NOW_US)
    looked()
    assert not is_look_due(NOW_US + 19 * HOUR)
    assert is_look_due(NOW_US + 20 * HOUR)


def test_a_look_that_was_killed_is_no_look(db: None) -> None:
    models.CheckRun.objects.create(began_us=NOW_US - 2 * HOUR)
    assert last_run(NOW_US) is None


def test_blocks_wait_before_mutes_and_those_before_unfollows(db: None) -> None:
    begin()
    weeds.a_closed_account()
    weeds.rudeness()
    weeds.a_seller()
    looked()
    assert waiting_cards(NOW_US) == [number(SELLER), number(RUDE), number(CLOSED)]
    assert [each.handle for each in next_cards(NOW_US, 2)] == [SELLER.handle, RUDE.handle]


def test_a_card_put_off_rests_for_hygiene_alone(db: None) -> None:
    begin()
    weeds.a_seller()
    looked()
    curator().snooze(person_id(SELLER), "follow", until_us=NOW_US + DAY)
    assert waiting_cards(NOW_US) == [number(SELLER)]
    curator().snooze(person_id(SELLER), "hygiene", until_us=NOW_US + DAY)
    assert waiting_cards(NOW_US) == []
    assert waiting_cards(NOW_US + DAY) == [number(SELLER)]


def test_what_was_called_back_or_failed_counts_neither_as_done_nor_against_the_day(
    db: None,
) -> None:
    begin()
    weeds.connected()
    full_day()
    assert pace_of(ActionKind.BLOCK, NOW_US).is_full
    assert pace_of(ActionKind.FOLLOW, NOW_US).done == 0
    models.OutboxItem.objects.update(state=State.WITHDRAWN)
    assert pace_of(ActionKind.BLOCK, NOW_US).done == 0
    models.OutboxItem.objects.update(state=State.SENT)
    assert pace_of(ActionKind.BLOCK, NOW_US + DAY).done == 0


def test_a_card_found_again_after_it_was_dealt_with_comes_back(db: None) -> None:
    begin()
    weeds.a_closed_account()
    looked()
    models.OutboxItem.objects.create(
        account=weeds.connected().account,
        kind="mute",
        mode="api",
        about_id=number(CLOSED),
        form="a",
        state=State.SENT,
        drafted_us=NOW_US,
    )
    assert waiting_cards(NOW_US) == []
    models.Finding.objects.update(found_us=NOW_US + DAY)
    assert waiting_cards(NOW_US + DAY) == [number(CLOSED)]


def test_when_all_is_clean_it_counts_whom_i_keep(db: None) -> None:
    begin()
    weeds.a_seller()
    curator().keep(person_id(SELLER))
    curator().keep(person_id(SELLER), why="said twice")
    looked()
    page = hygiene(NOW_US)
    assert (page.card, page.waiting, page.kept) == (None, 0, 1)
