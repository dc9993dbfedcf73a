"""Every page as axe sees it, in light and dark, at a desk and on a phone; and none is too wide."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from django.urls import URLPattern
from playwright.sync_api import Page, ViewportSize, expect

from hobnob.web import today
from hobnob.web.urls import urlpatterns
from tests.web.browser.axe import COLOURS, broken_rules, in_colours
from tests.web.browser.conftest import sign_in
from tests.web.browser.everywhere import CHANGES, FILES, NOTHING_YET, Pages, lay_everything

DESK = ViewportSize(width=1200, height=900)
PHONE = ViewportSize(width=390, height=844)

PARTS = {
    "reading": ("today", "enough", "feeds", "feed", "voice", "results"),
    "chats": ("chats", "new chat", "calendar", "chats only", "chat", "edit chat", "session"),
    "lists": ("lists", "new list", "list", "edit list", "faded", "mirror", "removed"),
    "people": ("rules", "new rule", "people", "person", "make room", "mark bad"),
    "merging": ("who is who", "accounts", "everything", "forget"),
    "topics": ("topics", "new topic", "our topic", "edit topic", "their topic"),
    "acting": ("act on person", "answer", "hygiene", "worth following", "outbox", "compose"),
    "give": ("give", "gestures made", "gesture", "ideas", "new idea", "edit idea"),
    "told": ("manner", "pictures", "log", "came of it", "undo older"),
    "searching": ("search", "search matches", "near"),
    "asks": ("asks", "owed", "whom to ask", "ask"),
    "plans": ("campaigns", "new campaign", "campaign", "edit campaign"),
    "matching": ("matching", "sure matches", "run matching", "coverage", "matching basis"),
    "handles": ("matching notice", "handles", "handles in notes", "handle reply", "ask handle"),
    "sources": ("edit outbox item", "import", "import progress", "import columns", "export"),
    "doors": ("connections", "connection", "new connection", "keys", "signin"),
}
"""The names of addresses, so many at a time."""

KEYS = {
    "?": "#help",
    "n": "#write-note",
    "#": "#write-tag",
    "m": "#write-log",
    "M": "#write-outcome",
    "z": "details.menu[open]",
    "r": "form.answer",
    "e": "#toast",
}
"""What opens on Today, by its key."""


class Inspector:
    """Looks at a page in every way it is shown, and remembers what is wrong."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.wrong: dict[str, None] = {}

    def look(self, name: str, show: Callable[[], object]) -> None:
        """Look at what `show` brings onto the screen."""
        self._page.emulate_media(color_scheme="dark")
        show()
        for size in (DESK, PHONE):
            self._page.set_viewport_size(size)
            in_colours(self._page, "dark")
            self._look(f"{name}, dark, {size['width']} px", only=COLOURS)
            in_colours(self._page, "light")
            self._look(f"{name}, {size['width']} px")
        width = self._page.evaluate("document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            self.wrong[f"{name}: {width} px wide on a phone of {PHONE['width']}"] = None

    def _look(self, name: str, *, only: Iterable[str] = ()) -> None:
        for line in broken_rules(self._page, only=only):
            self.wrong[f"{name}: {line}"] = None


@contextmanager
def inspected(page: Page) -> Iterator[Inspector]:
    """An inspector who at the end has nothing to complain about."""
    inspector = Inspector(page)
    yield inspector
    assert not inspector.wrong, "\n".join(inspector.wrong)


def test_every_page_is_looked_at_here(site: str, tmp_path: Path) -> None:
    named = {each.name for each in urlpatterns if isinstance(each, URLPattern)}
    pages = lay_everything(tmp_path)
    assert set(pages) | CHANGES | FILES == named
    assert {name for part in PARTS.values() for name in part} == set(pages)


@pytest.mark.parametrize("part", PARTS)
def test_a_page_breaks_no_rule_and_fits_a_phone(
    desk: Page, site: str, tmp_path: Path, part: str
) -> None:
    pages = lay_everything(tmp_path)
    with inspected(desk) as inspector:
        for address in addresses(pages, PARTS[part]):
            inspector.look(address, partial(is_shown, desk, f"{site}{address}"))


def is_shown(page: Page, address: str) -> None:
    """The page is there, at a desk."""
    page.set_viewport_size(DESK)
    opened = page.goto(address)
    assert opened
    assert opened.status == 200, address


def addresses(pages: Pages, names: Iterable[str]) -> Iterator[str]:
    return (address for name in names for address in pages[name])


def test_nor_does_one_that_has_nothing_to_show_yet(desk: Page, site: str) -> None:
    with inspected(desk) as inspector:
        for address in NOTHING_YET:
            inspector.look(address, partial(is_shown, desk, f"{site}{address}"))


@pytest.mark.parametrize("key", KEYS)
def test_nor_does_what_a_key_opens(desk: Page, site: str, tmp_path: Path, key: str) -> None:
    lay_everything(tmp_path)

    def press() -> None:
        is_shown(desk, site)
        desk.keyboard.press(key)
        expect(desk.locator(KEYS[key])).to_be_visible()

    with inspected(desk) as inspector:
        inspector.look(f"Today after {key}", press)


def test_nor_does_a_page_that_says_what_went_wrong(
    page: Page, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(_: int) -> None:
        raise ValueError("as a bug does")

    monkeypatch.setattr(today, "whole_page", break_down)
    with inspected(page) as inspector:
        for address in ("/lists/", "/signin/?token=spent"):
            inspector.look(f"a stranger at {address}", partial(page.goto, f"{site}{address}"))
        sign_in(page.context, site)
        for address in ("/lists/nothing/", "/connections/back/?state=another", "/"):
            inspector.look(address, partial(page.goto, f"{site}{address}"))
