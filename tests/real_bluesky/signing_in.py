"""Signs hobnob in as somebody, the way a person does: with a handle and an app password."""

import base64
import hmac
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Self

from hobnob.domain.moments import to_us
from hobnob.networks.base import Adapter, Secret
from hobnob.networks.bluesky.connecting import SIGN_IN
from tests.real_bluesky.people import Somebody

SERVERS_KEY = b"jwt-secret"
"""What the test server signs its tokens with: dev-env/src/const.ts."""


def now_us() -> int:
    return to_us(datetime.now(UTC))


@dataclass(slots=True)
class SignedIn:
    """A sign-in and every one that came in its place."""

    server: str
    secret: Secret
    renewed: list[Secret] = field(default_factory=list)

    @classmethod
    def as_(cls, who: Somebody, *, messages: bool = False) -> Self:
        return cls.with_password(who, who.app_password(messages=messages))

    @classmethod
    def with_password(cls, who: Somebody, password: str) -> Self:
        [asked] = SIGN_IN.asks_by_hand
        secret = SIGN_IN.by_hand(who.handle, {asked.name: password})
        return cls(SIGN_IN.server(who.handle), secret)

    def adapter(self) -> Adapter:
        """Knows nothing yet: what a new process would have."""
        return SIGN_IN.adapter(self.server, self.secret, clock=now_us, keep=self.renewed.append)

    def age(self) -> None:
        """Some hours go by: the session has to be renewed."""
        self.secret = {**self.secret, "access": outlived(self.secret["access"])}


def outlived(token: str) -> str:
    """A token of the server's own as it is when its time is over."""
    head, payload, _ = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(payload + "=="))
    over = _base64(json.dumps({**claims, "iat": 1, "exp": 2}).encode())
    signature = hmac.digest(SERVERS_KEY, f"{head}.{over}".encode(), "sha256")
    return f"{head}.{over}.{_base64(signature)}"


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
