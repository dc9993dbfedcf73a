"""A mapping can be suggested, given, kept and read again; what is open is asked for."""

import json
from pathlib import Path

import pytest

from hobnob.domain.supporters import given
from hobnob.importers.supporters import (
    BadMapping,
    DateOrder,
    Field,
    Mapping,
    Meaning,
    open_supporters,
)
from hobnob.importers.supporters.suggesting import suggest_mapping
from tests.importers.supporters.building import (
    CIVICRM,
    gifts_in,
    problems_in,
    readings,
    supporters_in,
    written,
)

OUR_SHEET = """\
Nummer;Vorname;Nachname;Wert;Kontakt;Tag
17;Ana;Ruiz;1.234,56;ana@den.example;03/04/2024
18;Bo;Vries;5,00;bo@den.example;05/06/2024
"""
OUR_MAPPING = Mapping(
    columns={
        "Nummer": Meaning(Field.ID),
        "Vorname": Meaning(Field.FIRST),
        "Nachname": Meaning(Field.LAST),
        "Wert": Meaning(Field.GIFT_AMOUNT),
        "Kontakt": Meaning(Field.EMAIL),
        "Tag": Meaning(Field.GIFT_DATE),
    },
    system="our sheet",
    currency="EUR",
)


def test_what_headings_or_cells_show_is_suggested_with_its_reason() -> None:
    suggestions = suggest_mapping(
        ["Vorname", "Kontakt", "Religion", "Soz", "Wert"],
        [["Ana", "ana@den.example", "x", "@ana@tusk.example", "5"]],
    )
    assert [(str(each.meaning or ""), each.confidence) for each in suggestions] == [
        ("first name", 0.95),
        ("e-mail", 0.9),
        ("", 1.0),
        ("handle", 0.8),
        ("", 0.0),
    ]
    assert suggestions[1].because == "1 of 1 cells look like e-mail addresses"
    assert suggestions[2].because == "it tells of religion, which hobnob never keeps"


@pytest.mark.parametrize(
    ("heading", "confidence"),
    [("Date", 0.95), ("Datum", 0.95), ("Transaction Date", 0.95), ("Came in", 0.6)],
)
def test_a_date_beside_an_amount_is_the_day_of_the_gift_or_asked_about(
    heading: str, confidence: float
) -> None:
    rows = [["Ana Ruiz", "25.00", "2026-03-14"]]
    *_, day = suggest_mapping(["Donor", "Gift", heading], rows)
    assert (str(day.meaning), day.confidence) == ("gift date", confidence)


def test_a_date_beside_another_day_of_the_gift_or_no_amount_says_too_little() -> None:
    headings = ["Donor", "Gift", "Gift Date", "Date"]
    *_, day = suggest_mapping(headings, [["Ana Ruiz", "25.00", "2026-03-14", "2026-03-15"]])
    assert day.meaning is None
    *_, day = suggest_mapping(["Donor", "Date"], [["Ana Ruiz", "2026-03-14"]])
    assert day.meaning is None


def test_the_day_of_a_sheet_of_volunteers_is_when_they_helped(tmp_path: Path) -> None:
    sheet = "Volunteer,Shift,Date,Email\nAna Ruiz,Trees,2026-03-14,ana@den.example\n"
    (ana,) = supporters_in(written(tmp_path, sheet))
    assert [str(each.on_date) for each in ana.ties] == ["2026-03-14"]


def test_a_gift_of_bloomerang_has_the_day_of_its_transaction(tmp_path: Path) -> None:
    sheet = (
        "Account Number,Name,Transaction Number,Transaction Date,Amount\n"
        "7,Ana Ruiz,T1,03/14/2026,25.00\n"
    )
    assert [str(each.date) for each in gifts_in(written(tmp_path, sheet))] == ["2026-03-14"]


def test_an_unknown_sheet_asks_for_its_mapping_and_a_given_one_reads_it(tmp_path: Path) -> None:
    path = written(tmp_path, OUR_SHEET)
    with open_supporters(path) as export:
        assert export.needs_mapping
    ana, _ = supporters_in(path, OUR_MAPPING)
    assert (ana.key, given(ana.gifts)) == ("our sheet:17", {"EUR": 123456})


def test_a_mapping_is_read_again_as_it_was_kept() -> None:
    kept = json.loads(json.dumps(OUR_MAPPING.as_json()))
    assert Mapping.from_json(kept) == OUR_MAPPING


@pytest.mark.parametrize(
    "kept", [None, [], {}, {"columns": {"a": "nonsense"}}, {"columns": {}, "date_order": "x"}]
)
def test_what_is_no_mapping_says_so(kept: object) -> None:
    with pytest.raises(BadMapping, match="choose the columns again"):
        Mapping.from_json(kept)


def test_a_mapping_of_another_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadMapping, match="has none of the columns"):
        open_supporters(written(tmp_path, CIVICRM), OUR_MAPPING)


def test_nobody_can_map_a_column_of_belief(tmp_path: Path) -> None:
    path = written(tmp_path, "Name,Religion\nAna,quiet\n")
    mapping = Mapping(columns={"Name": Meaning(Field.NAME), "Religion": Meaning(Field.NOTE)})
    (ana,) = supporters_in(path, mapping)
    assert ana.notes == ()


def test_a_column_that_does_not_show_its_order_is_asked_for_once(tmp_path: Path) -> None:
    path = written(tmp_path, OUR_SHEET)
    assert [each.date for each in gifts_in(path, OUR_MAPPING)] == [None, None]
    (problem,) = problems_in(path, OUR_MAPPING)
    assert problem.where == "column “Tag”"
    assert "03/04/2024 and 05/06/2024" in problem.reason


def test_once_the_order_is_said_the_same_gifts_have_their_dates(tmp_path: Path) -> None:
    path = written(tmp_path, OUR_SHEET)
    said = Mapping.from_json({**OUR_MAPPING.as_json(), "date_order": DateOrder.DAY_FIRST.value})
    dated = gifts_in(path, said)
    assert [str(each.date) for each in dated] == ["2024-04-03", "2024-06-05"]
    assert [each.key for each in dated] == [each.key for each in gifts_in(path, OUR_MAPPING)]
    assert problems_in(path, said) == []


def test_the_same_somebody_has_the_same_key_in_whatever_order_rows_stand(tmp_path: Path) -> None:
    header, *lines = "Name,Email,Zip\nAna Ruiz,A@den.example,1\nBo Vries,,3511 AB\n".splitlines()
    one = supporters_in(written(tmp_path, "\n".join([header, *lines])))
    other = supporters_in(written(tmp_path, "\n".join([header, *reversed(lines)])))
    assert {each.key for each in one} == {each.key for each in other}
    assert one[0].key == "email:a@den.example"


@pytest.mark.parametrize("turned", [False, True])
def test_a_row_with_the_id_alone_is_whose_address_another_row_has(
    tmp_path: Path, turned: bool
) -> None:
    rows = ["7,Ana Ruiz,ana@den.example", "7,Ana Ruiz,", "8,Bo Vries,", "9,Cem Ay,cem@den.example"]
    rows = rows[::-1] if turned else rows
    content = "\n".join(["Member ID,Name,E-mail", *rows, ""])
    supporters = supporters_in(written(tmp_path, content))
    keys = {each.whole_name: each.key for each in supporters}
    assert keys["Ana Ruiz"] == "email:ana@den.example"
    assert len({each.key for each in supporters}) == 3


def test_an_id_that_two_addresses_share_is_neithers(tmp_path: Path) -> None:
    rows = "7,Ana,ana@den.example\n7,Bo,bo@den.example\n7,Cem,\n"
    supporters = supporters_in(written(tmp_path, "Member ID,Name,E-mail\n" + rows))
    assert len({each.key for each in supporters}) == 3


def test_reading_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = written(tmp_path, CIVICRM)
    whole = readings(path)
    with open_supporters(path) as export:
        assert list(export.read(whole[1].place)) == whole[1:]


def test_what_somebody_wants_is_heeded_even_where_it_is_unclear(tmp_path: Path) -> None:
    content = (
        "Name,Do Not Contact,Email Consent,Deceased\n"
        "Ana,no,yes,\nBo,perhaps,no,\nCem,Do not call,,\nDot,,,2020-01-01\n"
    )
    ana, bo, cem, dot = supporters_in(written(tmp_path, content))
    assert [(each.channel, each.is_welcome) for each in ana.wishes] == [("e-mail", True)]
    assert [(each.channel, each.is_welcome) for each in bo.wishes] == [
        ("anything", False),
        ("e-mail", False),
    ]
    assert [(each.channel, each.is_welcome) for each in cem.wishes] == [("phone", False)]
    assert [each.may_be_contacted for each in (ana, bo, cem, dot)] == [True, False, True, False]
