"""What is broken, or meant to break something, costs a sentence and nothing else."""

from pathlib import Path

import pytest

from hobnob.importers.base import UnreadableFile
from hobnob.importers.supporters import open_supporters
from tests.importers.supporters.building import problems_in, supporters_in, written


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\r\n \r\n", "is empty"),
        ("a.csv", bytes(range(256)) * 20, "no text"),
        ("a.csv", b"%PDF-1.7 ...", "a PDF"),
        ("a.csv", b"PK\x03\x04....", "another name"),
        ("a.xlsx", b"PK\x03\x04....", "no spreadsheet"),
        ("a.xlsx", b"Name,Email", "no spreadsheet"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "another kind"),
        ("a.vcf", b"Name,Email", "no vCard"),
        ("a.csv", b"Ana,ana@den.example\n", "begins with somebody"),
        ("a.csv", b",".join(b"c%d" % each for each in range(5_000)), "more than 1,000 columns"),
        ("a.csv", b'"', "No row"),
    ],
)
def test_a_file_that_is_no_table_says_what_it_is(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    with pytest.raises(UnreadableFile, match=why):
        open_supporters(written(tmp_path, content, name))


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="could not be opened"):
        open_supporters(tmp_path / "none.csv")


def test_letters_of_old_spreadsheets_are_read_and_can_be_chosen(tmp_path: Path) -> None:
    path = written(tmp_path, "Nom;Courriel\nPérier;zoe@den.example\n".encode("cp1252"))
    with open_supporters(path) as export:
        assert (export.encoding, export.sample[0][0]) == ("cp1252", "Périer")
    with open_supporters(path, encoding="cp1250") as export:
        assert export.encoding == "cp1250"
    for wrong in ("utf-16", "rot13"):
        with pytest.raises(UnreadableFile, match=wrong):
            open_supporters(path, encoding=wrong)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_whatever_wrote_the_file_its_rows_are_the_same(
    tmp_path: Path, encoding: str, delimiter: str, end: str
) -> None:
    rows = (("Name", "Email", "Note"), ("Zoé", "zoe@den.example", '"a, b; c"'))
    content = end.join(delimiter.join(row) for row in rows)
    (zoe,) = supporters_in(written(tmp_path, content.encode(encoding)))
    assert (zoe.key, zoe.notes[0].value) == ("email:zoe@den.example", "a, b; c")


def test_a_forgotten_quotation_mark_costs_its_own_line(tmp_path: Path) -> None:
    content = 'Name,Email\n"Ana,a@den.example\n' + "Bo,b@den.example\n" * 700 + 'Cem,"c\nd"\n'
    path = written(tmp_path, content)
    assert len(supporters_in(path)) == 701
    damaged, _ = problems_in(path)
    assert damaged.where == "line 2"
    assert "quotation mark" in damaged.reason


def test_a_cell_of_a_million_letters_costs_its_own_line(tmp_path: Path) -> None:
    long = "x" * 1_000_000
    path = written(tmp_path, f'Name,Email\n"{long}",a@den.example\n{long},b\nCem,c@den.example\n')
    assert [each.key for each in supporters_in(path)] == ["email:c@den.example"]
    assert [each.where for each in problems_in(path)] == ["line 2", "line 3"]


def test_a_row_with_a_cell_too_many_is_left_out_and_a_short_one_is_not(tmp_path: Path) -> None:
    path = written(tmp_path, "Name,Email,City\nAna,Ruiz,a@den.example,Utrecht\nBo\nCem,,,,\n")
    assert [each.name and each.name.value for each in supporters_in(path)] == ["Bo", "Cem"]
    (problem,) = problems_in(path)
    assert problem.where == "line 2"
    assert problem.reason.startswith("it has 4 cells and the header 3: left out.")


def test_formulas_and_zero_characters_are_text(tmp_path: Path) -> None:
    (one,) = supporters_in(written(tmp_path, 'Name,Note\nA\0na,"=HYPERLINK(""x"")"\n'))
    assert one.name
    assert (one.name.value, one.notes[0].value) == ("Ana", '=HYPERLINK("x")')


def test_two_columns_of_one_name_are_two_columns(tmp_path: Path) -> None:
    (ana,) = supporters_in(written(tmp_path, "Name,Email,Email\nAna,a@den.example,b@den.example\n"))
    assert [each.column for each in ana.emails] == ["Email", "Email (2)"]


def test_a_row_keeps_what_is_good_and_says_what_is_not(tmp_path: Path) -> None:
    content = "Name,Email,Phone,Birthday,Gift Amount\nAna Ruiz,a@,4.47912E+11,soon,ten\n,,,,5\n"
    path = written(tmp_path, content)
    (ana,) = supporters_in(path)
    assert ana.last
    assert ana.last.value == "Ruiz"
    assert {each.where: each.reason.partition(":")[0] for each in problems_in(path)} == {
        "line 2, “Email”": "“a@” is no e-mail address, as ana@den.example is one",
        "line 2, “Phone”": "“4.47912E+11” was cut short by a spreadsheet",
        "line 2, “Birthday”": "“soon” is no birthday",
        "line 2, “Gift Amount”": "“ten” is no amount",
        "line 3": "it names nobody, neither by name nor by address",
    }
