"""What one knows of somebody: told, changed and taken away on their page, without JavaScript."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client

from hobnob.operations.cadence import wish_to_hear
from hobnob.storage import models
from tests.donors import bring_donors, donor
from tests.people import ANA, NOW_US, curator, person_id
from tests.web.world import decide_address, two_wait, words


def ana_page(client: Client) -> str:
    return words(client.get(f"/people/{person_id(ANA)}/"))


def tell(client: Client, **form: str) -> str:
    """What is said after a fact was told."""
    response = client.post(decide_address(ANA), {"back": "/", **form}, follow=True)
    return words(response)


@pytest.fixture(autouse=True)
def _begin(robin: Client) -> None:
    two_wait()


def test_a_birthday_is_told_by_its_parts_with_or_without_the_year(robin: Client) -> None:
    said = tell(robin, tell="birthday", day="15", month="4", year="")
    assert "That is what you know of Ana Núñez now." in said
    assert "Birthday 15 April" in ana_page(robin)
    tell(robin, tell="birthday", day="15", month="4", year="1980")
    assert "Birthday 15 April 1980" in ana_page(robin)
    html = robin.get(f"/people/{person_id(ANA)}/").content.decode()
    assert '<option value="4" selected>April</option>' in html
    assert "<option selected>15</option>" in html


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"day": "31", "month": "6"}, "There is no 31 June"),
        ({"day": "", "month": "6"}, "needs a day and a month"),
        ({"day": "3", "month": "13"}, "There is no 3 month 13"),
        ({"day": "3", "month": "6", "year": "80"}, "is no year"),
        ({"day": "3", "month": "6", "year": "soon"}, "is no year"),
    ],
)
def test_what_is_no_birthday_is_refused_with_a_sentence(
    robin: Client, form: dict[str, str], sentence: str
) -> None:
    assert sentence in tell(robin, tell="birthday", **form)
    assert not models.Decision.objects.exists()


def test_a_kind_is_chosen_and_told_in_words(robin: Client) -> None:
    tell(robin, tell="", kind="how to talk to them", text="Prefers jokes.")
    assert "How to talk to them Prefers jokes." in ana_page(robin)
    tell(robin, take_away="how to talk to them")
    assert "Prefers jokes." not in ana_page(robin)


def test_a_kind_that_is_none_is_not_found(robin: Client) -> None:
    for form in ({"tell": "shoe size", "text": "43"}, {"tell": ""}, {"take_away": "religion"}):
        assert robin.post(decide_address(ANA), form).status_code == 404


def test_a_website_is_a_link_only_where_a_browser_may_open_it(robin: Client) -> None:
    tell(robin, tell="website", text="ana.example/tigers")
    html = robin.get(f"/people/{person_id(ANA)}/").content.decode()
    assert 'href="https://ana.example/tigers"' in html
    assert "no address of a website" in tell(robin, tell="website", text="javascript:alert(1)")


def test_what_is_private_is_not_on_the_page_of_somebody_else(robin: Client) -> None:
    tell(robin, tell="place", text="her sister's", private="1")
    note = {"note": "", "text": "Her sister is ill.", "private": "1", "back": "/"}
    assert "Noted about Ana Núñez, for you alone." in words(
        robin.post(decide_address(ANA), note, follow=True)
    )
    assert "her sister's" in ana_page(robin)
    assert "Her sister is ill." in ana_page(robin)
    kit = Client()
    kit.force_login(User.objects.create(username="kit"))
    assert "sister" not in ana_page(kit)
    assert "sister" not in words(kit.get("/search/?words=sister")).replace("“sister”", "")


def test_a_fact_is_undone_like_everything_else(robin: Client) -> None:
    tell(robin, tell="place", text="Utrecht")
    said = words(robin.post("/undo/", {"back": "/"}, follow=True))
    assert "Taken back: what was told of Ana Núñez." in said
    assert "Utrecht" not in ana_page(robin)


def test_how_often_to_hear_from_somebody_is_said_on_their_page(robin: Client) -> None:
    assert "Any time may pass." in ana_page(robin)
    assert "You want a word with Ana Núñez every 30 days." in tell(robin, cadence="days", days="30")
    assert "A word every 30 days, due in 4 weeks" in ana_page(robin)
    assert "Any time may pass between you and Ana Núñez." in tell(robin, cadence="none")
    assert "is no number of days" in tell(robin, cadence="days", days="often")


def test_a_word_that_is_late_says_so(robin: Client) -> None:
    wish_to_hear(person_id(ANA), 1, author=curator().author, now_us=NOW_US)
    models.Interaction.objects.update(at_us=NOW_US - 5 * 86_400_000_000)
    assert "A word every day, 4 days late" in ana_page(robin)


def test_a_list_can_ask_for_a_word_with_everybody_on_it(robin: Client) -> None:
    curator().promote(person_id(ANA), "watchlist")
    form = {"name": "The Watchlist", "cadence_days": "14", "silent_days": "90", "capacity": "100"}
    robin.post("/lists/watchlist/edit/", form)
    assert "every 14 days, as for everybody on The Watchlist" in ana_page(robin)
    assert 'name="cadence_days" value="14"' in robin.get("/lists/watchlist/edit/").content.decode()
    refused = robin.post("/lists/watchlist/edit/", {**form, "cadence_days": "9999"})
    assert refused.status_code == 400
    assert "days will not do" in words(refused)


def test_a_donor_without_an_account_has_a_page_that_speaks_of_gifts(
    robin: Client, tmp_path: Path
) -> None:
    bring_donors(tmp_path)
    said = words(robin.get(f"/people/{donor('Ida').person_id}/"))
    assert "Ida Ruiz in donors.csv" in said
    assert "donor × donors.csv: 2 gifts since 2024: 70 EUR" in said
    assert "Birthday 15 April 1980 donors.csv, column “Birth Date”" in said
    assert "no phone, by donors.csv, column “Do Not Phone”" in said
    assert "You have them because they donated on 12 March 2024" in said
    assert "Balance" not in said
    assert "They never wrote to you" not in said


def test_who_died_is_said_first(robin: Client, tmp_path: Path) -> None:
    bring_donors(tmp_path)
    said = words(robin.get(f"/people/{donor('Cleo').person_id}/"))
    assert "Cleo Marsh Cleo Marsh in donors.csv They have died, says donors.csv." in said


def test_a_handle_that_they_told_us_stands_on_their_page_before_anybody_met_it(
    robin: Client, tmp_path: Path
) -> None:
    told = "Name,Email,Mastodon,Notes\nHanneke Smit,h@den.example,@hanneke@tusk.example,{}\n"
    bring_donors(tmp_path, told.format("her niece is @jo@tusk.example"))
    page = robin.get(f"/people/{donor('Hanneke').person_id}/")
    assert "On Mastodon @hanneke@tusk.example donors.csv (not seen around you yet)" in words(page)
    assert "On Mastodon @jo" not in words(page)
    coverage = words(robin.get("/matching/coverage/"))
    assert "Told us, not seen yet: 1" in coverage
