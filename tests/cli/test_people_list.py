"""`hobnob people`, `tell`, `cadence`: who fits, and what one knows of them, at a terminal."""

from pathlib import Path

import pytest

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from tests import people
from tests.cli.conftest import Run
from tests.donors import bring_donors
from tests.people import ANA, BO, NOW_US, account, happened

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _some_people() -> None:
    people.begin()
    record(
        [
            happened(Kind.REPLY, ANA, days_ago=3, text="where do tigers sleep?"),
            happened(Kind.REPLY, ANA, by_me=True, days_ago=2, text="in the reeds"),
            happened(Kind.MENTION, BO, days_ago=2, text="nice stripes"),
        ],
        now_us=NOW_US,
    )


def named(answer: dict[str, object]) -> list[str]:
    return [each["name"] for each in answer["people"]]  # type: ignore[index, attr-defined]


def test_everybody_is_listed_with_the_reason(hobnob: Run) -> None:
    said = hobnob("people").out
    assert said.startswith("People  2 people\n")
    assert "Ana Núñez  @ana@tusk.example" in said
    assert "because they wrote to you once; you wrote to them once" in said


def test_what_people_share_narrows_them_down(hobnob: Run, tmp_path: Path) -> None:
    bring_donors(tmp_path)
    hobnob("tag", "bo@den.example", "stripes")
    found = {
        ("--tag", "stripes"): ["Bo"],
        ("--tag", "#Donor", "--not-found"): ["Ida Ruiz"],
        ("--waiting",): ["Bo"],
        ("--nothing-owed", "--network", "mastodon"): ["Ana Núñez"],
        ("--words", "nun"): ["Ana Núñez"],
        ("--place", "zwolle"): ["Otto Vries"],
        ("--do-not-contact", "--sort", "name"): ["Cleo Marsh", "Otto Vries"],
        ("--list", "Mentioned You", "--sort", "name"): ["Ana Núñez", "Bo"],
        ("--losing-touch",): [],
        ("--over-cadence",): [],
        ("--topic", "tigers"): [],
        ("--met-in", "tusktalk"): [],
    }
    assert {args: named(hobnob("people", *args, "--json").answer) for args in found} == found


def test_an_answer_for_programs_says_why_and_what_they_gave(hobnob: Run, tmp_path: Path) -> None:
    bring_donors(tmp_path)
    answer = hobnob("people", "--tag", "donor", "--not-found", "--json").answer
    (ida,) = answer["people"]
    assert answer["filters"] == "tag=donor&not-found=1"
    assert ida["because"] == "because donors.csv has them, and no account of theirs is known"
    assert ida["giving"] == "2 gifts since 2024: 70 EUR"
    assert ida["tags"] == ["donor"]


def test_a_view_is_kept_and_opened_by_name(hobnob: Run) -> None:
    hobnob("people", "--waiting", "--keep-as", "To answer")
    assert named(hobnob("people", "--view", "to answer", "--json").answer) == ["Bo"]
    refused = hobnob("people", "--view", "Nothing")
    assert refused.code == 2
    assert refused.err == "No view is called “Nothing”. There are: “To answer”.\n"
    mixed = hobnob("people", "--view", "To answer", "--waiting")
    assert "leave the other filters out" in mixed.err


def test_opposite_things_are_refused(hobnob: Run) -> None:
    assert "opposite" in hobnob("people", "--waiting", "--nothing-owed").err


def test_many_people_are_shown_on_demand(hobnob: Run) -> None:
    crowd = [account(f"cub{n}") for n in range(60)]
    record([happened(Kind.MENTION, each, days_ago=4) for each in crowd], now_us=NOW_US)
    assert "And more: add --all to see them." in hobnob("people").out
    everybody = hobnob("people", "--all").out
    assert everybody.startswith("People  62 people\n")
    assert everybody.count("@cub") == 60


def test_nobody_in_common_is_said(hobnob: Run) -> None:
    assert hobnob("people", "--tag", "zebra").out == "Nobody has all of that in common.\n"


def test_a_fact_is_told_and_taken_away(hobnob: Run) -> None:
    told = hobnob("tell", "ana@tusk.example", "birthday", "15 April", "--json").answer
    assert (told["kind"], told["value"]) == ("birthday", "--04-15")
    assert "birthday: 15 April" in hobnob("person", "ana@tusk.example").out
    (fact,) = hobnob("person", "ana@tusk.example", "--json").answer["facts"]
    assert (fact["kind"], fact["is_by_hand"], fact["holds"][0]["shown"]) == (
        *("birthday", True, "15 April"),
    )
    away = hobnob("tell", "ana@tusk.example", "birthday", "--away")
    assert away.out.startswith("Ana Núñez, no birthday told by hand.")
    assert hobnob("person", "ana@tusk.example", "--json").answer["facts"] == []


def test_what_is_no_fact_is_refused_with_what_to_type(hobnob: Run) -> None:
    assert hobnob("tell", "ana@tusk.example", "birthday", "soon").code == 2
    assert "give one of birthday, place" in hobnob("tell", "ana@tusk.example", "shoes", "43").err
    assert "Nothing is written there" in hobnob("tell", "ana@tusk.example", "place").err


def test_a_private_note_and_fact_say_that_they_are(hobnob: Run) -> None:
    hobnob("note", "ana@tusk.example", "her sister is ill", "--private")
    hobnob("tell", "ana@tusk.example", "place", "her sister's", "--private")
    said = hobnob("person", "ana@tusk.example").out
    assert "Note just now, for you alone" in said
    assert ", for you alone" in said.split("place: ")[1].split("\n\n")[0]


def test_how_often_to_speak_is_said_and_left_open(hobnob: Run) -> None:
    assert hobnob("cadence", "ana@tusk.example", "7").out.startswith(
        "Ana Núñez, a word every week."
    )
    assert hobnob("person", "ana@tusk.example", "--json").answer["cadence"] == {
        "days": 7,
        "due": "due in 5 days",
    }
    assert hobnob("cadence", "ana@tusk.example", "none", "--json").answer["days"] is None
    assert hobnob("cadence", "ana@tusk.example", "often").code == 2
    hobnob("undo")
    assert "A word every week, due in 5 days" in hobnob("person", "ana@tusk.example").out


def test_a_list_takes_a_cadence(hobnob: Run) -> None:
    hobnob("list", "edit", "mentioned", "--cadence-days", "1")
    late = named(hobnob("people", "--over-cadence", "--json").answer)
    assert sorted(late) == ["Ana Núñez", "Bo"]
    hobnob("list", "edit", "mentioned", "--capacity", "9")
    assert named(hobnob("people", "--over-cadence", "--json").answer) == late
    hobnob("list", "edit", "mentioned", "--cadence-days", "none")
    assert named(hobnob("people", "--over-cadence", "--json").answer) == []


def test_a_donor_is_told_of_at_a_terminal(hobnob: Run, tmp_path: Path) -> None:
    bring_donors(tmp_path)
    said = hobnob("person", "Cleo Marsh").out
    assert said.startswith("Cleo Marsh\nCleo Marsh in donors.csv\n#donor  donors.csv: 1 gift")
    assert "They have died, says donors.csv." in said
    assert "never wrote" not in said
    assert hobnob("person", "ida@den.example", "--json").answer["name"] == "Ida Ruiz"
