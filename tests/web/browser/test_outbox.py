"""Acting in a browser: by keys, on a phone, with no script; and nothing leaves before its time."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from hobnob.domain.actions import ActionKind
from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Mode
from hobnob.domain.outbox import HOLD, State
from hobnob.domain.people import Account, Network
from hobnob.operations.claim_account import claim_account
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.web import clock
from tests.operations.outbox.stage import Stage
from tests.people import ANA, BO, NOW_US, happened, person_id
from tests.web.browser.conftest import sign_in

TOAST = "#toast"
FORM = "form.answer textarea"


@pytest.fixture
def stage(site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """My account is connected, and Ana asks something."""
    stage = Stage(tmp_path)
    monkeypatch.setattr(clock, "now_us", stage.clock)
    return stage


def states() -> list[str]:
    return list(models.OutboxItem.objects.order_by("pk").values_list("state", flat=True))


def test_an_answer_is_written_called_back_and_sent_by_keys_alone(
    desk: Page, site: str, stage: Stage
) -> None:
    desk.goto(site)
    desk.keyboard.press("r")
    expect(desk.locator(FORM)).to_be_focused()
    expect(desk.locator(FORM)).to_have_value("@ana@tusk.example ")
    desk.keyboard.type("They do, r and f and b.")
    expect(desk.locator(".left")).to_have_text("472 left")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(TOAST)).to_contain_text(
        "Your answer to Ana Núñez goes out in 30 s as @robin@tusk.example."
    )
    expect(desk.locator("h1")).to_have_text("That’s enough for today.")
    desk.keyboard.press("u")
    expect(desk.locator(TOAST)).to_contain_text("Called back. Nothing was sent.")
    expect(desk.locator("[data-row]")).to_have_count(1)
    assert states() == [State.WITHDRAWN]

    desk.keyboard.press("r")
    expect(desk.locator(FORM)).to_have_value("@ana@tusk.example They do, r and f and b.")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("[data-row]")).to_have_count(0)
    stage.now_us += HOLD
    stage.sender().send_due()
    assert [each.action.text for each in stage.network.done] == [
        "@ana@tusk.example They do, r and f and b."
    ]
    assert states() == [State.WITHDRAWN, State.SENT]


def test_escape_leaves_the_form_and_what_is_written_elsewhere_stays(
    desk: Page, site: str, stage: Stage
) -> None:
    record([happened(Kind.MENTION, BO, text="Stripes.", days_ago=2)], now_us=NOW_US)
    desk.goto(site)
    desk.keyboard.press("r")
    desk.locator(FORM).fill("Half a sentence")
    desk.keyboard.press("Escape")
    desk.keyboard.press("j")
    desk.keyboard.press("e")
    expect(desk.locator(TOAST)).to_contain_text("Bo: done.")
    expect(desk.locator(FORM)).to_have_value("Half a sentence")
    desk.keyboard.press("k")
    desk.keyboard.press("Escape")
    expect(desk.locator(FORM)).to_have_count(0)
    assert states() == []


def test_what_is_refused_keeps_the_words(desk: Page, site: str, stage: Stage) -> None:
    desk.goto(site)
    desk.keyboard.press("r")
    desk.locator(FORM).fill("They do.")
    models.ContactState.objects.update(is_blocked=True)
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(TOAST)).to_contain_text("You blocked them")
    assert State.APPROVED not in states()


def test_f_likes_and_b_reposts_and_the_row_stays(desk: Page, site: str, stage: Stage) -> None:
    desk.goto(site)
    desk.keyboard.press("f")
    expect(desk.locator(TOAST)).to_contain_text("Your like for Ana Núñez goes out in 30 s")
    expect(desk.locator("[data-row][data-current]")).to_have_count(1)
    desk.keyboard.press("b")
    expect(desk.locator(TOAST)).to_contain_text("Your repost of Ana Núñez goes out in 30 s")
    expect(desk.locator("[data-leaving]")).to_have_count(0)
    desk.keyboard.press("u")
    expect(desk.locator(TOAST)).to_contain_text("Called back.")
    assert states() == [State.APPROVED, State.WITHDRAWN]


def test_the_network_page_is_opened_filled_in_where_it_alone_may(
    desk: Page, site: str, stage: Stage
) -> None:
    dov = Account(network=Network.X, native_id="77", handle="dov", name="Dov")
    claim_account(
        Account(network=Network.X, native_id="7", handle="robin_x"), now_us=NOW_US, seen_us=NOW_US
    )
    record([happened(Kind.MENTION, dov, text="Tea?", native_id="55")], now_us=NOW_US)
    models.Post.objects.filter(text="Tea?").update(native_id="55")
    models.TodayCard.objects.all().delete()
    asked: list[str] = []

    def open_there(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="Their page.")

    desk.context.route("https://x.com/**", open_there)
    desk.goto(site)
    desk.locator(f"#waiting-{person_id(dov)}").focus()
    desk.keyboard.press("r")
    expect(desk.get_by_role("button", name="Open on X, filled in")).to_be_visible()
    desk.keyboard.type("With milk.")
    with desk.context.expect_page() as opened:
        desk.keyboard.press("Control+Enter")
    assert opened.value.evaluate("window.opener") is None
    assert "text=With" in asked[0]
    assert "55" in asked[0]
    opened.value.close()
    assert states() == [State.BY_HAND]
    expect(desk.locator("#outbox-count")).to_contain_text("1")


def test_the_outbox_counts_down_and_calls_back(desk: Page, site: str, stage: Stage) -> None:
    stage.approved(ActionKind.REPLY, "They do.")
    desk.goto(site)
    desk.keyboard.press("g")
    desk.keyboard.press("o")
    expect(desk).to_have_url(f"{site}/outbox/")
    expect(desk.locator(".countdown")).to_have_text("29 s")
    desk.keyboard.press("x")
    expect(desk.locator(TOAST)).to_contain_text("Called back. Nothing was sent.")
    expect(desk.locator("h1")).to_have_text("Nothing is on its way")
    assert states() == [State.WITHDRAWN]


def test_the_outbox_sees_by_itself_that_something_has_left(
    desk: Page, site: str, stage: Stage
) -> None:
    stage.approved(ActionKind.REPLY, "They do.")
    stage.now_us += HOLD
    desk.goto(f"{site}/outbox/")
    expect(desk.locator(".countdown")).to_have_text("leaving now")
    stage.sender().send_due()
    expect(desk.get_by_role("region", name="Sent")).to_be_visible()


def test_a_block_is_asked_about_on_a_page_of_its_own(desk: Page, site: str, stage: Stage) -> None:
    desk.goto(f"{site}/people/{person_id(ANA)}/")
    desk.get_by_title("Follow, mute, block").click()
    expect(desk.get_by_role("link", name="Follow", exact=True)).to_be_focused()
    desk.get_by_role("link", name="Block").click()
    expect(desk.locator("h1")).to_have_text("Block Ana Núñez?")
    assert states() == []
    desk.get_by_role("button", name="Block Ana Núñez").click()
    expect(desk).to_have_url(f"{site}/people/{person_id(ANA)}/")
    expect(desk.locator(TOAST)).to_contain_text("“Block Ana Núñez” goes out in 30 s")


def test_on_a_persons_page_their_words_are_answered_in_place(
    desk: Page, site: str, stage: Stage
) -> None:
    desk.goto(f"{site}/people/{person_id(ANA)}/")
    desk.keyboard.press("r")
    expect(desk.locator(FORM)).to_be_focused()
    desk.keyboard.type("They do.")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(TOAST)).to_contain_text("Your answer to Ana Núñez goes out in 30 s")
    expect(desk.locator(FORM)).to_have_count(0)


def test_all_of_it_works_without_a_script(browser: Browser, site: str, stage: Stage) -> None:
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, site)
    page = context.new_page()
    page.goto(site)
    page.get_by_role("link", name="Answer from here").click()
    expect(page.locator("h1")).to_have_text("Answer Ana Núñez")
    page.locator(FORM).fill("They do.")
    page.get_by_role("button", name="Send").click()
    expect(page).to_have_url(f"{site}/")
    expect(page.locator(TOAST)).to_contain_text("goes out in 30 s")
    page.get_by_role("link", name="Outbox").click()
    page.get_by_role("button", name="Call back").first.click()
    expect(page.locator("h1")).to_have_text("Nothing is on its way")
    page.goto(site)
    page.get_by_role("button", name="Like").click()
    expect(page.locator(TOAST)).to_contain_text("Your like for Ana Núñez")
    assert states() == [State.WITHDRAWN, State.APPROVED]
    context.close()


def test_a_screen_reader_is_told_what_everything_is(desk: Page, site: str, stage: Stage) -> None:
    stage.approved(ActionKind.FOLLOW)
    stage.now_us += HOLD
    stage.sender().send_due()
    stage.approved(ActionKind.REPLY, "They do.")
    stage.draft(ActionKind.REPLY, "Or not?")
    desk.goto(f"{site}/outbox/")
    for region in ("Needs you", "On its way", "Sent"):
        expect(desk.get_by_role("region", name=region)).to_be_visible()
    for button in desk.locator("button:visible, summary:visible, a:visible").all():
        name = (button.get_attribute("aria-label") or button.inner_text()).strip()
        assert name, button.evaluate("element => element.outerHTML")
    expect(desk.locator("#outbox-count")).to_have_text("1 needs you")
    desk.goto(site)
    desk.keyboard.press("r")
    expect(
        desk.get_by_role("textbox", name="Your answer to Ana Núñez")
    ).to_have_accessible_description(re.compile("As @robin@tusk.example on Mastodon"))


def test_a_phone_has_room_for_all_of_it(browser: Browser, site: str, stage: Stage) -> None:
    stage.approved(ActionKind.REPLY, "They do.")
    stage.draft(ActionKind.REPLY, "Or not?")
    models.Connection.objects.update(modes={**stage.connection.modes, "like": str(Mode.MANUAL)})
    stage.approved(ActionKind.LIKE)
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    sign_in(context, site)
    page = context.new_page()
    who = person_id(ANA)
    for address in ("/outbox/", f"/people/{who}/", f"/people/{who}/block/{stage.ana.pk}/", "/"):
        page.goto(f"{site}{address}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
    page.get_by_role("link", name="Answer from here").tap()
    expect(page.locator(FORM)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for button in page.locator("#page :is(.quiet, .act):visible").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    context.close()
