"""Why people may be looked up: chosen once, with the notice, before the first match."""

import pytest
from django.test import Client

from hobnob.domain.facts import Basis
from hobnob.domain.notices import OUR_ADDRESS, OURSELVES, model_notice
from hobnob.storage.models import LookupBasis
from tests.web.world import words

ADDRESS = "/matching/basis/"
NOTICE = model_notice(Basis.CONSENT).replace(OURSELVES, "the Herd Trust")
NOTICE = NOTICE.replace(OUR_ADDRESS, "hello@herd.example")


def test_each_basis_is_explained_with_a_text_to_start_from(robin: Client) -> None:
    said = words(robin.get(ADDRESS))
    assert "They said yes to it" in said
    assert "We weighed it, and they may object" in said
    assert "Article 6(1)(f)" in said


def test_for_one_person_alone_it_is_one_press(robin: Client) -> None:
    said = words(robin.post(ADDRESS, {"basis": "personal", "back": ADDRESS}, follow=True))
    assert "This holds: It is my own circle" in said
    assert LookupBasis.objects.get().basis == Basis.PERSONAL


def test_the_notice_is_kept_as_it_was_written_and_can_be_printed(robin: Client) -> None:
    given = {"basis": "consent", "notice": NOTICE, "told_on": "2026-03-05", "back": ADDRESS}
    said = words(robin.post(ADDRESS, given, follow=True))
    assert "They were told on 5 March 2026." in said
    assert "You support the Herd Trust." in words(robin.get("/matching/notice/"))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"notice": ""}, "people have to be told that you look for them"),
        ({"notice": f"Dear friends of {OURSELVES}"}, "The notice still says [your organisation]"),
        ({"notice": NOTICE, "told_on": "soon"}, "“soon” is no date"),
    ],
)
def test_what_was_typed_stays_when_something_is_missing(
    robin: Client, given: dict[str, str], sentence: str
) -> None:
    response = robin.post(ADDRESS, {"basis": "consent", **given})
    assert response.status_code == 422
    assert sentence in words(response)
    assert given["notice"] in words(response) or "\n" in given["notice"]
    assert not LookupBasis.objects.exists()


def test_a_basis_that_is_none_is_not_there(robin: Client) -> None:
    assert robin.post(ADDRESS, {"basis": "curiosity"}).status_code == 404


def test_without_a_notice_there_is_nothing_to_print(robin: Client) -> None:
    assert robin.get("/matching/notice/").status_code == 404
