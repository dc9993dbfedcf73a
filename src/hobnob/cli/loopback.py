"""Waits on this machine for a browser that comes back from a network's page with a code.

A port of 127.0.0.1, one visit, then it is closed: RFC 8252, 7.3.
"""

from hmac import compare_digest
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

HOST = "127.0.0.1"
PATH = "/connections/back/"
"""The same as the web app's, for networks that want to be told beforehand where they may lead."""
WAIT_SECONDS = 300

_VISITS = 20
"""Browsers ask for icons, too; and nobody keeps us listening by coming again and again."""
_SPEAK_WITHIN_SECONDS = 5

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>hobnob</title><body><p>{}</p></body></html>
"""


class Listener(HTTPServer):
    """Hears one code. Another state than the one that was sent out brings nothing.

    On a free port where it is 0. Raises OSError when the port is taken. Closed by `with`.
    """

    allow_reuse_address = False

    def __init__(self, port: int) -> None:
        super().__init__((HOST, port), _Visit)
        self._state = ""
        self._code: str | None = None

    @property
    def address(self) -> str:
        """Where the network's page has to lead back to."""
        return f"http://{HOST}:{self.server_port}{PATH}"

    def wait(self, state: str, *, seconds: float = WAIT_SECONDS) -> str:
        """The code, "" when none came: in time, or because it was not allowed."""
        self._state, self.timeout = state, seconds
        for _ in range(_VISITS):
            self._is_over = False
            self.handle_request()
            if self._code is not None or self._is_over:
                break
        return self._code or ""

    def handle_timeout(self) -> None:
        """Nobody came."""
        self._is_over = True

    def heard(self, path: str) -> bool:
        """Take the code out of the address of a visit. Says whether it was the one awaited."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(path).query).items()}
        is_ours = bool(self._state) and compare_digest(
            asked.get("state", "").encode(), self._state.encode()
        )
        if is_ours:
            self._code = asked.get("code", "")
        return is_ours


class _Visit(BaseHTTPRequestHandler):
    """One request of a browser."""

    server: Listener
    timeout = _SPEAK_WITHIN_SECONDS

    def do_GET(self) -> None:
        """Thank for a code, or say that there is nothing here."""
        if self.server.heard(self.path):
            self._say(200, "Thank you. Go on in the terminal; this page can be closed.")
        else:
            self._say(404, "There is nothing here.")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the address holds the code."""

    def _say(self, status: int, sentence: str) -> None:
        body = _PAGE.format(sentence).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", "default-src 'none'")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)
