"""A file of people in the browser: its columns looked at, said, tried out, taken in, remembered."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hobnob.storage import models
from hobnob.storage.queries.sources import unfinished_sources
from tests.web.world import words

UNKNOWN = """\
Vorname;Nachname;E-Mail;Ort;Spende;Spendendatum;Schuhgröße;Religion
Ana;Núñez;ana@den.example;Köln;25,00;03/04/2024;38;keine
Bo;Vries;bo@;Bonn;zehn;04/05/2024;44;
"""
KNOWN = """\
Contact ID,First Name,Last Name,Email,Total Amount,Contribution Status,Currency
42,Ana,Ruiz,ana@den.example,25.00,Completed,EUR
"""
BACK = {"back": "/import/"}


def file(content: str | bytes, name: str = "donors.csv") -> SimpleUploadedFile:
    data = content if isinstance(content, bytes) else content.encode()
    return SimpleUploadedFile(name, data, "text/csv")


def hand_over(robin: Client, content: str | bytes, **said: str) -> str:
    """Where handing it over leads to."""
    response = robin.post("/import/", {"archive": file(content), **BACK, **said}, follow=True)
    address: str = response.redirect_chain[-1][0]
    return address


def as_asked(robin: Client, address: str) -> dict[str, object]:
    """The form of the page as it stands."""
    shown = robin.get(address).context
    look = shown["look"]
    return {
        "back": address,
        "encoding": look.encoding,
        "encoding_before": look.encoding,
        "heading": [each.heading for each in shown["columns"] if not each.refused],
        "means": [each.means for each in shown["columns"] if not each.refused],
        "date_order": look.mapping.date_order or "",
        "currency": look.mapping.currency,
        "everybody_is": list(look.mapping.everybody_is),
    }


@pytest.fixture(autouse=True)
def _no_upload_stays() -> Iterator[None]:
    yield
    for each in uploads():
        each.unlink()
        each.parent.rmdir()


def uploads() -> list[Path]:
    return [each for each in (Path(settings.HOME) / "uploads").rglob("*") if each.is_file()]


def test_a_file_of_a_known_system_goes_straight_in(robin: Client) -> None:
    said = words(robin.get(hand_over(robin, KNOWN)))
    assert "CiviCRM: donors.csv" in said
    assert "1 person, new to you: 1 donor" in said
    assert "1 payment, 25 EUR together" in said
    assert models.Supporter.objects.get().account.name == "Ana Ruiz"
    assert uploads() == []


def test_one_can_look_first_all_the_same(robin: Client) -> None:
    address = hand_over(robin, KNOWN, look="on")
    assert address.endswith("/columns/")
    assert "because CiviCRM calls it so" in words(robin.get(address))
    assert not models.Supporter.objects.exists()


def test_what_nobody_can_tell_is_asked_before_anything_is_kept(robin: Client) -> None:
    address = hand_over(robin, UNKNOWN)
    said = words(robin.get(address))
    assert "left out: neither the heading nor the cells say what it is" in said
    assert "Never read. It tells of religion" in said
    assert "What comes first in 03/04/2024?" in said
    assert "Ana Núñez donor · Köln · ana@den.example · gave 25" in said
    assert "“bo@” is no e-mail address" in said
    assert not models.Account.objects.filter(network="address book").exists()


def test_trying_it_out_says_what_it_would_bring_and_keeps_nothing(robin: Client) -> None:
    address = hand_over(robin, UNKNOWN)
    form = {**as_asked(robin, address), "currency": "eur", "date_order": "day first"}
    said = words(robin.post(address, {**form, "do": "try"}, follow=True))
    assert "What it would bring" in said
    assert "2 people, new to you: 1 donor" in said
    assert "1 payment, 25 EUR together" in said
    assert "line 3, “Spende” “zehn” is no amount" in said
    assert not models.Account.objects.filter(network="address book").exists()


def test_another_answer_makes_what_was_tried_worth_nothing(robin: Client) -> None:
    address = hand_over(robin, UNKNOWN)
    form = as_asked(robin, address)
    robin.post(address, {**form, "do": "try"})
    said = words(robin.post(address, {**form, "currency": "CHF"}, follow=True))
    assert "What it would bring" not in said
    assert "gave 25 CHF" in said


def test_what_was_said_is_kept_and_the_next_file_goes_straight_in(robin: Client) -> None:
    address = hand_over(robin, UNKNOWN)
    form = {**as_asked(robin, address), "currency": "EUR", "date_order": "day first"}
    form["means"] = [*form["means"][:-1], "note"]  # type: ignore[misc]
    said = words(robin.post(address, {**form, "do": "import"}, follow=True))
    assert "Read to the end" in said
    assert models.Donation.objects.get().currency == "EUR"
    assert str(models.Donation.objects.get().on_date) == "2024-04-03"
    assert models.Supporter.objects.get(city="Köln").said["notes"][0]["value"] == "38"
    assert uploads() == []

    newer = UNKNOWN.replace("Köln", "Ulm")
    said = words(robin.get(hand_over(robin, newer)))
    assert "Read to the end" in said
    assert "1 known to you, and something about them is new" in said
    assert models.Supporter.objects.filter(city="Ulm").exists()


def test_what_is_remembered_says_so_and_can_be_forgotten(robin: Client) -> None:
    address = hand_over(robin, UNKNOWN)
    robin.post(address, {**as_asked(robin, address), "do": "import"})
    again = hand_over(robin, UNKNOWN + "Cem;Ay;;;;;;\n", look="on")
    assert "The columns are as you said just now of such a file." in words(robin.get(again))
    said = words(robin.post(again, {"do": "anew", "back": again}, follow=True))
    assert "Forgotten" in said
    assert "as you said just now" not in said
    assert not models.FileMapping.objects.exists()


def test_letters_are_chosen_by_how_words_look(robin: Client) -> None:
    old_mac = "Vorname;Nachname;Schuhgr.\nJosé;Périer;38\n".encode("mac_roman")
    address = hand_over(robin, old_mac)
    said = words(robin.get(address))
    assert "JosŽ, PŽrier Windows, Western Europe" in said
    assert "José, Périer old Macs" in said
    form = {**as_asked(robin, address), "encoding": "mac_roman"}
    assert "José Périer" in words(robin.post(address, form, follow=True))
    robin.post(address, {**as_asked(robin, address), "do": "import"})
    assert models.Account.objects.get(network="address book").name == "José Périer"


def test_problems_come_as_a_table_that_no_spreadsheet_runs(robin: Client) -> None:
    address = hand_over(robin, KNOWN.replace("25.00", "=1+1"))
    response = robin.get(f"{address}problems.csv")
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[0] == ["File", "Where", "What is wrong"]
    assert rows[1][:2] == ["donors.csv", "line 2, “Total Amount”"]
    assert "“=1+1” is no amount" in rows[1][2]
    assert response["Content-Disposition"] == 'attachment; filename="problems.csv"'


def test_a_file_that_is_let_go_leaves_nothing(robin: Client) -> None:
    address = hand_over(robin, UNKNOWN)
    said = words(robin.post(address, {"do": "let go", "back": address}, follow=True))
    assert "Let go: the copy is deleted" in said
    assert uploads() == []
    assert not models.Source.objects.exists()


def test_one_that_waits_is_listed_and_read_by_nobody(robin: Client) -> None:
    address = hand_over(robin, UNKNOWN)
    assert "waits for a look at its columns" in words(robin.get("/import/"))
    assert unfinished_sources() == []
    progress = address.removesuffix("columns/")
    assert robin.get(progress).headers["Location"] == address


def test_a_form_that_was_made_up_is_refused_with_a_sentence(robin: Client) -> None:
    address = hand_over(robin, UNKNOWN)
    made_up: tuple[dict[str, object], ...] = (
        {"means": "shoe size", "heading": "Ort"},
        {"date_order": "year first"},
        {"everybody_is": "king"},
        {"heading": ["Ort", "Ort"], "means": ["city"]},
    )
    for change in made_up:
        form = {**as_asked(robin, address), **change}
        assert "what hobnob does not know" in words(robin.post(address, form, follow=True))


@pytest.mark.parametrize("do", ["try", "import", "let go", "anew", ""])
def test_what_is_gone_says_so(robin: Client, do: str) -> None:
    response = robin.post("/import/9/columns/", {"do": do, **BACK}, follow=True)
    assert "This file waits no more" in words(response)
