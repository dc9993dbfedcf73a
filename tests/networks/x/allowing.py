"""Who may ask the fake X: its page, its codes and tokens (OAuth 2.0), and signed keys (OAuth 1.0a).

Tokens are renewed once each, codes hold for 30 seconds, callbacks are compared letter by letter:
https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code.
"""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from string import ascii_letters, digits
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from oauthlib.oauth1 import RequestValidator, ResourceEndpoint

from tests.networks.x.world import ROBIN

CLIENT_ID = "TUtHWEd2bHRBcHA6MTpjaQ"
CALLBACKS = ("http://127.0.0.1/hobnob", "http://127.0.0.1:8765/connections/back/")
KEYS = {
    "api-key": "k" * 25,
    "api-secret": "s" * 50,
    "access-token": f"{ROBIN}-" + "t" * 40,
    "access-secret": "c" * 45,
}
TWO_HOURS_US = 7_200_000_000
HALF_A_MINUTE_US = 30_000_000


class Refused(Exception):
    """X says no."""

    def __init__(self, status: int, problem: str, **more: Any) -> None:
        super().__init__(problem)
        self.status = status
        title = problem.replace("-", " ").title()
        self.body = {
            "title": title,
            "detail": title,
            "type": f"https://api.x.com/2/problems/{problem}",
            "status": status,
        }
        if more:
            self.body["errors"] = [{"message": title, **more}]


@dataclass(slots=True)
class _Token:
    refresh: str
    scopes: str
    ends_us: int


class Allowing:
    """Codes and tokens that are good."""

    def __init__(self, x: Any) -> None:
        self._x = x
        self._codes: dict[str, tuple[dict[str, str], int]] = {}
        self._tokens: dict[str, _Token] = {}
        self._made = 0

    def allow(self, address: str) -> str:
        """Robin opens the page and presses the button: the address that it leads to."""
        asked = dict(parse_qsl(urlsplit(address).query))
        assert urlsplit(address).path == "/i/oauth2/authorize"
        assert asked["client_id"] == CLIENT_ID
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        assert asked["redirect_uri"] in CALLBACKS
        code = self._new("code")
        self._codes[code] = (asked, self._x.now_us)
        return f"{asked['redirect_uri']}?{urlencode({'state': asked['state'], 'code': code})}"

    def token(self, scopes: str) -> dict[str, str]:
        """A pair of tokens, as if somebody had gone through all of it."""
        return self._pair(scopes)

    def expire(self) -> None:
        """All tokens end; they can be renewed."""
        for token in self._tokens.values():
            token.ends_us = self._x.now_us

    def answer(self, path: str, given: dict[str, str]) -> tuple[int, Any]:
        """What X says to a code, a refresh token, or a token that is taken back."""
        if given.get("client_id") != CLIENT_ID:
            return 401, {"error": "invalid_client"}
        if path == "/2/oauth2/revoke":
            self._revoke(given["token"])
            return 200, {"revoked": True}
        scopes = self._for_code(given) if "code" in given else self._for_refresh(given)
        if not scopes:
            return 400, {"error": "invalid_request", "error_description": "It was invalid."}
        pair = self._pair(scopes)
        return 200, {"token_type": "bearer", "expires_in": 7200, **pair, "scope": scopes}

    def who(self, method: str, address: str, headers: Any, content: bytes) -> str:
        """Who asks. Raises Refused."""
        scheme, _, value = headers.get("authorization", "").partition(" ")
        if scheme == "OAuth":
            endpoint = ResourceEndpoint(_Signatures())
            is_good, _ = endpoint.validate_protected_resource_request(
                address, method, None, dict(headers)
            )
            if is_good:
                return ROBIN
        token = self._tokens.get(value)
        if scheme == "Bearer" and token and self._x.now_us < token.ends_us:
            return ROBIN
        raise Refused(401, "unauthorized")

    def _for_code(self, given: dict[str, str]) -> str:
        asked, at_us = self._codes.pop(given["code"], ({}, 0))
        digest = sha256(given["code_verifier"].encode()).digest()
        challenge = urlsafe_b64encode(digest).decode().rstrip("=")
        is_good = (
            self._x.now_us <= at_us + HALF_A_MINUTE_US
            and asked.get("code_challenge") == challenge
            and asked.get("redirect_uri") == given["redirect_uri"]
        )
        return asked["scope"] if is_good else ""

    def _for_refresh(self, given: dict[str, str]) -> str:
        for name, token in list(self._tokens.items()):
            if token.refresh == given["refresh_token"]:
                del self._tokens[name]
                return token.scopes
        return ""

    def _pair(self, scopes: str) -> dict[str, str]:
        pair = {"access_token": self._new("token")}
        if "offline.access" in scopes:
            pair["refresh_token"] = self._new("refresh")
        self._tokens[pair["access_token"]] = _Token(
            refresh=pair.get("refresh_token", ""),
            scopes=scopes,
            ends_us=self._x.now_us + TWO_HOURS_US,
        )
        return pair

    def _revoke(self, value: str) -> None:
        self._tokens = {
            name: token
            for name, token in self._tokens.items()
            if value not in (name, token.refresh)
        }

    def _new(self, what: str) -> str:
        self._made += 1
        return f"{what}-{self._made:04}-of-the-fake-x"


class _Signatures(RequestValidator):
    """Knows one app and one token: https://oauthlib.readthedocs.io."""

    enforce_ssl = False
    client_key_length = request_token_length = access_token_length = nonce_length = (1, 99)
    safe_characters = frozenset(f"{ascii_letters}{digits}-")
    dummy_client = dummy_access_token = "nobody"

    def validate_timestamp_and_nonce(self, *_: object, **__: object) -> bool:
        return True

    def validate_client_key(self, client_key: str, _: object) -> bool:
        return client_key == KEYS["api-key"]

    def validate_access_token(self, client_key: str, token: str, _: object) -> bool:
        return token == KEYS["access-token"]

    def validate_realms(self, *_: object, **__: object) -> bool:
        return True

    def get_client_secret(self, *_: object) -> str:
        return KEYS["api-secret"]

    def get_access_token_secret(self, *_: object) -> str:
        return KEYS["access-secret"]
