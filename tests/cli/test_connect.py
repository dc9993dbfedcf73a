"""`hobnob connect`: with a browser on this machine, with a code, or with what was made by hand."""

import io
import sys
import webbrowser
from threading import Thread
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from hobnob.cli import loopback, serving
from tests.cli.conftest import Run
from tests.contract.fake_sign_in import CODE, SERVER, STATE, TOKEN, FakeSignIn, put_in_place

pytestmark = pytest.mark.django_db


class Terminal(io.StringIO):
    """Input that somebody types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def tusk(monkeypatch: pytest.MonkeyPatch) -> FakeSignIn:
    return put_in_place(monkeypatch)


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Somebody at the terminal, who types what this says, by what they are asked."""
    typed: dict[str, str] = {}

    def prompt(label: str, *, hide_input: bool, **_: object) -> str:
        return typed[f"{label}, hidden" if hide_input else label]

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("typer.prompt", prompt)
    return typed


def test_connecting_begins_with_an_address_and_ends_with_a_code(hobnob: Run) -> None:
    said = hobnob("connect", "mastodon", SERVER).out
    assert f"  https://{SERVER}/oauth/authorize?client_id=7&state={STATE}\n" in said
    assert "--code CODE" in said
    answer = hobnob("connect", "mastodon", SERVER, "--json").answer
    assert answer["address"].startswith(f"https://{SERVER}/")
    done = hobnob("connect", "mastodon", SERVER, "--code", CODE)
    assert done.out.startswith("@robin@tusk.example is connected, for reading.\n")
    assert done.out.endswith("Next: hobnob sync.\n")
    assert "Mastodon does not let hobnob see direct messages." in done.out


def test_a_token_is_read_from_the_input_where_nobody_else_sees_it(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{TOKEN}\n"))
    answer = hobnob("connect", "mastodon", SERVER, "--by-hand", "--json").answer
    assert answer == {"connected": "robin@tusk.example", "network": "mastodon", "server": SERVER}


def test_a_token_that_somebody_types_is_not_shown(hobnob: Run, typing: dict[str, str]) -> None:
    typing |= {"Access token, hidden": TOKEN, "Nick": ""}
    done = hobnob("connect", "mastodon", SERVER, "--by-hand")
    assert done.code == 0
    assert "Access token: A secret purr." in done.err
    assert TOKEN not in done.out + done.err


def test_where_there_is_no_page_it_is_asked_for_by_hand(
    hobnob: Run, tusk: FakeSignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    tusk.has_page = False
    refused = hobnob("connect", "mastodon", SERVER)
    assert (refused.code, refused.err) == (
        2,
        "Access token is missing: Mastodon asks for it.\n",
    )


def test_acting_is_asked_for_only_when_it_is_wanted(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{TOKEN}\n"))
    done = hobnob("connect", "mastodon", SERVER, "--by-hand", "--act")
    assert done.out.startswith("@robin@tusk.example is connected, for reading and acting.\n")


def test_what_cannot_be_connected_is_said_in_a_sentence(hobnob: Run) -> None:
    refused = hobnob("connect", "myspace", SERVER)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "hobnob cannot read “myspace” live: it can read bluesky, mastodon, x.\n"


# ── With a browser on this machine ───────────────────────────────────────────


def visit(address: str, **question: str) -> int:
    """A browser that is sent somewhere: what it is told."""
    try:
        with urlopen(f"{address}?{urlencode(question)}", timeout=5) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def test_a_browser_brings_the_code_back(
    hobnob: Run, typing: dict[str, str], tusk: FakeSignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def allow(_address: str) -> None:
        question = {"state": STATE, "code": CODE}
        Thread(target=visit, args=(tusk.returns_to,), kwargs=question, daemon=True).start()

    monkeypatch.setattr(serving, "has_screen", lambda: True)
    monkeypatch.setattr(webbrowser, "open", allow)
    done = hobnob("connect", "mastodon", SERVER)
    assert tusk.returns_to.startswith("http://127.0.0.1:")
    assert "@robin@tusk.example is connected" in done.out


def test_who_has_no_browser_here_types_the_code(hobnob: Run, typing: dict[str, str]) -> None:
    typing["Code, or the address your browser ended at"] = CODE
    assert "is connected" in hobnob("connect", "mastodon", SERVER).out


def test_when_nobody_comes_back_in_time_the_code_can_be_typed(
    hobnob: Run, typing: dict[str, str], tusk: FakeSignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "has_screen", lambda: True)
    monkeypatch.setattr(webbrowser, "open", lambda _: None)
    monkeypatch.setattr(loopback.Listener.wait, "__kwdefaults__", {"seconds": 0.01})
    typing["Code, or the address your browser ended at"] = f"{tusk.returns_to}?code={CODE}"
    assert "is connected" in hobnob("connect", "mastodon", SERVER).out


def test_where_the_port_is_taken_the_code_is_typed(
    hobnob: Run, typing: dict[str, str], tusk: FakeSignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_taken(_port: int) -> None:
        raise OSError

    monkeypatch.setattr(serving, "has_screen", lambda: True)
    monkeypatch.setattr(loopback, "Listener", is_taken)
    typing["Code, or the address your browser ended at"] = CODE
    assert "is connected" in hobnob("connect", "mastodon", SERVER).out
    assert tusk.returns_to == ""


def test_only_who_knows_the_state_is_heard() -> None:
    heard: list[int] = []
    with loopback.Listener(0) as listener:

        def visits() -> None:
            heard.append(visit(listener.address, code="stolen"))
            heard.append(visit(listener.address, code="stolen", state="guessed"))
            heard.append(visit(listener.address.replace(loopback.PATH, "/favicon.ico")))
            heard.append(visit(listener.address, code=CODE, state=STATE))

        browser = Thread(target=visits)
        browser.start()
        assert listener.wait(STATE, seconds=5) == CODE
        browser.join()
    assert heard == [404, 404, 404, 200]


def test_it_does_not_listen_for_ever() -> None:
    with loopback.Listener(0) as listener:
        assert listener.wait(STATE, seconds=0.01) == ""
