"""The networks in a process of their own: one line of JSON asks, another one answers, or none."""

import json
import socketserver
import time
from dataclasses import dataclass, field
from random import Random
from typing import Any, cast

from hobnob.domain.actions import ActionKind, Recovery
from hobnob.domain.moments import SECOND
from hobnob.domain.people import Network
from tests.kills.faults import (
    ACTING,
    KEY_LATE_S,
    READING,
    SLOW_ANSWER_S,
    WORST_S,
    Fault,
    fault,
)
from tests.kills.setup import FastClock, profile
from tests.kills.truth import Doings, Happenings, What

Json = dict[str, Any]

_USUALLY_S = 0.05


@dataclass
class Networks:
    """Answers requests as networks do: mostly, and sooner or later."""

    clock: FastClock
    random: Random
    slow: int
    """Out of a hundred actions so many are done late."""
    doings: Doings = field(default_factory=Doings)
    happenings: Happenings = field(init=False)

    def __post_init__(self) -> None:
        self.happenings = Happenings(self.random)

    def answer(self, asked: Json) -> bytes:
        """The line that goes back. Without its end: the connection breaks there."""
        match asked["ask"]:
            case "act":
                return self._act(asked)
            case "find":
                return self._find(asked)
            case "read":
                return self._read(asked)
            case "happen":
                self.happenings.happen(asked["count"], now_us=self.clock())
                return _line({"status": 200})
        return _line({"status": 200, **self._truth()})

    # ── Asked by workers ─────────────────────────────────────────────────────

    def _act(self, asked: Json) -> bytes:
        befalls = fault(self.random, {**ACTING, Fault.SLOW: self.slow})
        if (refused := self._refusal(befalls)) is not None:
            return refused
        self._pause(WORST_S if befalls is Fault.SLOW else _USUALLY_S)
        done, key = _what(asked), asked["key"]
        if time.monotonic_ns() - asked["sent_ns"] > WORST_S * 1e9:
            return b""
        self.doings.do(done, key, now_us=self.clock())
        if profile(Network(done[0]), ActionKind(done[1])) is Recovery.KEYED:
            self._pause(KEY_LATE_S)
            self.doings.remember(key)
        return self._answered(befalls, {"status": 200, "id": f"made-{key}"})

    def _find(self, asked: Json) -> bytes:
        befalls = fault(self.random, ACTING)
        if (refused := self._refusal(befalls)) is not None:
            return refused
        is_there = self.doings.find(_what(asked), asked["key"], since_us=asked["since_us"])
        return self._answered(befalls, {"status": 200, "is_there": is_there})

    def _read(self, asked: Json) -> bytes:
        befalls = fault(self.random, READING)
        if (refused := self._refusal(befalls)) is not None:
            return refused
        if befalls is Fault.EXPIRED and asked["place"] is not None:
            return _line({"status": 410})
        items, place, is_last = self.happenings.page(
            asked["network"], asked["stream"], asked["reach"], asked["place"]
        )
        return self._answered(
            befalls, {"status": 200, "items": items, "place": place, "is_last": is_last}
        )

    def _refusal(self, befalls: Fault) -> bytes | None:
        """The answer to a request of which nothing is done."""
        match befalls:
            case Fault.LOST:
                return b""
            case Fault.RATE_LIMIT:
                return _line({"status": 429, "until_us": self.clock() + 20 * SECOND})
            case Fault.TURNED_AWAY:
                return _line({"status": 503})
        return None

    def _answered(self, befalls: Fault, answer: Json) -> bytes:
        line = _line(answer)
        match befalls:
            case Fault.NO_ANSWER:
                return b""
            case Fault.SERVER_ERROR:
                return _line({"status": 500})
            case Fault.HALF_ANSWER:
                return line[: len(line) // 2]
            case Fault.SLOW_ANSWER:
                self._pause(SLOW_ANSWER_S)
        return line

    def _pause(self, longest_s: float) -> None:
        time.sleep(self.random.random() * longest_s)

    # ── Asked by the harness ─────────────────────────────────────────────────

    def _truth(self) -> Json:
        doings = self.doings
        return {
            "made": [[list(each), count] for each, count in doings.made.items()],
            "so_now": [list(each) for each in doings.so_now],
            "told": [list(each) for each in doings.told],
            "happened": self.happenings.known(),
        }


def _what(asked: Json) -> What:
    return cast(What, tuple(asked["what"]))


def _line(answer: Json) -> bytes:
    return json.dumps(answer).encode() + b"\n"


class Server(socketserver.ThreadingTCPServer):
    """Listens on this machine, on a port that was free."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, networks: Networks) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.networks = networks

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Conversation(socketserver.StreamRequestHandler):
    """One connection. Whoever was killed while they asked has asked all the same."""

    disable_nagle_algorithm = True

    def handle(self) -> None:
        networks = cast(Server, self.server).networks
        try:
            while (line := self.rfile.readline()).endswith(b"\n"):
                answer = networks.answer(json.loads(line))
                self.wfile.write(answer)
                if not answer.endswith(b"\n"):
                    return
        except ConnectionError:
            return
