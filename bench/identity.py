"""What random lives of merging, splitting, undoing, re-importing and forgetting lose: nothing.

Each life is a database of its own and some steps drawn at random (tests/properties has the steps
and what must hold after every one of them). The first violation ends it with an error.
Run: python bench/identity.py [--lives 1000] [--steps 50] [--seed 1] [--json] [--quick]
"""

import argparse
import sys
import time
from pathlib import Path

import hypothesis
import workbench
from hypothesis import HealthCheck, Phase
from hypothesis.stateful import run_state_machine_as_test
from machine import report

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.properties.identity_machine import Lives


def main() -> None:
    """Live, and tell."""
    parser = argparse.ArgumentParser(description="What random lives of who is who lose.")
    parser.add_argument("--lives", type=int, default=1000)
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print one JSON object as last line")
    parser.add_argument("--quick", action="store_true", help="few lives, for a first look")
    arguments = parser.parse_args()
    lives = 20 if arguments.quick else arguments.lives
    workbench.new_database(workbench.FOLDER / "hobnob.db")
    began = time.process_time()
    live(lives, steps=arguments.steps, seed=arguments.seed)
    seconds = time.process_time() - began
    did = sum(Lives.steps.values())
    rows = [(name, f"{count:,}") for name, count in Lives.steps.most_common()]
    report(
        f"{lives:,} lives of up to {arguments.steps} steps: 0 violations, {seconds:,.0f} CPU-s",
        ("what was done", "times"),
        [*rows, ("all together", f"{did:,}")],
        {"lives": lives, "steps": did, "violations": 0, "did": dict(Lives.steps)},
        as_json=arguments.json,
    )


def live(lives: int, *, steps: int, seed: int) -> None:
    """Run the machine. Raises AssertionError with the steps that led to a violation."""
    run_state_machine_as_test(
        hypothesis.seed(seed)(Lives),
        settings=hypothesis.settings(
            max_examples=lives,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )


if __name__ == "__main__":
    main()
