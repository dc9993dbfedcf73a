import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob import worker
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import HOUR, MINUTE
from hobnob.domain.networks import Capability, Mode, RemoteList, Stream
from hobnob.domain.people import Network
from hobnob.operations import connect
from hobnob.operations.keep_secrets import kept_secrets
from hobnob.operations.sync import announce
from hobnob.storage import models
from hobnob.web import clock
from tests.contract.fake_network import Fault
from tests.contract.fake_sign_in import CODE, SIGN_IN, TOKEN, FakeSignIn
from tests.people import ANA, ME, NOW_US, happened
from tests.web.world import words

QUERIES = 7


@pytest.fixture(autouse=True)
def tusk(monkeypatch: pytest.MonkeyPatch) -> FakeSignIn:
    monkeypatch.setitem(connect._SIGN_INS, Network.MASTODON, "tests.contract.fake_sign_in")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setattr(worker, "_now_us", lambda: NOW_US)
    SIGN_IN.forget()
    kept_secrets().revoke(ME)
    SIGN_IN.network.happen(
        Stream.NOTIFICATIONS, happened(Kind.MENTION, ANA, text="Do tigers purr?")
    )
    return SIGN_IN


def connected() -> int:
    """The id of my account's connection."""
    return connect.connect_with_token(
        Network.MASTODON, "tusk.example", TOKEN, clock=lambda: NOW_US
    ).pk


def test_a_server_a_code_and_the_account_is_read(robin: Client) -> None:
    assert "Connect a Mastodon account" in words(robin.get("/connections/"))
    asked = robin.post("/connections/", {"server": "tusk.example", "back": "/connections/"})
    assert 'href="https://tusk.example/oauth/authorize?client_id=7"' in asked.content.decode()
    typed = {"server": "tusk.example", "code": CODE, "back": "/connections/"}
    said = words(robin.post("/connections/finish/", typed, follow=True))
    assert "Mastodon, @robin@tusk.example" in said
    assert "Read just now. 1 came from here." in said
    assert "Do tigers purr?" in words(robin.get("/"))


def test_a_token_does_without_a_code(robin: Client) -> None:
    typed = {"server": "tusk.example", "token": TOKEN, "messages": "on", "back": "/connections/"}
    said = words(robin.post("/connections/", typed, follow=True))
    assert "Read just now." in said
    assert models.Connection.objects.get().reads_messages


def test_a_wrong_code_says_so_where_one_can_begin_anew(robin: Client) -> None:
    robin.post("/connections/", {"server": "tusk.example", "back": "/connections/"})
    typed = {"server": "tusk.example", "code": "hiss", "back": "/connections/"}
    said = words(robin.post("/connections/finish/", typed, follow=True))
    assert "tusk.example does not know this code" in said
    assert "Connect a Mastodon account" in said


def test_what_is_no_server_is_refused(robin: Client) -> None:
    response = robin.post(
        "/connections/", {"server": "<b>tusk", "back": "/connections/"}, follow=True
    )
    assert "is no server’s name" in words(response).replace("'", "’")
    assert "<b>tusk" not in response.content.decode()


def test_a_page_shows_each_stream_what_is_not_read_and_what_it_took(
    robin: Client, tusk: FakeSignIn
) -> None:
    address = f"/connections/{connected()}/"
    robin.post(f"{address}sync/", {"back": address})
    said = words(robin.get(address))
    assert "Notifications just now 1" in said
    assert "Mastodon does not let hobnob see direct messages." in said
    assert f"2026-11 {len(tusk.network.requests)} requests" in said
    assert "every 1s" not in robin.get(address).content.decode()


def test_while_it_is_read_the_page_looks_again_every_second(robin: Client) -> None:
    number = connected()
    announce(number, now_us=NOW_US)
    response = robin.get(f"/connections/{number}/")
    assert 'hx-trigger="every 1s"' in response.content.decode()
    assert "Being read … 0 new so far." in words(response)
    assert "being read" in words(robin.get("/connections/"))


def test_what_is_amiss_is_said_first(robin: Client, tusk: FakeSignIn) -> None:
    number = connected()
    tusk.network.faults = [Fault.SIGNED_OUT]
    said = words(robin.post(f"/connections/{number}/sync/", follow=True))
    assert "Tusk does not know us any more" in said
    assert "Tusk does not know us any more" in words(robin.get("/connections/"))


def test_disconnecting_says_that_what_was_read_stays(robin: Client, tusk: FakeSignIn) -> None:
    address = f"/connections/{connected()}/"
    robin.post(f"{address}sync/")
    gone = robin.post(f"{address}disconnect/", {"back": "/connections/"}, follow=True)
    assert "is no longer read. What was read stays." in words(gone)
    assert models.Interaction.objects.exists()
    assert tusk.revoked
    assert robin.get(address).status_code == 404


@pytest.mark.parametrize("name", ["", "sync/", "disconnect/"])
def test_an_account_that_is_not_there_is_nothing(robin: Client, name: str) -> None:
    ask = robin.post if name else robin.get
    assert ask(f"/connections/77/{name}").status_code == 404


def test_opening_a_page_asks_no_network(robin: Client, tusk: FakeSignIn) -> None:
    number = connected()
    robin.get("/connections/")
    robin.get(f"/connections/{number}/")
    robin.get("/")
    assert tusk.network.requests == []


def test_today_says_when_the_last_sync_was(robin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "last sync" not in words(robin.get("/"))
    robin.post(f"/connections/{connected()}/sync/")
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US + 12 * MINUTE)
    assert "last sync 12 minutes ago (Mastodon ok)" in words(robin.get("/"))


@pytest.mark.parametrize("lists", [0, 30])
def test_however_many_lists_there_are_the_page_asks_as_often(
    robin: Client, tusk: FakeSignIn, lists: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    tusk.network.modes[Capability.SEE_LISTS] = Mode.API
    tusk.network.so_now[Stream.MY_LISTS, ""] = [
        RemoteList(network=ME.network, native_id=str(each), name=f"Herd {each}", is_public=False)
        for each in range(lists)
    ]
    address = f"/connections/{connected()}/"
    robin.post(f"{address}sync/")
    with django_assert_num_queries(QUERIES):
        robin.get(address)


def test_the_worker_reads_what_is_due_and_nothing_else(
    robin: Client, tusk: FakeSignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker.sync_what_is_due.call_local()
    assert tusk.network.requests == []
    connected()
    worker.sync_what_is_due.call_local()
    asked = len(tusk.network.requests)
    assert asked > 0
    worker.sync_what_is_due.call_local()
    assert len(tusk.network.requests) == asked
    monkeypatch.setattr(worker, "_now_us", lambda: NOW_US + HOUR)
    worker.sync_what_is_due.call_local()
    assert len(tusk.network.requests) > asked


def test_an_account_disconnected_while_it_waited_is_left_alone(
    robin: Client, tusk: FakeSignIn
) -> None:
    number = connected()
    connect.disconnect(number, now_us=NOW_US)
    worker.sync_in_background(number)
    assert tusk.network.requests == []
