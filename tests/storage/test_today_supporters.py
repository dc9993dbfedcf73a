"""Today and supporters: what they are to us stands in the row, and who was found comes up."""

from datetime import date

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account, Network
from hobnob.domain.supporters import Fact, Gift, GiftKind, Relationship, Supporter, Tie
from hobnob.domain.today import Section
from hobnob.operations.record import record
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.operations.same_person import same
from hobnob.operations.supporters.keep import keep_supporters
from hobnob.operations.supporters.recall import Tellings
from hobnob.storage import models
from hobnob.storage.queries.today.page import TodayRow, today
from tests import people
from tests.people import ANA, BO, NOW_US, account, curator, happened, person_id

pytestmark = pytest.mark.django_db

DAYS = (date(2024, 3, 12), date(2025, 3, 12), date(2026, 3, 12))
KIM = account("kim")


@pytest.fixture(autouse=True)
def _me() -> None:
    people.begin()


def donor(key: str, *, days: tuple[date, ...] = DAYS, is_deceased: bool = False) -> Supporter:
    return Supporter(
        key=key,
        name=Fact(value="Ana Ruiz", column="Name"),
        ties=(Tie(relationship=Relationship.DONOR, column="Amount"),),
        gifts=tuple(
            Gift(key=f"{key}-{day}", amount=100, currency="EUR", date=day, kind=GiftKind.PAYMENT)
            for day in days
        ),
        is_deceased=is_deceased,
    )


def found_to_be(who: Account, supporter: Supporter, *, days_ago: float = 1) -> None:
    """Somebody said that the account is the supporter's."""
    source = models.Source.objects.create(
        kind="supporters", fingerprint=supporter.key, title="donors.csv", started_us=NOW_US
    )
    keep_supporters([supporter], source=source, now_us=NOW_US, tellings=Tellings())
    same(
        models.Account.objects.get(network=Network.ADDRESS_BOOK, native_id=supporter.key).pk,
        models.Account.objects.get(network=who.network, native_id=who.native_id).pk,
        author=curator().author,
        now_us=NOW_US - int(days_ago * DAY),
        anyway=True,
    )


def rows(section: Section) -> dict[str, TodayRow]:
    shown = next(each for each in today(NOW_US).sections if each.key == section)
    return {row.person.handle: row for row in shown.rows}


def test_a_row_shows_what_somebody_is_to_us_and_that_they_gave() -> None:
    record([happened(Kind.MENTION, ANA, text="Where do tigers sleep?")], now_us=NOW_US)
    record([happened(Kind.MENTION, BO, text="Nice.")], now_us=NOW_US)
    found_to_be(ANA, donor("civicrm:42"))

    waiting = rows(Section.WAITING)

    assert waiting["ana@tusk.example"].tags == ("donor",)
    assert waiting["ana@tusk.example"].why.endswith("; they gave 3 times since 2024")
    assert waiting["bo@den.example"].tags == ()
    assert "gave" not in waiting["bo@den.example"].why


def test_a_tag_by_hand_that_is_no_relationship_is_not_shown() -> None:
    record([happened(Kind.MENTION, ANA, text="Hello?")], now_us=NOW_US)
    curator().tag(person_id(ANA), "tiger")
    curator().tag(person_id(ANA), "volunteer")

    assert rows(Section.WAITING)["ana@tusk.example"].tags == ("volunteer",)


def test_a_donor_just_found_to_whom_nobody_spoke_is_to_be_decided() -> None:
    record([happened(Kind.FOLLOW, KIM, days_ago=200)], now_us=NOW_US)
    found_to_be(KIM, donor("civicrm:7", days=DAYS[:1]))

    row = rows(Section.DECIDE)["kim@herd.example"]

    assert row.act.key == "w"
    assert row.tags == ("donor",)
    assert row.why == (
        "because this is your donor, found yesterday; not a word went between you yet; "
        "they gave once, in 2024"
    )


@pytest.mark.parametrize("why_not", ["spoke", "promoted", "long ago", "undone", "died"])
def test_who_is_no_news_is_not(why_not: str) -> None:
    record([happened(Kind.FOLLOW, KIM, days_ago=200)], now_us=NOW_US)
    if why_not == "spoke":
        record([happened(Kind.REPLY, KIM, days_ago=90)], now_us=NOW_US)
    found_to_be(
        KIM,
        donor("civicrm:7", is_deceased=why_not == "died"),
        days_ago=31 if why_not == "long ago" else 1,
    )
    if why_not == "promoted":
        curator().promote(person_id(KIM), "watchlist")
    if why_not == "undone":
        curator().undo()

    assert "kim@herd.example" not in rows(Section.DECIDE)


def test_two_records_of_one_person_are_nobody_found() -> None:
    record([happened(Kind.MENTION, BO)], now_us=NOW_US)
    one = Account(network=Network.ADDRESS_BOOK, native_id="email:ana@den.example", name="Ana Ruiz")
    know_accounts([one], now_us=NOW_US, seen_us=NOW_US)
    found_to_be(one, donor("civicrm:7"))

    assert rows(Section.DECIDE) == {}


def test_who_asked_to_be_left_alone_in_another_file_is_not_told_of() -> None:
    record([happened(Kind.FOLLOW, KIM, days_ago=200)], now_us=NOW_US)
    found_to_be(KIM, donor("civicrm:7"))
    assert "kim@herd.example" in rows(Section.DECIDE)

    found_to_be(KIM, donor("bloomerang:7", is_deceased=True))

    assert "kim@herd.example" not in rows(Section.DECIDE)


def test_two_of_them_at_once_are_enough() -> None:
    herd = [account(f"calf{number}") for number in range(4)]
    record([happened(Kind.FOLLOW, each, days_ago=200) for each in herd], now_us=NOW_US)
    for number, each in enumerate(herd):
        found_to_be(each, donor(f"civicrm:{number}"), days_ago=number + 1)

    assert list(rows(Section.DECIDE)) == ["calf0@herd.example", "calf1@herd.example"]


def test_nobody_is_told_to_write_to_who_died() -> None:
    record([happened(Kind.REPLY, ANA, by_me=True, days_ago=20)], now_us=NOW_US)
    curator(days_later=-10).promote(person_id(ANA), "say")
    assert "ana@tusk.example" in rows(Section.SAY)

    found_to_be(ANA, donor("civicrm:42", is_deceased=True))

    assert "ana@tusk.example" not in rows(Section.SAY)
