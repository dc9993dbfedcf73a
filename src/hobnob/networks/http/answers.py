"""An answer from outside, read within limits: so many bytes, so many seconds, then no more."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Timer
from typing import Self

from urllib3 import BaseHTTPResponse, HTTPHeaderDict
from urllib3.exceptions import HTTPError

from hobnob.networks.base import NetworkRefused, Unreachable

_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long and how much an answer may be, and how often it may point elsewhere."""

    connect_seconds: float = 10
    read_seconds: float = 30
    """The longest silence in the middle of an answer."""
    whole_seconds: float = 120
    """A server that sends a byte now and then is never silent, and never done."""
    answer_bytes: int = 16 * 1024 * 1024
    """Counted after decompression."""
    redirects: int = 5


class Deadline:
    """Ends from outside what may take only so long: a read that waits knows silence alone."""

    def __init__(self, seconds: float, stop: Callable[[], None]) -> None:
        self.is_over = False
        self._stop = stop
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def _end(self) -> None:
        self.is_over = True
        # It may have come to its own end a moment before.
        with contextlib.suppress(OSError):
            self._stop()


class Answer:
    """What a server said. It has the part of urllib3's response that requests reads."""

    def __init__(
        self,
        response: BaseHTTPResponse,
        *,
        host: str,
        limits: Limits,
        hang_up: Callable[[], None],
    ) -> None:
        self._response = response
        self._host = host
        self._limits = limits
        self._hang_up = hang_up

    @property
    def status(self) -> int:
        """The HTTP status, such as 200."""
        return self._response.status

    @property
    def reason(self) -> str | None:
        """The words beside the status."""
        return self._response.reason

    @property
    def headers(self) -> HTTPHeaderDict:
        """The headers, whatever their case."""
        return self._response.headers

    @property
    def redirect(self) -> str:
        """Where it points instead of answering, "" where it answers."""
        return self._response.get_redirect_location() or ""

    def stream(self, *_: object, **__: object) -> Iterator[bytes]:
        """The body in pieces, decompressed, whatever size and coding a library asks for.

        Raises Unreachable when it breaks off or takes too long, NetworkRefused when it is too much.
        """
        left = self._limits.answer_bytes
        with Deadline(self._limits.whole_seconds, self._hang_up) as deadline:
            try:
                for piece in self._response.stream(_PIECE, decode_content=True):
                    left -= len(piece)
                    if left < 0:
                        raise self._too_much()
                    yield piece
            except HTTPError as error:
                raise self._broken_off() from error
        # A body without a length ends when its connection does: that looks like a whole one.
        if deadline.is_over:
            raise self._broken_off()

    def close(self) -> None:
        """Give the rest of it up, and the connection too."""
        self._response.close()

    def release_conn(self) -> None:
        """Leave the connection to the next request."""
        self._response.release_conn()

    def _broken_off(self) -> Unreachable:
        self.close()
        return Unreachable(
            f"The answer of {self._host} broke off: try again later.", may_have_arrived=True
        )

    def _too_much(self) -> NetworkRefused:
        self.close()
        most = self._limits.answer_bytes // (1024 * 1024)
        return NetworkRefused(
            f"{self._host} answered with more than {most} MiB, which nothing here asks for: "
            "check that it is the server you mean."
        )
