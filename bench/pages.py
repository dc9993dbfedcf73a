"""How long pages take over 200,000 people and 2 million interactions, on one warm connection.

Everybody is on the page of people, and 5,000 are in a file of donors, half of them not found yet.

The feed is that of a list of 5,000 people who posted 100,000 times since it was last looked at,
and a tenth of what was said in the last 90 days has the hashtag of a chat.

A page is asked for as a browser does, through every middleware to the last byte of HTML, by
somebody who is signed in. CPU is that of the whole process while the page is made: the least of
three times, since other programs on the machine can only add to it.
Run: python bench/pages.py [--json] [--quick]
"""

import argparse
from collections.abc import Callable, Sequence
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import NamedTuple

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from herd import DAYS, fill_herd
from machine import report
from supporters import bring_supporters
from world import Size, busiest_people, open_world

from hobnob.domain.hygiene.findings import Proposes
from hobnob.domain.moments import DAY
from hobnob.domain.post_kinds import PostKind
from hobnob.operations.local_user import local_user
from hobnob.operations.read_feed import Reader
from hobnob.storage import models
from hobnob.storage.queries.lists.members import PAGE
from hobnob.web import clock

GOAL_MS = 50
RUNS = 3
WORDS = (
    "a", "the", "tiger", "ferry", "soup", "handwritten card", "wild animals", "lantern walk",
    "every single week", "train", "núñez", "robin vale", "nobodywritesthis", "I", "eg", "tab",
)  # fmt: skip
"""What is searched for: single letters, words of every tenth post, names, notes, and nothing."""


NARROWED = (
    "losing-touch=1", "answer=owed", "tag=donor", "tag=donor&not-found=1", "tag=garden",
    "list=donors", "list=watchlist&sort=name", "list=mentioned&answer=none", "network=x",
    "words=robin", "place=utrecht&sort=last", "do-not-contact=1", "chat=tusktalk",
    "over-cadence=1", "tag=donor&list=mentioned", "answer=none",
)  # fmt: skip
"""What people are narrowed down by: what a handful have in common, and what nearly all have."""

_SILENT = 400
"""About so many something is found out."""


class Asked(NamedTuple):
    """One request for a page."""

    cpu_ms: float
    wall_ms: float
    queries: int


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(description="How long pages take over a large log.")
    parser.add_argument("--json", action="store_true", help="print one JSON object as last line")
    parser.add_argument("--quick", action="store_true", help="a small log, few requests")
    arguments = parser.parse_args()
    size = Size(2_000, 20_000, 300, 50) if arguments.quick else Size()
    requests = 8 if arguments.quick else 64
    open_world(size, keep=not arguments.quick)
    fill_herd(size)
    _go_to_a_chat(size)
    bring_supporters(size)
    _look_away_for_weeks(size)
    clock.now_us = lambda: size.now_us
    client = Client(SERVER_NAME="localhost")
    client.force_login(local_user())
    pages = addresses(size)
    tell(size, {name: ask(client, url, requests) for name, url in pages.items()}, arguments.json)


def _go_to_a_chat(size: Size) -> None:
    """Let a tenth of what was said lately have the hashtag of a chat, and hundreds be silent."""
    if models.Chat.objects.exists():
        return
    models.Chat.objects.create(
        key="tusktalk",
        name="#TuskTalk",
        tag="tusktalk",
        weekday=1,
        minute=20 * 60,
        time_zone="UTC",
        made_us=size.now_us,
    )
    lately = models.Post.objects.filter(at_us__gt=size.now_us - 90 * DAY).order_by("pk")
    models.PostTag.objects.bulk_create(
        (
            models.PostTag(post_id=post_id, tag="tusktalk", at_us=at_us)
            for post_id, at_us in lately.values_list("pk", "at_us")[::10]
        ),
        batch_size=5_000,
    )
    others = models.Account.objects.filter(is_me=False).order_by("pk")
    models.Finding.objects.bulk_create(
        models.Finding(
            account=each,
            name="long_silent",
            proposes=Proposes.UNFOLLOW,
            because="because their last word was 2 years ago",
            found_us=size.now_us,
        )
        for each in others[:_SILENT]
    )


def _look_away_for_weeks(size: Size) -> None:
    """Let nothing be read of what everybody posted since."""
    reader = Reader(user=local_user(), now_us=size.now_us - DAYS * DAY)
    for key in ("donors", "watchlist", "say", "home"):
        reader.stop_at(key, None)


def addresses(size: Size) -> dict[str, Callable[[int], str]]:
    """By page: the address of its n-th request. They go round members, people, leaves and words."""
    busiest = busiest_people(20)
    kinds = tuple(PostKind)
    shown = ("all", "all", "talk", "shares", "offline")
    leaves = size.donors // PAGE
    return {
        "today": lambda _: "/",
        "list": lambda n: f"/lists/donors/?page={1 + n * 7 % leaves}",
        "largest list": lambda n: f"/lists/mentioned/?page={1 + n * n % 500}",
        "feeds": lambda _: "/feed/",
        "feed": lambda n: f"/feed/donors/?at={size.now_us - n}",
        "feed by kind": lambda n: f"/feed/donors/?only={kinds[n % len(kinds)]}",
        "feed of the Watchlist": lambda n: f"/feed/watchlist/?at={size.now_us - n}",
        "questions": lambda n: f"/feed/questions/?at={size.now_us - n}",
        "person": lambda n: (
            f"/people/{busiest[n % 20]}/?shown={shown[n % 5]}&page={1 + (n // 20) * 9}"
        ),
        "people": lambda n: f"/people/?page={1 + n * n % 500}",
        "people narrowed down": lambda n: f"/people/?{NARROWED[n % len(NARROWED)]}",
        "hygiene": lambda _: "/hygiene/",
        "worth following": lambda _: "/hygiene/follow/",
        "chats": lambda _: "/chats/",
        "chat": lambda _: "/chats/tusktalk/",
        "search": lambda n: f"/search/?words={WORDS[n % len(WORDS)]}",
    }


def ask(client: Client, url: Callable[[int], str], requests: int) -> list[Asked]:
    """Ask for so many pages of a kind, each often enough to tell what it takes."""
    asked = []
    for number in range(requests):
        with CaptureQueriesContext(connection) as queries:
            client.get(url(number))
            count = len(queries)
        runs = [_ask_once(client, url(number)) for _ in range(RUNS)]
        cpu_ms, wall_ms = map(min, zip(*runs, strict=True))
        asked.append(Asked(cpu_ms, wall_ms, count))
    return asked


def _ask_once(client: Client, url: str) -> tuple[float, float]:
    began, began_cpu = perf_counter(), process_time()
    response = client.get(url)
    cpu_ms, wall_ms = (process_time() - began_cpu) * 1e3, (perf_counter() - began) * 1e3
    if response.status_code != 200:
        raise SystemExit(f"{url} answered {response.status_code}.")
    return cpu_ms, wall_ms


def tell(size: Size, asked: dict[str, list[Asked]], as_json: bool) -> None:
    """The middle request of each page, and the one that only one in twenty exceeds."""
    cpu = {name: [each.cpu_ms for each in those] for name, those in asked.items()}
    wall = {name: [each.wall_ms for each in those] for name, those in asked.items()}
    queries = {name: max(each.queries for each in those) for name, those in asked.items()}
    report(
        f"Pages over {size.people:,} people and {size.interactions:,} interactions",
        ("page", "CPU p50", "CPU p95", "wall p50", "wall p95", "queries", "goal"),
        [
            (
                name,
                *(f"{ms:.1f} ms" for ms in (median(cpu[name]), p95(cpu[name]))),
                *(f"{ms:.1f} ms" for ms in (median(wall[name]), p95(wall[name]))),
                str(queries[name]),
                f"{GOAL_MS} ms CPU",
            )
            for name in asked
        ],
        {
            "p50_cpu_ms": {name: round(median(cpu[name]), 2) for name in asked},
            "p95_cpu_ms": {name: round(p95(cpu[name]), 2) for name in asked},
            "p95_wall_ms": {name: round(p95(wall[name]), 2) for name in asked},
            "queries": queries,
        },
        as_json=as_json,
    )


def p95(values: Sequence[float]) -> float:
    """The value that one in twenty exceeds."""
    return quantiles(values, n=20, method="inclusive")[-1]


if __name__ == "__main__":
    main()
