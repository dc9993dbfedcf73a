"""Being kind in a browser: a thank-you and a birthday by keys, undone, and without a script."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.posts import Post
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.web import clock
from tests.gestures import born_days_ago, loves, own_picture
from tests.people import ANA, BO, ME, NOW_US, happened
from tests.web.browser.conftest import sign_in

TOAST = "#toast"
WORDS = "form.gesture-form textarea"
MINE = Post(
    network=ME.network,
    native_id="robin-said",
    author=ME,
    text="The tiger has woken up.",
    at_us=NOW_US - 2 * DAY,
)


@pytest.fixture(autouse=True)
def _world(site: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ana has her birthday and loves tigers; Bo handed something of mine on."""
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US)
    record([happened(Kind.MENTION, ANA, text="Good morning.", days_ago=40)], now_us=NOW_US)
    record([], posts=[MINE], now_us=NOW_US)
    record([replace(happened(Kind.REPOST, BO), post=MINE)], now_us=NOW_US)
    born_days_ago(ANA, 0)
    loves(ANA, "tigers")
    own_picture("tigers")
    yield
    shutil.rmtree(Path(settings.HOME) / "pictures", ignore_errors=True)


def test_a_birthday_is_wished_by_keys_and_undone(desk: Page, site: str) -> None:
    desk.goto(f"{site}/give/")
    row = desk.locator("[data-row]").first
    expect(row).to_contain_text("because it is their birthday")
    expect(row.get_by_alt_text("cub asleep")).to_be_visible()
    desk.keyboard.press("t")
    expect(desk.locator(WORDS)).to_be_focused()
    expect(desk.locator(WORDS)).to_have_value(re.compile("@ana@tusk.example .*tigers.*…"))
    desk.locator(WORDS).fill("I sang for her on the phone.")
    desk.get_by_role("button", name="I said it another way").click()
    expect(desk.locator(TOAST)).to_contain_text("Done for Ana Núñez.")
    gesture = models.Gesture.objects.get()
    assert gesture.words == "I sang for her on the phone."
    assert gesture.picture == "tigers/cub-asleep.gif"
    desk.keyboard.press("u")
    expect(desk.locator("[data-row]").first).to_contain_text("because it is their birthday")


def test_words_with_a_gap_stay_and_say_so(desk: Page, site: str) -> None:
    desk.goto(f"{site}/give/")
    desk.keyboard.press("t")
    expect(desk.locator(WORDS)).to_be_focused()
    desk.get_by_role("button", name="Open on Mastodon, filled in").click()
    expect(desk.locator(TOAST)).to_contain_text("waits for words of yours")
    expect(desk.locator(WORDS)).to_be_visible()
    assert not models.OutboxItem.objects.exists()


def test_somebody_is_thanked_from_the_page_of_more(desk: Page, site: str) -> None:
    # The network's own page opens by itself; nobody leaves this machine for it.
    desk.context.route("https://tusk.example/**", lambda route: route.abort())
    desk.goto(f"{site}/give/?more=1")
    row = desk.locator("[data-row]", has_text="Thank for a repost")
    row.get_by_role("link", name="Thank for a repost").click()
    expect(row.locator(WORDS)).to_be_focused()
    row.locator(WORDS).fill("@bo@den.example Thank you, the tiger saw it too.")
    row.get_by_role("button", name="Open on Mastodon, filled in").click()
    there = desk.locator(f"{TOAST} a", has_text="Open it")
    expect(there).to_have_attribute("href", re.compile("^https://tusk.example/share"))
    assert models.Gesture.objects.get().kind == "thank_repost"
    desk.goto(f"{site}/give/?more=1")
    expect(desk.locator("main")).not_to_contain_text("Thank for a repost")


def test_not_this_one_goes_by_a_key_and_comes_back_by_another(desk: Page, site: str) -> None:
    desk.goto(f"{site}/give/")
    desk.keyboard.press("x")
    expect(desk.locator(TOAST)).to_contain_text("it is not offered again")
    expect(desk.locator("h1").last).to_have_text("Nothing that presses")
    desk.keyboard.press("u")
    expect(desk.locator("[data-row]")).to_have_count(1)


def test_it_all_works_without_a_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, site)
    page = context.new_page()
    page.goto(f"{site}/give/")
    page.get_by_role("link", name="Wish a happy birthday").click()
    expect(page.locator("h1")).to_contain_text("Wish a happy birthday: Ana Núñez")
    page.locator(WORDS).fill("Happy birthday! [a wish …]")
    page.get_by_role("button", name="Open on Mastodon, filled in").click()
    expect(page.get_by_role("alert")).to_contain_text("waits for words of yours")
    expect(page.locator(WORDS)).to_have_value("Happy birthday! [a wish …]")
    page.locator(WORDS).fill("Happy birthday!")
    page.get_by_role("button", name="I said it another way").click()
    expect(page.locator(TOAST)).to_contain_text("Done for Ana Núñez.")
    context.close()
