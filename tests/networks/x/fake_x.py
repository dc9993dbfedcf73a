"""X in memory, behind HTTP on this machine: what hobnob asks X for, and how X goes wrong.

Every answer is checked with the models of X's own kit before it is sent (oracle.py). What X charges
is counted as X counts it: each thing once in a UTC day.
"""

import json
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.contract.networks import Fault
from tests.networks.x import oracle
from tests.networks.x.allowing import Allowing, Refused
from tests.networks.x.rates import LIMITS, ORDERS, OWNED, PRICES, SIZES
from tests.networks.x.routes import Json, body_of, route_of
from tests.networks.x.told import Telling, as_guides_say
from tests.networks.x.world import Post, World

DAY_US = 86_400_000_000


class FakeX:
    """One app of Robin's, and the world behind it. Starts at once; `stop` ends it."""

    def __init__(self, now_us: int) -> None:
        self._start_us = now_us
        self.reset()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        ).start()
        self.host = f"127.0.0.1:{self._server.server_port}"
        self.address = f"http://{self.host}"

    def reset(self) -> None:
        """A new day with nothing in it."""
        self.now_us = self._start_us
        self.world = World(self.now_us)
        self.allowing = Allowing(self)
        self.page_size = 20
        """X may give fewer items than it is asked for."""
        self.speaks_as_guides = True
        self.limits = dict(LIMITS)
        self.asked: list[str] = []
        """What was asked for: "GET /2/users/me"."""
        self.charged = 0
        """All that X charged, in millionths of a dollar."""
        self.mistakes: list[Exception] = []
        """What this fake got wrong: an answer that X would not give."""
        self.spoil: Callable[[str, Json], Json] = lambda _, body: body
        """Changes an answer before it is checked."""
        self._charged_for: set[tuple[int, str, str]] = set()
        self._used: dict[str, int] = {}
        self._faults: list[Fault] = []
        self._pages: dict[str, tuple[str, str]] = {}

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def fail(self, fault: Fault) -> None:
        """The next request goes wrong."""
        self._faults.append(fault)

    def forget_pages(self) -> None:
        """Every place in a list that was named so far is unknown from now on."""
        self._pages.clear()

    # ── One request ──────────────────────────────────────────────────────────

    def answer(
        self, method: str, target: str, headers: Any, content: bytes
    ) -> tuple[int, dict[str, str], bytes, Fault | None]:
        """Status, headers and body, and what goes wrong while it is sent."""
        parts = urlsplit(target)
        self.asked.append(f"{method} {parts.path}")
        if parts.path.startswith("/2/oauth2/"):
            status, body = self.allowing.answer(parts.path, dict(parse_qsl(content.decode())))
            return status, {}, json.dumps(body).encode(), None
        fault = self._faults.pop(0) if self._faults else None
        name, route, found = route_of(method, parts.path)
        told = self._headers(name, fault)
        try:
            self._may(fault, name)
            me = self.allowing.who(method, self.address + target, headers, content)
            asked = dict(parse_qsl(parts.query))
            body = route(self, me, asked, json.loads(content or b"{}"), *found)
            body = self.spoil(name, body)
            oracle.check(name, body)
            self._charge(name, me, body, found)
        except Refused as error:
            return error.status, told, json.dumps(error.body).encode(), None
        status = 201 if name == "create_post" else 200
        said = as_guides_say(body) if self.speaks_as_guides else body
        return status, told, json.dumps(said).encode(), fault

    def _headers(self, name: str, fault: Fault | None) -> dict[str, str]:
        limit = self.limits.get(name, 300)
        self._used[name] = self._used.get(name, 0) + 1
        left = 0 if fault is Fault.RATE_LIMIT else max(limit - self._used[name], 0)
        return {
            "x-rate-limit-limit": str(limit),
            "x-rate-limit-remaining": str(left),
            "x-rate-limit-reset": str(self.now_us // 1_000_000 + 900),
        }

    def _may(self, fault: Fault | None, name: str) -> None:
        if fault is Fault.RATE_LIMIT or self._used[name] > self.limits.get(name, 300):
            raise Refused(429, "rate-limit-exceeded")
        if fault is Fault.SERVER_ERROR:
            raise Refused(503, "service-unavailable")
        if fault is Fault.SIGNED_OUT:
            raise Refused(401, "unauthorized")

    def _charge(self, name: str, me: str, body: Json, found: Sequence[str]) -> None:
        if name in ORDERS:
            self.charged += ORDERS[name]
            return
        thing, price = PRICES[name]
        if name == "tweets" and found[0] == me:
            price = 1_000
        assert name not in OWNED or found[0] == me
        items = body.get("data", [])
        for item in [items] if isinstance(items, dict) else items:
            which = item.get("edit_history_post_ids", [item["id"]])[0]
            key = (self.now_us // DAY_US, thing, which)
            if key not in self._charged_for:
                self._charged_for.add(key)
                self.charged += price

    # ── Pages ────────────────────────────────────────────────────────────────

    def page(self, name: str, asked: dict[str, str], ids: list[str]) -> tuple[list[str], Json]:
        """The ids of one page, newest first, and what is said about the page."""
        fewest, most = SIZES[name]
        wanted = int(asked.get("max_results", "100"))
        if not fewest <= wanted <= most:
            raise Refused(400, "invalid-request", parameters={"max_results": [str(wanted)]})
        if since := asked.get("since_id"):
            ids = [each for each in ids if int(each) > int(since)]
        if token := asked.get("pagination_token"):
            place = self._pages.get(token)
            if place is None or place[0] != name:
                raise Refused(400, "invalid-request", parameters={"pagination_token": [token]})
            ids = _after(ids, place[1])
        shown = ids[: min(wanted, self.page_size)]
        meta: Json = {"result_count": len(shown)}
        if len(ids) > len(shown):
            token = f"page-of-{name}-{shown[-1]:0>20}"
            self._pages[token] = (name, shown[-1])
            meta["next_token"] = token
        return shown, meta

    def posts_page(self, name: str, asked: dict[str, str], posts: list[Post]) -> Json:
        by_id = {post.id: post for post in posts}
        shown, meta = self.page(name, asked, list(by_id))
        telling = Telling(self.world, asked)
        if shown and name in ("mentions", "tweets", "search", "home"):
            meta |= {"newest_id": shown[0], "oldest_id": shown[-1]}
        return body_of(telling, telling.posts(by_id[each] for each in shown), meta)

    def users_page(self, name: str, asked: dict[str, str], ids: list[str]) -> Json:
        shown, meta = self.page(name, asked, ids)
        telling = Telling(self.world, asked)
        there = [self.world.users[each] for each in shown]
        return body_of(telling, telling.users(user for user in there if not user.suspended), meta)


def _after(ids: list[str], place: str) -> list[str]:
    return ids[ids.index(place) + 1 :] if place in ids else [i for i in ids if int(i) < int(place)]


def _handler(x: FakeX) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            content = self.rfile.read(length)
            try:
                status, headers, body, fault = x.answer(
                    self.command, self.path, self.headers, content
                )
            except Exception as error:  # noqa: BLE001 (the test that asked fails with it)
                x.mistakes.append(error)
                status, headers, body, fault = 500, {}, b"[]", None
            if fault is Fault.TIMEOUT:
                sleep(0.6)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            if fault is Fault.HALF_ANSWER:
                body, self.close_connection = body[: len(body) // 2], True
            self.wfile.write(body)

        do_POST = do_DELETE = do_GET

        def date_time_string(self, timestamp: float | None = None) -> str:
            """What limits are counted by: X's clock, which is the test's."""
            return super().date_time_string(x.now_us / 1e6)

        def log_message(self, *_: object) -> None:
            """Nobody reads along."""

    return Handler
