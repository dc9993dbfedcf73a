"""What people change about themselves is kept, once, as the newest source saw it."""

from dataclasses import replace

import pytest

from hobnob.domain.moments import DAY
from hobnob.domain.people import Account, Profile
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.storage.models import ProfileChange
from tests.people import ANA, NOW_US

pytestmark = pytest.mark.django_db

BEFORE = replace(ANA, bio="Looks for herons.", profile=Profile(location="Ghent"))


def seen(account: Account, *, days_later: float = 0) -> None:
    at_us = NOW_US + int(days_later * DAY)
    know_accounts([account], now_us=at_us, seen_us=at_us)


def kept() -> list[tuple[str, str, str]]:
    rows = ProfileChange.objects.order_by("seen_us", "field")
    return list(rows.values_list("field", "before", "after"))


@pytest.fixture(autouse=True)
def _known() -> None:
    seen(BEFORE)


def test_the_first_word_is_no_change() -> None:
    assert kept() == []


@pytest.mark.parametrize(
    ("now", "change"),
    [
        ({"bio": "Found them."}, ("bio", "Looks for herons.", "Found them.")),
        ({"name": "Ana N."}, ("name", "Ana Núñez", "Ana N.")),
        ({"handle": "ana@den.example"}, ("handle", "ana@tusk.example", "ana@den.example")),
        ({"profile": Profile(location="Utrecht")}, ("location", "Ghent", "Utrecht")),
        ({"profile": Profile(moved_to="ana@den.example")}, ("moved_to", "", "ana@den.example")),
    ],
)
def test_another_word_is_kept_with_the_one_before(
    now: dict[str, str | Profile], change: tuple[str, str, str]
) -> None:
    changed = replace(BEFORE, **now)  # type: ignore[arg-type]
    seen(changed, days_later=1)
    seen(changed, days_later=2)
    assert kept() == [change]


@pytest.mark.parametrize(
    "now",
    [
        {"bio": ""},
        {"bio": " looks for  Herons. "},
        {"handle": "Ana@tusk.example"},
        {"profile": Profile(location="")},
        {"profile": Profile(location="ghent")},
        {"profile": None},
    ],
)
def test_silence_capitals_and_spaces_are_no_change(now: dict[str, str | Profile | None]) -> None:
    seen(replace(BEFORE, **now), days_later=1)  # type: ignore[arg-type]
    assert kept() == []


def test_what_an_older_source_said_is_no_news() -> None:
    older = replace(BEFORE, bio="Looks for owls.", profile=Profile(location="Bruges"))
    seen(older, days_later=-9)
    assert kept() == []


def test_who_changes_back_has_changed_twice() -> None:
    seen(replace(BEFORE, bio="Away."), days_later=1)
    seen(BEFORE, days_later=2)
    assert [after for _, _, after in kept()] == ["Away.", "Looks for herons."]


def test_the_same_moment_told_twice_is_told_once() -> None:
    away = replace(BEFORE, bio="Away.")
    seen(away, days_later=1)
    ProfileChange.objects.create(
        account=ProfileChange.objects.get().account, field="name", seen_us=NOW_US
    )
    know_accounts([replace(away, bio="Back.")], now_us=NOW_US + DAY, seen_us=NOW_US + DAY)
    assert ProfileChange.objects.filter(field="bio").count() == 1
