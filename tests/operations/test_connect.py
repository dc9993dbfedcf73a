from pathlib import Path

import pytest
from django.conf import settings

from hobnob.domain.moments import MINUTE
from hobnob.domain.people import Network
from hobnob.networks.base import SignInNeeded
from hobnob.operations import connect
from hobnob.operations.keep_secrets import kept_secrets
from hobnob.operations.sync import sync
from hobnob.storage import models
from hobnob.storage.queries.connections import (
    connections,
    connections_named,
    due_connections,
    last_sync,
)
from tests.contract.fake_sign_in import CODE, SIGN_IN, TOKEN, FakeSignIn
from tests.people import ME, NOW_US

pytestmark = pytest.mark.django_db

SERVER = "tusk.example"


def clock() -> int:
    return NOW_US


@pytest.fixture(autouse=True)
def tusk(monkeypatch: pytest.MonkeyPatch) -> FakeSignIn:
    monkeypatch.setitem(connect._SIGN_INS, Network.MASTODON, "tests.contract.fake_sign_in")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    SIGN_IN.forget()
    kept_secrets().revoke(ME)
    return SIGN_IN


def connected() -> models.Connection:
    return connect.connect_with_token(Network.MASTODON, SERVER, TOKEN, clock=clock)


def test_an_address_and_the_code_it_shows_connect_an_account() -> None:
    assert connect.begin(Network.MASTODON, SERVER).startswith(f"https://{SERVER}/")
    made = connect.finish(Network.MASTODON, SERVER, f" {CODE}\n", clock=clock)
    assert (made.server, made.account.handle, made.account.is_me) == (SERVER, ME.handle, True)
    assert kept_secrets().read(ME) == {"token": TOKEN}


def test_a_code_works_only_for_an_address_that_was_asked_for() -> None:
    with pytest.raises(connect.CannotConnect, match="begin anew"):
        connect.finish(Network.MASTODON, SERVER, CODE, clock=clock)
    connect.begin(Network.MASTODON, SERVER)
    connect.finish(Network.MASTODON, SERVER, CODE, clock=clock)
    with pytest.raises(connect.CannotConnect):
        connect.finish(Network.MASTODON, SERVER, CODE, clock=clock)


def test_a_mistyped_code_can_be_typed_again() -> None:
    connect.begin(Network.MASTODON, SERVER)
    with pytest.raises(SignInNeeded, match="copy the whole"):
        connect.finish(Network.MASTODON, SERVER, "purr", clock=clock)
    assert not models.Connection.objects.exists()
    connect.finish(Network.MASTODON, SERVER, CODE, clock=clock)


def test_a_token_that_is_not_accepted_leaves_nothing() -> None:
    with pytest.raises(SignInNeeded):
        connect.connect_with_token(Network.MASTODON, SERVER, "wrong", clock=clock)
    assert not models.Connection.objects.exists()
    with pytest.raises(SignInNeeded):
        kept_secrets().read(ME)


def test_the_token_is_in_no_table_and_in_no_file_as_it_is() -> None:
    connected()
    sync(models.Connection.objects.get().pk, clock=clock)
    for row in models.Connection.objects.values():
        assert TOKEN not in str(row)
    for path in Path(settings.HOME).rglob("*"):
        if path.is_file():
            assert TOKEN.encode() not in path.read_bytes(), path


def test_disconnecting_forgets_the_sign_in_on_both_sides_and_keeps_what_was_read(
    tusk: FakeSignIn,
) -> None:
    made = connected()
    sync(made.pk, clock=clock)
    assert connect.disconnect(made.pk, now_us=NOW_US)
    assert tusk.revoked == [{"token": TOKEN}]
    with pytest.raises(SignInNeeded):
        kept_secrets().read(ME)
    assert connections(NOW_US) == []
    assert models.StreamState.objects.exists()
    with pytest.raises(connect.CannotConnect):
        connect.disconnect(made.pk, now_us=NOW_US)


def test_a_network_out_of_reach_does_not_keep_anybody_connected(tusk: FakeSignIn) -> None:
    made = connected()
    tusk.is_down = True
    assert not connect.disconnect(made.pk, now_us=NOW_US)
    with pytest.raises(SignInNeeded):
        kept_secrets().read(ME)


def test_connected_again_it_goes_on_where_it_stopped() -> None:
    made = connected()
    sync(made.pk, clock=clock)
    connect.disconnect(made.pk, now_us=NOW_US)
    again = connected()
    assert again.pk == made.pk
    assert again.disconnected_us is None
    assert models.StreamState.objects.exclude(tail=None).exists()


@pytest.mark.parametrize(
    "typed",
    ["tusk.example", "Tusk.Example ", "https://tusk.example/@robin", "@robin@tusk.example"],
)
def test_a_server_is_found_in_what_people_type(typed: str) -> None:
    assert connect.server_name(typed) == "tusk.example"


@pytest.mark.parametrize(
    "typed", ["", "tusk example", "http://tusk.example", "tusk.example?x", "[::1]"]
)
def test_what_names_no_server_is_refused(typed: str) -> None:
    with pytest.raises(connect.CannotConnect, match="is no server's name"):
        connect.server_name(typed)


def test_a_network_nobody_can_read_yet_is_refused() -> None:
    with pytest.raises(connect.CannotConnect, match="it can read mastodon"):
        connect.begin(Network.OFFLINE, SERVER)


@pytest.mark.parametrize(
    "words", [["mastodon"], [SERVER], [ME.handle], [f"@{ME.handle}"], ["Mastodon", SERVER]]
)
def test_a_connection_is_found_by_whatever_it_is_called(words: list[str]) -> None:
    connected()
    assert [each.handle for each in connections_named(words, NOW_US)] == [ME.handle]
    assert connections_named([*words, "bluesky"], NOW_US) == []


def test_a_connection_is_due_when_nobody_read_it_for_a_while() -> None:
    made = connected()
    assert due_connections(NOW_US, every_us=9 * MINUTE) == [made.pk]
    sync(made.pk, clock=clock)
    assert due_connections(NOW_US + 5 * MINUTE, every_us=9 * MINUTE) == []
    assert due_connections(NOW_US + 9 * MINUTE, every_us=9 * MINUTE) == [made.pk]
    models.Connection.objects.update(needs_sign_in=True)
    assert due_connections(NOW_US + 9 * MINUTE, every_us=9 * MINUTE) == []


def test_one_line_says_when_the_last_sync_was_and_how_it_went() -> None:
    assert last_sync(NOW_US) == ""
    made = connected()
    assert last_sync(NOW_US) == "not synced yet (Mastodon ok)"
    sync(made.pk, clock=clock)
    assert last_sync(NOW_US + 12 * MINUTE) == "last sync 12 minutes ago (Mastodon ok)"
