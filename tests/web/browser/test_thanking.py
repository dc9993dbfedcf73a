"""Thanking from Today with one key, and a page of somebody that remembers when it was looked at."""

from playwright.sync_api import Page, expect

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage import models
from tests.people import ANA, NOW_US, happened, person_id
from tests.web.world import two_wait


def test_t_opens_the_words_to_begin_with_and_e_is_done(desk: Page, site: str) -> None:
    record([happened(Kind.REPOST, ANA, days_ago=2)], now_us=NOW_US)
    desk.goto(site)
    row = desk.locator(f"#thank-{person_id(ANA)}")
    expect(row).to_contain_text("because they")
    desk.keyboard.press("t")
    expect(row.locator("textarea")).to_be_visible()
    row.get_by_role("button", name="Leave it").click()
    expect(row.locator("textarea")).to_have_count(0)
    desk.keyboard.press("e")
    expect(desk.locator("h1")).to_have_text("That’s enough for today.")
    expect(desk.locator("#page")).to_contain_text("1 person thanked")


def test_who_was_in_front_of_somebody_was_looked_at(desk: Page, site: str) -> None:
    two_wait()
    desk.clock.install()
    desk.goto(f"{site}/people/{person_id(ANA)}/")
    expect(desk.get_by_role("heading", name="What’s new")).to_be_visible()
    with desk.expect_response("**/time/"):
        desk.clock.run_for(12_000)
        desk.keyboard.press("j")
        desk.clock.run_for(20_000)
    look = models.PersonLook.objects.get()
    assert look.person_id == person_id(ANA)
    assert models.ReadingTime.objects.filter(place=f"person:{person_id(ANA)}").exists()
