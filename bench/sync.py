"""How fast a first sync reads, beside each network's own client asking for the same pages.

Real servers of Bluesky and a server of the Mastodon API run on this machine, in processes of their
own. A sync reads a whole account into an empty database; the addresses that it asked for, in that
order, are then asked for once more by the client library alone (the SDK of AT Protocol,
Mastodon.py), which makes its own objects of the answers and drops them, and by bare httpx, which
only parses the JSON. All three take turns, over warm servers and loaded modules.
Run: python bench/sync.py [--json] [--quick] [--network NAME]
"""

import argparse
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from statistics import median
from time import perf_counter, process_time
from typing import Any, NamedTuple
from unittest.mock import patch

import workbench
from bluesky_server import bluesky_server
from machine import report
from mastodon_server import mastodon_server
from server import Server, Size, now_us

from hobnob.networks.http.door import Door
from hobnob.operations import sync as operation
from hobnob.storage import models

GOAL = 1.3
SERVERS: Mapping[str, Callable[[Size], AbstractContextManager[Server]]] = {
    "bluesky": bluesky_server,
    "mastodon": mastodon_server,
}
SIZES = {"bluesky": Size(1_000, 200, 200), "mastodon": Size(300, 100, 100)}
"""mastodon-mock takes a tenth of a second to answer and to be told anything."""
QUICK = Size(60, 20, 20)


class Spent(NamedTuple):
    """Seconds that something took, and how many of them this process was busy."""

    wall: float
    cpu: float


class Turn(NamedTuple):
    """One round."""

    ours: Spent
    client: Spent
    bare: Spent


class Measured(NamedTuple):
    """One network, read over and over."""

    interactions: int
    asked: Sequence[str]
    turns: Sequence[Turn]


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(description="How fast a first sync reads.")
    parser.add_argument("--json", action="store_true", help="print one JSON object as last line")
    parser.add_argument("--quick", action="store_true", help="a small account, once")
    parser.add_argument("--network", choices=SERVERS, help="this one only")
    arguments = parser.parse_args()
    repeats = 1 if arguments.quick else 5
    # The servers are on this machine, which hobnob never asks otherwise.
    os.environ["HOBNOB_ALLOW_LOOPBACK"] = "1"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    measured = {}
    for name in [arguments.network] if arguments.network else SERVERS:
        with SERVERS[name](QUICK if arguments.quick else SIZES[name]) as server:
            measured[name] = measure(server, repeats)
    tell(measured, as_json=arguments.json)


def measure(server: Server, repeats: int) -> Measured:
    """Read an account so many times in each of the three ways, after a round that isn't counted."""
    asked: list[str] = []
    with recording(asked):
        read(server, "warm")
    interactions = models.Interaction.objects.count()
    server.ask_by_client(asked)
    server.ask_bare(asked)
    turns = [
        Turn(
            read(server, str(number)),
            timed(lambda: server.ask_by_client(asked)),
            timed(lambda: server.ask_bare(asked)),
        )
        for number in range(repeats)
    ]
    return Measured(interactions, asked, turns)


def read(server: Server, name: str) -> Spent:
    """What a first sync into an empty database takes."""
    workbench.new_database(workbench.FOLDER / f"{server.name}-{name}.db")
    connection = server.connect()
    spent = timed(lambda: operation.sync(connection.pk, clock=now_us))
    connection.refresh_from_db()
    errors = [connection.error, *connection.streams.values_list("error", flat=True)]
    if any(errors):
        raise SystemExit(f"The sync did not read everything: {' '.join(filter(None, errors))}")
    return spent


def timed(work: Callable[[], object]) -> Spent:
    """What some work takes."""
    wall, cpu = perf_counter(), process_time()
    work()
    return Spent(perf_counter() - wall, process_time() - cpu)


@contextmanager
def recording(asked: list[str]) -> Iterator[None]:
    """Notes the addresses that a sync asks for meanwhile."""
    ask, sync_on = Door.ask, operation.sync

    def noting(door: Door, method: str, url: str, **rest: Any) -> Any:
        asked.append(url)
        return ask(door, method, url, **rest)

    def noted(*arguments: Any, **rest: Any) -> Any:
        with patch.object(Door, "ask", noting):
            return sync_on(*arguments, **rest)

    with patch.object(operation, "sync", noted):
        yield


def tell(measured: Mapping[str, Measured], *, as_json: bool) -> None:
    """Least and median seconds. Other programs can only add to them: ratios are of the least."""
    ratios = {name: ratios_of(those.turns) for name, those in measured.items()}
    report(
        "A first sync, beside the client library alone and bare httpx (seconds: least / median)",
        ("network", "interactions", "requests", "hobnob", "client", "httpx", "per s", "ratio"),
        [
            (
                name,
                f"{those.interactions:,}",
                f"{len(those.asked):,}",
                *(seconds([turn[way].wall for turn in those.turns]) for way in range(3)),
                f"{rate(those):,.0f}",
                f"{ratios[name]['client_ratio']:.2f} (≤ {GOAL})",
            )
            for name, those in measured.items()
        ],
        {
            **{
                key: {name: round(those[key], 3) for name, those in ratios.items()}
                for key in ("client_ratio", "client_ratio_of_medians", "bare_ratio")
            },
            "interactions_per_s": {name: round(rate(those)) for name, those in measured.items()},
            "requests": {name: len(those.asked) for name, those in measured.items()},
            "asked_twice": {
                name: len(those.asked) - len(set(those.asked)) for name, those in measured.items()
            },
            "cpu_s": {
                name: [round(median(turn[way].cpu for turn in those.turns), 3) for way in range(3)]
                for name, those in measured.items()
            },
        },
        as_json=as_json,
    )


def ratios_of(turns: Sequence[Turn]) -> dict[str, float]:
    """Our wall seconds beside those of the client library, and of bare httpx."""
    ours, client, bare = ([turn[way].wall for turn in turns] for way in range(3))
    return {
        "client_ratio": min(ours) / min(client),
        "client_ratio_of_medians": median(ours) / median(client),
        "bare_ratio": min(ours) / min(bare),
    }


def seconds(taken: Sequence[float]) -> str:
    """The least and the median: "0.81 / 0.93"."""
    return f"{min(taken):.2f} / {median(taken):.2f}"


def rate(those: Measured) -> float:
    """Interactions that a sync reads in a second."""
    return those.interactions / median(turn.ours.wall for turn in those.turns)


if __name__ == "__main__":
    main()
