"""`hobnob today`: the same as the page, plain to read, and safe to print."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account, Network
from hobnob.operations.record import record
from tests import people
from tests.cli.conftest import Run
from tests.people import ANA, BO, CEM, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def _some_people() -> None:
    people.begin()
    record(
        [
            happened(Kind.REPLY, ANA, days_ago=1, text="where do tigers sleep?"),
            happened(Kind.MENTION, BO, days_ago=0.1, text="nice stripes"),
            happened(Kind.MENTION, CEM, days_ago=40, text="hello"),
        ],
        now_us=NOW_US,
    )
    curator().promote(person_id(CEM), "watchlist", why="draws owls")


def rows(answer: dict[str, list[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    for section in answer["sections"]:
        yield from section["rows"]


@pytest.mark.usefixtures("_some_people")
def test_each_row_says_who_what_why_and_one_act(hobnob: Run) -> None:
    said = hobnob("today").out

    assert said.startswith("Today · 3 people · about ")
    assert (
        " 1  Ana Núñez  @ana@tusk.example\n"
        "    asked you yesterday\n"
        "    “where do tigers sleep?”\n"
        "    because you have not answered yet; it is their first message to you\n"
        "    Answer  https://tusk.example/@ana" in said
    )
    assert said.splitlines()[-1].startswith("That's all.")


@pytest.mark.usefixtures("_some_people")
def test_programs_get_the_same_rows_in_the_same_order(hobnob: Run) -> None:
    answer = hobnob("today", "--json").answer
    said = hobnob("today").out

    assert [section["key"] for section in answer["sections"]] == [
        *("waiting", "say", "watchlist", "thank", "gestures", "ask", "decide"),
    ]
    found = list(rows(answer))
    assert {"person", "what", "why", "act"} <= found[0].keys()
    places = [said.index(row["person"]["name"]) for row in found]
    assert places == sorted(places)
    assert len(places) == 3


@pytest.mark.usefixtures("_some_people")
@pytest.mark.parametrize("columns", [60, 80, 200])
def test_lines_but_those_to_copy_fit_the_terminal_and_none_ends_in_blanks(
    columns: int, hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = hobnob("today").out.splitlines()
    acts = " {4}(Answer|Say something|Thank|Promote|Let go)  "
    read = [line for line in lines if not re.match(acts, line)]

    assert max(map(len, read)) <= min(columns, 92)
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.usefixtures("_some_people")
def test_there_is_no_colour_where_there_is_no_terminal(hobnob: Run) -> None:
    assert "\x1b" not in hobnob("today").out


def test_the_first_run_says_how_to_begin(hobnob: Run) -> None:
    said = hobnob("today").out

    assert "hobnob import" in said
    assert "hobnob demo" in said


def test_when_nothing_waits_it_says_so(hobnob: Run) -> None:
    people.begin()
    record([happened(Kind.LIKE, ANA, days_ago=400)], now_us=NOW_US)

    assert hobnob("today").out.startswith("Nothing waits.")


HOSTILE = Account(
    network=Network.MASTODON,
    native_id="66@tusk.example",
    handle="x;reboot@tusk.example",
    name="\x1b]0;owned\x07Eve\x9b31m\u202egnp.exe",
)


def test_what_others_wrote_cannot_command_the_terminal(hobnob: Run) -> None:
    people.begin()
    text = "a\x1b[2Jb\rc\x08d\u2028e [bold red]f[/] :smile: ?"
    record([happened(Kind.MENTION, HOSTILE, text=text)], now_us=NOW_US)
    said = hobnob("today").out

    assert not {"\x1b", "\x07", "\x9b", "\r", "\x08", "\u2028", "\u202e"} & set(said)
    assert "a [2Jb c d e [bold red]f[/] :smile: ?" in said
    machine = hobnob("today", "--json")
    assert next(rows(machine.answer))["what"] == text
    assert not {"\x1b", "\x9b"} & set(machine.out)


def test_a_command_to_copy_holds_no_handle_that_a_shell_would_obey(hobnob: Run) -> None:
    people.begin()
    talk = [
        happened(kind, HOSTILE, by_me=by_me, days_ago=days, text="hm")
        for days in (1, 8, 15, 22)
        for kind, by_me in ((Kind.REPLY, False), (Kind.MENTION, True))
    ]
    talk.append(happened(Kind.REPLY, HOSTILE, by_me=True, days_ago=0.5))
    record(talk, now_us=NOW_US)
    said = hobnob("today").out

    assert f"hobnob list promote id:{person_id(HOSTILE)}\n" in said
