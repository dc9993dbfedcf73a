from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from hobnob.domain.letter import Letter, letter
from hobnob.operations.report.pdf import as_pdf
from tests import letters
from tests.domain.test_letter import nothing_yet


def read(found: Letter) -> PdfReader:
    return PdfReader(BytesIO(as_pdf(found)), strict=True)


def text(found: Letter) -> str:
    return " ".join(read(found).pages[0].extract_text().split())


def with_name(name: str) -> Letter:
    found = letters.results()
    added = replace(found.reach.order[0], name=name)
    return letter(
        replace(
            found,
            summary=(f"About 2 hours, all of it at {name}.",),
            reach=replace(found.reach, order=(added,)),
        )
    )


def test_it_is_one_sheet_of_a4() -> None:
    (page,) = read(letter(letters.results())).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_it_stays_one_sheet_however_much_there_is_to_say() -> None:
    found = letter(letters.results())
    long = replace(
        found,
        sentences=found.sentences * 12,
        lines=found.lines * 4,
        changes=found.changes * 10,
        not_known=found.not_known * 5,
    )
    assert len(read(long).pages) == 1


def test_its_words_can_be_selected_and_searched() -> None:
    said = text(letter(letters.results()))
    for words in (
        "What came of it",
        "About 13 hours, most of it at The Watchlist (about 7½ hours).",
        "From people we had talked with before: 7 donations, 420 EUR and 25 USD.",
        "Too little to tell about joining",
        "met in person",
        "Ana Núñez",
    ):
        assert words in said


def test_a_reader_and_a_screen_reader_know_what_it_is() -> None:
    reader = read(letter(letters.results()))
    assert reader.metadata
    assert reader.metadata.title == "What came of it, 20 August to 18 November 2026"
    assert reader.root_object["/Lang"] == "en"


@pytest.mark.parametrize(
    "name",
    [
        "Łukasz Wiśniewski",
        "Nguyễn Thị Ánh",
        "Ольга Соколова",
        "Ελένη",
        "Անի",
        "ნინო",
        "Zoe\u0308",
    ],
)
def test_a_name_in_any_alphabet_comes_out_as_it_is(name: str) -> None:
    said = text(with_name(name))
    assert name.replace("e\u0308", "ë") in said


@pytest.mark.parametrize(
    "name",
    [
        "山田さくら",
        "王小明",
        "김민준",
        "نور الهدى",
        "נועה לוי",
        "สมชาย",
        "अनिता",
        "🐘 Ele",
        "𝕬𝖓𝖆",
        "<b>Bob</b> & <font>",
        "Eve\u202e\u0000\ud800",
        "",
    ],
)
def test_no_name_keeps_it_from_being_written(name: str) -> None:
    assert len(read(with_name(name)).pages) == 1


def test_letters_that_readers_lack_go_with_it() -> None:
    reader = read(with_name("Ольга"))
    fonts = reader.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    names = {str(each.get_object()["/BaseFont"]) for each in fonts}
    assert any("DejaVuSans" in each for each in names)


def test_the_same_results_are_the_same_file() -> None:
    found = letter(letters.results())
    assert as_pdf(found) == as_pdf(found)


def test_nothing_yet_is_a_letter_too() -> None:
    assert "Nothing is on record for that time yet" in text(letter(nothing_yet()))
