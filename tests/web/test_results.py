"""The page of results, and the files one takes from it."""

from dataclasses import replace
from typing import Any

import pytest
from django.http import HttpResponse
from django.template.loader import get_template
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.operations.record import record
from hobnob.web import results as pages
from tests import letters
from tests.people import ANA, BO, NOW_US, happened, person_id
from tests.web.world import two_wait, words


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A good quarter, whatever the log says; and what the page asked for."""
    asked: dict[str, Any] = {}

    def results(**how: Any) -> object:
        asked.update(how)
        return letters.results()

    monkeypatch.setattr(pages, "take_stock", results)
    return asked


def ana_shares_three_times() -> None:
    two_wait()
    shared = [happened(Kind.REPOST, ANA, days_ago=day, text=f"Owls {day}.") for day in (2, 9, 16)]
    record(shared, now_us=NOW_US)


@pytest.mark.parametrize("address", ["/results/", "/results/?for=board"])
def test_before_anything_happened_it_says_how_to_begin(robin: Client, address: str) -> None:
    said = words(robin.get(address))
    assert "Nothing is on record for that time yet, and nothing is guessed." in said
    assert "written down with M on their row or page" in said
    assert "Letter, PDF" not in said


def test_my_own_results_are_talk_and_who_came_closer(robin: Client, full: dict[str, Any]) -> None:
    two_wait()
    said = words(robin.get("/results/"))
    assert "You talked with 34 people, in words that went both ways" in said
    assert "21 people came closer" in said
    assert "7 donations (420 EUR and 25 USD) from people you had talked with before" in said
    assert "Believers" not in said
    assert full["reader_id"] is not None


def test_a_board_sees_what_stands_against_everybodys_hours(
    robin: Client, full: dict[str, Any]
) -> None:
    said = words(robin.get("/results/?for=board"))
    assert "Hours about 13 hours" in said
    assert "Gave From people you had talked with before: 7 donations, 420 EUR and 25 USD." in said
    assert "Defence nothing on record" in said
    assert "a believer since March, after you thanked them" in said
    assert full["reader_id"] is None


def test_too_little_to_tell_is_a_normal_answer(robin: Client, full: dict[str, Any]) -> None:
    assert "Too little to tell about joining" in words(robin.get("/results/?for=board"))


def test_nobody_is_shown_how_followers_grew(robin: Client, full: dict[str, Any]) -> None:
    for address in ("/results/", "/results/?for=board"):
        assert "followers" not in words(robin.get(address)).lower()


def test_every_chart_says_what_it_shows_and_has_its_table(
    robin: Client, full: dict[str, Any]
) -> None:
    for address, charts in (("/results/", 2), ("/results/?for=board", 4)):
        html = robin.get(address).content.decode()
        assert html.count('<svg class="chart"') == charts
        assert html.count('role="img"') >= charts
        assert html.count("<desc") == charts
        assert html.count("As a table") == charts


@pytest.mark.parametrize("address", ["/results/", "/results/?for=board"])
def test_no_style_stands_in_the_page(robin: Client, full: dict[str, Any], address: str) -> None:
    html = robin.get(address).content.decode()
    assert "style=" not in html
    assert "<style" not in html


@pytest.mark.parametrize(
    ("asked", "days"), [("30d", 30), ("90d", 90), ("365d", 365), ("2026-11-01", 17)]
)
def test_a_period_is_chosen(
    robin: Client,
    full: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    asked: str,
    days: int,
) -> None:
    monkeypatch.setattr(pages.clock, "now_us", lambda: NOW_US)
    robin.get("/results/", {"since": asked})
    assert (full["until_us"] - full["since_us"]) // DAY == days


def test_a_period_from_one_day_to_another_stays_through_tabs_and_files(
    robin: Client, full: dict[str, Any]
) -> None:
    asked = {"since": "2026-01-01", "until": "2026-03-31", "for": "board"}
    html = robin.get("/results/", asked).content.decode()
    assert "/results/file.pdf?since=2026-01-01&amp;until=2026-03-31" in html
    assert "/results/?since=2026-01-01&amp;until=2026-03-31" in html


@pytest.mark.parametrize("since", ["soon", "2026-13-01", "0d", "1492-10-12", "<b>"])
def test_a_period_that_is_none_is_said_and_the_usual_one_shown(
    robin: Client, full: dict[str, Any], since: str
) -> None:
    response = robin.get("/results/", {"since": since})
    assert response.status_code == 400
    assert "These are the last 90 days." in words(response)
    assert "<b>" not in response.content.decode()


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("pdf", b"%PDF-"), ("html", b"<!doctype html>"), ("csv", b"\xef\xbb\xbf")],
)
def test_a_file_is_taken_along(
    robin: Client, full: dict[str, Any], ending: str, begins: bytes
) -> None:
    response = robin.get(f"/results/file.{ending}", {"since": "2026-01-01", "until": "2026-03-31"})
    assert response.content.startswith(begins)
    name = f'attachment; filename="results 2026-01-01 to 2026-03-31.{ending}"'
    assert response["Content-Disposition"] == name
    assert "no-store" in response["Cache-Control"]


def test_another_kind_of_file_is_not_there(robin: Client) -> None:
    assert robin.get("/results/file.exe").status_code == 404


@pytest.mark.parametrize("since", ["soon", "1492-10-12"])
def test_a_file_of_no_period_is_said(robin: Client, since: str) -> None:
    response = robin.get("/results/file.pdf", {"since": since})
    assert response.status_code == 400
    assert "attachment" not in response.headers.get("Content-Disposition", "")


def test_the_page_of_a_believer_says_since_when_and_whom_they_reach() -> None:
    panel = get_template("people/believer.html")
    said = words(HttpResponse(panel.render({"panels": {"believer": letters.believer()}})))
    assert "A believer since March, after you thanked them and they shared you twice." in said
    assert "They reach 412 people of those you could see." in said
    assert panel.render({"panels": {"believer": None}}).strip() == ""


def test_names_cannot_disguise_themselves_in_a_chart(
    robin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = letters.results()
    bad = replace(found.reach.order[0], name="Eve\u202e</text><script>")
    changed = replace(found, reach=replace(found.reach, order=(bad,)))
    monkeypatch.setattr(pages, "take_stock", lambda **_: changed)
    html = robin.get("/results/?for=board").content.decode()
    assert "\u202e" not in html
    assert "<script>" not in html


def test_what_the_log_says_is_shown(
    robin: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    ana_shares_three_times()
    with django_assert_max_num_queries(80):
        said = words(robin.get("/results/?for=board&since=2026-01-01"))
    assert "1 person shared you 3 times" in said
    assert "Ana Núñez a believer since November" in said


def test_a_believers_own_page_says_so(robin: Client) -> None:
    ana_shares_three_times()
    said = words(robin.get(f"/people/{person_id(ANA)}/"))
    assert "They speak for you A believer since November" in said
    assert "They speak for you" not in words(robin.get(f"/people/{person_id(BO)}/"))


def test_every_page_leads_to_it(robin: Client) -> None:
    assert 'href="/results/" data-key="g r"' in robin.get("/lists/").content.decode()
