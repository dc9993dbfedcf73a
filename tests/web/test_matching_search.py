"""Searching for a supporter from the browser: asked first, one press each, and a few."""

from datetime import date

import pytest
from django.test import Client

from hobnob.storage import models
from tests.matched import ana_and_two, fact, may_look, near_me, supporter
from tests.searching import LINDIWE, Finds, a_server_to_ask
from tests.web.world import words

ADDRESS = "/matching/search/"


@pytest.fixture
def server(robin: Client, monkeypatch: pytest.MonkeyPatch) -> Finds:
    """Asked by whoever is signed in."""
    del robin
    return a_server_to_ask(monkeypatch)


def lindiwe() -> models.Account:
    return supporter("Lindiwe Okonjo", city=fact("Portland", "City"))


def ask(robin: Client, of: models.Account) -> str:
    address = f"{ADDRESS}{of.person_id}/"
    return words(robin.post(address, {"back": ADDRESS}, follow=True))


def page(robin: Client) -> str:
    return words(robin.get(ADDRESS))


def test_before_a_basis_it_asks_for_one(robin: Client) -> None:
    lindiwe()
    assert "First: may you look?" in page(robin)


def test_without_a_network_to_ask_it_says_what_to_connect(robin: Client) -> None:
    may_look()
    models.Connection.objects.all().delete()
    lindiwe()
    assert "Nowhere to search yet" in page(robin)


def test_it_says_who_learns_what_before_anybody_is_asked(robin: Client, server: Finds) -> None:
    lindiwe()
    said = page(robin)
    assert "A press asks tusk.example for one name: the name is learnt there" in said
    assert "X is not asked" in said
    assert "Ask for them" in said
    assert "because they stand in your files, and no account here is theirs" in said
    assert server.asked == []


def test_who_fits_is_the_next_card(robin: Client, server: Finds) -> None:
    said = ask(robin, lindiwe())
    assert server.asked == ["Lindiwe Okonjo"]
    assert "tusk.example thought of 1 account at “Lindiwe Okonjo”, and 1 may be theirs." in said
    assert "Is this Lindiwe Okonjo ?" in said
    assert "found by a search" in said


def test_where_nobody_fits_nothing_is_kept_and_they_are_not_shown_again(
    robin: Client, server: Finds
) -> None:
    server.found = ()
    said = ask(robin, lindiwe())
    assert "thought of 0 accounts at “Lindiwe Okonjo”, and none of them fits." in said
    assert "Nobody is left to search for" in said
    assert not models.Account.objects.filter(handle=LINDIWE.handle).exists()


@pytest.mark.usefixtures("server")
def test_who_gave_comes_first_and_who_is_found_or_proposed_does_not_come(robin: Client) -> None:
    ana_and_two()
    found = supporter("Cy Wolf")
    models.Account.objects.filter(pk=near_me("cywolf", "Cy Wolf").pk).update(person=found.person)
    supporter("Ada Zero")
    giver = lindiwe()
    models.Donation.objects.create(
        account=giver,
        key="g1",
        amount=2_500,
        currency="EUR",
        on_date=date(2026, 3, 1),
        kind="payment",
    )
    said = page(robin)
    assert said.index("Lindiwe Okonjo") < said.index("Ada Zero")
    assert "because they gave: 1 gift in 2026: 25 EUR" in said
    assert "Ana Ruiz" not in said
    assert "Cy Wolf" not in said


@pytest.mark.usefixtures("server")
def test_who_asked_to_be_left_alone_is_not_searched_for(robin: Client) -> None:
    of = lindiwe()
    models.Supporter.objects.filter(account=of).update(may_be_contacted=False)
    assert "Nobody is left to search for" in page(robin)
    assert "Only a supporter with a name is searched for" in ask(robin, of)
