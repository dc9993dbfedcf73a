"""The atproto SDK behind the one door: asks one account's server, page by page.

https://atproto.blue. Of the SDK it takes what sends requests and tells errors apart; answers stay
the JSON they are, because its models refuse a whole page for one odd item. It neither waits nor
retries here: the throttle says when.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Protocol

from hobnob.domain.errors import HobnobError
from hobnob.domain.networks import Cost
from hobnob.networks.base import KeepSecret, NetworkRefused, RateLimit, Unreachable
from hobnob.networks.bluesky.errors import Expired, not_understood, refusal
from hobnob.networks.bluesky.signed_in import SignedIn
from hobnob.networks.fields import Record, record, words
from hobnob.networks.http.door import Door, Heard
from hobnob.networks.http.for_httpx import outbound_options
from hobnob.networks.throttle import Throttle

if TYPE_CHECKING:
    from atproto_client.request import Response


class OpenDoor(Protocol):
    """Opens the door to the outside: the class itself, or one with limits of its own."""

    def __call__(self, *, heard: Heard | None = None) -> Door:
        """A door that tells `heard` of each answer."""
        ...


class Xrpc:
    """Asks servers of AT Protocol: https://atproto.com/specs/xrpc.

    Each request is counted by a throttle, or by none: who is not signed in yet asks but once.
    """

    def __init__(self, *, open_door: OpenDoor = Door) -> None:
        # The SDK takes a second to load, so only who asks something loads it.
        from atproto_client.request import Request

        self.requests = 0
        self._throttle: Throttle | None = None
        self._request = Request(**outbound_options(open_door(heard=self._heard)))

    def get(
        self,
        url: str,
        *,
        params: Mapping[str, Any],
        headers: Mapping[str, str],
        throttle: Throttle | None = None,
    ) -> Record:
        """The answer to a question. Raises the errors of networks/base.py, and NotThere."""
        asked = {name: value for name, value in params.items() if value not in (None, "")}
        return self._ask(
            lambda: self._request.get(url, params=asked, headers=dict(headers)), throttle
        )

    def post(
        self,
        url: str,
        *,
        body: object,
        headers: Mapping[str, str],
        throttle: Throttle | None = None,
    ) -> Record:
        """The answer to a request that changes something; {} where none is given."""
        what = {} if body is None else {"json": body}
        return self._ask(lambda: self._request.post(url, headers=dict(headers), **what), throttle)

    def _ask(self, request: "Callable[[], Response]", throttle: Throttle | None) -> Record:
        from atproto_client.exceptions import RequestErrorBase

        self._throttle = throttle
        self._may_ask()
        self.requests += 1
        try:
            return _json(request().content)
        except RequestErrorBase as error:
            if error.response is None:
                raise not_understood() from error
            if error.response.status_code == 429:
                self._may_ask()
            raise _plain(error.response) from None
        except (Unreachable, ValueError, RecursionError) as error:
            # No answer at all, or only a part of one.
            if throttle:
                throttle.unanswered()
            if isinstance(error, Unreachable):
                raise
            raise not_understood() from None

    def _may_ask(self) -> None:
        if self._throttle:
            self._throttle.ask()

    def _heard(self, _url: str, status: int, headers: Mapping[str, str]) -> None:
        if self._throttle:
            self._throttle.heard(status, headers)


class Client:
    """Asks in the name of one account, and renews its session when that is over."""

    def __init__(
        self,
        signed_in: SignedIn,
        *,
        throttle: Throttle,
        keep: KeepSecret,
        open_door: OpenDoor = Door,
    ) -> None:
        self.signed_in = signed_in
        self._keep = keep
        self._throttle = throttle
        self._told = 0
        self._xrpc = Xrpc(open_door=open_door)

    @property
    def limit(self) -> RateLimit:
        """What was said last about how often one may ask."""
        return self._throttle.limit

    def spent(self) -> Cost:
        """What was asked since this was called last."""
        before, self._told = self._told, self._xrpc.requests
        return Cost(requests=self._told - before)

    def ask(self, name: str, /, *, via: str = "", **params: Any) -> Record:
        """The answer to a question: "app.bsky.graph.getFollowers".

        `via` names a service behind the account's server, to which that passes it on. Its trouble
        is its own: it never stops what the server itself is asked, and is a NetworkRefused.
        """
        url, throttle = self._url(name), None if via else self._throttle
        try:
            return self._signed(
                lambda: self._xrpc.get(
                    url, params=params, headers=self._headers(via), throttle=throttle
                )
            )
        except Unreachable as error:
            if not via:
                raise
            raise NetworkRefused(
                "A service of Bluesky's does not answer as it should: the next sync asks again."
            ) from error

    def do(self, name: str, /, **body: Any) -> Record:
        """The answer to a request that changes something."""
        return self._signed(
            lambda: self._xrpc.post(
                self._url(name), body=body, headers=self._headers(), throttle=self._throttle
            )
        )

    def renew(self) -> None:
        """Have the session anew, and keep it at once: what it replaces is spent."""
        headers = {"Authorization": f"Bearer {self.signed_in.refresh}"}
        url = self._url("com.atproto.server.refreshSession")
        answer = self._xrpc.post(url, body=None, headers=headers, throttle=self._throttle)
        access, refresh = words(answer, "accessJwt"), words(answer, "refreshJwt")
        if not access or not refresh:
            raise not_understood()
        handle = words(answer, "handle") or self.signed_in.handle
        self.signed_in = replace(self.signed_in, access=access, refresh=refresh, handle=handle)
        self._keep(asdict(self.signed_in))

    def _signed(self, request: Callable[[], Record]) -> Record:
        try:
            return request()
        except Expired:
            self.renew()
            return request()

    def _url(self, name: str) -> str:
        return f"{self.signed_in.pds}/xrpc/{name}"

    def _headers(self, via: str = "") -> dict[str, str]:
        signed = {"Authorization": f"Bearer {self.signed_in.access}"}
        return signed | ({"atproto-proxy": via} if via else {})


def listed(answer: Record, key: str) -> list[Record]:
    """The list in an answer; what is no object in it becomes an empty one, which is a problem.

    An answer without its list is none: taken for an empty one, it would say that nobody is there.
    """
    values = answer.get(key)
    if not isinstance(values, list):
        raise not_understood()
    return [record(value) for value in values]


def _json(content: object) -> Record:
    """The object that an answer is; what changes something may be answered with nothing."""
    if isinstance(content, bytes):
        # The SDK reads what is plainly JSON, and not the "application/did+ld+json" of identities.
        content = json.loads(content or b"{}")
    if isinstance(content, Mapping):
        return content
    raise ValueError("no object")


def _plain(response: "Response") -> HobnobError:
    name, message = (getattr(response.content, each, None) for each in ("error", "message"))
    return refusal(response.status_code, str(name or ""), str(message or ""))
