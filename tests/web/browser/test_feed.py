"""A list's catch-up: by keys, by scrolling, on a phone, and with no script at all."""

from itertools import count

import pytest
from playwright.sync_api import Browser, Page, expect

from hobnob.storage import models
from hobnob.web import clock
from tests.people import ANA, NOW_US, account, members
from tests.reading import ASKS, TALK, a_morning, kept, number, posted, put_on, reader
from tests.web.browser.conftest import sign_in

TOAST = "#toast"
PATH = "/feed/watchlist/"
TOLD = f"**{PATH}read/"
"""Where the page tells what was passed, a moment after it was."""


def current(page: Page) -> str:
    return page.locator("[data-row][data-current] .name").inner_text()


def seen() -> set[int]:
    return set(models.SeenPost.objects.values_list("post_id", flat=True))


def test_a_catch_up_by_the_keyboard_alone(desk: Page, site: str) -> None:
    a_morning()
    desk.goto(site)
    desk.keyboard.press("g")
    desk.keyboard.press("f")
    expect(desk.locator("h1")).to_have_text("Feed")
    desk.get_by_role("link", name="The Watchlist").last.focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("h1")).to_have_text("The Watchlist")
    first = current(desk)
    desk.keyboard.press("e")
    expect(desk.locator("h1 + p")).to_contain_text("6 to read")
    assert current(desk) != first
    desk.keyboard.press("w")
    expect(desk.locator(TOAST)).to_contain_text("is on People Who Say Things")
    desk.keyboard.press("n")
    expect(desk.get_by_label("A note about")).to_be_focused()
    desk.keyboard.press("Escape")
    desk.keyboard.press("u")
    expect(desk.locator(TOAST)).to_contain_text("Taken back: the promotion")
    desk.keyboard.press("x")
    desk.keyboard.press("2")
    expect(desk.locator(TOAST)).to_contain_text("is off The Watchlist")


def test_j_passes_what_it_leaves_and_the_next_look_does_not_show_it(desk: Page, site: str) -> None:
    a_morning()
    desk.goto(f"{site}{PATH}")
    before = desk.locator("#feed [data-row]").count()
    with desk.expect_response(TOLD):
        desk.keyboard.press("j")
        desk.keyboard.press("j")
        expect(desk.locator(".is-passed")).to_have_count(2)
        desk.keyboard.press("k")
        expect(desk.locator(".is-passed")).to_have_count(2)
    assert len(seen()) == 2
    desk.reload()
    expect(desk.locator("#feed [data-row]")).to_have_count(before - 2)


def test_an_act_leaves_what_was_passed_where_it_was(
    desk: Page, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = count(NOW_US)
    monkeypatch.setattr(clock, "now_us", lambda: next(moments))
    a_morning()
    desk.goto(f"{site}{PATH}")
    rows = desk.locator("#feed [data-row]")
    before = rows.count()
    with desk.expect_response(TOLD):
        desk.keyboard.press("j")
    desk.keyboard.press("e")
    expect(rows).to_have_count(before - 1)
    expect(desk.locator(".is-passed")).to_have_count(1)


def test_what_was_scrolled_past_is_seen_and_what_was_never_on_screen_is_not(
    desk: Page, site: str
) -> None:
    kept(*(posted(ANA, f"Word {n:02}.", days_ago=n / 20) for n in range(1, 30)))
    put_on("watchlist", ANA)
    desk.goto(f"{site}{PATH}")
    desk.mouse.move(600, 450)
    with desk.expect_response(TOLD):
        desk.mouse.wheel(0, 700)
    assert 1 < len(seen()) < 20
    newest = models.Post.objects.get(text="Word 01.").pk
    assert newest in seen()


def test_one_comes_back_to_where_one_stopped(desk: Page, site: str) -> None:
    a_morning()
    reader().stop_at("watchlist", number(ASKS))
    desk.goto(f"{site}{PATH}")
    expect(desk.locator(f"#post-{number(ASKS)}")).to_be_focused()


def test_l_and_h_go_from_person_to_person(desk: Page, site: str) -> None:
    cal = account("cal")
    kept(*(posted(ANA, f"Word {n}.", days_ago=n / 20) for n in range(1, 4)))
    kept(*(posted(cal, f"Word {n}.", days_ago=1 + n / 20) for n in range(1, 4)))
    put_on("watchlist", ANA, cal)
    desk.goto(f"{site}{PATH}")
    desk.get_by_role("button", name="By person").click()
    expect(desk.get_by_role("button", name="By person")).to_have_attribute("aria-current", "true")
    desk.keyboard.press("j")
    assert current(desk) == "Ana Núñez"
    desk.keyboard.press("l")
    assert current(desk) == "Cal"
    desk.keyboard.press("j")
    desk.keyboard.press("h")
    assert current(desk) == "Ana Núñez"
    expect(desk.locator("[data-current] .words")).to_have_text("Word 1.")


def test_link_drops_are_unfolded_with_v_and_are_rows_then(desk: Page, site: str) -> None:
    a_morning()
    desk.goto(f"{site}{PATH}")
    before = desk.locator("[data-row]").count()
    desk.keyboard.press("v")
    expect(desk.locator("[data-row]")).to_have_count(before + 7)
    desk.locator(".feed-line").first.focus()
    desk.keyboard.press("x")
    desk.keyboard.press("2")
    expect(desk.locator(TOAST)).to_contain_text("Dan is off The Watchlist")
    expect(desk.locator(".feed-line")).to_have_count(0)


def test_who_is_taken_off_the_list_was_not_read_by_that(desk: Page, site: str) -> None:
    a_morning()
    desk.goto(f"{site}{PATH}")
    first = int(desk.locator("[data-current]").get_attribute("data-post") or 0)
    desk.keyboard.press("x")
    desk.keyboard.press("1")
    expect(desk.locator(TOAST)).to_contain_text("is off The Watchlist")
    with desk.expect_response(TOLD):
        desk.keyboard.press("j")
    assert seen()
    assert first not in seen()


def test_the_rest_is_let_go_with_the_mouse_and_brought_back(desk: Page, site: str) -> None:
    a_morning()
    desk.goto(f"{site}{PATH}")
    desk.get_by_role("button", name="That’s enough: let the rest go").click()
    expect(desk.locator(".feed-end")).to_contain_text("That’s enough for now.")
    desk.get_by_role("button", name="Bring them back").click()
    expect(desk.locator("h1 + p")).to_contain_text("7 to read")


def test_on_a_phone_nothing_is_wider_than_the_screen(desk: Page, site: str) -> None:
    a_morning()
    address = "https://paper.example/" + "otters/" * 40
    kept(posted(ANA, f"Look: {address}", in_reply_to=TALK.native_id))
    desk.set_viewport_size({"width": 390, "height": 844})
    for path in ("/feed/", PATH, "/feed/questions/"):
        desk.goto(f"{site}{path}")
        width = desk.evaluate("document.documentElement.scrollWidth")
        assert width <= 390


def test_without_scripts_one_reads_marks_and_lets_go(browser: Browser, site: str) -> None:
    a_morning()
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, site)
    page = context.new_page()
    page.goto(f"{site}{PATH}")
    page.get_by_role("button", name="I have read these").first.click()
    expect(page.locator("h1 + p + form")).to_contain_text("Marked as read.")
    page.get_by_text("7 link-drops").click()
    expect(page.locator(".feed-line").first).to_be_visible()
    row = page.locator(f"#post-{number(ASKS)}")
    row.get_by_role("button", name="Promote").click()
    assert members("say")
    page.get_by_role("button", name="That’s enough: let the rest go").click()
    expect(page.locator(".feed-end")).to_contain_text("That’s enough for now.")
    context.close()


def test_time_is_counted_while_somebody_reads(desk: Page, site: str) -> None:
    a_morning()
    desk.clock.install()
    desk.goto(f"{site}{PATH}")
    with desk.expect_response("**/time/"):
        desk.clock.run_for(12_000)
        desk.keyboard.press("j")
        desk.clock.run_for(20_000)
    (time,) = models.ReadingTime.objects.all()
    assert time.place == "watchlist"
    assert 25 <= time.seconds <= 35
