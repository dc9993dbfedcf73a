import io
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hobnob.operations.demo.archive import write_archive
from hobnob.operations.import_file import begin_import
from hobnob.storage import models
from hobnob.web.import_file import _keep
from tests.people import NOW_US
from tests.web.world import words


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.zip"
    write_archive(path, seed=5, tweets=120, likes=80, now_us=NOW_US)
    return path


def upload(path: Path) -> SimpleUploadedFile:
    return SimpleUploadedFile("twitter-2026.zip", path.read_bytes(), "application/zip")


def uploads() -> list[Path]:
    return [each for each in (Path(settings.HOME) / "uploads").rglob("*") if each.is_file()]


def test_an_archive_handed_over_goes_in_and_the_copy_is_deleted(
    robin: Client, archive: Path
) -> None:
    response = robin.post("/import/", {"archive": upload(archive), "back": "/import/"}, follow=True)
    said = words(response)
    assert "Read to the end" in said
    assert "New in the log" in said
    assert models.Interaction.objects.filter(direction="from me").exists()
    assert uploads() == []


@pytest.mark.parametrize("in_memory", [0, 10_000_000])
def test_the_copy_is_private_while_it_waits(
    robin: Client,
    archive: Path,
    in_memory: int,
    monkeypatch: pytest.MonkeyPatch,
    settings: object,
) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = in_memory
    monkeypatch.setattr("hobnob.web.import_file.import_in_background", lambda _: None)
    robin.post("/import/", {"archive": upload(archive), "back": "/import/"})
    [copy] = uploads()
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    copy.unlink()
    copy.parent.rmdir()


def test_while_it_is_read_the_page_looks_again_every_second(robin: Client, archive: Path) -> None:
    source = begin_import(archive, now_us=NOW_US)
    address = f"/import/{source.pk}/"
    assert 'hx-trigger="every 1s"' in robin.get(address).content.decode()
    assert "under way" in words(robin.get("/import/"))
    source.records_done = 50
    source.save()
    assert f"Reading … 50 of {source.records_total:,} records." in words(robin.get(address))
    source.finished_us = NOW_US
    source.save()
    assert "every 1s" not in robin.get(address).content.decode()


def test_what_could_not_be_read_is_listed(robin: Client, archive: Path) -> None:
    source = begin_import(archive, now_us=NOW_US)
    source.problems = [{"file": "tweets.js", "where": "record 17", "reason": "It has no date."}]
    source.finished_us = NOW_US
    source.save()
    said = words(robin.get(f"/import/{source.pk}/"))
    assert "What could not be read 1; the rest went in" in said
    assert "tweets.js, record 17 It has no date." in said


def test_an_import_that_was_stopped_says_why(robin: Client, archive: Path) -> None:
    source = begin_import(archive, now_us=NOW_US)
    source.error = "The file is gone: import it anew."
    source.save()
    html = robin.get(f"/import/{source.pk}/")
    assert "Stopped." in words(html)
    assert "The file is gone: import it anew." in words(html)
    assert "every 1s" not in html.content.decode()


def test_a_file_that_is_no_archive_is_refused_by_its_own_name(robin: Client) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("holiday.txt", "sun")
    handed_over = SimpleUploadedFile("holiday.zip", packed.getvalue(), "application/zip")
    response = robin.post("/import/", {"archive": handed_over, "back": "/import/"}, follow=True)
    said = words(response)
    assert "“holiday.zip”" in said
    assert "uploads" not in said
    assert uploads() == []
    assert not models.Source.objects.exists()


def test_the_page_says_what_can_be_handed_over(robin: Client) -> None:
    said = words(robin.get("/import/"))
    assert "under their own names, Bluesky’s .car file, or the zip that X sends you" in said


def csv_named(name: str, content: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode(), "text/csv")


def test_several_files_are_read_each_on_its_own(robin: Client) -> None:
    handed_over = [
        csv_named("following_accounts.csv", "ana@den.example\n"),
        csv_named("lists.csv", "Gardeners,bo@den.example\n"),
    ]
    response = robin.post("/import/", {"archive": handed_over, "back": "/import/"}, follow=True)
    said = words(response)
    assert "Mastodon export of @robin@tusk.example (follows)" in said
    assert "Mastodon export of @robin@tusk.example (lists)" in said
    assert models.Interaction.objects.filter(kind="follow").count() == 1
    assert uploads() == []
    assert not list((Path(settings.HOME) / "uploads").iterdir())


def test_one_that_cannot_be_read_keeps_no_other_from_going_in(robin: Client) -> None:
    handed_over = [
        csv_named("notes.csv", "sun, sea\n"),
        csv_named("following_accounts.csv", "ana@den.example\n"),
    ]
    response = robin.post("/import/", {"archive": handed_over, "back": "/import/"}, follow=True)
    assert "“notes.csv” is nothing that hobnob can read." in words(response)
    assert models.Interaction.objects.filter(kind="follow").count() == 1


def test_whose_a_file_is_can_be_said(robin: Client) -> None:
    handed_over = csv_named("following_accounts.csv", "ana@den.example\n")
    me = {"me": " @robin@herd.example ", "back": "/import/"}
    said = words(robin.post("/import/", {"archive": handed_over, **me}, follow=True))
    assert "Mastodon export of @robin@herd.example (follows)" in said
    assert "neither when nor what was said" in said


@pytest.mark.parametrize(
    "name", ["../../lists.csv", "C:\\lists.csv", "lists.csv\0.zip", "l" * 300 + ".csv", "…", " "]
)
def test_the_name_of_an_upload_leads_nowhere_else(robin: Client, name: str) -> None:
    handed_over = csv_named("lists.csv", "Gardeners,bo@den.example\n")
    handed_over._name = name
    path = _keep(handed_over)
    assert path.parent.parent == Path(settings.HOME) / "uploads"
    assert path.read_bytes()
    path.unlink()
    path.parent.rmdir()


def test_no_file_at_all_says_what_to_do(robin: Client) -> None:
    response = robin.post("/import/", {"back": "/import/"}, follow=True)
    assert "No file was chosen" in words(response)
