"""Sign in to a server: register hobnob there, have its owner allow it, and take that back.

OAuth's code flow (RFC 6749, 4.1), which leads back to this machine (RFC 8252, 7.3) or shows the
code to be copied, with PKCE (RFC 7636) where the server offers it:
https://docs.joinmastodon.org/spec/oauth/. No password is ever asked for.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256
from secrets import token_urlsafe
from urllib.parse import urlencode, urlsplit

from hobnob.networks.base import NetworkRefused, SignInNeeded
from hobnob.networks.fields import Record, record, words
from hobnob.networks.http.door import Door
from hobnob.networks.http.for_requests import outbound_session
from hobnob.networks.mastodon.client import OpenDoor
from hobnob.networks.mastodon.errors import NotThere, not_understood, refusal
from hobnob.networks.mastodon.scopes import scopes_to_ask_for
from hobnob.networks.mastodon.signed_in import SignedIn

_SHOWN = "urn:ietf:wg:oauth:2.0:oob"
"""Show the code, instead of sending the browser somewhere with it."""
_HOBNOB = {"client_name": "hobnob", "website": ""}


class Server:
    """One server, asked before anybody is signed in."""

    def __init__(self, address: str, *, open_door: OpenDoor = Door) -> None:
        self.address = address
        self._host = urlsplit(address).netloc
        self._session = outbound_session(open_door())

    def begin(self, *, returns_to: str = "", to_act: bool = False) -> tuple[str, dict[str, str]]:
        """The address at which the owner allows hobnob in, and what `finish` needs.

        Raises Unreachable, NetworkRefused.
        """
        about = self._about()
        scopes = scopes_to_ask_for(about.get("scopes_supported"), to_act=to_act)
        back = returns_to or _SHOWN
        app = self._post("/api/v1/apps", {**_HOBNOB, "redirect_uris": back, "scopes": scopes})
        begun = {
            "address": back,
            "state": token_urlsafe(24),
            "client_id": self._word(app, "client_id"),
            "client_secret": self._word(app, "client_secret"),
            "scopes": scopes,
            "verifier": token_urlsafe(48) if _offers_pkce(about) else "",
        }
        return f"{self.address}/oauth/authorize?{_question(begun)}", begun

    def finish(self, code: str, begun: Mapping[str, str]) -> SignedIn:
        """The sign-in, for the code that the owner was shown.

        Raises SignInNeeded when the code is wrong, used or too old.
        """
        app = {name: begun[name] for name in ("client_id", "client_secret")}
        back = begun["address"]
        asked = {"grant_type": "authorization_code", "redirect_uri": back, "code": code, **app}
        if begun["verifier"]:
            asked["code_verifier"] = begun["verifier"]
        try:
            answer = self._post("/oauth/token", asked)
        except (NetworkRefused, SignInNeeded) as error:
            raise SignInNeeded(
                f"{self._host} did not take the code, which holds for one time and some minutes: "
                "run `hobnob connect mastodon` again."
            ) from error
        return SignedIn(
            address=self.address,
            server=self.name(),
            token=self._word(answer, "access_token"),
            scopes=words(answer, "scope") or begun["scopes"],
            **app,
        )

    def with_token(self, token: str, *, scopes: str) -> SignedIn:
        """The sign-in with a token that its owner made in the server's settings, for `scopes`."""
        return SignedIn(address=self.address, server=self.name(), token=token, scopes=scopes)

    def revoke(self, signed_in: SignedIn) -> None:
        """Take the token back. Raises NetworkRefused where only its owner can."""
        if not signed_in.client_secret:
            raise NetworkRefused(
                f"A token that was made by hand is taken back by hand: delete it at "
                f"{self.address}/settings/applications."
            )
        self._post(
            "/oauth/revoke",
            {
                "client_id": signed_in.client_id,
                "client_secret": signed_in.client_secret,
                "token": signed_in.token,
            },
        )

    def name(self) -> str:
        """What the server calls itself, as far as that is its to say.

        "social.tusk.example" may be the server of everybody at tusk.example. A name that has
        nothing to do with its address would let one server speak of another's people.
        """
        try:
            told = words(self._get("/api/v2/instance"), "domain")
        except NotThere:
            told = words(self._get("/api/v1/instance"), "uri")
        told = told.rpartition("://")[2].rstrip("/").lower()
        return told if "." in told and self._host.endswith(f".{told}") else self._host

    def _about(self) -> Record:
        """What a server says about its sign-in: {} from older ones, or their start page."""
        answer = self._session.get(f"{self.address}/.well-known/oauth-authorization-server")
        return _json(answer.content) if answer.ok else {}

    def _get(self, path: str) -> Record:
        answer = self._session.get(self.address + path)
        return self._understood(answer.status_code, answer.content)

    def _post(self, path: str, values: Mapping[str, str]) -> Record:
        answer = self._session.post(self.address + path, data=values)
        return self._understood(answer.status_code, answer.content)

    def _understood(self, status: int, content: bytes) -> Record:
        if status >= 400:
            raise refusal(status, self._host)
        return _json(content)

    def _word(self, answer: Record, name: str) -> str:
        if found := words(answer, name):
            return found
        raise not_understood(self._host)


def _json(content: bytes) -> Record:
    try:
        return record(json.loads(content))
    except (ValueError, RecursionError):
        return {}


def _offers_pkce(about: Record) -> bool:
    methods = about.get("code_challenge_methods_supported")
    return isinstance(methods, list) and "S256" in methods


def _question(begun: Mapping[str, str]) -> str:
    """What the address that the owner opens asks for."""
    asked = {
        "response_type": "code",
        "client_id": begun["client_id"],
        "redirect_uri": begun["address"],
        "scope": begun["scopes"],
        "state": begun["state"],
    }
    if begun["verifier"]:
        digest = sha256(begun["verifier"].encode()).digest()
        asked["code_challenge"] = urlsafe_b64encode(digest).decode().rstrip("=")
        asked["code_challenge_method"] = "S256"
    return urlencode(asked)
