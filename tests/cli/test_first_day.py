"""What commands say before anything came in, and with an archive alone."""

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account, Network
from hobnob.operations.record import record
from tests import people
from tests.cli.conftest import Run
from tests.people import NOW_US, happened

pytestmark = pytest.mark.django_db

LENA = Account(network=Network.X, native_id="44", handle="lena", name="Lena Ruiz")
CONNECT = "Connect X, Bluesky or Mastodon to hear the others.\n"
COMMANDS = [("feed",), ("ask", "owed"), ("outbox",)]


def wrote(times: int) -> None:
    people.begin()
    mine = [
        happened(Kind.MENTION, LENA, by_me=True, days_ago=each + 1, text="Hello.")
        for each in range(times)
    ]
    record(mine, now_us=NOW_US)


@pytest.mark.parametrize("command", COMMANDS)
def test_before_anything_came_in_a_command_says_what_to_do_first(
    command: tuple[str, ...], hobnob: Run
) -> None:
    assert hobnob(*command).out == (
        "Nothing yet. Bring in your archive, or connect a network.\n"
        "`hobnob import ARCHIVE.zip`, `hobnob connect mastodon tusk.example`\n"
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_with_an_archive_alone_it_says_how_to_hear_the_others(
    command: tuple[str, ...], hobnob: Run
) -> None:
    wrote(2)
    said = hobnob(*command).out
    assert said.startswith(f"Nothing yet: an archive holds only your side. {CONNECT}")


@pytest.mark.parametrize("times", [2, 5])
def test_today_says_why_nobody_waits(times: int, hobnob: Run) -> None:
    wrote(times)
    said = " ".join(hobnob("today").out.split())
    assert f"Nobody can wait for you yet: an archive holds only your side. {CONNECT}"[:-1] in said
    assert "hobnob connect mastodon tusk.example" in said
    assert ("Lena Ruiz" in said) == (times >= 4)


def test_a_page_tells_one_side_and_leaves_the_other_open(hobnob: Run) -> None:
    wrote(5)
    said = " ".join(hobnob("person", "x:lena").out.split())
    assert "You wrote to them 5 times; what they wrote isn’t in an X archive. ◐" in said.replace(
        "·", ""
    )
    assert "Can’t tell: you wrote to them 5 times" in said
    ranked = hobnob("ask", "who", "--for", "promotion").out
    assert "Go by what you remember\nLena Ruiz" in ranked
