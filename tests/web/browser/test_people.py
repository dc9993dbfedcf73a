"""People by keyboard, and without JavaScript: found, noted, tagged, promoted, told of."""

from playwright.sync_api import Browser, Page, expect

from hobnob.domain.decisions import Verb
from hobnob.storage.models import Decision, SavedView
from tests.people import ANA, BO, curator, members, person_id
from tests.web.browser.conftest import sign_in
from tests.web.world import two_wait


def test_people_are_gone_through_by_keyboard(desk: Page, site: str) -> None:
    two_wait()
    curator().tag(person_id(ANA), "tigers")
    desk.goto(site)
    desk.keyboard.press("g")
    desk.keyboard.press("p")
    expect(desk.locator("h1")).to_have_text("People")
    expect(desk.locator("[data-current] .name")).to_have_text("Ana Núñez")
    desk.keyboard.press("j")
    expect(desk.locator("[data-current] .name")).to_have_text("Bo")
    desk.keyboard.press("n")
    desk.keyboard.type("Asks about stripes.")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#toast")).to_contain_text("Noted about Bo.")
    desk.keyboard.press("#")
    desk.keyboard.type("stripes")
    desk.keyboard.press("Enter")
    expect(desk.locator("[data-current] .tag")).to_have_text("stripes")
    desk.keyboard.press("w")
    expect(desk.locator("#toast")).to_contain_text("Bo is on The Watchlist.")
    assert members("watchlist") == {BO.handle}
    desk.keyboard.press("u")
    expect(desk.locator("#toast")).to_contain_text("Taken back")
    desk.keyboard.press("Enter")
    expect(desk.locator("h1")).not_to_have_text("People")
    desk.keyboard.press("Escape")
    expect(desk.locator("h1")).to_have_text("People")


def test_what_was_narrowed_down_is_kept_as_a_view(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(f"{site}/people/")
    desk.get_by_text("Narrow down").click()
    desk.get_by_label("waiting for you").check()
    desk.get_by_role("button", name="Show them").click()
    expect(desk.locator("[data-row]")).to_have_count(2)
    desk.get_by_text("Keep as a view").click()
    desk.get_by_label("Name of the view").fill("To answer")
    desk.get_by_role("button", name="Keep it").click()
    beside = desk.get_by_role("navigation", name="Views of people")
    expect(beside.get_by_role("link", name="To answer")).to_have_attribute("aria-current", "page")
    assert SavedView.objects.get().query == "answer=owed"


def test_a_fact_is_told_and_changed_in_place(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(f"{site}/people/{person_id(ANA)}/")
    desk.get_by_text("Tell something").click()
    desk.get_by_label("In your words").fill("Utrecht")
    desk.get_by_role("button", name="Keep it").click()
    told = desk.locator(".is-told")
    expect(told).to_contain_text("Utrecht")
    told.get_by_text("Change place").click()
    told.get_by_label("Place").fill("Leiden")
    told.get_by_role("button", name="Keep").click()
    expect(told).to_contain_text("Leiden")
    expect(told).not_to_contain_text("Utrecht")
    desk.locator("h1").click()
    desk.keyboard.press("u")
    expect(told).to_contain_text("Utrecht")


def test_everything_can_be_told_without_javascript(browser: Browser, site: str) -> None:
    two_wait()
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, site)
    page = context.new_page()
    page.goto(f"{site}/people/")
    page.get_by_text("Narrow down").click()
    page.get_by_label("On a network").select_option("mastodon")
    page.get_by_role("button", name="Show them").click()
    page.get_by_role("link", name="Ana Núñez").click()
    page.get_by_text("Tell something").click()
    page.locator("select[name=day]").select_option("15")
    page.locator("select[name=month]").select_option("April")
    page.get_by_role("button", name="Keep the birthday").click()
    expect(page.locator(".is-told")).to_contain_text("15 April")
    page.get_by_text("Change how often").click()
    page.get_by_label("A word every").fill("30")
    page.get_by_role("button", name="Keep", exact=True).first.click()
    expect(page.locator(".facts").first).to_contain_text("A word every 30 days")
    context.close()
    assert set(Decision.objects.values_list("verb", flat=True)) == {Verb.TELL, Verb.CADENCE}
