"""What a browser says about where a request comes from decides whether it may change anything."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from hobnob.web.origin import refuse_foreign_changes


def done(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("done")


def status(method: str, site: str | None) -> int:
    headers = {} if site is None else {"Sec-Fetch-Site": site}
    request = RequestFactory().generic(method, "/lists/", headers=headers)
    return refuse_foreign_changes(done)(request).status_code


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("site", ["cross-site", "same-site", "anything new"])
def test_a_change_asked_for_by_another_page_is_refused(method: str, site: str) -> None:
    assert status(method, site) == 403


@pytest.mark.parametrize("site", ["same-origin", "none", None])
def test_a_change_asked_for_here_goes_through(site: str | None) -> None:
    assert status("POST", site) == 200


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_link_on_another_page_may_be_followed(method: str) -> None:
    assert status(method, "cross-site") == 200


def test_the_refusal_is_one_plain_sentence_about_what_happened() -> None:
    request = RequestFactory().post("/lists/", headers={"Sec-Fetch-Site": "cross-site"})
    response = refuse_foreign_changes(done)(request)

    assert isinstance(response, HttpResponse)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "nothing was changed" in response.content.decode()
