"""The app through which one signs in: X's own page, its code, its tokens, and taking them back.

OAuth 2.0's code flow with PKCE, for an app that keeps no secret ("Native App"):
https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token.
"""

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from secrets import token_urlsafe
from urllib.parse import quote, urlencode

from hobnob.domain.moments import SECOND
from hobnob.networks.base import NetworkRefused, SignInNeeded, Unreachable
from hobnob.networks.fields import Record
from hobnob.networks.http.door import Door
from hobnob.networks.http.for_requests import outbound_session
from hobnob.networks.x.client import OpenDoor, read_json
from hobnob.networks.x.errors import not_understood, refusal
from hobnob.networks.x.fields import words
from hobnob.networks.x.signed_in import SignedIn

NOWHERE = "http://127.0.0.1/hobnob"
"""Where X leads to when nobody listens: the code stands in the address that cannot be opened."""

_TWO_HOURS = 7200


class App:
    """An app of one's own, asked before anybody is signed in."""

    def __init__(
        self,
        client_id: str,
        *,
        address: str,
        page_address: str = "",
        open_door: OpenDoor = Door,
    ) -> None:
        self._client_id = client_id
        self._address = address
        self._page_address = page_address
        self._session = outbound_session(open_door())

    def begin(self, returns_to: str, scopes: str) -> tuple[str, dict[str, str]]:
        """The page on which its owner allows it, and what `finish` needs. Asks nobody."""
        begun = {
            "returns_to": returns_to or NOWHERE,
            "state": token_urlsafe(24),
            "verifier": token_urlsafe(48),
            "scopes": scopes,
        }
        digest = sha256(begun["verifier"].encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self._client_id,
            "redirect_uri": begun["returns_to"],
            "scope": scopes,
            "state": begun["state"],
            "code_challenge": urlsafe_b64encode(digest).decode().rstrip("="),
            "code_challenge_method": "S256",
        }
        return f"{self._page_address}/i/oauth2/authorize?{urlencode(asked, quote_via=quote)}", begun

    def finish(self, code: str, begun: Mapping[str, str]) -> SignedIn:
        """The tokens for a code. Whose they are, X has yet to be asked.

        Raises SignInNeeded when the code is wrong, used, or older than the 30 seconds it holds.
        """
        given = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": begun["returns_to"],
            "code_verifier": begun["verifier"],
        }
        nobody = SignedIn(client_id=self._client_id, scopes=begun["scopes"])
        return self._tokens(given, nobody)

    def renew(self, signed_in: SignedIn, *, now_us: int) -> SignedIn:
        """The same sign-in with a new pair of tokens."""
        given = {"grant_type": "refresh_token", "refresh_token": signed_in.refresh_token}
        return self._tokens(given, signed_in, now_us)

    def revoke(self, signed_in: SignedIn) -> None:
        """Take both tokens back."""
        for token in (signed_in.refresh_token, signed_in.token):
            if token:
                self._post("/2/oauth2/revoke", {"token": token})

    def _tokens(
        self, given: Mapping[str, str], signed_in: SignedIn, now_us: int | None = None
    ) -> SignedIn:
        try:
            answer = self._post("/2/oauth2/token", given)
        except NetworkRefused as error:
            raise SignInNeeded(
                "X did not take this sign-in: its codes hold for 30 seconds, and each only once. "
                "Run `hobnob connect x` again."
            ) from error
        if not words(answer, "access_token"):
            raise not_understood()
        seconds = answer.get("expires_in")
        lasts = seconds if isinstance(seconds, int) and seconds > 0 else _TWO_HOURS
        return replace(
            signed_in,
            token=words(answer, "access_token"),
            refresh_token=words(answer, "refresh_token"),
            expires_us="" if now_us is None else str(now_us + lasts * SECOND),
            scopes=words(answer, "scope") or signed_in.scopes,
        )

    def _post(self, route: str, values: Mapping[str, str]) -> Record:
        asked = {**values, "client_id": self._client_id}
        answer = self._session.post(self._address + route, data=asked)
        found = read_json(answer.content)
        if answer.status_code == 429:
            raise Unreachable("X asks for patience: try again later.", may_have_arrived=False)
        if answer.status_code >= 400:
            raise refusal(answer.status_code, found or {})
        return found or {}
