"""The door in the form that Mastodon.py and tweepy take: a `requests.Session`.

https://requests.readthedocs.io/en/latest/user/advanced/#transport-adapters
"""

from typing import Any

import requests
from requests.adapters import HTTPAdapter

from hobnob.networks.http.door import Door


def outbound_session(door: Door) -> requests.Session:
    """A session of which every request, whatever its scheme, goes through the door.

    Timeouts, certificates, proxies and redirects are the door's affair, whatever a caller asks for.
    What goes wrong is raised as the door's own errors; a client library may wrap those in errors of
    its own, and `plain_error` finds them again.
    """
    session = requests.Session()
    # No proxy, .netrc or certificate bundle that the environment names.
    session.trust_env = False
    session.adapters.clear()
    session.mount("", _Through(door))
    return session


class _Through(HTTPAdapter):
    """Hands a request to the door, and makes a response of its answer."""

    def __init__(self, door: Door) -> None:
        super().__init__()
        self._door = door

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        answer = self._door.ask(
            request.method or "GET",
            request.url or "",
            headers=request.headers,
            body=request.body,
        )
        return self.build_response(request, answer)

    def close(self) -> None:
        super().close()
        self._door.close()
