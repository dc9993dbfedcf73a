"""Connect an account of mine to be read live, and end that: `hobnob connect`, `hobnob disconnect`.

Each network says how in a module of its own, which is only loaded when it is needed.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from urllib.parse import parse_qs, urlsplit

from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.domain.people import Account, Network
from hobnob.networks.base import Adapter, Clock, Secret, SignIn, SignInNeeded
from hobnob.operations.claim_account import claim_account
from hobnob.operations.deriving.fold_contacts import mark_stale_since
from hobnob.operations.secrets.keep import kept_secrets
from hobnob.operations.spending import spend
from hobnob.storage import bulk, models

_SIGN_INS = {
    Network.BLUESKY: "hobnob.networks.bluesky.connecting",
    Network.MASTODON: "hobnob.networks.mastodon.connecting",
    Network.X: "hobnob.networks.x.connecting",
}
"""Where each network's `SIGN_IN` is, and its `SIGN_IN_TO_ACT` where reading alone asks for less."""

NOT_CONNECTED = "That account is not connected: `hobnob sources` shows which are."


class CannotConnect(HobnobError):
    """There is no such network, beginning or account to connect; the sentence says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to connect."""

    network: Network
    place: str
    """The server, the handle, the id of one's own app: what the network asks for first."""
    reads_messages: bool = False
    acts: bool = False
    """hobnob may act there as well, each time after a yes."""

    @property
    def sign_in(self) -> SignIn:
        """How to sign in for this."""
        return sign_in(self.network, to_act=self.acts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A sign-in that a person has to allow on the network's own page."""

    address: str
    """Where to allow it."""
    state: str
    """What the network's page brings back, so that nobody else's code is taken for ours."""


# ── Which networks there are ─────────────────────────────────────────────────


def networks() -> list[Network]:
    """The networks that can be connected."""
    return list(_SIGN_INS)


def sign_in(network: Network, *, to_act: bool = False) -> SignIn:
    """How to sign in to a network. Raises CannotConnect where nobody knows."""
    if network not in _SIGN_INS:
        known = ", ".join(_SIGN_INS)
        raise CannotConnect(f"hobnob cannot read {network.title} live: it can read {known}.")
    module = import_module(_SIGN_INS[network])
    reading: SignIn = module.SIGN_IN
    acting: SignIn = getattr(module, "SIGN_IN_TO_ACT", reading)
    return acting if to_act else reading


# ── Connect ──────────────────────────────────────────────────────────────────


def begin(wish: Wish, *, returns_to: str = "") -> Begun:
    """Ask the network for its page. Raises CannotConnect, and what a SignIn raises.

    The page leads back to `returns_to`, or shows a code where that is empty.
    """
    address, begun = wish.sign_in.begin(wish.place, returns_to=returns_to)
    kept_secrets().keep(_half_way(wish), begun)
    return Begun(address=address, state=begun.get("state") or value_in(address, "state"))


def finish(wish: Wish, code: str, *, clock: Clock) -> models.Connection:
    """Connect the account whose owner was given this code, or the whole address it came in."""
    half_way = _half_way(wish)
    try:
        begun = kept_secrets().read(half_way)
    except SignInNeeded as error:
        raise CannotConnect(
            f"No address of {wish.network.title} was opened for this code: begin anew."
        ) from error
    code = value_in(code, "code") or code.strip()
    secret = wish.sign_in.finish(wish.place, code, begun)
    connection = _connect(wish, secret, clock)
    kept_secrets().revoke(half_way)
    return connection


def connect_by_hand(wish: Wish, given: Secret, *, clock: Clock) -> models.Connection:
    """Connect the account that a token, an app password or the like belongs to."""
    given = {name: value.strip() for name, value in given.items()}
    return _connect(wish, wish.sign_in.by_hand(wish.place, _complete(wish, given)), clock)


def value_in(address: str, name: str) -> str:
    """What an address says under a name: "7" of "http://127.0.0.1/?code=7"; "" if nothing."""
    try:
        return parse_qs(urlsplit(address.strip()).query).get(name, [""])[0]
    except ValueError:
        return ""


def _complete(wish: Wish, given: Mapping[str, str]) -> Secret:
    """What was given, if it is all that is asked for."""
    for each in wish.sign_in.asks_by_hand:
        if not each.is_optional and not given.get(each.name):
            raise CannotConnect(f"{each.label} is missing: {wish.network.title} asks for it.")
    return given


def _connect(wish: Wish, secret: Secret, clock: Clock) -> models.Connection:
    server = wish.sign_in.server(wish.place)
    renewed = dict(secret)
    adapter = wish.sign_in.adapter(server, secret, clock=clock, keep=renewed.update)
    me = adapter.whoami()
    kept_secrets().keep(me, renewed)
    modes = {str(each): str(mode) for each, mode in adapter.capabilities().items()}
    connection = _note(me, server, modes, clock(), wish.reads_messages)
    spend(adapter.cost_of_lookups, connection_id=connection.pk, now_us=clock())
    return connection


@transaction.atomic
def _note(
    me: Account, server: str, modes: dict[str, str], now_us: int, reads_messages: bool
) -> models.Connection:
    """The row. Connected once more it goes on where it stopped."""
    bulk.lock_log()
    account = claim_account(me, now_us=now_us, seen_us=now_us)
    before = models.Connection.objects.filter(account=account).first()
    if before is not None and before.disconnected_us is not None:
        # What happened meanwhile is read now, so that it has two sides after all.
        mark_stale_since(me.network, before.disconnected_us)
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


# ── Use and end it ───────────────────────────────────────────────────────────


def open_adapter(connection: models.Connection, *, clock: Clock) -> Adapter:
    """Who reads a connection. Raises SignInNeeded when its sign-in is gone."""
    secret, keep = kept_secrets().opened(_account_of(connection))
    return sign_in(Network(connection.network)).adapter(
        connection.server, secret, clock=clock, keep=keep
    )


def kept_sign_in(connection: models.Connection) -> Secret | None:
    """The sign-in as it is kept now, if there is one that can be read."""
    with suppress(HobnobError):
        return kept_secrets().read(_account_of(connection))
    return None


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


def _half_way(wish: Wish) -> Account:
    """Under whose name the beginning of a sign-in is kept: nobody is known yet."""
    return Account(network=wish.network, native_id=f"sign-in under way at {wish.place.strip()}")
