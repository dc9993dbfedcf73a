"""How much a request may bring: a form's worth, unless somebody signed in hands over an archive.

waitress takes a whole request in, onto the disk, before any page sees it. So it has to be told
while a request's head is all that is there.
"""

import copy
from typing import Any

from django.conf import settings
from django.db import close_old_connections
from django.http import parse_cookie
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer
from waitress.utilities import RequestEntityTooLarge

from hobnob.operations.signin import opens_hobnob

FORM_BYTES = 1024 * 1024
"""The longest note is far shorter."""
ARCHIVE_BYTES = 16 * 1024**3
"""Archives of busy accounts, with their pictures, are larger than waitress's 1 GiB."""

_ARCHIVES_GO_TO = "/import/"
_SORRY = (
    f"A request may bring {FORM_BYTES // 1024**2} MiB, and an archive 16 GiB to the import page "
    "once you are signed in: run `hobnob signin` and open its link, or `hobnob import FILE`."
)


class LimitedParser(HTTPRequestParser):
    """Reads a request, and refuses one that brings more than it may before taking it in."""

    adj: Any
    error: Any
    command: str
    path: str
    chunked: bool
    content_length: int

    def parse_header(self, header_plus: bytes) -> None:
        """Read the head, and from it decide how much may follow."""
        super().parse_header(header_plus)
        if self._is_large() and not self._may_be_large():
            self.adj = copy.copy(self.adj)
            self.adj.max_request_body_size = FORM_BYTES

    def received(self, data: bytes) -> int:
        """Take bytes in; says how many."""
        count: int = super().received(data)
        if isinstance(self.error, RequestEntityTooLarge):
            self.error = RequestEntityTooLarge(_SORRY)
            # Nobody is told to go on sending.
            self.expect_continue = False
        return count

    def _is_large(self) -> bool:
        """Whether it brings much, or does not say how much."""
        return self.chunked or self.content_length >= FORM_BYTES

    def _may_be_large(self) -> bool:
        if self.command != "POST" or self.path != _ARCHIVES_GO_TO:
            return False
        cookies = parse_cookie(self.headers.get("COOKIE", ""))
        return opens_hobnob(cookies.get(settings.SESSION_COOKIE_NAME, ""))


class LimitedChannel(HTTPChannel):
    """A connection whose requests are limited."""

    parser_class = LimitedParser

    def __init__(self, *arguments: Any, **more: Any) -> None:
        # As Django does before a page: a database that went away is asked for a new connection.
        close_old_connections()
        super().__init__(*arguments, **more)


def limit_requests(server: TcpWSGIServer) -> None:
    """Have a server hold every request to what it may bring."""
    server.channel_class = LimitedChannel
