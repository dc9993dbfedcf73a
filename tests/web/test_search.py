from django.test import Client

from tests.people import ANA, person_id
from tests.web.world import decide_address, two_wait, words


def test_people_notes_and_posts_are_found(robin: Client) -> None:
    two_wait()
    robin.post(decide_address(ANA), {"note": "", "text": "Prefers soup to tigers."})
    assert "People Ana Núñez" in words(robin.get("/search/?words=ana"))
    said = words(robin.get("/search/?words=tiger"))
    assert "Notes" in said
    assert "Prefers soup to tigers." in said
    assert "Posts" in said
    assert "Where do tigers sleep?" in said


def test_what_is_found_leads_to_the_person(robin: Client) -> None:
    two_wait()
    html = robin.get("/search/?words=ana").content.decode()
    assert f'href="/people/{person_id(ANA)}/"' in html


def test_nothing_found_is_said(robin: Client) -> None:
    assert "Nobody and nothing has these words." in words(robin.get("/search/?words=giraffe"))


def test_nothing_typed_is_no_mistake(robin: Client) -> None:
    assert "Nobody" not in words(robin.get("/search/?words=+"))
    assert robin.get("/search/").status_code == 200


def test_what_no_index_can_read_is_no_mistake_either(robin: Client) -> None:
    for odd in ('"', "*", "a AND", "NEAR(", "' OR 1=1 --", "\x00", "%", "ünï" * 200):
        assert robin.get("/search/", {"words": odd}).status_code == 200


def test_a_mistyped_name_is_asked_about(robin: Client) -> None:
    two_wait()
    page = robin.get("/search/?words=Nunes")
    assert "Nobody and nothing has these words. Did you mean Ana Núñez" in words(page)
    assert f'href="/people/{person_id(ANA)}/"' in page.content.decode()
