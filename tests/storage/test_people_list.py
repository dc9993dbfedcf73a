"""The page of people: who fits, in which order, and why."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import WEEK
from hobnob.domain.people import Account, Network
from hobnob.domain.people_filters import Answer, PeopleFilters, PeopleOrder
from hobnob.operations.cadence import wish_to_hear
from hobnob.operations.record import record
from hobnob.operations.same_person import same
from hobnob.storage import models
from hobnob.storage.queries.finding import fitting, people_list
from hobnob.storage.queries.finding.people_list import PAGE, every_person, people_page
from tests import people
from tests.donors import bring_donors, donor
from tests.people import ANA, BO, CEM, NOW_US, account, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()


def some_talk() -> None:
    """Ana talks most; Bo was the last to write; Cem once followed me."""
    record(
        [
            *(happened(Kind.REPLY, ANA, days_ago=10 + n, text="Tigers.") for n in range(5)),
            happened(Kind.REPLY, ANA, by_me=True, days_ago=9, text="Tigers!"),
            happened(Kind.MENTION, BO, days_ago=1, text="Nice stripes."),
            happened(Kind.FOLLOW, CEM, days_ago=200),
        ],
        now_us=NOW_US,
    )


EVERYBODY = PeopleFilters()


def names(filters: PeopleFilters = EVERYBODY) -> list[str]:
    return [each.person.name for each in people_page(filters, now_us=NOW_US).rows]


def reasons(filters: PeopleFilters) -> dict[str, str]:
    return {r.person.name: r.because for r in people_page(filters, now_us=NOW_US).rows}


def test_everybody_comes_closest_first_and_never_me() -> None:
    some_talk()
    assert names() == ["Ana Núñez", "Bo", "Cem"]


def test_they_come_by_name_or_by_the_last_contact_too(tmp_path: Path) -> None:
    some_talk()
    bring_donors(tmp_path)
    assert names(PeopleFilters(order=PeopleOrder.LAST))[:3] == ["Bo", "Ana Núñez", "Cem"]
    assert names(PeopleFilters(order=PeopleOrder.NAME)) == [
        *("Ana Núñez", "Bo", "Cem", "Cleo Marsh", "Ida Ruiz", "Otto Vries"),
    ]


def test_why_somebody_is_there_is_said_in_words() -> None:
    some_talk()
    assert reasons(PeopleFilters()) == {
        "Ana Núñez": "because they wrote to you 5 times; you wrote to them once",
        "Bo": "because they wrote to you once; you never wrote to them",
        "Cem": "because of a follow, a like or a gift; not a word yet",
    }


def test_who_talks_with_me_steadily_is_there_for_that() -> None:
    record(
        [
            happened(Kind.REPLY, ANA, by_me=by_me, days_ago=days)
            for by_me in (False, True)
            for days in (1, 8, 22)
        ],
        now_us=NOW_US,
    )
    assert reasons(PeopleFilters()) == {
        "Ana Núñez": "because of an exchange in 3 of the last 12 weeks"
    }


def test_whom_only_an_address_book_has_stands_there_too() -> None:
    somebody = models.Person.objects.create(made_us=NOW_US)
    models.Account.objects.create(
        network=Network.ADDRESS_BOOK, native_id="tel:1", name="Uma", person=somebody
    )
    assert reasons(PeopleFilters()) == {"Uma": "because they stand in your address book"}


def test_donors_not_found_are_those_without_an_account_who_may_be_found(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    not_found = PeopleFilters(tags=("donor",), is_not_found=True)
    (row,) = people_page(not_found, now_us=NOW_US).rows
    assert row.person.name == "Ida Ruiz"
    assert row.person.at_handle == "in donors.csv"
    assert row.because == "because donors.csv has them, and no account of theirs is known"
    assert row.giving == "2 gifts since 2024: 70 EUR"
    assert row.act is None
    some_talk()
    ana = models.Account.objects.get(native_id=ANA.native_id)
    same(donor("Ida").pk, ana.pk, author=curator().author, now_us=NOW_US)
    assert names(not_found) == []
    assert names(PeopleFilters(tags=("donor",)))[0] == "Ana Núñez"


def test_who_is_to_be_left_alone_is_shown_with_the_reason_and_without_an_act(
    tmp_path: Path,
) -> None:
    bring_donors(tmp_path)
    rows = people_page(PeopleFilters(is_do_not_contact=True), now_us=NOW_US).rows
    assert {(r.person.name, r.person.caution, r.because, r.act) for r in rows} == {
        (
            "Otto Vries",
            "asked not to be contacted",
            "because donors.csv says that they asked to be left alone",
            None,
        ),
        ("Cleo Marsh", "has died", "because donors.csv says that they have died", None),
    }


def test_who_waits_for_an_answer_and_who_does_not() -> None:
    some_talk()
    owed = PeopleFilters(answer=Answer.OWED)
    assert reasons(owed) == {"Bo": "because they wrote yesterday and you have not answered yet"}
    assert names(PeopleFilters(answer=Answer.NONE)) == ["Ana Núñez", "Cem"]
    curator().done(person_id(BO), "waiting")
    assert names(owed) == []


def test_losing_touch_is_said_against_their_own_normal() -> None:
    record(
        [
            happened(Kind.REPLY, ANA, by_me=by_me, days_ago=7 * week + by_me, text="Hello.")
            for week in range(12, 24)
            for by_me in (False, True)
        ],
        now_us=NOW_US,
    )
    some_bo = [happened(Kind.MENTION, BO, days_ago=80)]
    record(some_bo, now_us=NOW_US)
    assert reasons(PeopleFilters(is_losing_touch=True)) == {
        "Ana Núñez": "because they have been quiet for 12 weeks, "
        "and usually you hear from them every week"
    }
    record([happened(Kind.REPLY, ANA, days_ago=1, text="Back!")], now_us=NOW_US)
    assert names(PeopleFilters(is_losing_touch=True)) == []


def test_a_word_is_due_by_what_was_wished_for() -> None:
    some_talk()
    wish_to_hear(person_id(CEM), 30, author=curator().author, now_us=NOW_US - 10 * WEEK)
    wish_to_hear(person_id(ANA), 30, author=curator().author, now_us=NOW_US - 10 * WEEK)
    assert reasons(PeopleFilters(is_over_cadence=True)) == {
        "Cem": "because you have not spoken yet, and you want one every 30 days"
    }


@pytest.mark.parametrize("place", ["Utrecht", "utrecht", "NETHERLANDS"])
def test_a_city_or_country_is_found_however_it_is_written(tmp_path: Path, place: str) -> None:
    bring_donors(tmp_path)
    assert "Ida Ruiz" in names(PeopleFilters(place=place))


def test_lists_networks_names_and_tags_narrow_down() -> None:
    some_talk()
    curator().tag(person_id(BO), "stripes")
    curator().promote(person_id(BO), "watchlist")
    assert names(PeopleFilters(tags=("stripes",))) == ["Bo"]
    assert names(PeopleFilters(on_list="watchlist")) == ["Bo"]
    assert names(PeopleFilters(network="bluesky")) == ["Cem"]
    assert names(PeopleFilters(words="nún")) == ["Ana Núñez"]
    assert names(PeopleFilters(words="nún", network="bluesky")) == []
    curator().untag(person_id(BO), "stripes")
    assert names(PeopleFilters(tags=("stripes",))) == []


def test_a_tag_of_a_file_can_be_taken_off_by_hand_and_undone(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    ida = donor("Ida").person_id
    curator().untag(ida, "donor")
    assert "Ida Ruiz" not in names(PeopleFilters(tags=("donor",)))
    curator().undo()
    assert "Ida Ruiz" in names(PeopleFilters(tags=("donor",)))


def test_nobody_has_what_nobody_has() -> None:
    some_talk()
    for nothing in (
        PeopleFilters(on_list="nothing"),
        PeopleFilters(chat="nothing"),
        PeopleFilters(topic="nothing"),
        PeopleFilters(topic="theirs:nothing"),
        PeopleFilters(tags=("nothing",)),
        PeopleFilters(words="()"),
        PeopleFilters(network="nothing"),
    ):
        assert names(nothing) == []


def test_pages_miss_nobody_and_show_nobody_twice() -> None:
    crowd = [account(f"cub{n}") for n in range(2 * PAGE + 7)]
    record(
        [happened(Kind.MENTION, each, days_ago=n) for n, each in enumerate(crowd)], now_us=NOW_US
    )
    pages = [people_page(PeopleFilters(), now_us=NOW_US, page=n) for n in (1, 2, 3)]
    shown = [row.person.person_id for page in pages for row in page.rows]
    assert len(shown) == len(set(shown)) == len(crowd)
    assert shown == every_person(PeopleFilters(), now_us=NOW_US)
    assert [page.has_next for page in pages] == [True, True, False]
    assert [page.count for page in pages] == [len(crowd)] * 3


@pytest.fixture
def _many_are_three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_list, "MOST_SORTED", 2)
    monkeypatch.setattr(fitting, "MOST_SORTED", 2)


@pytest.mark.usefixtures("_many_are_three")
@pytest.mark.parametrize(
    "filters",
    [
        PeopleFilters(),
        PeopleFilters(tags=("donor",)),
        PeopleFilters(network="mastodon"),
        PeopleFilters(network="mastodon", answer=Answer.NONE),
        PeopleFilters(on_list="mentioned"),
        PeopleFilters(tags=("donor",), place="netherlands"),
        PeopleFilters(tags=("donor",), is_not_found=True),
        PeopleFilters(network="mastodon", on_list="watchlist"),
    ],
)
def test_too_many_to_name_are_the_same_people_as_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filters: PeopleFilters
) -> None:
    some_talk()
    bring_donors(tmp_path)
    crowd = [account(f"cub{n}") for n in range(4)]
    record(
        [happened(Kind.MENTION, each, days_ago=40 + n) for n, each in enumerate(crowd)],
        now_us=NOW_US,
    )
    curator().promote(person_id(crowd[0]), "watchlist")
    many = every_person(filters, now_us=NOW_US)
    shown = names(filters)
    monkeypatch.setattr(people_list, "MOST_SORTED", 5_000)
    monkeypatch.setattr(fitting, "MOST_SORTED", 5_000)
    assert sorted(many) == sorted(every_person(filters, now_us=NOW_US))
    assert sorted(shown) == sorted(names(filters))


@pytest.mark.usefixtures("_many_are_three")
def test_too_many_to_count_come_closest_first_then_from_files(tmp_path: Path) -> None:
    some_talk()
    uma = models.Person.objects.create(made_us=NOW_US)
    for native_id in ("tel:1", "tel:2"):
        models.Account.objects.create(
            network=Network.ADDRESS_BOOK, native_id=native_id, name="Uma", person=uma
        )
    found = people_page(PeopleFilters(order=PeopleOrder.NAME), now_us=NOW_US)
    assert found.count is None
    assert not found.can_be_sorted
    assert [row.person.name for row in found.rows] == ["Ana Núñez", "Bo", "Cem", "Uma"]
    assert people_page(PeopleFilters(), now_us=NOW_US, page=2).rows == ()


def test_an_account_of_mine_in_a_file_is_not_shown() -> None:
    other = Account(network=Network.X, native_id="9", handle="robin", name="Robin")
    record([happened(Kind.MENTION, other, days_ago=3)], now_us=NOW_US)
    mine = models.Account.objects.get(native_id="9")
    models.Account.objects.filter(pk=mine.pk).update(is_me=True)
    assert names() == []


def test_a_view_is_somebodys_own() -> None:
    from hobnob.operations.keep_views import save_view
    from hobnob.storage.queries.finding.views import saved_views, view_called

    robin, kit = curator().author, User.objects.create(username="kit")
    filters = PeopleFilters(tags=("donor",), is_losing_touch=True)
    save_view("Donors going  quiet", filters, author=robin, now_us=NOW_US)
    assert [each.name for each in saved_views(robin.pk)] == ["Donors going quiet"]
    assert saved_views(kit.pk) == []
    found = view_called("donors going quiet", robin.pk)
    assert found is not None
    assert found.filters == filters
