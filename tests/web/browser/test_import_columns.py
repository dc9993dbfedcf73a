"""A file of people in a real browser: a bad row, wrong letters, and columns that are remembered."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hobnob.operations.import_file import run_import
from hobnob.storage import models
from tests.people import NOW_US
from tests.web.browser.conftest import sign_in

OLD_MAC = """\
Prénom;Nom;E-Mail;Ville;Don;Date du don;Pointure
José;Périer;jose@den.example;Orléans;25,00;03/04/2024;44
Zoë;Ruiz;zoe@;Besançon;dix;04/05/2024;38
"""


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The imports that were begun; the test reads them."""
    waiting: list[int] = []
    for page in ("import_file", "import_columns"):
        monkeypatch.setattr(f"hobnob.web.{page}.import_in_background", waiting.append)
    return waiting


def hand_over(desk: Page, site: str, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    desk.goto(f"{site}/import/")
    desk.set_input_files("#archive", path)
    desk.get_by_role("button", name="Import", exact=True).click()


def test_a_file_in_odd_letters_with_a_bad_row_goes_in_and_the_next_one_asks_nothing(
    desk: Page, site: str, tmp_path: Path, begun: list[int]
) -> None:
    hand_over(desk, site, tmp_path / "dons.csv", OLD_MAC.encode("mac_roman"))
    expect(desk.get_by_role("heading", level=1)).to_have_text("dons.csv")
    expect(desk.get_by_text("PŽrier", exact=True).first).to_be_visible()

    desk.get_by_role("radio", name="old Macs").check()
    expect(desk.get_by_text("José Périer")).to_be_visible()
    desk.get_by_role("radio", name="The day").check()
    expect(desk.get_by_text("gave 25 on 3 April 2024")).to_be_visible()
    desk.get_by_label("What “Pointure” means").select_option("note")
    expect(desk.get_by_text("because you said so")).to_be_visible()
    desk.get_by_label("Currency").fill("eur")

    desk.get_by_role("button", name="Try it out").click()
    expect(desk.get_by_role("heading", name="What it would bring")).to_be_visible()
    expect(desk.get_by_text("payment, 25 EUR together")).to_be_visible()
    expect(desk.get_by_text("“zoe@” is no e-mail address")).to_be_visible()
    assert not models.Supporter.objects.exists()

    desk.keyboard.press("y")
    expect(desk.get_by_text("Opening …")).to_be_visible()
    run_import(begun.pop(), now_us=NOW_US)
    expect(desk.get_by_text("Read to the end just now.")).to_be_visible()
    expect(desk.get_by_text("people, new to you: 1 donor")).to_be_visible()
    expect(desk.get_by_text("“dix” is no amount")).to_be_visible()
    with desk.expect_download() as downloading:
        desk.get_by_role("link", name="As a table").click()
    assert "“zoe@” is no e-mail address" in downloading.value.path().read_text("utf-8-sig")

    newer = OLD_MAC.replace("Orléans", "Nîmes").encode()
    hand_over(desk, site, tmp_path / "dons-2.csv", newer)
    expect(desk.get_by_text("Opening …")).to_be_visible()
    run_import(begun.pop(), now_us=NOW_US)
    expect(desk.get_by_text("known to you, and something about them is new")).to_be_visible()
    jose = models.Supporter.objects.get(city="Nîmes")
    assert jose.account.name == "José Périer"
    assert jose.account.donations.get().currency == "EUR"
    assert jose.said["notes"][0]["value"] == "44"


def test_it_works_without_scripts(
    browser: Browser, site: str, tmp_path: Path, begun: list[int]
) -> None:
    path = tmp_path / "dons.csv"
    path.write_text("Name,Shoe size\nAna Ruiz,38\n")
    plain = browser.new_context(java_script_enabled=False)
    sign_in(plain, site)
    page = plain.new_page()
    page.goto(f"{site}/import/")
    page.set_input_files("#archive", path)
    page.get_by_role("button", name="Import", exact=True).click()
    page.get_by_label("What “Shoe size” means").select_option("note")
    page.get_by_role("button", name="Show it so").click()
    expect(page.get_by_text("because you said so")).to_be_visible()
    page.get_by_role("button", name="Import").click()
    run_import(begun.pop(), now_us=NOW_US)
    page.reload()
    expect(page.get_by_text("person, new to you")).to_be_visible()
    plain.close()


@pytest.mark.parametrize("width", [390, 1200])
def test_it_fits_a_phone_and_a_desk(desk: Page, site: str, tmp_path: Path, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 844})
    hand_over(desk, site, tmp_path / "dons.csv", OLD_MAC.encode("mac_roman"))
    expect(desk.get_by_role("heading", name="The columns")).to_be_visible()
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
