"""A real browser in front of a live server, signed in, and watched: nothing leaves the machine."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from hobnob.operations.local_user import local_user
from hobnob.storage.models import List
from tests import people


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if "tests/web/browser/" in item.nodeid:
            item.add_marker("browser")


@pytest.fixture
def site(live_server: LiveServer) -> str:
    """The address of a hobnob that knows who I am."""
    # A test that commits ends with empty tables: what the migrations put in goes in again. Django
    # keeps a copy for that with the connection, but Playwright runs its tests in another context,
    # which has another connection.
    if not List.objects.exists():
        import_module("hobnob.storage.migrations.0003_the_four_lists").make(apps, None)
    people.begin()
    return str(live_server.url)


def sign_in(context: BrowserContext, site: str) -> None:
    """Give the browser the cookie of a session."""
    client = Client()
    client.force_login(local_user())
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site}])


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """A desk, and no motion to wait for."""
    return {
        **browser_context_args,
        "viewport": {"width": 1200, "height": 900},
        "reduced_motion": "reduce",
    }


@pytest.fixture
def desk(page: Page, site: str) -> Iterator[Page]:
    """A signed-in page. The test fails when it asks another machine, or its scripts complain."""
    with watched(page, site):
        sign_in(page.context, site)
        yield page


class watched:
    """Notes where every request goes and what goes wrong in the page, and fails at the end."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.elsewhere: list[str] = []
        self.complaints: list[str] = []

    def __enter__(self) -> "watched":
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.on("console", lambda said: self._complain(said.type, said.text))
        return self

    def __exit__(self, *_: object) -> None:
        # The page goes first: what it still waits for must not outlive the server.
        self.page.close()
        assert self.elsewhere == []
        assert self.complaints == []

    def _note(self, url: str) -> None:
        if not url.startswith((f"{self.site}/", "data:")):
            self.elsewhere.append(url)

    def _complain(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)
