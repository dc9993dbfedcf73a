from pathlib import Path

import pytest
from django.conf import settings
from django.core import signing

from hobnob.operations.calendar_address import (
    calendar_key,
    drop_calendar_key,
    opens_calendar,
    renew_calendar_key,
)


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "HOME", tmp_path)


def test_there_is_no_address_before_somebody_asks_for_one() -> None:
    assert calendar_key() == ""
    assert not opens_calendar("")


def test_the_key_opens_the_calendar() -> None:
    key = renew_calendar_key()
    assert key == calendar_key()
    assert opens_calendar(key)


def test_a_new_key_ends_the_one_before() -> None:
    old, new = renew_calendar_key(), renew_calendar_key()
    assert old != new
    assert not opens_calendar(old)
    assert opens_calendar(new)


def test_switched_off_no_key_opens_it() -> None:
    key = renew_calendar_key()
    drop_calendar_key()
    assert not opens_calendar(key)


@pytest.mark.parametrize(
    "key",
    [
        "",
        "x",
        "a:b:c",
        "é",
        "\ud800",
        pytest.param(signing.dumps("guess"), id="signed by us"),
        pytest.param(signing.dumps(["x"], salt="x"), id="signed for something else"),
    ],
)
def test_a_guess_opens_nothing(key: str) -> None:
    renew_calendar_key()
    assert not opens_calendar(key)


def test_signed_by_us_for_another_secret_it_opens_nothing() -> None:
    renew_calendar_key()
    assert not opens_calendar(signing.dumps("another", salt="hobnob.calendar"))
    assert not opens_calendar(signing.dumps(None, salt="hobnob.calendar"))
