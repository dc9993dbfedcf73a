"""The page of people: what one can ask for, views that one keeps, and what a row offers."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage import models
from tests.donors import bring_donors
from tests.people import ANA, BO, NOW_US, account, curator, happened, person_id
from tests.web.world import decide_address, two_wait, words

QUERIES = 20


@pytest.mark.parametrize("count", [2, 45])
def test_a_page_asks_the_database_as_often_for_many_as_for_few(
    robin: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    crowd = [account(f"cub{n}") for n in range(count)]
    record([happened(Kind.MENTION, each, text="Hello") for each in crowd], now_us=NOW_US)
    with django_assert_num_queries(QUERIES):
        robin.get("/people/")


def test_a_row_says_who_and_why_and_offers_one_act(robin: Client) -> None:
    two_wait()
    curator().tag(person_id(ANA), "tigers")
    said = words(robin.get("/people/"))
    assert "Everybody you are in touch with or have in your files: 3." in said
    assert "Ana Núñez @ana@tusk.example tigers because they wrote to you once" in said
    assert "Promote w" in said


def test_who_waits_can_be_answered_from_the_row(robin: Client) -> None:
    two_wait()
    page = robin.get("/people/?answer=owed")
    assert "because they wrote yesterday and you have not answered yet" in words(page)
    assert "Answer o" in words(page)


def test_donors_not_found_lead_to_finding_them(robin: Client, tmp_path: Path) -> None:
    bring_donors(tmp_path)
    page = robin.get("/people/?tag=donor&not-found=1")
    said = words(page)
    assert "1 person." in said
    assert "Ida Ruiz in donors.csv donor because donors.csv has them" in said
    assert "2 gifts since 2024: 70 EUR" in said
    assert 'href="/matching/">Find them' in page.content.decode()


def test_who_asked_to_be_left_alone_says_so_in_their_row(robin: Client, tmp_path: Path) -> None:
    bring_donors(tmp_path)
    said = words(robin.get("/people/?tag=donor"))
    assert "Otto Vries in donors.csv asked not to be contacted donor" in said
    assert "Cleo Marsh in donors.csv has died donor" in said


def test_each_filter_can_be_taken_away_again(robin: Client) -> None:
    two_wait()
    html = robin.get("/people/?tag=donor&place=Leiden&list=watchlist&sort=name").content.decode()
    assert 'href="/people/?list=watchlist&amp;place=Leiden&amp;sort=name"' in html
    assert 'aria-label="Without in Leiden"' in html
    assert "on The Watchlist" in html


def test_a_search_keeps_what_else_was_chosen(robin: Client) -> None:
    two_wait()
    html = robin.get("/people/?tag=donor&losing-touch=1").content.decode()
    search = html.split('role="search"')[1].split("</form>")[0]
    assert '<input type="hidden" name="tag" value="donor">' in search
    assert '<input type="hidden" name="losing-touch" value="1">' in search


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/people/", "Nobody yet."),
        ("/people/?losing-touch=1", "Nobody has gone quiet."),
        ("/people/?over-cadence=1", "No word is due."),
        ("/people/?answer=owed", "Nobody waits for you."),
        ("/people/?tag=donor&not-found=1", "Nobody is left to find."),
        ("/people/?words=zebra", "Nobody has all of that in common."),
    ],
)
def test_where_nobody_fits_it_says_what_would_bring_somebody(
    robin: Client, address: str, sentence: str
) -> None:
    assert sentence in words(robin.get(address))


def test_a_view_is_kept_opened_renamed_and_dropped(robin: Client) -> None:
    two_wait()
    form = {"name": "Quiet donors", "query": "losing-touch=1&tag=donor", "back": "/people/"}
    kept = robin.post("/people/views/", form)
    assert kept["Location"] == "/people/?tag=donor&losing-touch=1"
    page = robin.get(kept["Location"])
    assert words(page).count("Quiet donors") == 4  # said, beside the page, on it, and as its title
    assert "Keep as a view" not in words(page)
    view = models.SavedView.objects.get()
    renamed = {"name": "Donors going quiet", "rename": "", "back": "/people/"}
    robin.post(f"/people/views/{view.pk}/", renamed)
    assert "Donors going quiet" in words(robin.get("/people/"))
    dropped = {"name": "x", "delete": "", "back": "/people/"}
    assert robin.post(f"/people/views/{view.pk}/", dropped)["Location"] == "/people/"
    assert not models.SavedView.objects.exists()


def test_a_view_without_a_name_is_refused_with_a_sentence(robin: Client) -> None:
    form = {"name": " ", "query": "losing-touch=1", "back": "/people/?losing-touch=1"}
    response = robin.post("/people/views/", form, follow=True)
    assert "A view needs a name" in response.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=999999",
        "page=x",
        "sort=money",
        "answer=maybe",
        "tag=%00&words=%00",
        "words=%22%27%3B--",
        "words=" + "x" * 5_000,
        "list=nothing&network=nothing&chat=nothing&topic=:::",
        "tag=a&tag=b&tag=c&tag=d&tag=e&tag=f&tag=g",
        "topic=ours:",
    ],
)
def test_whatever_the_address_says_is_answered(robin: Client, query: str) -> None:
    two_wait()
    assert robin.get(f"/people/?{query}").status_code == 200


def test_acts_of_a_row_lead_back_to_the_same_people(robin: Client) -> None:
    two_wait()
    here = "/people/?answer=owed&sort=name"
    html = robin.get(here).content.decode()
    assert '<input type="hidden" name="back" value="/people/?answer=owed&amp;sort=name">' in html
    back = robin.post(decide_address(BO), {"promote": "", "back": here})
    assert back["Location"] == here
