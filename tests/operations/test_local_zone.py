from pathlib import Path

import pytest

from hobnob.operations import local_zone as module
from hobnob.operations.local_zone import local_zone


@pytest.fixture(autouse=True)
def _nothing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(module, "LOCALTIME", tmp_path / "localtime")


def test_where_nobody_says_it_is_utc() -> None:
    assert local_zone() == "UTC"


@pytest.mark.parametrize("said", ["Europe/Amsterdam", ":Europe/Amsterdam"])
def test_the_environment_says_it_first(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    module.LOCALTIME.symlink_to("/usr/share/zoneinfo/Asia/Tokyo")
    monkeypatch.setenv("TZ", said)
    assert local_zone() == "Europe/Amsterdam"


def test_else_the_system_does() -> None:
    module.LOCALTIME.symlink_to("../usr/share/zoneinfo/America/New_York")
    assert local_zone() == "America/New_York"


@pytest.mark.parametrize("said", ["CET-1CEST,M3.5.0,M10.5.0/3", "../../etc", "Atlantis"])
def test_what_is_no_name_is_passed_over(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("TZ", said)
    assert local_zone() == "UTC"


def test_a_copy_of_the_clock_file_has_no_name() -> None:
    module.LOCALTIME.write_bytes(b"TZif2")
    assert local_zone() == "UTC"
