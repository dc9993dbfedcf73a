"""Logging by keyboard, by mouse and by hand: two keys, words and a day where one likes."""

from playwright.sync_api import Browser, Page, expect

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage.models import Deed, Interaction, Outcome
from tests.people import ANA, BO, NOW_US, happened, person_id
from tests.web.browser.conftest import sign_in
from tests.web.world import two_wait


def test_a_call_is_logged_with_two_keys_from_a_row(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(f"{site}/people/")
    expect(desk.locator("[data-current] .name")).to_have_text("Ana Núñez")
    desk.keyboard.press("m")
    expect(desk.locator("#write-log h2")).to_have_text("You and Ana Núñez")
    desk.keyboard.press("c")
    expect(desk.locator("#toast")).to_contain_text("Logged a call with Ana Núñez.")
    expect(desk.locator("dialog[open]")).to_have_count(0)
    assert Deed.objects.get().interaction is not None
    desk.keyboard.press("u")
    expect(desk.locator("#toast")).to_contain_text("Taken back: the call with Ana Núñez.")
    assert not Interaction.objects.filter(kind=Kind.CALL).exists()


def test_letters_that_lead_to_pages_are_keys_of_their_own_in_the_dialog(
    desk: Page, site: str
) -> None:
    two_wait()
    desk.goto(f"{site}/people/")
    desk.keyboard.press("m")
    desk.keyboard.press("g")
    expect(desk.locator("#toast")).to_contain_text("Logged what you gave Ana Núñez.")


def test_words_come_first_and_enter_leads_on_to_the_keys(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(f"{site}/people/")
    desk.keyboard.press("j")
    desk.keyboard.press("m")
    desk.keyboard.press("n")
    desk.keyboard.type("carried the tent")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Shift+H")
    expect(desk.locator("#toast")).to_contain_text("Logged that Bo helped you.")
    assert Deed.objects.get().decision.why == "carried the tent"


def test_what_came_of_it_is_one_key_further(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(f"{site}/people/")
    desk.keyboard.press("m")
    desk.keyboard.press("o")
    expect(desk.locator("#write-outcome h2")).to_have_text("You and Ana Núñez")
    desk.keyboard.press("r")
    expect(desk.locator("#toast")).to_contain_text("Written down: a referral from Ana Núñez.")
    desk.keyboard.press("j")
    desk.keyboard.press("Shift+M")
    desk.get_by_label("Worth").fill("500 EUR")
    desk.get_by_label("Worth").press("Enter")
    desk.keyboard.press("d")
    expect(desk.locator("#toast")).to_contain_text("Written down: a donation from Bo.")
    assert [(each.kind, each.amount) for each in Outcome.objects.order_by("pk")] == [
        ("referral", None),
        ("donation", 50_000),
    ]


def test_a_proposal_is_decided_with_a_key(desk: Page, site: str) -> None:
    record([happened(Kind.REPOST, BO, days_ago=2, text="The herons are back.")], now_us=NOW_US)
    record([happened(Kind.REPOST, ANA, days_ago=3, text="Owls, too.")], now_us=NOW_US)
    desk.goto(f"{site}/log/")
    desk.keyboard.press("y")
    expect(desk.locator("#toast")).to_contain_text("Written down: a share.")
    desk.keyboard.press("m")
    desk.keyboard.press("t")
    expect(desk.locator("#toast")).to_contain_text("Logged that you thanked Ana Núñez.")
    desk.keyboard.press("n")
    expect(desk.locator("#toast")).to_contain_text("That was no promotion")
    expect(desk.get_by_role("heading", name="Was it?")).to_have_count(0)


def test_everything_is_logged_by_touch_on_a_phone_without_a_script(
    browser: Browser, site: str
) -> None:
    two_wait()
    phone = browser.new_context(
        java_script_enabled=False, has_touch=True, viewport={"width": 390, "height": 800}
    )
    sign_in(phone, site)
    page = phone.new_page()
    page.goto(f"{site}/people/{person_id(ANA)}/log/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_label("Words, if you like").first.fill("over tea")
    page.get_by_role("button", name="visited them").tap()
    expect(page.locator("#toast")).to_contain_text("Logged that you visited Ana Núñez.")
    phone.close()
