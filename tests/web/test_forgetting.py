"""Everything about somebody in the browser: to see, to hand out, and to forget."""

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from hobnob.domain.decisions import Verb
from hobnob.domain.people import Account
from hobnob.storage import models
from hobnob.web.templatetags.forgetting import as_value
from tests.people import ANA, BO, ME, NOW_US, curator, person_id
from tests.web.world import two_wait, words


@pytest.fixture(autouse=True)
def _begin(robin: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "HOME", tmp_path)
    two_wait()
    curator().note(person_id(ANA), "Loves tigers.")


def page(who: Account, which: str) -> str:
    return f"/people/{person_id(who)}/{which}"


def test_the_page_says_what_goes_and_asks_for_the_name(robin: Client) -> None:
    said = words(robin.get(page(ANA, "forget/")))
    assert "Forget Ana Núñez ?" in said
    assert "1 post of theirs" in said
    assert "1 note" in said
    assert "No undo brings it back" in said


def test_a_name_mistyped_forgets_nobody(robin: Client) -> None:
    for name in ("", "Ana", "Bo"):
        response = robin.post(page(ANA, "forget/"), {"name": name, "reason": "asked"})
        assert response.status_code == 422
        assert "nobody was forgotten" in words(response)
    assert models.Account.objects.filter(handle=ANA.handle).exists()


def test_with_the_name_they_are_gone_and_today_says_so(robin: Client) -> None:
    address = page(ANA, "forget/")
    response = robin.post(address, {"name": " ana  núñez ", "reason": "asked"}, follow=True)
    assert "Ana Núñez is forgotten." in words(response)
    assert robin.get(address).status_code == 404
    assert not models.Account.objects.filter(handle=ANA.handle).exists()
    assert models.Account.objects.filter(handle=BO.handle).exists()
    erasure = models.Erasure.objects.get()
    assert (erasure.reason, erasure.counts["post"]) == ("asked", 1)


def test_i_cannot_forget_myself(robin: Client) -> None:
    assert "That is you." in words(robin.get(page(ME, "forget/")))
    said = words(robin.post(page(ME, "forget/"), {"name": "Robin"}, follow=True))
    assert "That is you" in said


def test_everything_about_somebody_is_a_page_and_a_file(robin: Client) -> None:
    said = words(robin.get(page(ANA, "everything/")))
    assert "Loves tigers." in said
    assert "Where do tigers sleep?" in said
    response = robin.get(page(ANA, "everything.json"))
    assert response["Content-Disposition"].startswith("attachment")
    told = response.json()
    assert told["name"] == "Ana Núñez"
    assert [each["why"] for each in told["decisions"]] == ["Loves tigers."]
    assert told["decisions"][0]["author"] == "robin"
    assert told["interactions"][0]["post"] == "Where do tigers sleep?"
    assert told["interactions"][0]["at"].endswith("+00:00")
    assert {"accounts", "posts", "state", "lists", "accounts_since"} <= told.keys()


def test_what_somebody_else_noted_in_private_is_left_out_and_counted(robin: Client) -> None:
    models.Decision.objects.create(
        verb=Verb.NOTE,
        made_us=NOW_US,
        author=User.objects.create(username="kim"),
        account=models.Account.objects.get(handle=ANA.handle),
        why="a secret",
        is_private=True,
    )
    said = words(robin.get(page(ANA, "everything/")))
    assert "a secret" not in said
    assert "1 private note of others here is left out" in said
    assert robin.get(page(ANA, "everything.json")).json()["private_notes_of_others_left_out"] == 1


def test_nobody_is_not_found(robin: Client) -> None:
    for which in ("forget/", "everything/", "everything.json"):
        assert robin.get(f"/people/4711/{which}").status_code == 404


def test_what_a_file_told_reads_line_by_line() -> None:
    told = {
        "first": {"value": "Ana", "column": "First Name"},
        "emails": [{"value": "ana@den.example", "column": "Email"}],
        "groups": ["friends", "tigers"],
        "is_deceased": False,
        "notes": [],
        "through": "",
    }
    assert as_value(told).splitlines() == [
        "first: Ana, column: First Name",
        "emails: ana@den.example, column: Email",
        "groups: friends, tigers",
        "is deceased: no",
    ]
