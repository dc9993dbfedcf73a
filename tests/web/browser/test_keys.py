"""What a key acts on: the current person and nobody else; what opened; and what the list says."""

import pytest
from playwright.sync_api import Browser, Page, expect

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage.models import Decision
from tests.people import ANA, BO, CEM, NOW_US, curator, happened, members, person_id
from tests.web.browser.conftest import sign_in
from tests.web.world import two_wait

TOAST = "#toast"
CURRENT = "[data-row][data-current]"
PANEL = ".row-answer > form"


# ── On whom ──────────────────────────────────────────────────────────────────


def test_a_key_that_does_nothing_for_the_current_person_does_it_for_nobody(
    desk: Page, site: str
) -> None:
    two_wait()
    curator().promote(person_id(ANA), "say")
    desk.goto(site)
    desk.keyboard.press("w")
    expect(desk.locator(TOAST)).to_have_text("“w” does nothing for Ana Núñez.")
    desk.keyboard.press("j")
    expect(desk.locator(TOAST)).to_have_text("")
    desk.keyboard.press("w")
    expect(desk.locator(TOAST)).to_contain_text("Bo is on The Watchlist.")
    assert members("watchlist") == {BO.handle}


def test_nor_does_it_open_anything_for_somebody_else(desk: Page, site: str) -> None:
    two_wait()
    record([happened(Kind.REPOST, CEM, days_ago=2)], now_us=NOW_US)
    desk.goto(site)
    expect(desk.locator(CURRENT)).to_contain_text("Ana Núñez")
    expect(desk.locator("[data-row] [data-key=t]")).to_have_count(1)
    desk.keyboard.press("t")
    expect(desk.locator(TOAST)).to_have_text("“t” does nothing for Ana Núñez.")
    expect(desk.locator(PANEL)).to_have_count(0)


def test_what_can_be_undone_is_still_said_beside_it(desk: Page, site: str) -> None:
    two_wait()
    record([happened(Kind.REPOST, CEM, days_ago=2)], now_us=NOW_US)
    desk.goto(site)
    desk.keyboard.press("e")
    expect(desk.locator(TOAST)).to_contain_text("Ana Núñez: done.")
    expect(desk.locator(CURRENT)).to_contain_text("Bo")
    desk.keyboard.press("t")
    expect(desk.locator(TOAST)).to_contain_text("“t” does nothing for Bo.")
    expect(desk.locator(TOAST).get_by_role("button", name="Undo")).to_be_visible()


# ── Through what is closed, and what is open ─────────────────────────────────


@pytest.mark.parametrize("address", ["/", "/lists/mentioned/"])
def test_a_number_goes_to_a_list_while_no_menu_is_open(desk: Page, site: str, address: str) -> None:
    two_wait()
    desk.goto(f"{site}{address}")
    expect(desk.locator(f"{CURRENT} details.menu [data-key='2']").first).to_be_attached()
    desk.keyboard.press("2")
    expect(desk).to_have_url(f"{site}/lists/watchlist/")
    assert not Decision.objects.exists()


def test_u_closes_an_open_menu_and_undoes_nothing(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(site)
    desk.keyboard.press("e")
    expect(desk.locator("[data-row]")).to_have_count(1)
    desk.keyboard.press("z")
    expect(desk.get_by_role("button", name="three days")).to_be_visible()
    desk.keyboard.press("u")
    expect(desk.get_by_role("button", name="three days")).to_be_hidden()
    expect(desk.locator(f"#waiting-{person_id(BO)}")).to_be_focused()
    assert not Decision.objects.filter(undone_by__isnull=False).exists()
    desk.keyboard.press("u")
    expect(desk.locator("[data-row]")).to_have_count(2)


def test_where_nothing_can_be_written_the_letters_typed_are_no_acts(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(site)
    desk.keyboard.press("r")
    expect(desk.get_by_role("link", name="Connect Mastodon")).to_be_focused()
    desk.keyboard.type("jewel")
    expect(desk.locator(CURRENT)).to_contain_text("Ana Núñez")
    expect(desk.get_by_role("link", name="Connect Mastodon")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(desk.locator(PANEL)).to_have_count(0)
    expect(desk.locator(f"#waiting-{person_id(ANA)}")).to_be_focused()
    assert not Decision.objects.exists()
    desk.keyboard.press("e")
    expect(desk.locator(TOAST)).to_contain_text("Ana Núñez: done.")


def test_who_leaves_the_panel_on_a_persons_page_is_on_the_page_again(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(f"{site}/people/{person_id(ANA)}/")
    desk.locator(".timeline").get_by_role("link", name="Answer from here").click()
    expect(desk.get_by_role("link", name="Connect Mastodon")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(desk.locator(PANEL)).to_have_count(0)
    expect(desk.locator("#page")).to_be_focused()


# ── What the list says ───────────────────────────────────────────────────────


def test_the_list_of_keys_opens_at_its_beginning(desk: Page, site: str) -> None:
    desk.set_viewport_size({"width": 900, "height": 500})
    desk.goto(site)
    desk.keyboard.press("?")
    help_ = desk.get_by_role("dialog", name="Keys")
    expect(help_.get_by_role("heading", name="Keys")).to_be_focused()
    expect(help_.get_by_role("heading", level=3)).to_have_text(
        ["Move", "Decide", "On some pages", "Go to"]
    )
    assert help_.evaluate("each => [each.scrollTop, each.scrollHeight > each.clientHeight]") == [
        0,
        True,
    ]


def test_it_is_enough_for_today_on_every_page(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(f"{site}/lists/")
    desk.keyboard.press("q")
    expect(desk).to_have_url(f"{site}/enough/")


def test_on_a_phone_a_key_in_a_sentence_is_read_and_a_hint_is_not(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    sign_in(context, site)
    page = context.new_page()
    page.goto(f"{site}/lists/watchlist/")
    expect(page.locator(".letter kbd:not([aria-hidden])")).to_be_visible()
    assert page.locator("kbd[aria-hidden]:visible").count() == 0
    context.close()
