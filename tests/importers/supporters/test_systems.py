"""Each system is known by its own headings, and its rows become supporters."""

from importlib.resources import files
from pathlib import Path

import pytest

from hobnob.domain.supporters import Relationship, given, still_promised
from hobnob.importers import supporters
from hobnob.importers.supporters import open_supporters
from hobnob.importers.supporters.systems import detect, plain, systems
from tests.importers.supporters.building import (
    ATTENDEES,
    BLOOMERANG,
    CIVICRM,
    DONORPERFECT,
    EVERY_SYSTEM,
    GOOGLE,
    LINKEDIN,
    LITTLE_GREEN_LIGHT,
    NPSP,
    NPSP_REPORT,
    PETITION,
    RAISERS_EDGE,
    VOLUNTEERS,
    gifts_in,
    one_in,
    problems_in,
    supporters_in,
    written,
)


@pytest.mark.parametrize(("name", "content"), EVERY_SYSTEM.items())
def test_a_file_is_known_by_its_headings_and_says_who_is_in_it(
    tmp_path: Path, name: str, content: str
) -> None:
    with open_supporters(written(tmp_path, content)) as export:
        assert export.mapping.system == name
        assert not export.needs_mapping
        first = next(export.read()).supporters[0]
    assert first.first
    assert (first.first.value, first.last and first.last.value) == ("Ana", "Ruiz")


def test_every_table_is_read_and_says_no_heading_twice() -> None:
    folder = files(supporters.__package__).joinpath("headers")
    tables = {each.name.removesuffix(".txt") for each in folder.iterdir()}
    assert tables == {*systems(), "general"}
    for name in tables:
        lines = folder.joinpath(f"{name}.txt").read_text().splitlines()
        said = [
            plain(line[2:].partition("|")[0].replace("#", "0"))
            for line in lines[1:]
            if line[0] in "* "
        ]
        assert sorted(set(said)) == sorted(said), name


def test_one_heading_of_a_system_is_not_enough() -> None:
    assert detect(["Contact ID", "Name", "Email"]) is None


def test_civicrm_gives_what_was_completed_and_heeds_who_wants_no_mail(tmp_path: Path) -> None:
    ana, bo = supporters_in(written(tmp_path, CIVICRM))
    assert (ana.key, given(ana.gifts)) == ("civicrm:42", {"": 2500})
    assert [each.relationship for each in ana.ties] == [Relationship.DONOR]
    assert (bo.gifts, bo.ties) == ((), ())
    assert [(each.channel, each.is_welcome) for each in bo.wishes] == [("e-mail", False)]
    (problem,) = problems_in(written(tmp_path, CIVICRM))
    assert problem.where == "line 3, “Contribution Status”"
    assert problem.reason == "“Failed” means that no money came: the gift is left out"


def test_a_couple_in_one_row_are_two_people_and_the_first_one_gave(tmp_path: Path) -> None:
    ana, bo = supporters_in(written(tmp_path, NPSP))
    assert bo.first
    assert bo.first.value == "Bo"
    assert (given(ana.gifts), given(bo.gifts)) == ({"": 5000}, {})


def test_a_stage_that_is_not_won_is_no_gift(tmp_path: Path) -> None:
    assert len(gifts_in(written(tmp_path, NPSP_REPORT))) == 1


def test_a_pledge_and_its_payments_are_not_summed_twice(tmp_path: Path) -> None:
    gifts = gifts_in(written(tmp_path, RAISERS_EDGE))
    assert [(each.kind, each.pledge_id) for each in gifts] == [
        ("pledge", "G1"),
        ("payment", "G1"),
        ("payment", "G1"),
    ]
    assert given(gifts) == {"": 5000}
    assert still_promised(gifts) == {"": 5000}


@pytest.mark.parametrize("content", [DONORPERFECT, LITTLE_GREEN_LIGHT, BLOOMERANG])
def test_what_was_promised_or_sums_others_up_is_not_given(tmp_path: Path, content: str) -> None:
    gifts = gifts_in(written(tmp_path, content))
    assert given(gifts) == {"": 2500 if content is DONORPERFECT else 1000}


def test_google_contacts_join_several_values_in_a_cell(tmp_path: Path) -> None:
    ana = one_in(tmp_path, GOOGLE)
    assert [each.value for each in ana.emails] == ["ana@den.example", "a2@den.example"]
    assert [each.value for each in ana.labels] == ["Volunteers"]
    assert [each.value for each in ana.notes] == ["likes\nherons"]
    assert [(each.network, each.handle) for each in ana.handles] == [("bluesky", "ana.example")]
    assert str(ana.birthday) == "--04-15"
    assert ana.websites == ()


def test_linkedin_writes_notes_above_its_header(tmp_path: Path) -> None:
    ana = one_in(tmp_path, LINKEDIN)
    assert str(ana.met_on) == "2024-03-12"
    assert ana.organisation
    assert (ana.organisation.value, ana.organisation.column) == ("Den", "Company")


@pytest.mark.parametrize(
    ("content", "relationship", "through"),
    [
        (PETITION, Relationship.PETITIONER, "Save the fens"),
        (VOLUNTEERS, Relationship.VOLUNTEER, "Count herons"),
        (ATTENDEES, Relationship.ATTENDEE, "Heron night"),
    ],
)
def test_in_some_sheets_everybody_took_part(
    tmp_path: Path, content: str, relationship: Relationship, through: str
) -> None:
    (tie,) = one_in(tmp_path, content).ties
    assert (tie.relationship, tie.through, str(tie.on_date)) == (
        relationship,
        through,
        "2024-03-12",
    )


def test_what_tells_of_health_or_belief_is_never_read(tmp_path: Path) -> None:
    with open_supporters(written(tmp_path, ATTENDEES)) as export:
        assert export.refused == {"Dietary requirements": "health"}
        (reading,) = export.read()
    assert "none" not in repr(reading.supporters)
