"""A whole review: by keys, by mouse, on a phone, and with no script at all."""

import pytest
from playwright.sync_api import Browser, Page, expect

from hobnob.domain.decisions import Verb
from hobnob.storage import models
from tests.matched import ana_and_two, bo_and_one, is_one, near_me, noted, proposed, supporter
from tests.searching import a_server_to_ask
from tests.web.browser.axe import SCHEMES, broken_rules, in_colours
from tests.web.browser.conftest import sign_in

TOAST = "#toast"
CURRENT = "[data-row][data-current] .name"
SMALL = """() => [...document.querySelectorAll("#page :is(button, summary, select, .act, .quiet)")]
    .filter((each) => each.offsetParent && each.getBoundingClientRect().height < 43.5)
    .map((each) => each.textContent)"""


@pytest.fixture
def three_donors(site: str) -> dict[str, tuple[models.Account, ...]]:
    """Ana with two accounts that may be hers, Bo with one, Cy with one."""
    found = {"ana": ana_and_two(), "bo": bo_and_one()}
    cy, one = supporter("Cy Wolf"), near_me("cywolf", "C. Wolf", "Notes on otters.")
    proposed(cy, one, 0.55)
    return {**found, "cy": (cy, one)}


def said_about(account: models.Account) -> list[str]:
    """What was decided, naming an account."""
    subject = f"{account.network}:{account.native_id}"
    return list(models.Decision.objects.filter(subject=subject).values_list("verb", flat=True))


def test_a_whole_review_by_the_keyboard_alone(
    desk: Page, site: str, three_donors: dict[str, tuple[models.Account, ...]]
) -> None:
    desk.goto(site)
    desk.keyboard.press("g")
    desk.keyboard.press("m")
    expect(desk.locator("h1")).to_have_text("Is this Bo Lind?")
    desk.keyboard.press("y")
    expect(desk.locator(TOAST)).to_contain_text("Bo Lind is @bolind@herd.example.")
    expect(desk.locator("h1")).to_have_text("Which of them is Ana Ruiz?")
    expect(desk.locator(CURRENT)).to_have_text("Ana Ruiz")
    desk.keyboard.press("u")
    expect(desk.locator("h1")).to_have_text("Is this Bo Lind?")
    desk.keyboard.press("y")
    expect(desk.locator("h1")).to_have_text("Which of them is Ana Ruiz?")
    desk.keyboard.press("j")
    expect(desk.locator(CURRENT)).to_have_text("Ana R.")
    desk.keyboard.press("n")
    expect(desk.locator(TOAST)).to_contain_text("Ana Ruiz is not @ana_r@herd.example.")
    expect(desk.locator("h1")).to_have_text("Is this Ana Ruiz?")
    desk.keyboard.press("h")
    expect(desk.locator("h1")).to_have_text("Is this Cy Wolf?")
    desk.keyboard.press("?")
    expect(desk.locator("h1")).to_have_text("Three looked at, one found.")
    bo, ana, cy = (three_donors[name] for name in ("bo", "ana", "cy"))
    assert is_one(*bo)
    assert said_about(ana[1]) == [Verb.HOUSEHOLD]
    assert said_about(ana[2]) == [Verb.NOT_SAME]
    assert said_about(cy[1]) == [Verb.UNSURE]


def test_numbers_choose_an_account_and_s_puts_the_supporter_aside(
    desk: Page, site: str, three_donors: dict[str, tuple[models.Account, ...]]
) -> None:
    desk.goto(f"{site}/matching/")
    desk.keyboard.press("s")
    expect(desk.locator(TOAST)).to_contain_text("Bo Lind comes back tomorrow.")
    expect(desk.locator("h1")).to_have_text("Which of them is Ana Ruiz?")
    desk.keyboard.press("2")
    expect(desk.locator(CURRENT)).to_have_text("Ana R.")
    desk.keyboard.press("1")
    expect(desk.locator(CURRENT)).to_have_text("Ana Ruiz")
    desk.keyboard.press("2")
    desk.keyboard.press("y")
    expect(desk.locator(TOAST)).to_contain_text("Ana Ruiz is @ana_r@herd.example.")
    assert is_one(three_donors["ana"][0], three_donors["ana"][2])


def test_the_page_stands_still_while_the_attention_moves(
    desk: Page, site: str, three_donors: dict[str, tuple[models.Account, ...]]
) -> None:
    desk.goto(f"{site}/matching/")
    desk.keyboard.press("s")
    expect(desk.locator("h1")).to_have_text("Which of them is Ana Ruiz?")
    rows = desk.locator(".candidate")
    before = rows.nth(1).evaluate("each => each.offsetTop")
    desk.keyboard.press("j")
    expect(desk.locator(CURRENT)).to_have_text("Ana R.")
    expect(rows.nth(1).locator(".evidence")).to_contain_text("speaks against it")
    assert rows.nth(1).evaluate("each => each.offsetTop") == before


def test_a_whole_review_by_the_mouse_alone(
    desk: Page, site: str, three_donors: dict[str, tuple[models.Account, ...]]
) -> None:
    desk.goto(site)
    desk.get_by_role("link", name="Matching").click()
    desk.get_by_role("button", name="It is them").click()
    expect(desk.locator("h1")).to_have_text("Which of them is Ana Ruiz?")
    desk.locator(".candidate").nth(1).hover()
    desk.locator(".candidate").nth(1).get_by_role("button", name="Somebody else").click()
    expect(desk.locator("h1")).to_have_text("Is this Ana Ruiz?")
    desk.get_by_role("button", name="Can’t tell").click()
    expect(desk.locator("h1")).to_have_text("Is this Cy Wolf?")
    desk.get_by_role("button", name="Another day").click()
    expect(desk.locator("h1")).to_have_text("Three looked at, one found.")
    desk.get_by_role("button", name="Those put aside").click()
    expect(desk.locator("h1")).to_have_text("Is this Cy Wolf?")


def test_without_a_script_all_of_it_works(
    browser: Browser, site: str, three_donors: dict[str, tuple[models.Account, ...]]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, site)
    page = context.new_page()
    page.goto(f"{site}/matching/")
    page.get_by_role("button", name="It is them").click()
    expect(page.locator("h1")).to_have_text("Which of them is Ana Ruiz?")
    expect(page.locator(".candidate").nth(1).locator(".evidence")).to_be_visible()
    page.locator(".candidate").nth(1).get_by_role("button", name="Somebody else").click()
    page.get_by_role("button", name="Same household").click()
    page.locator("select[name=network]").select_option("bluesky")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("h1")).to_have_text("Nobody here")
    context.close()


def test_the_filter_shows_at_once(
    desk: Page, site: str, three_donors: dict[str, tuple[models.Account, ...]]
) -> None:
    desk.goto(f"{site}/matching/")
    desk.locator("select[name=network]").select_option("bluesky")
    expect(desk.locator("h1")).to_have_text("Nobody here")


def test_those_all_but_certain_are_ticked_by_keys_and_one_undo_takes_all_back(
    desk: Page, site: str, three_donors: dict[str, tuple[models.Account, ...]]
) -> None:
    dov = supporter("Dov Stern"), near_me("dovstern", "Dov Stern")
    proposed(*dov, 0.985)
    desk.goto(f"{site}/matching/sure/")
    expect(desk.locator("h1")).to_have_text("Two all but certain")
    expect(desk.locator(".page-head")).not_to_contain_text("takes all of it back")
    desk.keyboard.press("Space")
    desk.keyboard.press("j")
    desk.keyboard.press("Space")
    expect(desk.get_by_role("checkbox", checked=True)).to_have_count(2)
    desk.keyboard.press("y")
    expect(desk.locator(TOAST)).to_contain_text("2 found. One undo takes all of it back.")
    assert is_one(*three_donors["bo"])
    assert is_one(*dov)
    desk.keyboard.press("u")
    expect(desk.locator("h1")).to_have_text("Two all but certain")
    assert not is_one(*dov)


def test_what_is_ticked_is_large_enough_on_a_phone(
    desk: Page, site: str, three_donors: dict[str, tuple[models.Account, ...]]
) -> None:
    desk.set_viewport_size({"width": 390, "height": 844})
    desk.goto(f"{site}/matching/sure/")
    box = desk.get_by_role("checkbox").first.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 20


def test_a_taken_account_needs_a_second_press(
    desk: Page, site: str, three_donors: dict[str, tuple[models.Account, ...]]
) -> None:
    dov = supporter("Dov Stern")
    desk.goto(f"{site}/matching/")
    desk.keyboard.press("y")
    expect(desk.locator("h1")).to_have_text("Which of them is Ana Ruiz?")
    bo, theirs = three_donors["bo"]
    proposed(dov, theirs, 1.0, proof="because they gave us @bolind@herd.example for Mastodon")
    desk.keyboard.press("s")
    expect(desk.locator("h1")).to_have_text("Is this Dov Stern?")
    desk.keyboard.press("y")
    expect(desk.get_by_role("button", name="It is them all the same")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator(TOAST)).to_contain_text("Dov Stern is @bolind@herd.example.")
    assert is_one(bo, dov)


def test_handles_in_notes_are_sorted_by_keys(
    desk: Page, site: str, three_donors: dict[str, tuple[models.Account, ...]]
) -> None:
    supporter("Eli Marsh", **noted("eli"))
    supporter("Fay Reed", **noted("fay"))
    desk.goto(f"{site}/matching/handles/")
    desk.keyboard.press("y")
    expect(desk.locator("h1")).to_have_text("2 handles in notes")
    desk.keyboard.press("n")
    expect(desk.locator(TOAST)).to_contain_text("Eli Marsh is not @eli.")
    desk.keyboard.press("y")
    expect(desk.locator("h1")).to_have_text("No handles wait in notes")


def test_a_search_by_keys_says_who_is_asked_and_brings_a_card(
    desk: Page, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = a_server_to_ask(monkeypatch)
    supporter("Lindiwe Okonjo")
    desk.goto(f"{site}/matching/search/")
    expect(desk.locator(".page-head")).to_contain_text("asks tusk.example for one name")
    assert broken_rules(desk) == []
    desk.keyboard.press("y")
    # The first to look waits for the engine to be loaded.
    expect(desk.locator("h1")).to_have_text("Is this Lindiwe Okonjo?", timeout=60_000)
    expect(desk.locator(TOAST)).to_contain_text("tusk.example thought of 1 account")
    assert server.asked == ["Lindiwe Okonjo"]


def test_a_search_without_a_script_is_one_press(
    browser: Browser, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_server_to_ask(monkeypatch)
    supporter("Lindiwe Okonjo")
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, site)
    page = context.new_page()
    page.goto(f"{site}/matching/search/")
    page.get_by_role("button", name="Ask for").click()
    expect(page.locator("h1")).to_have_text("Is this Lindiwe Okonjo?")
    context.close()


def test_on_a_phone_nothing_is_wider_than_the_screen(
    desk: Page, site: str, three_donors: dict[str, tuple[models.Account, ...]]
) -> None:
    supporter("Eli Marsh", **noted("eli"))
    ana, one, _ = three_donors["ana"]
    desk.set_viewport_size({"width": 390, "height": 844})
    addresses = ["", "sure/", "coverage/", "basis/", "search/", "handles/?where=hello@herd.example"]
    addresses += ["handles/notes/", "handles/reply/", f"handles/{ana.pk}/{one.pk}/"]
    for address in addresses:
        desk.goto(f"{site}/matching/{address}")
        assert desk.evaluate("document.documentElement.scrollWidth") <= 390, address
        assert desk.evaluate(SMALL) == [], address


def test_every_kind_of_card_is_as_accessible_as_the_pages(
    desk: Page, site: str, three_donors: dict[str, tuple[models.Account, ...]]
) -> None:
    desk.goto(f"{site}/matching/")
    wrong: list[str] = []
    for title in ("Is this Bo Lind?", "Which of them is Ana Ruiz?", "Is this Cy Wolf?"):
        expect(desk.locator("h1")).to_have_text(title)
        for scheme in SCHEMES:
            in_colours(desk, scheme)
            wrong += broken_rules(desk)
        desk.keyboard.press("s")
    expect(desk.locator("h1")).to_have_text("Three looked at, none found.")
    assert wrong + broken_rules(desk) == []
