"""However often workers are killed, nothing is lost, done twice, or done without a yes."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.kills

REPOSITORY = Path(__file__).parents[2]
Verdict = dict[str, Any]


def run(*arguments: object) -> Verdict:
    """The verdict of a run in processes of its own, on a SQLite file of its own."""
    path = f"{REPOSITORY / 'src'}{os.pathsep}{REPOSITORY}"
    environment = {**os.environ, "PYTHONPATH": path}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-m", "tests.kills", "--json", *map(str, arguments)],
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    verdict: Verdict = json.loads(done.stdout)
    return verdict


@pytest.fixture(scope="module")
def verdicts() -> dict[int, Verdict]:
    """By number of workers. Both runs at once: most of a life is waiting."""

    def with_workers(number: int) -> tuple[int, Verdict]:
        return number, run("--kills", 100, "--workers", number, "--seed", number)

    with ThreadPoolExecutor() as pool:
        return dict(pool.map(with_workers, (1, 3)))


@pytest.fixture(params=[1, 3], ids=["one worker", "three workers"])
def verdict(request: pytest.FixtureRequest, verdicts: dict[int, Verdict]) -> Verdict:
    return verdicts[request.param]


def test_every_kill_hit_and_all_was_settled_afterwards(verdict: Verdict) -> None:
    assert (verdict["kills"], verdict["crashed"]) == (100, 0)
    assert verdict["actions"]["unsettled"] == 0
    assert verdict["integrity"] == "ok"


def test_no_interaction_is_lost_or_doubled(verdict: Verdict) -> None:
    told = verdict["interactions"]
    assert told["happened"] > 3_000
    assert (told["lost"], told["doubled"]) == (0, 0)


def test_lists_and_contacts_are_what_a_replay_of_the_log_gives(verdict: Verdict) -> None:
    assert verdict["interactions"]["derived_wrong"] == 0


def test_no_action_is_sent_twice_on_any_network(verdict: Verdict) -> None:
    told = verdict["actions"]
    assert set(told["approved_by_profile"]) == {"named", "keyed", "state", "look"}
    assert told["twice_by_profile"] == {}


def test_nothing_leaves_without_a_yes(verdict: Verdict) -> None:
    told = verdict["actions"]
    # Enough that one could have left; how many get no yes is up to where the kills fall.
    assert told["begun"] - told["approved"] >= 10
    assert told["unapproved"] == 0


def test_what_was_undone_stays_undone(verdict: Verdict) -> None:
    assert verdict["actions"]["overturned"] == 0


def test_the_outbox_says_what_is_so_and_asks_only_what_nobody_else_can_tell(
    verdict: Verdict,
) -> None:
    told = verdict["actions"]
    assert (told["misreported"], told["asked_needlessly"]) == (0, 0)


def test_kills_hit_reading_claiming_sending_and_recording(verdict: Verdict) -> None:
    assert {"keeping", "claiming", "sending", "recording"} <= set(verdict["killed_while"])


# ── That this can fail ───────────────────────────────────────────────────────

POSTS_ON_X = ("--only", "look", "--workers", 3, "--interactions", 60)


def test_to_send_and_then_mark_doubles_more_than_fifty_in_a_thousand() -> None:
    told = run("--way", "naive", "--kills", 40, "--actions", 300, *POSTS_ON_X)["actions"]
    assert told["sent_twice"] / told["approved"] > 0.05


def test_on_a_slow_network_it_is_the_grace_that_keeps_posts_from_being_doubled() -> None:
    slow = ("--slow", 90, "--kills", 40, "--actions", 120, *POSTS_ON_X)
    with_grace = run(*slow)
    assert with_grace["failed"] == []
    careless = run(*slow, "--grace", 0, "--posts-on-x", "state")
    assert careless["actions"]["sent_twice"] > 1
