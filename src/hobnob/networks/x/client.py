"""tweepy behind the one door: asks X as one account, with the throttle of what is asked for.

https://docs.tweepy.org. It neither waits nor retries here; a token that is used up is renewed once.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from hobnob.networks.base import RateLimit, SignInNeeded, Unreachable
from hobnob.networks.fields import Record, record
from hobnob.networks.http.door import Door, Heard
from hobnob.networks.http.for_requests import outbound_session
from hobnob.networks.throttle import Throttle
from hobnob.networks.x.errors import AppRefused, not_understood, refusal
from hobnob.networks.x.keys import Keys

_TWEEPYS_ADDRESS = "https://api.twitter.com"

ThrottleOf = Callable[[str], Throttle]
"""The throttle of a bucket: X counts each kind of question for itself."""


class OpenDoor(Protocol):
    """Opens the door to the outside: the class itself, or one with limits of its own."""

    def __call__(self, *, heard: Heard | None = None) -> Door:
        """A door that tells `heard` of each answer."""
        ...


class Client:
    """Asks X in the name of one account, and counts how often."""

    def __init__(
        self, keys: Keys, *, address: str, throttle_of: ThrottleOf, open_door: OpenDoor = Door
    ) -> None:
        self.requests = 0
        self._keys = keys
        self._throttle_of = throttle_of
        self._throttle = throttle_of("")
        self._status = 0
        session = outbound_session(open_door(heard=self._heard))
        session.hooks["response"].append(self._look)
        self._session = _Session(session, address)

    @property
    def limit(self) -> RateLimit:
        """What X said last about how often this may be asked."""
        return self._throttle.limit

    def get(self, route: str, bucket: str, **asked: str) -> Record:
        """The answer to a question. Raises the errors of networks/base.py, and NotThere."""
        return self._ask("GET", route, bucket, params=asked)

    def send(
        self, method: str, route: str, bucket: str, body: Mapping[str, Any] | None = None
    ) -> Record:
        """The answer to an order."""
        return self._ask(method, route, bucket, json=body)

    def _ask(self, method: str, route: str, bucket: str, **how: Any) -> Record:
        self._throttle = self._throttle_of(bucket)
        self._throttle.ask()
        self._keys.renew_if_due()
        try:
            return self._ask_once(method, route, how)
        except SignInNeeded:
            # The clock here may be wrong about when a token ends: X is asked, not believed.
            if not self._keys.renew():
                raise
            return self._ask_once(method, route, how)

    def _ask_once(self, method: str, route: str, how: Mapping[str, Any]) -> Record:
        self.requests += 1
        self._status = 0
        api = self._keys.api()
        api.session = self._session
        try:
            answer = api.request(method, route, user_auth=self._keys.is_signed_by_keys, **how)
        except Unreachable:
            if self._status < 500:
                self._throttle.unanswered()
            raise
        found = read_json(answer.content)
        if found is None:
            self._throttle.unanswered()
            raise not_understood()
        return found

    def _look(self, response: Any, **_: object) -> None:
        """Raise what went wrong, before tweepy stumbles over an error that is no JSON object."""
        if response.status_code < 400:
            return
        error = refusal(response.status_code, read_json(response.content) or {})
        if response.status_code == 429 and not isinstance(error, AppRefused):
            self._throttle.ask()
        raise error

    def _heard(self, _url: str, status: int, headers: Mapping[str, str]) -> None:
        self._status = status
        self._throttle.heard(status, headers)


class _Session:
    """A session that sends what tweepy asks for to where X's API is; tweepy knows one address."""

    def __init__(self, session: Any, address: str) -> None:
        self._session = session
        self._address = address

    def request(self, method: str, url: str, **how: Any) -> Any:
        """See `requests.Session.request`."""
        return self._session.request(
            method, self._address + url.removeprefix(_TWEEPYS_ADDRESS), **how
        )


def read_json(content: bytes) -> Record | None:
    """The JSON object that an answer is, None where it is none."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return record(found) if isinstance(found, dict) else None
