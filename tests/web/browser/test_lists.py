"""Lists by hand: dragging, removing with a reason, and making room."""

import pytest
from playwright.sync_api import Page, expect

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.operations.lists.fade_members import fade_members
from hobnob.operations.record import record
from hobnob.storage import models
from tests.people import ANA, BO, NOW_US, happened, members, person_id
from tests.web.world import KIM, TEN, ten_say_things, two_wait


def test_a_person_dragged_onto_a_list_joins_it(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(f"{site}/lists/mentioned/")
    desk.drag_and_drop(f"#member-{person_id(ANA)}", "[data-drop=watchlist]")
    expect(desk.locator("#toast")).to_contain_text("Ana Núñez is on The Watchlist.")
    expect(desk.locator("[data-drop=watchlist]")).to_contain_text("1/100")
    assert members("watchlist") == {ANA.handle}


def test_a_person_dragged_off_is_asked_about(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(f"{site}/lists/mentioned/")
    desk.locator(f"#member-{person_id(BO)}").hover()
    desk.mouse.down()
    desk.locator("[data-drop=watchlist]").hover()
    off = desk.locator(".rail-drop")
    expect(off).to_be_visible()
    off.hover()
    desk.mouse.up()
    desk.get_by_role("button", name="links only").click()
    expect(desk.locator("#toast")).to_contain_text("Bo is off Mentioned You")
    assert members("mentioned") == {ANA.handle}


@pytest.mark.parametrize("is_scrolled", [False, True])
def test_every_list_comes_into_view_while_somebody_is_dragged(
    desk: Page, site: str, is_scrolled: bool
) -> None:
    two_wait()
    models.List.objects.bulk_create(
        models.List(key=f"circle-{each}", name=f"Circle {each}", position=9) for each in range(8)
    )
    desk.goto(f"{site}/lists/mentioned/")
    if is_scrolled:
        desk.get_by_role("link", name="How you sound").hover()
    desk.locator(f"#member-{person_id(ANA)}").hover()
    desk.mouse.down()
    desk.locator("h1").hover()
    for place in desk.locator("[data-drop]").all():
        expect(place).to_be_in_viewport(ratio=1)
    desk.locator("[data-drop=circle-7]").hover()
    desk.mouse.up()
    expect(desk.locator("#toast")).to_contain_text("Ana Núñez is on Circle 7.")


def test_the_foot_of_the_rail_is_in_reach_beside_a_long_page(desk: Page, site: str) -> None:
    record([happened(Kind.MENTION, each, days_ago=1) for each in TEN], now_us=NOW_US)
    desk.goto(f"{site}/lists/mentioned/")
    foot = desk.get_by_role("link", name="How you sound")
    desk.locator(".rail").hover()
    desk.mouse.wheel(0, 900)
    expect(foot).to_be_in_viewport(ratio=1)
    assert desk.evaluate("window.scrollY") == 0


def test_x_asks_for_the_reason_and_u_takes_it_back(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(f"{site}/lists/mentioned/")
    desk.keyboard.press("x")
    expect(desk.get_by_role("button", name="they annoy me")).to_be_focused()
    desk.keyboard.press("1")
    expect(desk.locator("[data-row]")).to_have_count(1)
    assert len(members("mentioned")) == 1
    desk.keyboard.press("u")
    expect(desk.locator("[data-row]")).to_have_count(2)
    assert members("mentioned") == {ANA.handle, BO.handle}


def test_a_full_list_asks_whom_to_move(desk: Page, site: str) -> None:
    ten_say_things()
    desk.goto(f"{site}/lists/watchlist/")
    desk.keyboard.press("w")
    expect(desk.locator("h1")).to_have_text("People Who Say Things is full")
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(f"{site}/lists/watchlist/")
    expect(desk.locator("#toast")).to_contain_text("Kim is on People Who Say Things.")
    assert KIM.handle in members("say")
    assert len(members("say")) == 10
    assert members("watchlist") <= {each.handle for each in TEN}


def test_leaving_the_question_changes_nothing(desk: Page, site: str) -> None:
    ten_say_things()
    desk.goto(f"{site}/lists/watchlist/")
    desk.keyboard.press("w")
    expect(desk.locator("h1")).to_have_text("People Who Say Things is full")
    desk.keyboard.press("Escape")
    expect(desk).to_have_url(f"{site}/lists/watchlist/")
    assert members("watchlist") == {KIM.handle}


def five_exchanges_with_ana() -> None:
    record(
        [
            happened(Kind.REPLY, ANA, by_me=by_me, days_ago=day)
            for day in (1.0, 2.0, 3.0, 4.0, 5.0)
            for by_me in (False, True)
        ],
        now_us=NOW_US,
    )


def test_w_takes_a_suggestion_and_u_takes_it_back(desk: Page, site: str) -> None:
    five_exchanges_with_ana()
    desk.goto(f"{site}/lists/mentioned/")
    expect(desk.locator(".suggestions")).to_contain_text("because of 5 exchanges in 14 days")
    desk.keyboard.press("w")
    expect(desk.locator("#toast")).to_contain_text("Ana Núñez is on The Watchlist.")
    expect(desk.locator(".suggestions")).to_have_count(0)
    desk.keyboard.press("u")
    expect(desk.locator(".suggestions")).to_have_count(1)
    assert members("watchlist") == set()


def test_e_leaves_it_as_it_is(desk: Page, site: str) -> None:
    five_exchanges_with_ana()
    desk.goto(f"{site}/lists/mentioned/")
    desk.keyboard.press("e")
    expect(desk.locator(".suggestions")).to_have_count(0)
    expect(desk.locator(f"#member-{person_id(ANA)}")).to_be_visible()


def test_x_moves_down_whom_a_full_list_names(desk: Page, site: str) -> None:
    ten_say_things()
    models.List.objects.filter(key="say").update(capacity=9, is_capacity_hard=False)
    desk.goto(f"{site}/lists/say/")
    desk.keyboard.press("x")
    expect(desk.locator("#toast")).to_contain_text("is on The Watchlist now.")
    assert len(members("say")) == 9


def test_who_has_faded_comes_back_with_one_key(desk: Page, site: str) -> None:
    models.List.objects.filter(key="mentioned").update(fade_days=365)
    record([happened(Kind.MENTION, ANA, days_ago=500)], now_us=NOW_US - 400 * DAY)
    fade_members(now_us=NOW_US)
    desk.goto(f"{site}/lists/mentioned/faded/")
    desk.keyboard.press("w")
    expect(desk.locator("#toast")).to_contain_text("Ana Núñez is back on Mentioned You")
    tabs = desk.get_by_role("navigation", name="Mentioned You")
    tabs.get_by_role("link", name="People", exact=True).click()
    expect(desk.locator(f"#member-{person_id(ANA)}")).to_be_visible()
