"""On a phone the pages that are not for every day wait behind one button, without a script too."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.browser.axe import broken_rules
from tests.web.browser.conftest import sign_in
from tests.web.world import two_wait


@pytest.fixture(params=[True, False], ids=["with scripts", "without"])
def phone(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    two_wait()
    context = browser.new_context(
        java_script_enabled=request.param, has_touch=True, viewport={"width": 390, "height": 844}
    )
    sign_in(context, site)
    page = context.new_page()
    page.goto(site)
    yield page
    context.close()


def test_the_button_opens_the_other_pages_and_the_page_begins_at_the_top(phone: Page) -> None:
    heading = phone.get_by_role("heading", level=1).bounding_box()
    assert heading
    assert heading["y"] < 120
    other = phone.get_by_role("link", name="What came of it")
    expect(other).to_be_hidden()
    phone.get_by_role("button", name="More", exact=True).tap()
    expect(phone.get_by_role("link", name="How you sound")).to_be_in_viewport(ratio=1)
    other.tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("What came of it")


def test_escape_closes_the_menu_and_stays_on_the_page(desk: Page, site: str) -> None:
    desk.set_viewport_size({"width": 390, "height": 844})
    desk.goto(f"{site}/lists/")
    desk.goto(f"{site}/lists/mentioned/")
    desk.get_by_role("button", name="More", exact=True).click()
    expect(desk.get_by_role("link", name="Results")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("link", name="Results")).to_be_hidden()
    assert desk.url == f"{site}/lists/mentioned/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_menu_breaks_no_rule(desk: Page, site: str, scheme: str) -> None:
    desk.set_viewport_size({"width": 390, "height": 844})
    desk.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    desk.goto(site)
    desk.get_by_role("button", name="More", exact=True).click()
    assert list(broken_rules(desk)) == []


def test_at_a_desk_there_is_no_button_and_every_page_in_sight(desk: Page, site: str) -> None:
    desk.goto(site)
    expect(desk.get_by_role("button", name="More", exact=True)).to_be_hidden()
    expect(desk.get_by_role("link", name="Results")).to_be_in_viewport(ratio=1)
