"""The card that X shows of a post on others' pages: it says who wrote it, and costs nothing.

https://docs.x.com/x-for-websites/oembed-api. Nobody is signed in here, and nobody is told who asks.
"""

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from hobnob.domain.people import Account
from hobnob.networks.http.door import Door
from hobnob.networks.http.for_requests import outbound_session
from hobnob.networks.throttle import Throttle
from hobnob.networks.x.accounts import account_called
from hobnob.networks.x.client import OpenDoor, read_json
from hobnob.networks.x.errors import not_understood
from hobnob.networks.x.fields import is_id, words

_ADDRESS = "https://publish.x.com"
_AUTHOR = re.compile(r"https?://(?:www\.)?(?:x|twitter)\.com/(\w{1,20})", re.ASCII)


class Cards:
    """Asks for one card after the other, as slowly as the throttle says."""

    def __init__(
        self, throttle: Throttle, *, address: str = _ADDRESS, open_door: OpenDoor = Door
    ) -> None:
        self._throttle = throttle
        self._address = address
        self._session = outbound_session(open_door(heard=self._heard))

    def author(self, native_id: str) -> Account | None:
        """Who wrote a post, by their handle; None where it is gone or its author is protected."""
        if not is_id(native_id):
            return None
        self._throttle.ask()
        asked = {"url": f"https://x.com/i/status/{native_id}", "omit_script": "1", "dnt": "true"}
        answer = self._session.get(f"{self._address}/oembed?{urlencode(asked)}")
        if answer.status_code in (401, 403, 404):
            return None
        if answer.status_code == 429:
            self._throttle.ask()
        card = read_json(answer.content)
        if answer.status_code >= 400 or card is None:
            raise not_understood()
        author = _AUTHOR.fullmatch(words(card, "author_url"))
        return account_called(author[1]) if author else None

    def _heard(self, _url: str, status: int, headers: Mapping[str, str]) -> None:
        self._throttle.heard(status, headers)
