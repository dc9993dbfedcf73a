from dataclasses import replace

import pytest

from hobnob.domain.moments import DAY, to_us
from hobnob.domain.people import Network
from hobnob.operations.demo.cast import cast
from hobnob.operations.demo.profiles import told_by_hand, with_profiles
from tests.operations.demo.moments import NOW

NOW_US = to_us(NOW)
KEYS = ("tides", "anouk", "velvet")


def test_everybody_on_a_network_that_tells_has_a_profile_and_always_the_same() -> None:
    accounts = list(with_profiles(cast(), now_us=NOW_US))
    assert accounts == list(with_profiles(cast(), now_us=NOW_US))
    assert len(accounts) > 200
    assert all(account.profile for account in accounts)
    assert {account.network for account in accounts} == {Network.BLUESKY, Network.MASTODON}


def test_those_written_down_are_as_they_are_written() -> None:
    tides, anouk, velvet = (told_by_hand()[key].profile(NOW_US) for key in KEYS)
    assert tides.is_bot
    assert anouk.moved_to == "anouk@owl.example"
    assert anouk.last_post_us == NOW_US - 210 * DAY
    assert velvet.labels == ("porn",)
    assert velvet.links == ("https://velvet.example",)
    known = {account.profile for account in with_profiles(cast(), now_us=NOW_US)}
    assert {tides, anouk, velvet} <= known


def test_only_people_of_the_cast_are_written_down() -> None:
    assert told_by_hand().keys() <= cast().keys()


def test_nobody_follows_before_the_account_was_made() -> None:
    for key, told in told_by_hand().items():
        made_us = told.profile(NOW_US).made_us or 0
        days = [each for each in (told.follows_days, told.followed_days) if each is not None]
        assert all(NOW_US - each * DAY >= made_us for each in days), key


def test_what_no_network_tells_is_refused() -> None:
    told = replace(told_by_hand()["tides"], facts=("shoe size 44",))
    with pytest.raises(ValueError, match="'shoe size 44'"):
        told.profile(NOW_US)
