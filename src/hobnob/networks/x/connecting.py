"""How `hobnob connect x` signs in, with an app of one's own: `SIGN_IN`, `SIGN_IN_TO_ACT`."""

import os
import re
from dataclasses import asdict
from ipaddress import ip_address

from hobnob.networks.base import Asked, Clock, KeepSecret, NetworkRefused, Secret
from hobnob.networks.http.addresses import is_loopback
from hobnob.networks.http.connecting import loopback_is_allowed
from hobnob.networks.x.adapter import XAdapter
from hobnob.networks.x.app import App
from hobnob.networks.x.opening import api_address, open_client, open_keys
from hobnob.networks.x.scopes import TO_ACT, TO_READ
from hobnob.networks.x.signed_in import SignedIn

_PAGE = "https://x.com"
_PLACE = re.compile(r"(?P<client_id>[\w.~=-]{0,200})(?:@(?P<trial>[\w.:\[\]-]{1,100}))?", re.ASCII)

_WHERE_KEYS_ARE = "On your app's page at console.x.com, under Keys and tokens."


class XSignIn:
    """Signs in with an app of one's own, which X bills for what it reads."""

    asks_first = Asked(
        name="client-id",
        label="Client ID of your app",
        help="You make an app at console.x.com, as a Native App; its client ID is under OAuth 2.0.",
        example="TUtHWEd2bHRBcHA6MTpjaQ",
    )
    asks_by_hand = tuple(
        Asked(name=name, label=label, help=_WHERE_KEYS_ARE, is_secret=True)
        for name, label in (
            ("api-key", "API key"),
            ("api-secret", "API key secret"),
            ("access-token", "Access token"),
            ("access-secret", "Access token secret"),
        )
    )
    has_page = True

    def __init__(self, scopes: str) -> None:
        self._scopes = scopes

    def begin(self, place: str, *, returns_to: str) -> tuple[str, Secret]:
        """The address a person opens to allow it, and what `finish` needs to know again."""
        return self._app(place).begin(returns_to, self._scopes)

    def finish(self, place: str, code: str, begun: Secret) -> Secret:
        """The sign-in, for the code that the address gave."""
        return asdict(self._app(place).finish(code, begun))

    def by_hand(self, place: str, given: Secret) -> Secret:  # keys name their app
        """The sign-in, for the four keys of OAuth 1.0a."""
        signed_in = SignedIn(
            api_key=given["api-key"],
            api_secret=given["api-secret"],
            access_token=given["access-token"],
            access_secret=given["access-secret"],
            scopes=self._scopes,
        )
        return asdict(signed_in)

    def server(self, place: str) -> str:
        """Where a trial's own API listens: "127.0.0.1:8017" of "anything@127.0.0.1:8017".

        Everybody's X is one place, "". Raises NetworkRefused where there is no client ID.
        """
        return _read(place)[1]

    def adapter(self, server: str, secret: Secret, *, clock: Clock, keep: KeepSecret) -> XAdapter:
        """Who reads."""
        keys = open_keys(server, secret, clock=clock, keep=keep)
        return XAdapter(open_client(server, keys, clock=clock), keys, clock=clock)

    def revoke(self, server: str, secret: Secret) -> None:
        """Tell X that the sign-in is no longer good."""
        signed_in = SignedIn(**secret)
        if not signed_in.token:
            raise NetworkRefused(
                "Keys that were made by hand are taken back by hand: at console.x.com."
            )
        App(signed_in.client_id, address=api_address(server)).revoke(signed_in)

    def _app(self, place: str) -> App:
        client_id, trial = _read(place)
        page = api_address(trial) if trial else _PAGE
        return App(client_id, address=api_address(trial), page_address=page)


SIGN_IN = XSignIn(TO_READ)
SIGN_IN_TO_ACT = XSignIn(TO_ACT)


def _read(place: str) -> tuple[str, str]:
    """The client ID that was typed in, and where a trial listens: on this machine, if allowed."""
    typed = _PLACE.fullmatch(place.strip())
    if typed is None or not (typed["client_id"] or typed["trial"]):
        raise NetworkRefused(
            f"“{place}” is no client ID: copy the one of your app at console.x.com."
        )
    trial = typed["trial"] or ""
    if trial and not (loopback_is_allowed(os.environ) and _is_here(trial.rpartition(":")[0])):
        raise NetworkRefused(f"“{trial}” is not X: type the client ID of your app alone.")
    return typed["client_id"], trial


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or is_loopback(ip_address(host))
    except ValueError:
        return False
