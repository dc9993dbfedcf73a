"""`hobnob give ...`: something kind to do, and what one keeps for it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage import models
from tests.cli.conftest import Run
from tests.gestures import GIF, born_days_ago, loves, made
from tests.people import ANA, BO, NOW_US, begin, happened

pytestmark = pytest.mark.django_db

ANA_THERE = "@ana@tusk.example"


@pytest.fixture(autouse=True)
def _two_people() -> Iterator[None]:
    begin()
    record([happened(Kind.MENTION, who, text="Hello!") for who in (ANA, BO)], now_us=NOW_US)
    yield
    shutil.rmtree(Path(settings.HOME) / "pictures", ignore_errors=True)


def a_birthday() -> None:
    born_days_ago(ANA, 0)
    loves(ANA, "tigers")


def test_on_a_quiet_day_nothing_presses(hobnob: Run) -> None:
    assert hobnob("give").out == "Nothing that presses. That is a good day too.\n"
    assert hobnob("give", "--json").answer == {"today": [], "more": {}}


def test_it_says_what_for_whom_why_and_how_to_begin(hobnob: Run) -> None:
    a_birthday()
    said = hobnob("give").out
    assert " 1  Ana Núñez  @ana@tusk.example" in said
    assert "because it is their birthday" in said
    assert "Wish a happy birthday  birthday" in said
    assert "https://openverse.org/search/image?q=tigers" in said
    (offer,) = hobnob("give", "--json").answer["today"]
    assert (offer["kind"], offer["key"]) == ("birthday", "birthday:2026")
    assert "…]" in offer["beginning"]


def test_a_name_alone_asks_for_that_person(hobnob: Run) -> None:
    a_birthday()
    assert hobnob("give", ANA_THERE).out == hobnob("give", "to", ANA_THERE).out
    answer = hobnob("give", ANA_THERE, "--json").answer
    assert [each["kind"] for each in answer["offers"]] == ["birthday"]
    assert "nothing comes to mind right now" in hobnob("give", "@bo@den.example").out


def test_what_is_done_is_remembered_and_can_be_undone(hobnob: Run) -> None:
    a_birthday()
    said = hobnob("give", "done", "1", "--words", "Happy birthday!").out
    assert said.startswith("Ana Núñez: “Wish a happy birthday” is done.")
    assert models.Gesture.objects.get().words == "Happy birthday!"
    assert "no reaction yet" in hobnob("give", "made").out
    assert hobnob("give", "made", "--json").answer["made"][0]["reaction"] == "no reaction yet"
    hobnob("undo")
    assert "Ana Núñez" in hobnob("give").out


def test_a_gesture_is_named_by_person_and_kind_too(hobnob: Run) -> None:
    a_birthday()
    assert hobnob("give", "done", ANA_THERE, "birthday", "--json").answer["did"] == "done"


def test_not_this_one_is_not_offered_again(hobnob: Run) -> None:
    a_birthday()
    assert "is not offered again" in hobnob("give", "not", "1").out
    assert "Nothing that presses" in hobnob("give").out


def test_a_number_or_kind_that_is_not_there_is_said_to_be_so(hobnob: Run) -> None:
    a_birthday()
    ended = hobnob("give", "done", "7")
    assert ended.code == 2
    assert "Today has 1 of them, and no number 7" in ended.err
    ended = hobnob("give", "done", ANA_THERE, "hug")
    assert "For Ana Núñez there is birthday" in ended.err


def test_the_idea_book_is_kept(hobnob: Run) -> None:
    assert "Your idea book is empty." in hobnob("give", "ideas").out
    said = hobnob("give", "idea", "add", "Send a postcard", "--for", "otters").out
    assert said == "Send a postcard is in your idea book.\n"
    (idea,) = hobnob("give", "ideas", "--json").answer["ideas"]
    assert (idea["name"], idea["for"]) == ("Send a postcard", "otters")
    assert "for people who care about otters" in hobnob("give", "ideas").out
    assert "is taken out" in hobnob("give", "idea", "drop", str(idea["number"])).out


def test_how_one_speaks_is_said_in_parts(hobnob: Run) -> None:
    assert hobnob("give", "manner").out == "Nobody said yet how you speak.\n"
    hobnob("give", "manner", "--words", "First names.", "--farewell", "Wilma")
    answer = hobnob("give", "manner", "--greeting", "Hello {name},", "--json").answer
    assert (answer["words"], answer["greeting"], answer["farewell"]) == (
        "First names.",
        "Hello {name},",
        "Wilma",
    )
    assert "Greeting: none" in hobnob("give", "manner", "--greeting", "").out


def test_a_picture_is_brought_in(hobnob: Run, tmp_path: Path) -> None:
    file = tmp_path / "Cub asleep.gif"
    file.write_bytes(GIF)
    assert hobnob("give", "picture", str(file), "Tigers").out == (
        "Kept as tigers/Cub asleep.gif.\n"
    )
    again = hobnob("give", "picture", str(file), "tigers", "--json").answer
    assert again["picture"] == "tigers/Cub asleep-2.gif"
    ended = hobnob("give", "picture", str(tmp_path / "none.gif"), "tigers")
    assert (ended.code, "cannot be read" in ended.err) == (2, True)


def test_a_picture_leads_out_of_no_folder(hobnob: Run, tmp_path: Path) -> None:
    file = tmp_path / "cub.gif"
    file.write_bytes(GIF)
    kept = hobnob("give", "picture", str(file), "../../etc", "--json").answer["picture"]
    assert kept == "etc/cub.gif"
    assert "What does the picture show?" in hobnob("give", "picture", str(file), "../..").err


def test_what_goes_down_well_is_told(hobnob: Run) -> None:
    record([happened(Kind.REPLY, who, days_ago=4, text="Oh!") for who in (ANA, BO)], now_us=NOW_US)
    made(ANA, "birthday", days_later=-5)
    made(BO, "birthday", days_later=-5)
    assert hobnob("give", "made").out.startswith("Birthdays: both brought a reaction.")
