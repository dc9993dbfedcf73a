from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from hobnob.domain.moments import MINUTE
from hobnob.domain.people import Network
from hobnob.networks.base import SignInNeeded
from hobnob.operations import connect
from hobnob.operations.secrets.keep import kept_secrets
from hobnob.operations.sync import sync
from hobnob.storage import models
from hobnob.storage.queries.connections import (
    connections,
    connections_named,
    due_connections,
    last_sync,
)
from tests.contract.fake_sign_in import (
    CODE,
    SERVER,
    STATE,
    TOKEN,
    FakeSignIn,
    connect_me,
    put_in_place,
)
from tests.people import ME, NOW_US

pytestmark = pytest.mark.django_db

WISH = connect.Wish(network=Network.MASTODON, place=SERVER)


def clock() -> int:
    return NOW_US


@pytest.fixture(autouse=True)
def tusk(monkeypatch: pytest.MonkeyPatch) -> FakeSignIn:
    return put_in_place(monkeypatch)


def connected() -> models.Connection:
    return models.Connection.objects.get(pk=connect_me(clock))


def test_an_address_and_the_code_it_shows_connect_an_account(tusk: FakeSignIn) -> None:
    begun = connect.begin(WISH)
    assert (begun.address.startswith(f"https://{SERVER}/"), begun.state) == (True, STATE)
    assert tusk.returns_to == ""
    made = connect.finish(WISH, f" {CODE}\n", clock=clock)
    assert (made.server, made.account.handle, made.account.is_me) == (SERVER, ME.handle, True)
    assert kept_secrets().read(ME) == {"token": TOKEN}


def test_a_code_works_only_for_an_address_that_was_asked_for() -> None:
    with pytest.raises(connect.CannotConnect, match="begin anew"):
        connect.finish(WISH, CODE, clock=clock)
    connect.begin(WISH)
    connect.finish(WISH, CODE, clock=clock)
    with pytest.raises(connect.CannotConnect):
        connect.finish(WISH, CODE, clock=clock)


def test_a_mistyped_code_can_be_typed_again() -> None:
    connect.begin(WISH)
    with pytest.raises(SignInNeeded, match="copy the whole"):
        connect.finish(WISH, "purr", clock=clock)
    assert not models.Connection.objects.exists()
    connect.finish(WISH, CODE, clock=clock)


def test_a_token_that_is_not_accepted_leaves_nothing() -> None:
    with pytest.raises(SignInNeeded):
        connect.connect_by_hand(WISH, {"token": "wrong"}, clock=clock)
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


def test_a_whole_address_does_where_a_code_is_asked_for() -> None:
    connect.begin(WISH)
    address = f"http://127.0.0.1:9/?state={STATE}&code={CODE}"
    assert connect.finish(WISH, address, clock=clock).account.handle == ME.handle


def test_what_is_asked_for_by_hand_has_to_be_given_unless_it_is_optional() -> None:
    with pytest.raises(connect.CannotConnect, match="Access token is missing"):
        connect.connect_by_hand(WISH, {"token": " ", "nick": "robin"}, clock=clock)


def test_acting_is_asked_for_only_by_who_wants_to() -> None:
    connected()
    assert not connections(NOW_US)[0].acts
    connect.connect_by_hand(replace(WISH, acts=True), {"token": TOKEN}, clock=clock)
    assert connections(NOW_US)[0].acts


def test_a_network_nobody_can_read_is_refused() -> None:
    with pytest.raises(connect.CannotConnect, match="it can read bluesky, mastodon, x"):
        connect.begin(connect.Wish(network=Network.OFFLINE, place=SERVER))


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
