"""Taking people along from the browser."""

import json
import re
from html import unescape
from urllib.parse import quote

import pytest
from django.test import Client

from hobnob.domain.people_filters import PeopleFilters
from hobnob.operations.keep_views import save_view
from hobnob.operations.local_user import local_user
from tests.people import ANA, BO, NOW_US, curator, person_id
from tests.web.world import two_wait, words

KINDS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "vcf": "text/vcard",
    "json": "application/json",
    "ics": "text/calendar",
}


def people_in(robin: Client, query: str = "") -> set[str]:
    response = robin.get(f"/export/file.json{query}")
    return {each["name"] for each in json.loads(b"".join(response))["people"]}


@pytest.mark.parametrize("ending", KINDS)
def test_a_button_saves_a_file_of_each_kind(robin: Client, ending: str) -> None:
    two_wait()

    response = robin.get(f"/export/file.{ending}")

    assert b"".join(response)
    assert response.status_code == 200
    assert response["Content-Type"].startswith(KINDS[ending])
    assert response["Content-Disposition"].startswith('attachment; filename="')
    assert response["Cache-Control"] == "private, no-store"


def test_the_page_says_of_each_kind_what_it_holds_and_what_not(robin: Client) -> None:
    said = words(robin.get("/export/"))

    for ending in KINDS:
        assert f"Save .{ending}" in said
    assert said.count("In it:") == said.count("Not in it:") == len(KINDS)


def test_a_list_a_tag_and_a_view_narrow_it(robin: Client) -> None:
    two_wait()
    curator().tag(person_id(ANA), "donor")
    save_view("Givers & co", PeopleFilters(tags=("donor",)), author=local_user(), now_us=NOW_US)

    assert people_in(robin) == {"Ana Núñez", "Bo", "Cem"}
    assert people_in(robin, "?tag=donor&list=&view=") == {"Ana Núñez"}
    assert people_in(robin, "?list=mentioned") == {"Ana Núñez", "Bo"}
    assert people_in(robin, f"?view={quote('Givers & co')}") == {"Ana Núñez"}


def test_what_was_chosen_stays_chosen(robin: Client) -> None:
    two_wait()
    page = robin.get("/export/?list=mentioned").content.decode()

    assert '<option value="mentioned" selected>' in page


def test_whom_one_narrowed_down_on_people_are_taken_along(robin: Client) -> None:
    two_wait()
    curator().tag(person_id(ANA), "donor")
    curator().tag(person_id(BO), "donor")
    curator().tag(person_id(ANA), "tigers")
    narrowed = "?tag=donor&tag=tigers&network=mastodon&words=ana"
    on_people = robin.get(f"/people/{narrowed}").content.decode()
    link = re.search(r'href="(/export/[^"]+)"', on_people)
    assert link

    html = robin.get(unescape(link[1])).content.decode()

    for field, value in (("tag", "donor"), ("tag", "tigers"), ("words", "ana")):
        assert f'<input type="hidden" name="{field}" value="{value}">' in html
    assert "on Mastodon" in html
    assert people_in(robin, f"{narrowed}&list=&tag=") == {"Ana Núñez"}


@pytest.mark.parametrize("ending", ["exe", "c", "CSVX"])
def test_a_kind_that_there_is_not_leads_nowhere(robin: Client, ending: str) -> None:
    assert robin.get(f"/export/file.{ending}").status_code == 404


def test_my_own_notes_stay(robin: Client) -> None:
    two_wait()
    curator().note(person_id(ANA), "For me alone.", is_private=True)

    assert b"For me alone" not in b"".join(robin.get("/export/file.json"))
