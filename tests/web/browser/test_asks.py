"""An ask with its gate: by keys from a person to the answer, and with no script at all."""

import pytest
from playwright.sync_api import Browser, Page, expect

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage import models
from tests.asks import ana_may_be_asked, asked
from tests.people import ANA, BO, NOW_US, happened, person_id
from tests.web.browser.conftest import sign_in

TOAST = "#toast"


@pytest.fixture(autouse=True)
def _somebody_may_be_asked(site: str) -> None:
    ana_may_be_asked()


def test_from_a_person_to_their_yes_the_keyboard_is_enough(desk: Page, site: str) -> None:
    desk.goto(f"{site}/people/{person_id(ANA)}/")
    desk.keyboard.press("a")
    expect(desk.locator("h1")).to_have_text("Ask Ana Núñez")
    expect(desk.locator(".ask-sentence").first).to_contain_text(
        "Fair to ask: you answered them 6 times and shared their words 3 times"
    )
    desk.get_by_label("a signature").check()
    desk.get_by_label("What do you ask?").fill("sign for the meadow")
    desk.keyboard.press("Enter")
    expect(desk.locator(TOAST)).to_contain_text("you asked Ana Núñez for a signature")

    desk.keyboard.press("g")
    desk.keyboard.press("a")
    expect(desk.locator("h1")).to_have_text("Asks")
    desk.keyboard.press("y")
    expect(desk.locator(TOAST)).to_contain_text("Ana Núñez said yes.")
    expect(desk.locator(".ask-answer.is-yes")).to_be_visible()
    desk.keyboard.press("u")
    expect(desk.locator(TOAST)).to_contain_text("Taken back: what Ana Núñez answered.")
    expect(desk.get_by_role("button", name="Silence")).to_be_visible()


def test_the_key_asks_whoever_has_the_attention(desk: Page, site: str) -> None:
    desk.goto(f"{site}/lists/mentioned/")
    desk.locator(f"#member-{person_id(BO)} .because").first.click()
    desk.locator(f"#member-{person_id(BO)}").focus()
    desk.keyboard.press("a")
    expect(desk.locator("h1")).to_have_text("Ask Bo")
    expect(desk.locator(".ask-sentence").first).to_contain_text("Give first")


def test_with_nobody_to_mind_the_key_asks_whom_one_may_ask(desk: Page, site: str) -> None:
    desk.goto(f"{site}/topics/")
    desk.keyboard.press("a")
    expect(desk.locator("h1")).to_have_text("Whom may I ask?")


def test_against_the_gate_one_says_so(desk: Page, site: str) -> None:
    desk.goto(f"{site}/people/{person_id(BO)}/ask/?back=/asks/")
    desk.get_by_label("a share").check()
    desk.get_by_label("What do you ask?").fill("share the walk")
    desk.get_by_role("button", name="Write it down").click()
    expect(desk.get_by_role("alert")).to_contain_text("you have exchanged one message")
    desk.get_by_role("button", name="I asked all the same").click()
    expect(desk.locator(TOAST)).to_contain_text("Written down: you asked Bo for a share.")


def test_t_thanks_whom_one_owes_as_it_does_on_today(desk: Page, site: str) -> None:
    record([happened(Kind.REPOST, BO, days_ago=1)], now_us=NOW_US)
    desk.goto(f"{site}/asks/owed/")
    row = desk.locator(f"#thank-{person_id(BO)}")
    row.focus()
    desk.keyboard.press("t")
    expect(row.locator("textarea")).to_be_focused()
    row.get_by_role("button", name="I said it").click()
    expect(desk.locator(TOAST)).to_contain_text("Done for Bo.")
    expect(row).to_have_count(0)


def test_no_script_is_needed_to_ask_and_to_hear(browser: Browser, site: str) -> None:
    kept = asked(BO, days_ago=20)
    with browser.new_context(java_script_enabled=False) as context:
        sign_in(context, site)
        page = context.new_page()
        page.goto(f"{site}/people/{person_id(ANA)}/ask/?back=/asks/")
        page.get_by_label("a donation").check()
        page.get_by_label("What do you ask?").fill("a bench by the water")
        page.get_by_role("button", name="Write it down").click()
        expect(page.locator("h1")).to_have_text("Asks")
        page.locator(f"#ask-{kept.pk}").get_by_role("button", name="Silence").click()
        expect(page.locator(f"#ask-{kept.pk} .ask-answer")).to_have_text("Silence")
        page.close()

    kept.refresh_from_db()
    assert kept.answer == "silence"
    assert models.Ask.objects.count() == 2
