"""Who is who in a browser: by keys, on a phone, with no script; and forgetting somebody."""

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account, Network
from hobnob.operations.record import record
from hobnob.operations.suggest_merges import suggest_merges
from hobnob.storage import models
from tests.people import ANA, BO, NOW_US, happened, person_id
from tests.web.browser.axe import broken_rules
from tests.web.browser.conftest import sign_in

TOAST = "#toast"


@pytest.fixture
def two_pairs(site: str) -> None:
    """Two on Mastodon, each with the same long handle on X."""
    talk = []
    for number, who in enumerate((ANA, BO)):
        models.Account.objects.filter(native_id=who.native_id).delete()
        handle = f"tigersong{who.name.split()[0].lower()}"
        there = Account(
            network=who.network,
            native_id=who.native_id,
            handle=f"{handle}@den.example",
            name=who.name,
        )
        here = Account(network=Network.X, native_id=f"9{number}", handle=handle, name=who.name)
        talk += [happened(Kind.MENTION, there), happened(Kind.MENTION, here)]
    record(talk, now_us=NOW_US)
    assert suggest_merges(clock=lambda: NOW_US) == 2


def test_pairs_are_answered_with_keys_alone(desk: Page, site: str, two_pairs: None) -> None:
    desk.goto(f"{site}/people/same/")
    expect(desk.locator("h1")).to_have_text("2 pairs who may be one person")
    first = desk.locator("h2").first.inner_text()
    desk.keyboard.press("s")
    expect(desk.locator("h2").first).not_to_have_text(first)
    desk.keyboard.press("y")
    expect(desk.locator(TOAST)).to_contain_text("has both accounts now.")
    expect(desk.locator("h1")).to_have_text("One pair who may be one person")
    desk.keyboard.press("u")
    expect(desk.locator("h1")).to_have_text("2 pairs who may be one person")
    desk.keyboard.press("n")
    expect(desk.locator(TOAST)).to_contain_text("stay two. Nobody asks again.")
    desk.keyboard.press("y")
    expect(desk.locator("h1")).to_have_text("Everybody is who they seem")


def test_without_a_script_all_of_it_works(browser: Browser, site: str, two_pairs: None) -> None:
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, site)
    page = context.new_page()
    page.goto(f"{site}/people/same/")
    page.get_by_role("button", name="One person").click()
    expect(page.locator(TOAST)).to_contain_text("has both accounts now.")
    page.get_by_role("button", name="Two people").click()
    expect(page.locator("h1")).to_have_text("Everybody is who they seem")
    context.close()


def test_the_pages_are_accessible_and_no_wider_than_a_phone(
    desk: Page, site: str, two_pairs: None
) -> None:
    desk.set_viewport_size({"width": 390, "height": 844})
    somebody = f"/people/{person_id(ANA)}"
    addresses = ["/people/same/", f"{somebody}/", f"{somebody}/accounts/"]
    for address in (*addresses, f"{somebody}/everything/", f"{somebody}/forget/"):
        desk.goto(f"{site}{address}")
        assert desk.evaluate("document.documentElement.scrollWidth") <= 390, address
        assert broken_rules(desk) == [], address


def test_somebody_is_forgotten_after_their_name_was_typed(
    desk: Page,
    site: str,
    two_pairs: None,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    monkeypatch.setattr(settings, "HOME", tmp_path_factory.mktemp("home"))
    desk.goto(f"{site}/people/{person_id(BO)}/")
    desk.get_by_role("link", name="Forget them …").click()
    desk.get_by_label("Their name, to be sure").fill("bo")
    desk.get_by_role("button", name="Forget them for good").click()
    expect(desk.locator(TOAST)).to_contain_text("Bo is forgotten.")
    assert not models.Account.objects.filter(native_id=BO.native_id).exists()
