"""A morning with Today: by keys, by mouse, on a phone, and with no script at all."""

import re

from playwright.sync_api import Browser, Page, Route, expect

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage import models
from tests.people import ANA, BO, NOW_US, account, curator, happened, members, person_id
from tests.web.browser.conftest import sign_in
from tests.web.world import NAMES, ten_say_things, two_wait

TOAST = "#toast"


def current(page: Page) -> str:
    return page.locator("[data-row][data-current] .name").inner_text()


def row(who: int, section: str = "waiting") -> str:
    return f"#{section}-{who}"


def test_the_keyboard_alone_is_enough(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(site)
    assert current(desk) == "Ana Núñez"
    desk.keyboard.press("j")
    expect(desk.locator(row(person_id(BO)))).to_be_focused()
    desk.keyboard.press("k")
    expect(desk.locator(row(person_id(ANA)))).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(f"{site}/people/{person_id(ANA)}/")
    desk.keyboard.press("Escape")
    expect(desk).to_have_url(f"{site}/")
    desk.keyboard.press("e")
    expect(desk.locator(TOAST)).to_contain_text("Ana Núñez: done.")
    expect(desk.locator("h1")).to_have_text("1 person, about 1 minute")
    expect(desk.locator(row(person_id(BO)))).to_be_focused()
    desk.keyboard.press("u")
    expect(desk.locator("h1")).to_have_text("2 people, about 1 minute")
    desk.keyboard.press("z")
    expect(desk.get_by_role("button", name="three days")).to_be_visible()
    desk.keyboard.press("2")
    expect(desk.locator(TOAST)).to_contain_text("is back in 3 days")
    desk.keyboard.press("e")
    expect(desk.locator("h1")).to_have_text("That’s enough for today.")
    desk.keyboard.press("u")
    expect(desk.locator("[data-row]")).to_have_count(1)


def test_decisions_follow_each_other_without_waiting(desk: Page, site: str) -> None:
    herd = [account(name) for name in NAMES[:6]]
    record([happened(Kind.MENTION, each, text="Hello.") for each in herd], now_us=NOW_US)
    desk.goto(site)
    for _ in range(4):
        desk.keyboard.press("e")
    expect(desk.locator("[data-row]")).to_have_count(2)
    expect(desk.locator("[data-leaving]")).to_have_count(0)
    for _ in range(4):
        desk.keyboard.press("u")
    expect(desk.locator("[data-row]")).to_have_count(6)


def test_what_is_refused_keeps_the_attention_where_it_was(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(site)
    models.Membership.objects.filter(person_id=person_id(ANA)).delete()
    desk.keyboard.press("x")
    desk.keyboard.press("1")
    expect(desk.locator(TOAST)).to_contain_text("They are not on Mentioned You")
    expect(desk.locator(row(person_id(ANA)))).to_be_focused()
    assert current(desk) == "Ana Núñez"
    desk.keyboard.press("e")
    expect(desk.locator(TOAST)).to_contain_text("Ana Núñez: done.")


def test_one_of_the_ten_is_not_promoted_and_keeps_the_attention(desk: Page, site: str) -> None:
    two_wait()
    curator().promote(person_id(ANA), "say")
    desk.goto(site)
    desk.keyboard.press("w")
    assert current(desk) == "Ana Núñez"
    desk.keyboard.press("e")
    expect(desk.locator(TOAST)).to_contain_text("Ana Núñez: done.")


def test_undo_gives_the_attention_to_whom_it_brings_back(desk: Page, site: str) -> None:
    herd = [account(name) for name in NAMES[:5]]
    record([happened(Kind.MENTION, each, text="Hello.") for each in herd], now_us=NOW_US)
    desk.goto(site)
    desk.keyboard.press("j")
    second = current(desk)
    desk.keyboard.press("e")
    expect(desk.locator("[data-row]")).to_have_count(4)
    third = current(desk)
    desk.keyboard.press("e")
    expect(desk.locator("[data-row]")).to_have_count(3)
    desk.keyboard.press("j")
    desk.keyboard.press("u")
    expect(desk.locator("[data-current] .name")).to_have_text(third)
    desk.keyboard.press("u")
    expect(desk.locator("[data-current] .name")).to_have_text(second)
    expect(desk.locator("[data-row]:focus .name")).to_have_text(second)


def test_o_opens_their_network_without_saying_where_from(desk: Page, site: str) -> None:
    two_wait()
    asked: list[dict[str, str]] = []

    def answer(route: Route) -> None:
        asked.append(route.request.headers)
        route.fulfill(body="Their page.")

    desk.context.route("https://tusk.example/**", answer)
    desk.goto(site)
    with desk.context.expect_page() as opened:
        desk.keyboard.press("o")
    theirs = opened.value
    expect(theirs).to_have_url("https://tusk.example/@ana")
    assert theirs.evaluate("window.opener") is None
    assert "referer" not in asked[0]
    theirs.close()
    expect(desk.locator(row(person_id(ANA)))).to_have_attribute("data-opened", "")
    desk.keyboard.press("e")
    expect(desk.locator(TOAST)).to_contain_text("Ana Núñez: done.")


def test_w_promotes_and_the_rail_counts(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(site)
    desk.keyboard.press("w")
    expect(desk.locator(TOAST)).to_contain_text("Ana Núñez is on The Watchlist.")
    expect(desk.locator("[data-drop=watchlist]")).to_contain_text("1/100")
    assert members("watchlist") == {ANA.handle}


def test_notes_and_tags_are_written_where_one_is(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(site)
    desk.keyboard.press("n")
    expect(desk.get_by_label("A note about Ana Núñez")).to_be_focused()
    desk.keyboard.type("Sleeps like a tiger: e, z, w.")
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("button", name="Keep the note")).to_be_focused()
    desk.keyboard.press("Shift+Tab")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(TOAST)).to_contain_text("Noted about Ana Núñez.")
    desk.keyboard.press("#")
    desk.keyboard.type("tigers")
    desk.keyboard.press("Enter")
    expect(desk.locator(TOAST)).to_contain_text("Tagged Ana Núñez.")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Sleeps like a tiger: e, z, w.")).to_be_visible()
    expect(desk.locator(".tag")).to_contain_text("tigers")


def test_the_keys_are_one_key_away(desk: Page, site: str) -> None:
    desk.goto(site)
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog", name="Keys")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("dialog", name="Keys")).to_be_hidden()
    desk.keyboard.press("g")
    desk.keyboard.press("l")
    expect(desk).to_have_url(f"{site}/lists/")
    desk.keyboard.press("2")
    expect(desk).to_have_url(f"{site}/lists/watchlist/")
    desk.keyboard.press("/")
    expect(desk.get_by_role("searchbox")).to_be_focused()


def test_the_twenty_minutes_start_and_stop(desk: Page, site: str) -> None:
    desk.goto(site)
    desk.keyboard.press(".")
    expect(desk.locator("#timer")).to_have_text("20 min left")
    desk.goto(f"{site}/lists/")
    expect(desk.locator("#timer")).to_have_text("20 min left")
    desk.keyboard.press(".")
    expect(desk.locator("#timer")).to_have_text("20 minutes")


def test_q_says_that_it_is_enough(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(site)
    desk.keyboard.press("q")
    expect(desk).to_have_url(f"{site}/enough/")


def test_the_menu_shows_above_everything_and_closes(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(site)
    desk.locator(row(person_id(ANA))).get_by_title("Put off").click()
    expect(desk.get_by_role("button", name="a month")).to_be_in_viewport(ratio=1)
    desk.locator("h1").click()
    expect(desk.get_by_role("button", name="a month")).to_be_hidden()


def test_everything_is_done_without_a_script(browser: Browser, site: str) -> None:
    two_wait()
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, site)
    page = context.new_page()
    page.goto(site)
    ana = page.locator(row(person_id(ANA)))
    ana.get_by_role("button", name="Promote").click()
    expect(page.locator(TOAST)).to_contain_text("Ana Núñez is on The Watchlist.")
    page.locator(TOAST).get_by_role("button", name="Undo").click()
    expect(page.locator(TOAST)).to_contain_text(
        "Taken back: the promotion of Ana Núñez to The Watchlist."
    )
    ana.get_by_title("Put off").click()
    ana.get_by_role("button", name="a week").click()
    expect(page.locator("h1")).to_have_text("1 person, about 1 minute")
    page.locator(row(person_id(BO))).get_by_role("button", name="Done").click()
    expect(page.locator("h1")).to_have_text("That’s enough for today.")
    page.get_by_role("link", name="Keys").click()
    expect(page.get_by_role("main").get_by_text("next and previous person")).to_be_visible()
    context.close()


def test_a_phone_shows_one_column_and_large_targets(browser: Browser, site: str) -> None:
    two_wait()
    ten_say_things()
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    sign_in(context, site)
    page = context.new_page()
    for address in ("/", "/lists/", "/lists/say/", f"/people/{person_id(ANA)}/", "/import/"):
        page.goto(f"{site}{address}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
    page.goto(site)
    for button in page.locator(f"{row(person_id(ANA))} :is(.quiet, .act):visible").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    expect(page.locator("#timer")).to_be_visible()
    page.get_by_role("button", name="More", exact=True).tap()
    page.get_by_role("link", name="Keys").tap()
    expect(page.get_by_role("dialog", name="Keys").get_by_text("j", exact=True)).to_be_visible()
    page.get_by_role("button", name="Close").tap()
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Lists").tap()
    expect(page).to_have_url(re.compile(r"/lists/$"))
    context.close()


def test_a_screen_reader_finds_its_way(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(site)
    expect(desk.get_by_role("main")).to_have_count(1)
    expect(desk.get_by_role("heading", level=1)).to_have_count(1)
    expect(desk.get_by_role("navigation", name="Lists")).to_be_visible()
    expect(desk.get_by_role("region", name="Waiting for you")).to_be_visible()
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("link", name="Skip to the page")).to_be_focused()
    for button in desk.locator("button:visible, summary:visible, a:visible").all():
        name = (button.get_attribute("aria-label") or button.inner_text()).strip()
        assert name, button.evaluate("element => element.outerHTML")


def test_what_leaves_gets_the_attention_back_by_no_focus(desk: Page, site: str) -> None:
    two_wait()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    desk.route("**/decide/", hold)
    desk.goto(site)
    desk.keyboard.press("e")
    leaving = desk.locator(row(person_id(ANA)))
    expect(leaving).to_have_attribute("data-leaving", "")
    leaving.locator("a.name").focus()
    assert current(desk) == "Bo"
    for each in held:
        each.continue_()
    expect(leaving).to_have_count(0)
