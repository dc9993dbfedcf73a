"""What turning to supporters changed, from our own files and the log."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.moments import DAY, from_us
from hobnob.domain.people import Account, Network
from hobnob.operations.record import record
from hobnob.storage import models
from tests import people
from tests.donors import bring_donors
from tests.operations.results.stage import taken_stock
from tests.people import ME, NOW_US

pytestmark = pytest.mark.django_db

HEAD = (
    "Contact ID,First Name,Last Name,Email,Total Amount,Currency,Date Received,"
    "Contribution Status,Contribution ID,Do Not Contact\n"
)
TODAY = datetime(2026, 11, 18, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _my_account() -> None:
    people.begin()


def gift(who: int, days_ago: int, euros: int = 20, *, leave_alone: bool = False) -> str:
    """A line of a file."""
    day = (from_us(NOW_US) - timedelta(days=days_ago)).date()
    wish = "Yes" if leave_alone else "No"
    return (
        f"{who},Ana{who},Den{who},a{who}@den.example,{euros}.00,EUR,{day},Completed,"
        f"G{who}-{days_ago},{wish}\n"
    )


def turned_to(who: int, *, days_ago: float) -> None:
    """I called them."""
    account = models.Account.objects.get(network=Network.ADDRESS_BOOK, handle=f"a{who}@den.example")
    call = Interaction(
        network=Network.OFFLINE,
        kind=Kind.CALL,
        direction=Direction.FROM_ME,
        native_id=f"call {who}",
        actor=ME,
        target=Account(
            network=Network.ADDRESS_BOOK, native_id=account.native_id, handle=account.handle
        ),
        at_us=NOW_US - int(days_ago * DAY),
    )
    record([call], now_us=NOW_US)


def bring(folder: Path, *lines: str) -> None:
    bring_donors(folder, HEAD + "".join(lines))


def test_where_next_to_nobody_was_turned_to_there_is_too_little_to_tell(tmp_path: Path) -> None:
    bring(tmp_path, *(gift(who, 200 + who) for who in range(1, 21)))
    turned_to(1, days_ago=150)
    found = taken_stock().changes
    assert not any(each.is_told for each in found.changes)
    assert found.changes[0].sentence == (
        "Too little to tell about how often they gave: it takes 12 people you turned to and 40 "
        "others, watched for three months. There are 0 and 19."
    )
    assert "too little to tell" in found.sentence


def test_more_gifts_than_people_with_the_same_past_are_told_with_their_range(
    tmp_path: Path,
) -> None:
    """Sixty give twice a year; who was called gives every month from then on."""
    lines = [gift(who, days) for who in range(1, 61) for days in (600 + who, 400 + who, 260 + who)]
    lines += [gift(who, 40 + who) for who in range(1, 61)]
    lines += [gift(who, days, 50) for who in range(1, 16) for days in (150, 120, 90, 60, 30, 1)]
    bring(tmp_path, *lines)
    for who in range(1, 16):
        turned_to(who, days_ago=182)

    often, large, joined = taken_stock().changes.changes

    assert (often.is_told, often.is_clear) == (True, True)
    assert (often.approached, often.others) == (15, 45)
    assert (often.low or 0.0) > 0.0
    assert (often.after or 0.0) > (often.others_after or 9.0)
    assert often.sentence.startswith("Those you turned to gave more often")
    assert (large.unit, large.is_told) == ("EUR a gift", True)
    assert large.before == pytest.approx(20.0)
    assert (large.after or 0.0) > 40.0
    assert not joined.is_told


def test_who_wants_to_be_left_alone_is_on_neither_side(tmp_path: Path) -> None:
    bring(tmp_path, *(gift(who, 100, leave_alone=who > 10) for who in range(1, 21)), gift(99, 1))
    turned_to(1, days_ago=95)
    often = taken_stock().changes.changes[0]
    assert (often.approached, often.others) == (1, 10)


def test_what_came_after_the_newest_gift_of_any_file_nobody_knows(tmp_path: Path) -> None:
    bring(tmp_path, *(gift(who, 150) for who in range(1, 11)))
    turned_to(1, days_ago=140)
    often = taken_stock().changes.changes[0]
    assert (often.approached, often.others) == (0, 9)
