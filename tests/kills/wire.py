"""Ask the networks something over a socket, and say in hobnob's own errors what went wrong."""

import json
import socket
from typing import Any

from hobnob.networks.base import CursorExpired, RateLimited, Unreachable

TIMEOUT_S = 0.45
"""To look and to send again take less than the grace together: nobody else takes over meanwhile."""


class Wire:
    """One connection, opened when it is needed and again when it broke."""

    def __init__(self, port: int, *, timeout_s: float = TIMEOUT_S) -> None:
        self._port = port
        self._timeout_s = timeout_s
        self._socket: socket.socket | None = None

    def ask(self, **question: Any) -> dict[str, Any]:
        """The answer. Raises RateLimited, CursorExpired and Unreachable."""
        line = self._exchange(json.dumps(question).encode() + b"\n")
        try:
            answer: dict[str, Any] = json.loads(line)
        except ValueError as error:
            self._hang_up()
            raise Unreachable("Half an answer came.", may_have_arrived=True) from error
        match answer["status"]:
            case 429:
                raise RateLimited("Waiting (rate limit).", until_us=answer["until_us"])
            case 410:
                raise CursorExpired("The place is forgotten.")
            case 503:
                raise Unreachable("It is busy, and did nothing.", may_have_arrived=False)
            case 500:
                raise Unreachable("It failed.", may_have_arrived=True)
        return answer

    def _exchange(self, line: bytes) -> bytes:
        try:
            if self._socket is None:
                self._socket = socket.create_connection(("127.0.0.1", self._port), self._timeout_s)
                self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._answers = self._socket.makefile("rb")
            self._socket.sendall(line)
            return self._answers.readline()
        except OSError as error:
            self._hang_up()
            raise Unreachable("No answer came.", may_have_arrived=True) from error

    def _hang_up(self) -> None:
        if self._socket is not None:
            self._answers.close()
            self._socket.close()
        self._socket = None
