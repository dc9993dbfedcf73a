"""The door in the form that atproto takes: an `httpx.Client`, or the arguments to make one.

https://www.python-httpx.org/advanced/transports/
"""

from collections.abc import Iterator
from typing import Any

import httpx

from hobnob.networks.http.answers import Answer
from hobnob.networks.http.door import Door

# What is handed on is decompressed, of another length, and without cookies.
_SPENT = frozenset({"content-encoding", "content-length", "set-cookie", "transfer-encoding"})


def outbound_client(door: Door) -> httpx.Client:
    """A client of which every request goes through the door. See `outbound_session`."""
    return httpx.Client(**outbound_options(door))


def outbound_options(door: Door) -> dict[str, Any]:
    """The arguments of an `httpx.Client` through the door, for libraries that make their own."""
    return {"transport": _Through(door), "trust_env": False}


class _Through(httpx.BaseTransport):
    """Hands a request to the door, and makes a response of its answer."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self._door.ask(
            request.method, str(request.url), headers=request.headers, body=request.read()
        )
        headers = [each for each in answer.headers.items() if each[0].lower() not in _SPENT]
        return httpx.Response(answer.status, headers=headers, stream=_Body(answer))

    def close(self) -> None:
        self._door.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.stream()

    def close(self) -> None:
        self._answer.close()
