"""Mastodon.py behind the one door: asks one server as one account, page by page.

https://mastodonpy.readthedocs.io. It neither waits nor retries here: the throttle says when.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from mastodon import Mastodon
from mastodon.errors import MastodonError, MastodonRatelimitError

from hobnob.networks.base import RateLimit, Unreachable
from hobnob.networks.fields import Record
from hobnob.networks.http.door import Door, Heard
from hobnob.networks.http.for_requests import outbound_session
from hobnob.networks.mastodon.errors import in_plain_words, not_understood
from hobnob.networks.throttle import Throttle

_Answer = TypeVar("_Answer")


class OpenDoor(Protocol):
    """Opens the door to the outside: the class itself, or one with limits of its own."""

    def __call__(self, *, heard: Heard | None = None) -> Door:
        """A door that tells `heard` of each answer."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One page of an answer, newest first."""

    items: tuple[Record, ...]
    older: str
    """What to ask for as `max_id` to get what is older; "" where the server names nothing."""
    is_end: bool
    """The server says that nothing older is there. Some never say."""


class Client:
    """Asks one server in the name of one account, and counts how often."""

    def __init__(
        self, address: str, token: str, *, throttle: Throttle, open_door: OpenDoor = Door
    ) -> None:
        self.requests = 0
        self.status = 0
        """Of the last answer, 0 where none came."""
        self._is_list = False
        self._server = address.partition("://")[2]
        self._throttle = throttle
        self._door = open_door(heard=self._heard)
        self._api = Mastodon(
            api_base_url=address,
            session=outbound_session(self._door),
            ratelimit_method="throw",
            version_check_mode="none",
        )
        self._api.session.hooks["response"].append(self._look)
        # Given to the constructor, a token that is also the name of a file would be read from it.
        self._api.access_token = token

    @property
    def limit(self) -> RateLimit:
        """What the server said last about how often it may be asked."""
        return self._throttle.limit

    def ask(self, question: Callable[[Mastodon], _Answer]) -> _Answer:
        """The answer to one request. Raises the errors of networks/base.py, and NotThere."""
        self._throttle.ask()
        self.requests += 1
        self.status = 0
        try:
            return question(self._api)
        except MastodonRatelimitError as error:
            self._throttle.ask()
            raise not_understood(self._server) from error
        except MastodonError as error:
            plain = in_plain_words(error, self._server)
            if isinstance(plain, Unreachable) and self.status < 500:
                self._throttle.unanswered()
            raise plain from None

    def listed(self, question: Callable[[Mastodon], object]) -> Listed:
        """One page of a list."""
        answer = self.ask(question)
        if not self._is_list or not isinstance(answer, list):
            # A page for people or an error, under a status that says all is well.
            raise not_understood(self._server)
        older, newer = (
            # Its annotation leaves out plain lists, for which it answers None.
            self._api.get_pagination_info(answer, way)  # type: ignore[arg-type]
            for way in ("next", "previous")
        )
        return Listed(
            items=tuple(_records(answer)),
            older=str(older.get("max_id", "")) if older else "",
            is_end=not answer or (older is None and newer is not None),
        )

    def _look(self, response: Any, **_: object) -> None:
        """Note what came, before the library makes a list of it: of {} an empty one."""
        self._is_list = response.content.lstrip()[:1] == b"["

    def _heard(self, _url: str, status: int, headers: Mapping[str, str]) -> None:
        self.status = status
        self._throttle.heard(status, headers)


def _records(answer: Iterable[object]) -> Iterable[Record]:
    """The items; what is none becomes an empty one, which is then listed as a problem."""
    return (item if isinstance(item, dict) else {} for item in answer)
