"""`hobnob import donors.csv`: what it says of columns, people and problems, and what it asks."""

from pathlib import Path

import pytest

from hobnob.storage import models
from tests.cli.conftest import Run

pytestmark = pytest.mark.django_db

GERMAN = """\
Vorname;Nachname;E-Mail;Ort;Spende;Spendendatum;Schuhgröße;Religion
Ana;Núñez;ana@den.example;Köln;25,00;03/04/2024;38;keine
Bo;Vries;bo@;Bonn;zehn;04/05/2024;44;
"""
LEFT_OUT = ("--column", "Schuhgröße=")


@pytest.fixture
def donors(tmp_path: Path) -> str:
    path = tmp_path / "donors.csv"
    path.write_text(GERMAN)
    return str(path)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_it_says_what_each_column_is_taken_for_and_what_went_in(donors: str, hobnob: Run) -> None:
    said = flat(hobnob("import", donors, *LEFT_OUT, "--currency", "eur").out)
    assert "Vorname first name" in said
    assert "Schuhgröße left out: neither the heading nor the cells say what it is" in said
    assert "Religion never read: it tells of religion" in said
    assert "Supporters: donors.csv is in." in said
    assert "2 people, new to you: 1 donor" in said
    assert "1 payment, 25 EUR together" in said
    assert "3 parts could not be read; everything else is in." in said
    assert "line 3, “E-Mail” “bo@” is no e-mail address" in said
    assert "column “Spendendatum” nobody can tell which of day and month comes first" in said


def test_a_dry_run_says_the_same_and_keeps_nothing(donors: str, hobnob: Run) -> None:
    said = flat(hobnob("import", donors, *LEFT_OUT, "--dry-run").out)
    assert "Supporters: donors.csv would bring:" in said
    assert "2 people, new to you: 1 donor" in said
    assert "3 parts could not be read; everything else would go in." in said
    assert "This was a dry run: nothing is kept." in said
    assert "Next:" not in said
    assert not models.Supporter.objects.exists()
    assert not models.FileMapping.objects.exists()


def test_programs_learn_it_row_by_row(donors: str, hobnob: Run) -> None:
    asked = ("import", donors, *LEFT_OUT, "--date-order", "day", "--json")
    rehearsed = hobnob(*asked, "--dry-run").answer
    answer = hobnob(*asked).answer
    assert answer["columns"]["Vorname"] == "first name"
    assert answer["columns"]["Schuhgröße"] == ""
    assert answer["never_read"] == {"Religion": "religion"}
    assert answer["problems"] == [
        {
            "file": "donors.csv",
            "where": "line 3, “E-Mail”",
            "reason": "“bo@” is no e-mail address, as ana@den.example is one: left out",
        },
        {
            "file": "donors.csv",
            "where": "line 3, “Spende”",
            "reason": "“zehn” is no amount: write it as 1234.56",
        },
    ]
    assert (rehearsed["dry_run"], answer["dry_run"]) == (True, False)
    for part in ("supporters", "problems", "columns"):
        assert answer[part] == rehearsed[part]


def test_without_a_terminal_it_asks_nothing_and_says_what_to_type(donors: str, hobnob: Run) -> None:
    ended = hobnob("import", donors)
    assert ended.code == 2
    assert "Nobody can tell what “Schuhgröße” means" in flat(ended.err)
    assert "--column 'Schuhgröße=…'" in flat(ended.err)
    assert not models.Source.objects.exists()


def test_what_was_said_is_remembered_until_it_is_forgotten(donors: str, hobnob: Run) -> None:
    hobnob("import", donors, *LEFT_OUT, "--date-order", "day")
    again = hobnob("import", donors)
    assert "Read as you said just now of such a file." in again.out
    assert "Nothing new: everybody in it, and all they gave, was here already." in flat(again.out)
    assert hobnob("import", donors, "--forget-mapping").code == 2


def test_at_a_terminal_it_asks_what_it_cannot_tell(
    donors: str, hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["shoe", "note", "month"])
    asked: list[str] = []

    def prompt(label: str, **_: object) -> str:
        asked.append(label)
        return next(answers)

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.prompt", prompt)
    ended = hobnob("import", donors)
    assert asked[0] == asked[1] == "“Schuhgröße” (38, 44)"
    assert asked[2].startswith("What comes first in 03/04/2024")
    assert "It may be: id, name" in flat(ended.err)
    assert str(models.Donation.objects.get().on_date) == "2024-03-04"
    assert models.Supporter.objects.get(city="Köln").said["notes"][0]["value"] == "38"


def test_another_way_of_reading_letters_can_be_said(tmp_path: Path, hobnob: Run) -> None:
    path = tmp_path / "donors.csv"
    path.write_bytes("Name,City\nJosé Périer,Zürich\n".encode("mac_roman"))
    hobnob("import", str(path), "--encoding", "mac_roman", "--everybody-is", "donor")
    ana = models.Supporter.objects.get()
    assert (ana.account.name, ana.city) == ("José Périer", "Zürich")
    assert ana.account.relationships.get().relationship == "donor"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (("--column", "Ort"), "says nothing of a column"),
        (("--column", "Ort=town"), "No column means “town”. It may be: id, name"),
        (("--column", "Stadt=city"), "has no column “Stadt”"),
        (("--date-order", "year"), "comes first in no date"),
        (("--currency", "euro"), "is no currency"),
        (("--currency", "EUX"), "is no currency"),
        (("--everybody-is", "king"), "Nobody is “king” to us"),
        (("--encoding", "klingon"), "no way to write letters"),
    ],
)
def test_an_option_that_means_nothing_is_refused_with_a_sentence(
    donors: str, hobnob: Run, said: tuple[str, str], sentence: str
) -> None:
    ended = hobnob("import", donors, *said)
    assert ended.code == 2
    assert sentence in flat(ended.err)


def test_a_dry_run_of_what_a_network_gives_is_refused(tmp_path: Path, hobnob: Run) -> None:
    follows = tmp_path / "following_accounts.csv"
    follows.write_text("Account address,Show boosts\nana@den.example,true\n")
    assert "--dry-run is for people" in flat(hobnob("import", str(follows), "--dry-run").err)
