"""A frozen clock, and somebody who is signed in."""

import pytest
from django.core.cache import cache
from django.test import Client

from hobnob.operations.local_user import local_user
from hobnob.web import clock
from tests import people
from tests.people import NOW_US


@pytest.fixture(autouse=True)
def _clock_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US)


@pytest.fixture(autouse=True)
def _no_form_was_pressed() -> None:
    """Which forms were pressed is remembered for a day, and not in the database."""
    cache.clear()


@pytest.fixture
def robin(db: None) -> Client:
    """A browser in which the person at this machine is signed in."""
    people.begin()
    client = Client()
    client.force_login(local_user())
    return client


@pytest.fixture
def stranger(db: None) -> Client:
    """A browser that was never signed in."""
    return Client()
