"""What goes wrong is said in one sentence where a person can act on it; the rest is kept quiet."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from hobnob.domain.errors import HobnobError
from hobnob.web import today
from hobnob.web.errors import SayWhatHappened
from tests.web.world import words


def broken(error: Exception) -> HttpResponse | None:
    request: HttpRequest = RequestFactory().get("/")
    return SayWhatHappened(lambda _: HttpResponse()).process_exception(request, error)


def test_a_sentence_for_people_gets_a_page_of_its_own() -> None:
    response = broken(HobnobError("The tea is cold: make some more."))
    assert response is not None
    assert response.status_code == 400
    assert "The tea is cold: make some more." in words(response)


def test_a_bug_is_left_to_be_found() -> None:
    assert broken(ValueError("rows")) is None


def test_a_bug_shows_nothing_of_its_inside(robin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def whole_page(_: int, **__: object) -> None:
        raise ValueError("ana@tusk.example")

    monkeypatch.setattr(today, "whole_page", whole_page)
    robin.raise_request_exception = False
    response = robin.get("/")
    assert response.status_code == 500
    assert "Something broke" in words(response)
    assert "ana@tusk.example" not in response.content.decode()
