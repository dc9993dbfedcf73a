"""Results in a real browser: read, looked at, printed, and taken along."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from hobnob.web import results as pages
from tests import letters
from tests.web.browser.axe import broken_rules

DESK = ViewportSize(width=1200, height=900)
PHONE = ViewportSize(width=390, height=844)
TABS = ("/results/", "/results/?for=board")


@pytest.fixture
def board(desk: Page, site: str, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A good quarter, as one shows it to a board."""
    monkeypatch.setattr(pages, "take_stock", lambda **_: letters.results())
    desk.goto(f"{site}/results/?for=board")
    return desk


@pytest.mark.parametrize("address", TABS)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_it_breaks_no_rule_and_fits_a_phone(
    board: Page, site: str, address: str, colours: str
) -> None:
    board.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    board.goto(f"{site}{address}")
    for size in (DESK, PHONE):
        board.set_viewport_size(size)
        assert list(broken_rules(board)) == []
        assert board.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_two_keys_lead_to_it_and_a_press_to_another_period(board: Page, site: str) -> None:
    board.goto(f"{site}/lists/")
    board.keyboard.press("g")
    board.keyboard.press("r")
    expect(board.get_by_role("heading", name="Results", level=1)).to_be_visible()
    board.get_by_role("link", name="30 days").click()
    expect(board.get_by_role("link", name="30 days")).to_have_attribute("aria-current", "true")
    board.get_by_role("link", name="For a board").click()
    expect(board).to_have_url(f"{site}/results/?for=board&since=30d")


def test_a_table_opens_below_its_chart(board: Page) -> None:
    chart = board.locator("figure", has=board.locator("#chart-reach-title"))
    expect(chart.get_by_role("cell", name="815")).to_be_hidden()
    chart.get_by_text("As a table").click()
    expect(chart.get_by_role("cell", name="815").first).to_be_visible()


def test_on_paper_stands_what_is_folded_and_nothing_to_press(board: Page) -> None:
    board.emulate_media(media="print")
    expect(board.get_by_text("Reposts and quotes of what you posted")).to_be_visible()
    expect(board.get_by_role("cell", name="815").first).to_be_visible()
    expect(board.get_by_role("navigation", name="Pages")).to_be_hidden()
    expect(board.get_by_role("link", name="Letter, PDF")).to_be_hidden()
    assert board.pdf(format="A4").startswith(b"%PDF-")


def test_the_letter_is_taken_along_and_prints_as_one_sheet(board: Page, tmp_path: Path) -> None:
    with board.expect_download() as asked:
        board.get_by_role("link", name="Letter, HTML").click()
    letter = tmp_path / "letter.html"
    asked.value.save_as(letter)
    alone = board.context.new_page()
    alone.set_content(letter.read_text(encoding="utf-8"))
    expect(alone.get_by_role("heading", name="What came of it", level=1)).to_be_visible()
    assert list(broken_rules(alone)) == []
    assert alone.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
    alone.close()


def test_the_letter_is_taken_along_as_pdf(board: Page) -> None:
    with board.expect_download() as asked:
        board.get_by_role("link", name="Letter, PDF").click()
    assert asked.value.suggested_filename.endswith(".pdf")
    assert Path(asked.value.path()).read_bytes().startswith(b"%PDF-")


def test_without_a_script_a_period_from_a_day_to_another_is_chosen(board: Page, site: str) -> None:
    board.get_by_text("From … to …").click()
    board.get_by_label("From", exact=True).fill("2026-01-01")
    board.get_by_label("To", exact=True).fill("2026-03-31")
    board.get_by_role("button", name="Show").click()
    expect(board).to_have_url(f"{site}/results/?for=board&since=2026-01-01&until=2026-03-31")
