"""Connect an account of mine to be read live, and end that: `hobnob connect`, `hobnob disconnect`.

Each network says how in a module of its own, which is only loaded when it is needed.
"""

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Protocol

from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.domain.people import Account, Network
from hobnob.networks.base import Adapter, SignInNeeded
from hobnob.operations.claim_account import claim_account
from hobnob.operations.keep_secrets import kept_secrets
from hobnob.storage import bulk, models

Clock = Callable[[], int]
"""The moment it is now (microseconds UTC)."""

Secret = Mapping[str, str]
"""Named values that sign in, as `operations.keep_secrets` keeps them."""

_SIGN_INS = {Network.MASTODON: "hobnob.operations.connect_mastodon"}
"""Where each network's `SIGN_IN` is."""

NOT_CONNECTED = "That account is not connected: `hobnob sources` shows which are."

_HOST = re.compile(r"(?=.{1,253}(:|$))[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?")


class CannotConnect(HobnobError):
    """There is no such network, server or account to connect; the sentence says which."""


class SignIn(Protocol):
    """How one network is signed in to. Every call may raise what an adapter raises."""

    def begin(self, server: str) -> tuple[str, Secret]:
        """The address a person opens to allow it, and what `finish` needs to know again."""
        ...

    def finish(self, server: str, code: str, begun: Secret) -> Secret:
        """The sign-in, for the code that the address gave."""
        ...

    def with_token(self, server: str, token: str) -> Secret:
        """The sign-in, for a token that was made by hand."""
        ...

    def adapter(self, server: str, secret: Secret, *, clock: Clock) -> Adapter:
        """Who reads."""
        ...

    def revoke(self, server: str, secret: Secret) -> None:
        """Tell the network that the sign-in is no longer good."""
        ...


def networks() -> list[Network]:
    """The networks that can be connected."""
    return list(_SIGN_INS)


def sign_in(network: Network) -> SignIn:
    """How to sign in to a network. Raises CannotConnect where nobody knows yet."""
    if network not in _SIGN_INS:
        known = ", ".join(_SIGN_INS)
        raise CannotConnect(f"hobnob cannot read {network.title} live: it can read {known}.")
    found: SignIn = import_module(_SIGN_INS[network]).SIGN_IN
    return found


def server_name(text: str) -> str:
    """The host in what a person types: "tusk.example" of "https://Tusk.example/@robin".

    Raises CannotConnect when there is none.
    """
    bare = text.strip().lower().removeprefix("https://").partition("/")[0].rpartition("@")[2]
    if not _HOST.fullmatch(bare):
        raise CannotConnect(f"“{text}” is no server's name: write it as in tusk.example.")
    return bare


def begin(network: Network, server: str) -> str:
    """The address to open in a browser; it leads to a code. Raises CannotConnect."""
    address, begun = sign_in(network).begin(server)
    kept_secrets().keep(_half_way(network, server), begun)
    return address


def finish(
    network: Network, server: str, code: str, *, clock: Clock, reads_messages: bool = False
) -> models.Connection:
    """Connect the account whose owner was given this code."""
    half_way = _half_way(network, server)
    try:
        begun = kept_secrets().read(half_way)
    except SignInNeeded as error:
        raise CannotConnect(
            f"No address of {server} was opened for this code: begin anew."
        ) from error
    secret = sign_in(network).finish(server, code.strip(), begun)
    connection = _connect(network, server, secret, clock, reads_messages)
    kept_secrets().revoke(half_way)
    return connection


def connect_with_token(
    network: Network, server: str, token: str, *, clock: Clock, reads_messages: bool = False
) -> models.Connection:
    """Connect the account that a token made by hand belongs to."""
    secret = sign_in(network).with_token(server, token.strip())
    return _connect(network, server, secret, clock, reads_messages)


def _connect(
    network: Network, server: str, secret: Secret, clock: Clock, reads_messages: bool
) -> models.Connection:
    adapter = sign_in(network).adapter(server, secret, clock=clock)
    me = adapter.whoami()
    kept_secrets().keep(me, secret)
    modes = {str(each): str(mode) for each, mode in adapter.capabilities().items()}
    return _note(me, server, modes, clock(), reads_messages)


@transaction.atomic
def _note(
    me: Account, server: str, modes: dict[str, str], now_us: int, reads_messages: bool
) -> models.Connection:
    """The row. Connected once more it goes on where it stopped."""
    bulk.lock_log()
    account = claim_account(me, now_us=now_us, seen_us=now_us)
    connection, _ = models.Connection.objects.update_or_create(
        account=account,
        defaults={
            "server": server,
            "reads_messages": reads_messages,
            "modes": modes,
            "disconnected_us": None,
            "error": "",
            "needs_sign_in": False,
        },
        create_defaults={
            "network": me.network,
            "server": server,
            "reads_messages": reads_messages,
            "modes": modes,
            "connected_us": now_us,
        },
    )
    return connection


def open_adapter(connection: models.Connection, *, clock: Clock) -> Adapter:
    """Who reads a connection. Raises SignInNeeded when its sign-in is gone."""
    secret = kept_secrets().read(_account_of(connection))
    return sign_in(Network(connection.network)).adapter(connection.server, secret, clock=clock)


def disconnect(connection_id: int, *, now_us: int) -> bool:
    """Read an account no more: forget the sign-in here, and have the network forget it.

    What was read stays. Says whether the network took the sign-in back; it may be out of reach.
    Raises CannotConnect when there is no such connection.
    """
    connected = models.Connection.objects.filter(disconnected_us__isnull=True)
    connection = connected.select_related("account").filter(pk=connection_id).first()
    if connection is None:
        raise CannotConnect(NOT_CONNECTED)
    was_taken_back = _take_back(connection)
    kept_secrets().revoke(_account_of(connection))
    connection.disconnected_us = now_us
    connection.save(update_fields=["disconnected_us"])
    return was_taken_back


def _take_back(connection: models.Connection) -> bool:
    try:
        secret = kept_secrets().read(_account_of(connection))
        sign_in(Network(connection.network)).revoke(connection.server, secret)
    except HobnobError:
        # Its owner can take it back over there; here it goes in any case.
        return False
    return True


def _account_of(connection: models.Connection) -> Account:
    stored = connection.account
    return Account(
        network=Network(stored.network), native_id=stored.native_id, handle=stored.handle
    )


def _half_way(network: Network, server: str) -> Account:
    """Under whose name the beginning of a sign-in is kept: nobody is known yet."""
    return Account(network=network, native_id=f"sign-in under way at {server}")
