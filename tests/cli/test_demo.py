"""`hobnob demo`: a world of its own, the same until tomorrow, and never one's own data."""

import resource
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import Ended, Program


class World(NamedTuple):
    """The folder of a demo, and what making it said."""

    home: Path
    said: Ended


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Made once: it takes long."""
    home = tmp_path_factory.mktemp("demo") / "home"
    return World(home, Program(home).run("demo", "--json"))


@pytest.fixture
def demo(program: Program, world: World) -> Program:
    """hobnob in such a world of its own."""
    shutil.copytree(world.home, program.home, dirs_exist_ok=True)
    return program


def test_the_check_holds_within_a_minute_and_leaves_nothing_behind(program: Program) -> None:
    program.home.rmdir()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = program.run("demo", "--check")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)

    assert ended.code == 0, ended
    assert ended.out.startswith("Today · ")
    assert ended.out.count("✓") == 9
    assert after.ru_utime - before.ru_utime < 60
    assert not program.home.exists()


def test_it_stays_the_same_until_it_is_made_anew(demo: Program, world: World) -> None:
    first = world.said.answer
    person = first["sections"][0]["rows"][0]["person"]["handle"]
    demo.run("note", person, "answered at breakfast")

    again = demo.run("demo", "--json")
    assert again.err == ""
    assert [each["total"] for each in again.answer["sections"]] == [
        each["total"] for each in first["sections"]
    ]
    assert demo.run("search", "breakfast", "--json").answer["notes"]

    # As if its making had been cut short.
    (demo.home / "demo-day").write_text("")
    assert "Inventing" in demo.run("demo", "--json").err
    assert not demo.run("search", "breakfast", "--json").answer["notes"]


def test_the_terminal_tells_what_the_pages_tell(demo: Program) -> None:
    feed = demo.run("feed", "The Watchlist").out
    assert feed.startswith("The Watchlist · since ")
    assert "Discussion" in feed
    assert "link-drops folded" in feed
    chats = demo.run("chats").out
    assert "You met 3 people; 2 wait for an answer." in chats
    assert "because you used #slowgiving 12 times, on Thursdays" in chats
    hygiene = demo.run("hygiene").out
    assert hygiene.startswith("Hygiene · ")
    assert "because they sell followers in their bio" in hygiene
    assert "because you have not answered yet" in demo.run("today").out
    # What the story decided is none of what whoever looks around has just done.
    asked = demo.run("undo")
    assert asked.code == 2
    assert asked.err.startswith("The newest thing you did is from ")


def test_a_stranger_in_a_chat_becomes_a_donor_and_it_can_be_read(demo: Program) -> None:
    marit = demo.run("person", "marit.example", "--json").answer
    assert marit["stages"].startswith("On The Watchlist since ")
    assert marit["tags"] == ["donor"]
    page = demo.run("person", "marit.example").out
    assert "You thanked them" in page
    assert "introduced somebody to them and met them" in page
    answered = demo.run("ask", "--json").answer["answered"]
    hers = [each for each in answered if each["person"]["handle"] == "marit.example"]
    assert [(each["for"], each["answer"]) for each in hers] == [
        ("donation", "yes"),
        ("promotion", "yes"),
    ]
    assert all(each["gate"]["is_fair"] for each in hers)

    came = demo.run("results", "--since", "365d", "--json").answer
    hours = {each["name"]: each["seconds"] for each in came["hours"]["people"]}
    assert hours["Marit Okonjo-Vance"] == 49 * 60
    reach = {each["name"]: each["reach"] for each in came["reach"]["order"]}
    assert reach["Marit Okonjo-Vance"] >= 7
    spread = {each["name"]: each["people"] for each in came["spread"]["through"]}
    assert spread["Marit Okonjo-Vance"] == 1


def test_it_refuses_a_folder_with_data_of_ones_own(program: Program) -> None:
    program.begin()
    before = (program.home / "hobnob.db").read_bytes()
    refused = program.run("demo", "--fresh", "--json")

    assert (refused.code, refused.out) == (2, "")
    assert "nothing was changed" in refused.err
    assert (program.home / "hobnob.db").read_bytes() == before


def test_it_lives_beside_ones_own_folder_and_uses_no_other_database(
    program: Program, tmp_path: Path
) -> None:
    ones_own = tmp_path / "mine"
    environ = {
        **program.environ,
        "HOBNOB_HOME": str(ones_own),
        "DATABASE_URL": "postgres://robin:secret@127.0.0.1:1/real",
    }
    command = program.command("demo", "--json")
    at = command.index("--home")
    done = subprocess.run(
        command[:at] + command[at + 2 :], env=environ, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert [path.name for path in ones_own.iterdir()] == ["demo"]
