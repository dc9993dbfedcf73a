"""`hobnob connect`, `sync`, `sources` and `disconnect`."""

import io
import sys

import pytest

from hobnob.cli import sync as module
from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Stream
from hobnob.domain.people import Network
from hobnob.operations import connect
from hobnob.operations.keep_secrets import kept_secrets
from hobnob.storage import models
from tests.cli.conftest import Run
from tests.contract.fake_network import Fault
from tests.contract.fake_sign_in import CODE, SIGN_IN, TOKEN, FakeSignIn
from tests.people import ANA, ME, happened

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def tusk(monkeypatch: pytest.MonkeyPatch) -> FakeSignIn:
    monkeypatch.setitem(connect._SIGN_INS, Network.MASTODON, "tests.contract.fake_sign_in")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    SIGN_IN.forget()
    kept_secrets().revoke(ME)
    SIGN_IN.network.happen(
        Stream.NOTIFICATIONS, happened(Kind.MENTION, ANA, text="Do tigers purr?")
    )
    return SIGN_IN


@pytest.fixture
def connected(hobnob: Run) -> None:
    assert hobnob("connect", "mastodon", "tusk.example", "--token", TOKEN).code == 0


def test_connecting_begins_with_an_address_and_ends_with_a_code(hobnob: Run) -> None:
    said = hobnob("connect", "mastodon", "tusk.example").out
    assert "  https://tusk.example/oauth/authorize?client_id=7\n" in said
    assert "--code CODE" in said
    answer = hobnob("connect", "mastodon", "tusk.example", "--json").answer
    assert answer["address"].startswith("https://tusk.example/")
    done = hobnob("connect", "mastodon", "tusk.example", "--code", CODE)
    assert done.out.startswith("@robin@tusk.example is connected, for reading.\n")
    assert done.out.endswith("Next: hobnob sync.\n")
    assert "Mastodon does not let hobnob see direct messages." in done.out


def test_a_token_is_read_from_the_input_where_nobody_else_sees_it(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{TOKEN}\n"))
    answer = hobnob("connect", "mastodon", "tusk.example", "--token", "-", "--json").answer
    assert answer == {
        "connected": "robin@tusk.example",
        "network": "mastodon",
        "server": "tusk.example",
    }


def test_what_cannot_be_connected_is_said_in_a_sentence(hobnob: Run) -> None:
    refused = hobnob("connect", "myspace", "tusk.example")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "hobnob cannot read “myspace” live: it can read mastodon.\n"
    assert hobnob("connect", "mastodon", "no server").code == 2


@pytest.mark.usefixtures("connected")
def test_a_sync_says_one_sentence_for_each_account(hobnob: Run) -> None:
    said = hobnob("sync")
    assert said.code == 0
    assert said.out == "Mastodon @robin@tusk.example: 1 new interaction. All is read.\n"
    answer = hobnob("sync", "--json").answer
    assert answer["connections"] == [
        {
            "network": "mastodon",
            "account": "robin@tusk.example",
            "interactions_new": 0,
            "interactions_seen": 1,
            "people_new": 0,
            "health": "ok",
            "says": "All is read.",
        }
    ]
    assert "Do tigers purr?" in hobnob("today").out


@pytest.mark.usefixtures("connected")
def test_a_sync_that_was_stopped_says_why_and_ends_with_2(hobnob: Run, tusk: FakeSignIn) -> None:
    tusk.network.faults = [Fault.SIGNED_OUT]
    stopped = hobnob("sync")
    assert stopped.code == 2
    assert "run `hobnob connect mastodon`" in " ".join(stopped.out.split())


@pytest.mark.usefixtures("connected")
def test_all_reads_what_else_is_read_once_a_day(hobnob: Run, tusk: FakeSignIn) -> None:
    hobnob("sync")
    tusk.network.requests.clear()
    hobnob("sync")
    assert Stream.FOLLOWERS not in {stream for stream, _ in tusk.network.requests}
    hobnob("sync", "--all")
    assert Stream.FOLLOWERS in {stream for stream, _ in tusk.network.requests}


@pytest.mark.usefixtures("connected")
def test_watching_goes_on_until_it_is_stopped(hobnob: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(module, "_wait", wait)
    ended = hobnob("sync", "--watch")
    assert waits == [600, 600, 600]
    assert ended.out.count("Mastodon @robin@tusk.example:") == 3
    assert hobnob("sync", "--watch", "--json").code == 2


def test_without_an_account_a_sync_says_how_to_begin(hobnob: Run) -> None:
    refused = hobnob("sync")
    assert (refused.code, refused.out) == (2, "")
    assert "connect mastodon SERVER`" in refused.err
    assert "hobnob connect mastodon SERVER" in hobnob("sources").out


@pytest.mark.usefixtures("connected")
def test_sources_show_how_each_stream_is_and_what_is_not_read(
    hobnob: Run, tusk: FakeSignIn
) -> None:
    hobnob("sync")
    said = hobnob("sources").out
    assert said.startswith("✓ Mastodon @robin@tusk.example  synced just now\n  All is read.\n")
    assert "notifications just now 1" in " ".join(said.split())
    assert "Mastodon does not let hobnob see whom you liked." in said
    requests = len(tusk.network.requests)
    assert f"2026-11: {requests} requests." in said

    [each] = hobnob("sources", "--json").answer["connections"]
    assert each["streams"][0] == {
        "stream": "notifications",
        "of": "",
        "health": "ok",
        "says": "",
        "read_at": each["synced_at"],
        "items": 1,
        "is_history_left": False,
        "problems": [],
    }
    assert each["spent"] == [{"month": "2026-11", "requests": requests, "microdollars": 0}]


@pytest.mark.usefixtures("connected")
def test_what_a_stream_suffers_stands_beside_it(hobnob: Run, tusk: FakeSignIn) -> None:
    tusk.network.faults = [Fault.REFUSED]
    assert hobnob("sync").code == 2
    said = " ".join(hobnob("sources").out.split())
    assert said.startswith("! Mastodon @robin@tusk.example")
    assert "Tusk does not show that to this account." in said


@pytest.mark.usefixtures("connected")
def test_disconnecting_keeps_what_was_read(hobnob: Run, tusk: FakeSignIn) -> None:
    hobnob("sync")
    said = " ".join(hobnob("disconnect", "mastodon").out.split())
    assert said == (
        "@robin@tusk.example is no longer read, and its sign-in is gone from here. "
        "What was read stays."
    )
    assert tusk.revoked == [{"token": TOKEN}]
    assert models.Interaction.objects.count() == 1
    assert hobnob("disconnect", "mastodon").code == 2


@pytest.mark.usefixtures("connected")
def test_a_server_that_could_not_be_told_is_named(hobnob: Run, tusk: FakeSignIn) -> None:
    tusk.is_down = True
    ended = hobnob("disconnect", "robin@tusk.example", "--json")
    assert ended.answer == {"disconnected": "robin@tusk.example", "was_taken_back": False}


@pytest.mark.usefixtures("connected")
def test_of_two_accounts_one_has_to_be_named(hobnob: Run) -> None:
    other = models.Account.objects.create(
        network=Network.MASTODON,
        native_id="9@pond.example",
        handle="robin@pond.example",
        is_me=True,
        person=models.Account.objects.get(handle=ME.handle).person,
    )
    models.Connection.objects.create(
        network=Network.MASTODON, server="pond.example", account=other, connected_us=0
    )
    refused = hobnob("disconnect", "mastodon")
    assert refused.code == 2
    assert "mastodon robin@tusk.example or mastodon robin@pond.example" in refused.err
    assert hobnob("disconnect", "mastodon", "pond.example").code == 0
    assert hobnob("disconnect", "mastodon").code == 0
