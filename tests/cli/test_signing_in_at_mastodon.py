"""Signing in at a real server of the Mastodon API: its page, and the way back from it."""

import sys
import webbrowser
from collections.abc import Iterator
from threading import Thread
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, build_opener, urlopen

import pytest
from django.test import Client
from mastodon_mock.testing import MockServer

from hobnob import worker
from hobnob.cli import serving
from hobnob.domain.networks import Capability, Mode
from hobnob.operations.local_user import local_user
from hobnob.storage import models
from tests.cli.conftest import Run
from tests.networks.mastodon.stage import SEED, MastodonStage
from tests.people import NOW_US

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Iterator[MastodonStage]:
    monkeypatch.setenv("HOBNOB_ALLOW_LOOPBACK", "1")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    with MockServer(seed=SEED) as server:
        yield MastodonStage(server)


class _StayHere(HTTPRedirectHandler):
    """Where the browser would be sent is all that is wanted."""

    def redirect_request(self, *_: object) -> None:
        return None


def allowed_by_robin(address: str) -> str:
    """Robin presses the button on the server's page: where that leads."""
    page = urlsplit(address)
    asked = {name: values[0] for name, values in parse_qs(page.query).items()}
    pressed = urlencode({**asked, "username": "robin"}).encode()
    with pytest.raises(HTTPError) as sent_on:
        build_opener(_StayHere).open(page._replace(query="").geturl(), pressed, timeout=10)
    sent_on.value.close()
    return str(sent_on.value.headers["Location"])


def test_from_the_terminal_the_browser_comes_back_to_it(
    stage: MastodonStage, hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def browse(address: str) -> None:
        back = allowed_by_robin(address)
        Thread(target=lambda: urlopen(back, timeout=10).close(), daemon=True).start()

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(serving, "has_screen", lambda: True)
    monkeypatch.setattr(webbrowser, "open", browse)
    done = hobnob("connect", "mastodon", stage.host, "--act")
    assert f"@robin@{stage.host} is connected, for reading and acting." in done.out


def test_in_the_web_app_the_browser_comes_back_to_it(
    stage: MastodonStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_now_us", lambda: NOW_US)
    stage.mention_me(3)
    browser = Client()
    browser.force_login(local_user())
    new = "/connections/new/mastodon/"
    page = browser.post(new, {"place": stage.host, "back": new})
    back = allowed_by_robin(page.context["address"])
    assert back.startswith("http://testserver/connections/back/?")
    here = urlsplit(back)._replace(scheme="", netloc="").geturl()
    assert browser.get(here, follow=True).status_code == 200
    made = models.Connection.objects.get()
    assert made.modes[Capability.SEE_TALK] == Mode.API
    assert made.modes[Capability.POST] == Mode.WEB_INTENT
    assert models.Interaction.objects.filter(kind="mention").count() == 3
    assert browser.get(here).status_code == 400
