"""A look at somebody's page is remembered, for each reader their own."""

import pytest
from django.contrib.auth.models import User

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import HOUR, MINUTE
from hobnob.domain.people import Account
from hobnob.operations.keep_reading_time import keep_reading_time
from hobnob.operations.look_at_person import look_at_person
from hobnob.operations.record import record
from hobnob.operations.same_person import apart, same_person
from hobnob.storage.models import Account as Stored
from hobnob.storage.models import PersonLook, ReadingTime
from hobnob.storage.queries.person.whats_new import last_look
from tests import people
from tests.people import ANA, BO, NOW_US, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _ana() -> None:
    people.begin()
    record([happened(Kind.MENTION, ANA)], now_us=NOW_US)


@pytest.fixture
def robin() -> User:
    return User.objects.create(username="robin")


def test_the_first_look_is_before_nothing(robin: User) -> None:
    assert look_at_person(robin, person_id(ANA), looked_us=NOW_US)
    assert last_look(robin.pk, person_id(ANA), NOW_US) is None


def test_half_an_hour_of_looking_is_one_look(robin: User) -> None:
    for minutes in (0, 10, 29):
        look_at_person(robin, person_id(ANA), looked_us=NOW_US + minutes * MINUTE)
    assert PersonLook.objects.get().looked_us == NOW_US
    assert last_look(robin.pk, person_id(ANA), NOW_US + HOUR) == NOW_US


def test_the_look_before_tells_what_is_new(robin: User) -> None:
    for hours in (0, 2):
        look_at_person(robin, person_id(ANA), looked_us=NOW_US + hours * HOUR)
    assert last_look(robin.pk, person_id(ANA), NOW_US + 2 * HOUR) == NOW_US
    assert last_look(robin.pk, person_id(ANA), NOW_US + 3 * HOUR) == NOW_US + 2 * HOUR


def test_what_kim_looked_at_is_new_to_robin(robin: User) -> None:
    look_at_person(User.objects.create(username="kim"), person_id(ANA), looked_us=NOW_US)
    assert last_look(robin.pk, person_id(ANA), NOW_US + HOUR) is None


def test_a_page_that_comes_late_takes_no_look_back(robin: User) -> None:
    look_at_person(robin, person_id(ANA), looked_us=NOW_US)
    look_at_person(robin, person_id(ANA), looked_us=NOW_US - HOUR)
    assert PersonLook.objects.get().looked_us == NOW_US


@pytest.mark.parametrize("was_looked_at", [ANA, BO])
def test_a_look_outlives_that_two_became_one(robin: User, was_looked_at: Account) -> None:
    record([happened(Kind.MENTION, BO)], now_us=NOW_US)
    look_at_person(robin, person_id(was_looked_at), looked_us=NOW_US)
    same_person(person_id(BO), person_id(ANA), author=robin, now_us=NOW_US)
    assert person_id(BO) == person_id(ANA)
    assert last_look(robin.pk, person_id(ANA), NOW_US + HOUR) == NOW_US
    look_at_person(robin, person_id(ANA), looked_us=NOW_US + 2 * HOUR)
    assert last_look(robin.pk, person_id(ANA), NOW_US + 2 * HOUR) == NOW_US


def test_a_look_at_one_of_two_who_are_no_longer_one_is_their_own(robin: User) -> None:
    record([happened(Kind.MENTION, BO)], now_us=NOW_US)
    same_person(person_id(BO), person_id(ANA), author=robin, now_us=NOW_US)
    look_at_person(robin, person_id(ANA), looked_us=NOW_US)
    apart(Stored.objects.get(handle=BO.handle).pk, author=robin, now_us=NOW_US)
    assert last_look(robin.pk, person_id(ANA), NOW_US + HOUR) == NOW_US
    assert last_look(robin.pk, person_id(BO), NOW_US + HOUR) is None


def test_nobody_is_looked_at_who_does_not_exist(robin: User) -> None:
    assert not look_at_person(robin, 999_999, looked_us=NOW_US)


def test_time_with_a_person_is_counted(robin: User) -> None:
    place = f"person:{person_id(ANA)}"
    assert keep_reading_time(robin, place, 40, now_us=NOW_US)
    assert keep_reading_time(robin, place, 20, now_us=NOW_US)
    assert ReadingTime.objects.get(place=place).seconds == 60


@pytest.mark.parametrize("place", ["person:999999", "person:", "person:x", "person:²", "person:-1"])
def test_time_with_nobody_is_not(robin: User, place: str) -> None:
    assert not keep_reading_time(robin, place, 40, now_us=NOW_US)
