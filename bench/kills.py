"""What is lost, doubled or sent twice when workers are killed at random while they read and send.

Each row is a run of its own (see tests/kills): three fake networks, a person with two windows, and
workers that get SIGKILL. The naive row sends and then marks as sent; the careless one has claims,
but looks at once and sends again what it does not find.
Run: python bench/kills.py [--kills 1000] [--workers 3] [--json] [--quick]
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from machine import report
from rich.console import Console

REPOSITORY = Path(__file__).resolve().parent.parent
GOAL_NAIVE = 50

Verdict = dict[str, Any]


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(description="What random kills do to sync and outbox.")
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print one JSON object as last line")
    parser.add_argument("--quick", action="store_true", help="few kills, for a first look")
    arguments = parser.parse_args()
    kills = 40 if arguments.quick else arguments.kills
    common = ("--workers", str(arguments.workers), "--seed", str(arguments.seed))
    ours = run(kills, *common)
    naive = run(kills, *common, "--way", "naive")
    careless = run(kills // 4, *common, "--grace", "0", "--posts-on-x", "state")
    tell(ours, naive, careless, as_json=arguments.json)
    if ours["failed"]:
        sys.exit(f"This must not be: {'; '.join(ours['failed'])}.")
    if per_thousand_on_x(naive) <= GOAL_NAIVE and not arguments.quick:
        sys.exit("Even the naive way hardly doubled anything: these kills prove nothing.")


def run(kills: int, *arguments: str) -> Verdict:
    """The verdict of one run."""
    command = [sys.executable, "-m", "tests.kills", "--json", "--kills", str(kills), *arguments]
    path = f"{REPOSITORY / 'src'}{os.pathsep}{REPOSITORY}"
    environment = {**os.environ, "PYTHONPATH": path}
    environment.pop("DATABASE_URL", None)
    with Console(stderr=True).status(" ".join(command[2:])):
        done = subprocess.run(
            command, cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, text=True, check=False
        )
    if not done.stdout:
        sys.exit(f"It gave no verdict: {' '.join(command)}")
    verdict: Verdict = json.loads(done.stdout)
    return verdict


def tell(ours: Verdict, naive: Verdict, careless: Verdict, *, as_json: bool) -> None:
    """A row a run."""
    actions, interactions = ours["actions"], ours["interactions"]
    report(
        f"{ours['kills']:,} random kills over sync and outbox, {ours['setup']['workers']} at work",
        (
            "run",
            "kills",
            "interactions lost / doubled",
            "sent twice",
            "of 1,000 on X",
            "unapproved",
            "asked",
            "seconds",
        ),
        [
            row("send, then mark (naive)", naive),
            row("claims, but no grace and sent again", careless),
            row("hobnob", ours),
            ("goal", "", "0 / 0", "0", f"0; naive above {GOAL_NAIVE}", "0", "each shown", ""),
        ],
        {
            "kills": ours["kills"],
            "lost": interactions["lost"],
            "doubled": interactions["doubled"],
            "sent_twice": actions["sent_twice"],
            "unapproved": actions["unapproved"],
            "asked": actions["asked"],
            "naive_sent_twice": per_thousand_on_x(naive),
            "careless_sent_twice": careless["actions"]["sent_twice"],
            "interactions": interactions["happened"],
            "actions": actions["approved"],
            "failed": ours["failed"],
            "killed_while": ours["killed_while"],
        },
        as_json=as_json,
    )


def row(name: str, verdict: Verdict) -> Sequence[str]:
    """One run, as a row of the table."""
    actions, interactions = verdict["actions"], verdict["interactions"]
    return (
        name,
        f"{verdict['kills']:,}",
        f"{interactions['lost']} / {interactions['doubled']} of {interactions['happened']:,}",
        f"{actions['sent_twice']} of {actions['approved']:,}",
        str(per_thousand_on_x(verdict)),
        str(actions["unapproved"]),
        str(actions["asked"]),
        f"{verdict['seconds']:.0f}",
    )


def per_thousand_on_x(verdict: Verdict) -> int:
    """How many of 1,000 approved posts on X were sent twice: those have neither key nor state."""
    actions = verdict["actions"]
    twice: int = actions["twice_by_profile"].get("look", 0)
    approved: int = actions["approved_by_profile"].get("look", 0)
    return round(1_000 * twice / max(1, approved))


if __name__ == "__main__":
    main()
