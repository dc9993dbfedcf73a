"""Three cards of hygiene: by keys, by mouse, on a phone, and with no script at all."""

import pytest
from playwright.sync_api import Browser, Page, expect

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage import models
from tests import weeds
from tests.people import ANA, BO, NOW_US, happened, person_id
from tests.web.browser.axe import SCHEMES, broken_rules, in_colours
from tests.web.browser.conftest import sign_in
from tests.weeds import CLOSED, RUDE, SELLER, looked, number

TOAST = "#toast"
ELSE = "summary:has-text('Something else')"


def card(who: int) -> str:
    return f"#card-{who}"


@pytest.fixture
def three_cards(site: str) -> None:
    """Somebody sells followers, somebody is rude, and an account is closed."""
    weeds.connected()
    weeds.a_seller()
    weeds.rudeness()
    weeds.a_closed_account()
    looked()


def test_the_keyboard_alone_is_enough(desk: Page, site: str, three_cards: None) -> None:
    desk.goto(site)
    desk.keyboard.press("g")
    desk.keyboard.press("h")
    expect(desk.locator("h1")).to_have_text("3 accounts to think about")
    expect(desk.locator(f"{card(number(SELLER))} .name")).to_have_text("Grow Fast")
    desk.keyboard.press("y")
    expect(desk.locator(TOAST)).to_contain_text("“Block Grow Fast” goes out in")
    expect(desk.locator(card(number(RUDE)))).to_be_focused()
    desk.keyboard.press("u")
    expect(desk.locator(TOAST)).to_contain_text("Called back. Nothing was sent.")
    expect(desk.locator(card(number(SELLER)))).to_be_visible()
    desk.keyboard.press("p")
    expect(desk.locator(TOAST)).to_contain_text("Grow Fast is kept")
    expect(desk.locator(card(number(RUDE)))).to_be_focused()
    desk.keyboard.press("a")
    expect(desk.get_by_role("button", name="Block Rudi")).to_be_visible()
    desk.keyboard.press("1")
    expect(desk.locator(TOAST)).to_contain_text("“Block Rudi” goes out in")
    expect(desk.locator(card(number(CLOSED)))).to_be_focused()
    desk.keyboard.press("z")
    desk.keyboard.press("3")
    expect(desk.locator(TOAST)).to_contain_text("Closed Den is back in a week.")
    expect(desk.locator("h1")).to_have_text("Clean")


def test_the_person_is_one_key_away_and_back(desk: Page, site: str, three_cards: None) -> None:
    desk.goto(f"{site}/hygiene/")
    desk.keyboard.press("Enter")
    expect(desk.locator("h1")).to_have_text("Grow Fast")
    desk.keyboard.press("Escape")
    expect(desk).to_have_url(f"{site}/hygiene/")


def test_the_mouse_alone_is_enough(desk: Page, site: str, three_cards: None) -> None:
    desk.goto(site)
    desk.get_by_role("link", name="Hygiene").click()
    desk.get_by_role("button", name="Block Grow Fast").click()
    expect(desk.locator(TOAST)).to_contain_text("“Block Grow Fast” goes out in")
    desk.locator(ELSE).click()
    desk.get_by_role("button", name="Block Rudi").click()
    expect(desk.locator(TOAST)).to_contain_text("“Block Rudi” goes out in")
    desk.get_by_role("button", name="Keep for ever").click()
    expect(desk.locator("h1")).to_have_text("Clean")
    assert set(models.OutboxItem.objects.values_list("kind", flat=True)) == {"block"}


def test_people_worth_following_are_followed_by_keys(desk: Page, site: str) -> None:
    weeds.connected()
    record(
        [
            happened(Kind.REPLY, each, days_ago=day, text=f"Yes, {day}.")
            for each in (ANA, BO)
            for day in (1, 2, 3)
        ],
        now_us=NOW_US,
    )
    desk.goto(f"{site}/hygiene/follow/")
    desk.keyboard.press("j")
    desk.keyboard.press("x")
    expect(desk.locator(TOAST)).to_contain_text("is not suggested again.")
    desk.keyboard.press("y")
    expect(desk.locator(TOAST)).to_contain_text("goes out in")
    expect(desk.locator("h1")).to_have_text("Nobody new just now")
    assert models.OutboxItem.objects.get().kind == "follow"


def test_without_a_script_all_of_it_works(browser: Browser, site: str, three_cards: None) -> None:
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, site)
    page = context.new_page()
    page.goto(f"{site}/hygiene/")
    page.locator(ELSE).click()
    page.get_by_role("button", name="Unfollow Grow Fast").click()
    expect(page.locator(TOAST)).to_contain_text("“Unfollow Grow Fast” goes out in")
    page.get_by_role("button", name="Mute Rudi").click()
    expect(page.locator(TOAST)).to_contain_text("“Mute Rudi” goes out in")
    page.get_by_role("button", name="Keep for ever").click()
    expect(page.locator("h1")).to_have_text("Clean")
    context.close()


def test_on_a_phone_nothing_is_wider_than_the_screen(
    desk: Page, site: str, three_cards: None
) -> None:
    desk.set_viewport_size({"width": 390, "height": 844})
    desk.goto(f"{site}/hygiene/")
    mark = f"/people/{person_id(RUDE)}/mark/"
    for address in ("/hygiene/", "/hygiene/follow/", mark):
        desk.goto(f"{site}{address}")
        assert desk.evaluate("document.documentElement.scrollWidth") <= 390
    desk.goto(f"{site}/hygiene/")
    desk.locator(ELSE).click()
    assert desk.evaluate("document.documentElement.scrollWidth") <= 390
    small = desk.evaluate(
        """() => [...document.querySelectorAll("#page :is(button, summary, .act)")]
        .filter((each) => each.offsetParent && each.getBoundingClientRect().height < 43.5)
        .map((each) => each.textContent)"""
    )
    assert small == []


def test_every_kind_of_card_is_as_accessible_as_the_pages(
    desk: Page, site: str, three_cards: None
) -> None:
    weeds.somebody_moved()
    looked()
    desk.goto(f"{site}/hygiene/")
    wrong: list[str] = []
    for _ in range(4):
        for scheme in SCHEMES:
            in_colours(desk, scheme)
            wrong += broken_rules(desk)
        title = desk.locator("h1").inner_text()
        desk.keyboard.press("p")
        expect(desk.locator("h1")).not_to_have_text(title)
    assert desk.locator("h1").inner_text() == "Clean"
    assert wrong == []
