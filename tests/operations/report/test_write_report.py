import stat
from pathlib import Path

import pytest

from hobnob.operations.report.write_report import NoSuchReport, report, write_report
from hobnob.operations.secrets.private_file import CannotWrite
from tests import letters


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF-"), ("html", b"<!doctype html>")])
def test_only_its_owner_reads_the_file(tmp_path: Path, kind: str, begins: bytes) -> None:
    path = tmp_path / f"results.{kind}"
    write_report(letters.results(), path, kind)
    assert path.read_bytes().startswith(begins)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_there_stays_unless_one_says_so(tmp_path: Path) -> None:
    path = tmp_path / "results.html"
    path.write_text("last year")
    path.chmod(0o644)
    with pytest.raises(CannotWrite, match="is there already"):
        write_report(letters.results(), path, "html")
    assert path.read_text() == "last year"
    write_report(letters.results(), path, "html", may_replace=True)
    assert path.read_text().startswith("<!doctype html>")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_place_where_nothing_can_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_report(letters.results(), tmp_path / "nowhere" / "results.pdf", "pdf")


def test_another_kind_is_none() -> None:
    with pytest.raises(NoSuchReport, match="choose html or pdf"):
        report(letters.results(), "docx")
