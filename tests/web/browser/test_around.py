"""Search, import, sign-in and errors in a browser; and what hostile words do there: nothing."""

import re
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from hobnob.operations.demo.archive import write_archive
from hobnob.operations.import_file import begin_import, run_import
from hobnob.operations.signin import make_link
from hobnob.storage import models
from tests.people import ANA, NOW_US, person_id
from tests.web.browser.conftest import sign_in, watched
from tests.web.browser.everywhere import lay_everything
from tests.web.payloads import TEXTS
from tests.web.test_inert import pages, say_everywhere
from tests.web.world import two_wait


def test_search_finds_while_one_types(desk: Page, site: str) -> None:
    two_wait()
    desk.goto(f"{site}/search/")
    desk.keyboard.type("tig")
    expect(desk.get_by_text("Where do tigers sleep?")).to_be_visible()
    expect(desk).to_have_url(f"{site}/search/?words=tig")
    desk.keyboard.press("Escape")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(f"{site}/people/{person_id(ANA)}/")
    desk.go_back()
    expect(desk.get_by_text("Where do tigers sleep?")).to_be_visible()


def test_an_archive_is_handed_over_and_the_page_follows_it(
    desk: Page, site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "archive.zip"
    write_archive(path, seed=5, tweets=60, likes=40, now_us=NOW_US)
    waiting: list[int] = []
    monkeypatch.setattr("hobnob.web.import_file.import_in_background", waiting.append)
    desk.goto(f"{site}/import/")
    desk.set_input_files("#archive", path)
    desk.get_by_role("button", name="Import").click()
    expect(desk.get_by_text("Opening …")).to_be_visible()
    run_import(waiting[0], now_us=NOW_US)
    expect(desk.get_by_text("Read to the end just now.")).to_be_visible()
    expect(desk.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "100")


def test_an_import_that_is_half_done_shows_how_far(desk: Page, site: str, tmp_path: Path) -> None:
    path = tmp_path / "archive.zip"
    write_archive(path, seed=5, tweets=60, likes=40, now_us=NOW_US)
    source = begin_import(path, now_us=NOW_US)
    desk.goto(f"{site}/import/{source.pk}/")
    models.Source.objects.filter(pk=source.pk).update(records_total=200, records_done=50)
    expect(desk.get_by_text("Reading … 50 of 200 records.")).to_be_visible()
    expect(desk.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "25")


def test_the_link_from_the_terminal_opens_today(page: Page, site: str) -> None:
    with watched(page, site):
        page.goto(make_link(site, now_us=NOW_US))
        expect(page).to_have_url(f"{site}/")
        assert urlsplit(page.url).query == ""


def test_no_page_asks_another_machine_or_breaks_its_policy(
    desk: Page, site: str, tmp_path: Path
) -> None:
    for address in chain.from_iterable(lay_everything(tmp_path).values()):
        desk.goto(f"{site}{address}")
        expect(desk.get_by_role("heading", level=1)).to_be_visible()


def test_hostile_words_do_nothing_even_without_the_policy(browser: Browser, site: str) -> None:
    crowd = say_everywhere(TEXTS)
    context = browser.new_context(bypass_csp=True)
    sign_in(context, site)
    page = context.new_page()
    with watched(page, site) as spy:
        page.on("request", lambda request: spy.complaints.extend(_unasked(request.url)))
        for address in list(pages(crowd))[:12]:
            page.goto(f"{site}{address}")
            page.keyboard.press("j")
            page.keyboard.press("z")
        page.goto(site)
        page.keyboard.press("e")
        expect(page.locator("#toast")).to_contain_text(": done.")
        page.goto(f"{site}/search/")
        for text in TEXTS[:6]:
            page.get_by_role("searchbox").fill(text)
        expect(page).to_have_url(re.compile("words="))
    context.close()


def _unasked(url: str) -> list[str]:
    return [url] if urlsplit(url).path in ("/signout/", "/undo/") else []
