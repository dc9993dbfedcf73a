"""What a Mastodon profile tells besides names."""

import pytest

from hobnob.networks.mastodon.profiles import read_profile


def location(*fields: tuple[str, str], **rest: object) -> str:
    """Where somebody is whose table below the bio has these rows."""
    table = [{"name": name, "value": value} for name, value in fields]
    told = read_profile({"bot": False, "fields": table, **rest}, moved_to="")
    assert told is not None
    return told.location


@pytest.mark.parametrize(
    "name",
    ["Location", "📍 Location:", "Place", "Ort", "Where", "Lieu", "Plaats", "based in", "Où"],
)
def test_a_row_that_says_where_is_the_location(name: str) -> None:
    assert location(("Pronouns", "she/her"), (name, "<p>Utrecht,\n  NL</p>")) == "Utrecht, NL"


def test_the_first_of_several_counts() -> None:
    assert location(("City", "Leeds"), ("Location", "Yorkshire")) == "Leeds"


@pytest.mark.parametrize("name", ["Website", "Pronouns", "Locations I dream of", "Homepage", ""])
def test_other_rows_are_no_location(name: str) -> None:
    assert location((name, "Utrecht")) == ""


def test_a_link_is_no_place() -> None:
    link = '<a href="https://ana.example">ana.example</a>'
    assert location(("Where", link)) == ""


def test_of_a_suspended_account_nothing_is_read() -> None:
    assert location(("Location", "Utrecht"), suspended=True) == ""
