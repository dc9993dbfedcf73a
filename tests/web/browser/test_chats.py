"""A session's follow-ups: by keyboard alone, by mouse, without a script, and while it goes on."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from hobnob.domain.decisions import Verb
from hobnob.domain.networks import Capability, Mode
from hobnob.storage import models
from hobnob.web import clock
from tests.chats import Evening
from tests.people import ANA, BO, ME, NOW_US, members, person_id
from tests.web.browser.conftest import sign_in
from tests.web.test_chats import DOV, SESSION, an_evening


@pytest.fixture(autouse=True)
def _clock_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US)


def row(desk: Page, who: int) -> str:
    return f"#spoke-{who}"


def test_a_session_is_followed_up_by_keyboard_alone(desk: Page, site: str) -> None:
    an_evening()
    desk.goto(f"{site}/")
    desk.keyboard.press("g")
    desk.keyboard.press("c")
    expect(desk).to_have_url(f"{site}/chats/")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(f"{site}{SESSION}")
    expect(desk.locator("h1")).to_have_text("You met 1 person; 1 waits for an answer.")
    ana = desk.locator(row(desk, person_id(ANA)))
    expect(ana).to_have_attribute("data-current", "")
    desk.keyboard.press("w")
    expect(desk.locator("#toast")).to_contain_text("Ana Núñez is on The Watchlist.")
    expect(ana).to_contain_text("The Watchlist")
    desk.keyboard.press("n")
    desk.keyboard.type("Asks good questions.")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#toast")).to_contain_text("Noted about Ana Núñez.")
    desk.keyboard.press("e")
    expect(desk.locator("h1")).to_have_text("You met 1 person; nobody waits for an answer.")
    expect(desk.locator(row(desk, person_id(BO)))).to_have_attribute("data-current", "")
    desk.keyboard.press("u")
    expect(desk.locator("h1")).to_have_text("You met 1 person; 1 waits for an answer.")
    assert members("watchlist") == {ANA.handle}


def test_an_answer_is_starred_with_one_key(desk: Page, site: str) -> None:
    an_evening()
    desk.goto(f"{site}{SESSION}")
    neighbour = desk.locator(".row.is-said", has_text="my neighbour")
    neighbour.locator(".words").click()
    for _ in range(20):
        if neighbour.get_attribute("data-current") is not None:
            break
        desk.keyboard.press("j")
    desk.keyboard.press("s")
    expect(desk.locator("#toast")).to_contain_text("Kept as a note about Dov.")
    expect(neighbour).to_contain_text("kept")
    assert models.Decision.objects.get(verb=Verb.NOTE).account.person_id == person_id(DOV)


def test_following_shows_first_what_is_sent(desk: Page, site: str) -> None:
    an_evening()
    desk.goto(f"{site}{SESSION}")
    desk.keyboard.press("y")
    expect(desk.locator("h1")).to_have_text("Follow Ana Núñez?")
    desk.keyboard.press("Escape")
    expect(desk).to_have_url(f"{site}{SESSION}")


def test_by_mouse_everything_has_a_button(desk: Page, site: str) -> None:
    an_evening()
    desk.goto(f"{site}{SESSION}")
    ana = desk.locator(row(desk, person_id(ANA)))
    ana.hover()
    ana.get_by_role("button", name="Promote").click()
    expect(ana).to_contain_text("The Watchlist")
    ana.get_by_role("link", name="Note").click()
    desk.get_by_role("textbox", name="A note about Ana").fill("Rain.")
    desk.get_by_role("button", name="Keep the note").click()
    expect(desk.locator("#toast")).to_contain_text("Noted about Ana Núñez.")
    ana.hover()
    ana.get_by_role("button", name="Followed up").click()
    expect(ana).to_have_count(0)
    expect(desk.get_by_role("heading", name="Followed up")).to_be_visible()


def test_without_a_script_the_same_is_done(browser: Browser, site: str) -> None:
    an_evening()
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, site)
    page = context.new_page()
    page.goto(f"{site}{SESSION}")
    ana = page.locator(row(page, person_id(ANA)))
    ana.get_by_role("button", name="Followed up").click()
    expect(page).to_have_url(f"{site}{SESSION}")
    expect(page.locator("#toast")).to_contain_text("Ana Núñez: followed up.")
    expect(ana).to_have_count(0)
    page.locator(".row.is-said", has_text="my neighbour").get_by_role("button").click()
    expect(page.locator("#toast")).to_contain_text("Kept as a note about Dov.")
    context.close()


def test_while_it_goes_on_new_words_come_by_themselves(
    desk: Page, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening = an_evening()
    monkeypatch.setattr(clock, "now_us", lambda: evening.at(40))
    desk.clock.install()
    desk.goto(f"{site}{SESSION}")
    expect(desk.locator("h1")).to_have_text("You met 1 person; 1 waits for an answer.")
    desk.keyboard.press("j")
    expect(desk.locator(row(desk, person_id(BO)))).to_have_attribute("data-current", "")
    late = Evening(tag="#TuskTalk")
    late.say(DOV, ME, "A2: and who waters yours?", 38)
    late.record()
    desk.clock.run_for(21_000)
    expect(desk.locator("h1")).to_have_text("You met 2 people; 2 wait for an answer.")
    expect(desk.locator(row(desk, person_id(BO)))).to_have_attribute("data-current", "")


def test_what_one_is_writing_stays_while_the_page_looks_again(
    desk: Page, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening = an_evening()
    monkeypatch.setattr(clock, "now_us", lambda: evening.at(40))
    models.Connection.objects.create(
        network=ME.network,
        account=models.Account.objects.get(is_me=True),
        modes={str(Capability.REPLY): str(Mode.API)},
        connected_us=NOW_US,
    )
    desk.clock.install()
    desk.goto(f"{site}{SESSION}")
    # The set clock also sets when htmx takes the links over; before, "r" goes to a page of its own.
    expect(desk.locator("[data-key=r][data-htmx-powered]").first).to_be_attached()
    desk.keyboard.press("r")
    expect(desk.locator(".row-answer textarea")).to_be_focused()
    desk.keyboard.type("By the sea")
    with desk.expect_response(lambda each: each.url.endswith("?live")):
        desk.clock.run_for(21_000)
    desk.keyboard.type(", and you?")
    expect(desk.locator(".row-answer textarea")).to_have_value(
        re.compile("By the sea, and you[?]$")
    )


@pytest.mark.parametrize("address", ["/chats/", SESSION, "/chats/only/", "/chats/calendar/"])
def test_nothing_is_wider_than_a_telephone(desk: Page, site: str, address: str) -> None:
    an_evening()
    desk.set_viewport_size({"width": 390, "height": 844})
    desk.goto(f"{site}{address}")
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not desk.evaluate(wide)
