"""A whole sitting: an answer, a list's catch-up, a chat, three cards, and then it is enough."""

from collections.abc import Callable
from itertools import count

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from hobnob.domain.actions import ActionKind
from hobnob.domain.decisions import Verb
from hobnob.domain.outbox import State
from hobnob.domain.today import Section
from hobnob.storage.models import Decision, FeedPlace, OutboxItem, Post, SeenPost
from hobnob.web import clock
from tests.people import ANA, BO, NOW_US, members, person_id
from tests.reading import PICTURE, number
from tests.web.browser.conftest import sign_in, watched
from tests.web.sitting import NIA, lay_the_table
from tests.weeds import CLOSED, GONE, SELLER

TOAST = "#toast"
SENTENCE = "They do, in the shade."
PHONE = {"width": 390, "height": 844}

Press = Callable[[Locator], None]


@pytest.fixture(autouse=True)
def _time_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = count(NOW_US)
    monkeypatch.setattr(clock, "now_us", lambda: next(moments))


def row_of(page: Page, name: str) -> Locator:
    """The first row about somebody."""
    return page.locator("[data-row]", has=page.locator(".name", has_text=name)).first


def card_of(page: Page, name: str) -> Locator:
    """The card about an account, once it is there."""
    card = page.get_by_role("article", name=name)
    expect(card).to_be_visible()
    return card


def what_was_done_is_kept(*, read: int) -> None:
    """What every one of these sittings leaves behind."""
    assert list(OutboxItem.objects.order_by("pk").values_list("kind", "about__name", "state")) == [
        (ActionKind.REPLY, ANA.name, State.APPROVED),
        (ActionKind.BLOCK, SELLER.name, State.APPROVED),
        (ActionKind.UNFOLLOW, CLOSED.name, State.APPROVED),
    ]
    assert OutboxItem.objects.get(kind=ActionKind.REPLY).text == f"@{ANA.handle} {SENTENCE}"
    assert decided(Verb.DONE, Section.WAITING) == {person_id(ANA), person_id(BO)}
    assert decided(Verb.DONE, "chat tusktalk") == {person_id(NIA)}
    assert decided(Verb.PROMOTE, "watchlist") >= {person_id(NIA)}
    assert NIA.handle in members("watchlist")
    assert decided(Verb.KEEP) == {person_id(GONE)}
    assert SeenPost.objects.filter(post_id=read).exists()
    assert FeedPlace.objects.get(feed="watchlist").up_to_id == Post.objects.latest("pk").pk


def decided(verb: Verb, subject: str = "") -> set[int]:
    """About whom it was decided, and not taken back."""
    rows = Decision.objects.filter(verb=verb, subject=subject, undone_by__isnull=True)
    return set(rows.values_list("account__person_id", flat=True))


def it_is_enough(page: Page) -> None:
    """The end screen says what was done, and stops."""
    expect(page.locator("h1")).to_have_text("That’s enough for today.")
    expect(page.locator(".hand")).to_contain_text("2 people answered")
    expect(page.locator(".hand")).to_contain_text("1 promoted")


# By the keyboard alone


def go_down_to(page: Page, row: Locator) -> None:
    """Go there row by row."""
    expect(page.locator("[data-row][data-current]")).to_have_count(1)
    for _ in range(50):
        if row.get_attribute("data-current") is not None:
            return
        page.keyboard.press("j")
    raise AssertionError(f"The j key never comes to {row}.")


def tab_to(page: Page, wanted: Locator) -> None:
    """Go there with the Tab key, as one does who has no mouse."""
    for _ in range(200):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"The Tab key never comes to {wanted}.")


def test_by_the_keyboard_alone(desk: Page, site: str) -> None:
    lay_the_table()
    keys = desk.keyboard
    desk.goto(site)
    go_down_to(desk, row_of(desk, "Ana Núñez"))
    keys.press("r")
    expect(desk.get_by_label("Your answer to Ana Núñez")).to_be_focused()
    keys.type(SENTENCE)
    keys.press("Control+Enter")
    expect(desk.locator(TOAST)).to_contain_text("Your answer to Ana Núñez goes out in 30 s")
    go_down_to(desk, row_of(desk, "Bo"))
    keys.press("e")
    expect(desk.locator(TOAST)).to_contain_text("Bo: done.")

    tab_to(desk, desk.get_by_role("link", name="Read The Watchlist"))
    keys.press("Enter")
    expect(desk.locator("h1")).to_have_text("The Watchlist")
    picture = desk.locator(f"#post-{number(PICTURE)}")
    go_down_to(desk, picture)
    keys.press("e")
    expect(picture).to_have_count(0)
    tab_to(desk, desk.get_by_role("button", name="let the rest go"))
    keys.press("Enter")
    expect(desk.get_by_text("The rest is let go.")).to_be_visible()

    keys.press("g")
    keys.press("c")
    expect(desk.locator("h1")).to_have_text("#TuskTalk is in 6 days")
    go_down_to(desk, row_of(desk, "Tuesday 17 November"))
    keys.press("Enter")
    expect(desk.locator("h1")).to_have_text("You met 1 person; 1 waits for an answer.")
    keys.press("w")
    expect(desk.locator(TOAST)).to_contain_text("Nia is on The Watchlist.")
    keys.press("e")
    expect(desk.locator("h1")).to_have_text("You met 1 person; nobody waits for an answer.")

    keys.press("g")
    keys.press("h")
    card_of(desk, SELLER.name)
    keys.press("y")
    card_of(desk, CLOSED.name)
    keys.press("y")
    card_of(desk, GONE.name)
    keys.press("p")
    expect(desk.locator(TOAST)).to_contain_text("Mia Sørensen is kept")
    expect(desk.locator("h1")).to_have_text("Clean")

    keys.press("g")
    keys.press("t")
    expect(desk).to_have_url(f"{site}/")
    keys.press("q")
    it_is_enough(desk)
    what_was_done_is_kept(read=number(PICTURE))


# By mouse, by touch, and without a script: the same buttons


def test_by_mouse(desk: Page, site: str) -> None:
    lay_the_table()
    sit_down(desk, site)


def test_without_a_script(browser: Browser, site: str) -> None:
    lay_the_table()
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, site)
    page = context.new_page()
    with watched(page, site):
        sit_down(page, site)
    context.close()


def test_by_touch_on_a_phone(browser: Browser, site: str) -> None:
    lay_the_table()
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    sign_in(context, site)
    page = context.new_page()
    with watched(page, site):
        sit_down(page, site, press=Locator.tap)
    context.close()


def sit_down(page: Page, site: str, press: Press = Locator.click) -> None:
    """The whole sitting by what is to be seen and pressed."""
    page.goto(site)
    ana = row_of(page, "Ana Núñez")
    press(ana.locator(".words"))
    press(ana.get_by_role("link", name="Answer from here"))
    page.get_by_label("Your answer to Ana Núñez").fill(f"@{ANA.handle} {SENTENCE}")
    press(page.get_by_role("button", name="Send"))
    expect(page.locator(TOAST)).to_contain_text("Your answer to Ana Núñez goes out in 30 s")
    press(row_of(page, "Bo").get_by_role("button", name="Done"))
    expect(page.locator(TOAST)).to_contain_text("Bo: done.")

    press(page.get_by_role("link", name="Read The Watchlist"))
    expect(page.locator("h1")).to_have_text("The Watchlist")
    # The first one: nothing has to be scrolled, which would be reading as well.
    post = page.locator("#feed [data-row]").first.get_attribute("data-post") or ""
    first = page.locator(f"#post-{post}")
    press(first.get_by_role("button", name="Read"))
    expect(first).to_have_count(0)
    press(page.get_by_role("button", name="let the rest go"))
    expect(page.get_by_text("The rest is let go.")).to_be_visible()

    press(page.get_by_role("navigation", name="Pages").get_by_role("link", name="Chats"))
    press(page.get_by_role("link", name="Tuesday 17 November"))
    expect(page.locator("h1")).to_have_text("You met 1 person; 1 waits for an answer.")
    press(row_of(page, "Nia").get_by_role("button", name="Promote"))
    expect(page.locator(TOAST)).to_contain_text("Nia is on The Watchlist.")
    press(row_of(page, "Nia").get_by_role("button", name="Followed up"))
    expect(page.locator("h1")).to_have_text("You met 1 person; nobody waits for an answer.")

    press(page.get_by_role("navigation", name="Pages").get_by_role("link", name="Hygiene"))
    press(card_of(page, SELLER.name).get_by_role("button", name="Block Grow Fast"))
    press(card_of(page, CLOSED.name).get_by_role("button", name="Unfollow Closed Den"))
    press(card_of(page, GONE.name).get_by_role("button", name="Keep for ever"))
    expect(page.locator(TOAST)).to_contain_text("Mia Sørensen is kept")
    expect(page.locator("h1")).to_have_text("Clean")

    press(page.get_by_role("navigation", name="Pages").get_by_role("link", name="Today"))
    press(page.get_by_role("link", name="That’s enough for today"))
    it_is_enough(page)
    what_was_done_is_kept(read=int(post))
