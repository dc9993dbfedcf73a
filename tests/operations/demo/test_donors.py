"""The demo's supporters: a file as organisations have them, and everything one does with it."""

from collections import Counter
from pathlib import Path

import pytest

from hobnob.domain.supporters import GiftKind, given, still_promised
from hobnob.importers.supporters import open_supporters
from hobnob.operations.demo.cast import cast
from hobnob.operations.demo.donors import Donor, donors, write_donors
from tests.operations.demo.test_world import NOW_US


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "donors.csv"
    write_donors(path, now_us=NOW_US)
    return path


def called(family: str) -> Donor:
    (found,) = (each for each in donors() if each.family == family)
    return found


def test_sixty_people_of_whom_some_are_in_the_world() -> None:
    names = {member.name for member in cast().values()}
    people = list(donors())

    assert len(people) > 55
    assert sum(f"{each.given} {each.family}" in names for each in people) > 20


def test_every_address_is_one_that_nobody_can_have() -> None:
    assert all(each.email.endswith(".example") for each in donors())


def test_it_is_known_by_its_headings_and_asks_nothing(file: Path) -> None:
    with open_supporters(file) as opened:
        assert opened.mapping.system == "civicrm"
        assert not opened.needs_mapping
        assert opened.questions == ()
        readings = list(opened.read())

    problems = [str(problem.reason) for each in readings for problem in each.problems]
    assert len(problems) == 3
    assert "means that no money came" in problems[0]
    assert "is no e-mail address" in problems[1]
    assert "cells and the header" in problems[2]


def test_a_pledge_is_kept_apart_from_what_was_paid_on_it(file: Path) -> None:
    key = f"civicrm:{called('Lindqvist').number}"
    with open_supporters(file) as opened:
        gifts = [
            gift
            for each in opened.read()
            for supporter in each.supporters
            if supporter.key == key
            for gift in supporter.gifts
        ]

    assert Counter(each.kind for each in gifts) == {GiftKind.PLEDGE: 1, GiftKind.PAYMENT: 2}
    assert given(gifts) == {"EUR": 200_00}
    assert still_promised(gifts) == {"EUR": 100_00}


def test_it_has_the_traps_that_real_files_have(file: Path) -> None:
    with open_supporters(file) as opened:
        people = {one.key: one for each in opened.read() for one in each.supporters}

    addresses = Counter(each.emails[0].value for each in people.values() if each.emails)
    assert [each for each, count in addresses.items() if count > 1] == ["dubrow@post.example"]
    assert sum(each.is_deceased for each in people.values()) == 1
    assert sum(not each.may_be_contacted for each in people.values()) == 2
    assert sum(each.birthday is not None and each.birthday.year is None for each in people.values())


def test_it_is_the_same_file_all_day(file: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.csv"
    write_donors(again, now_us=NOW_US + 1)

    assert again.read_bytes() == file.read_bytes()
