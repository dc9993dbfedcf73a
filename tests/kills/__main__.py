"""Run it: python -m tests.kills --kills 200 --workers 3 [--seed N] [--json]."""

import argparse
import json
import os
import sys
import tempfile
from dataclasses import asdict


def main() -> int:
    """0 when nothing was lost, doubled, sent twice, sent without a yes, or left open."""
    profiles = ["named", "keyed", "state", "look"]
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--way", choices=["hobnob", "naive"], default="hobnob")
    parser.add_argument("--grace", type=float, default=1.0, help="seconds (default: 1)")
    parser.add_argument("--posts-on-x", choices=profiles, default="look", help="what is said of X")
    parser.add_argument("--only", choices=profiles, help="actions of one profile (default: all)")
    parser.add_argument("--slow", type=int, default=4, help="percent of actions done late")
    parser.add_argument("--actions", type=int, help="default: 4 a kill")
    parser.add_argument("--interactions", type=int, help="default: 36 a kill")
    parser.add_argument("--json", action="store_true", help="print one JSON object, not a table")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hobnob-kills-", ignore_cleanup_errors=True) as home:
        return _run(asked, home)


def _run(asked: argparse.Namespace, home: str) -> int:
    os.environ["HOBNOB_HOME"] = home
    os.environ["DJANGO_SETTINGS_MODULE"] = "hobnob.settings"

    import django

    django.setup()

    # Only now: what these import reads the settings.
    from hobnob.domain.actions import Recovery
    from tests.kills.run import Run
    from tests.kills.setup import Setup, Way
    from tests.kills.telling import failures, table

    verdict = Run(
        Setup(
            kills=asked.kills,
            workers=asked.workers,
            seed=asked.seed,
            way=Way(asked.way),
            grace_us=round(asked.grace * 1e6),
            posts_on_x=Recovery(asked.posts_on_x),
            slow=asked.slow,
            only=Recovery(asked.only) if asked.only else None,
            actions=asked.actions or 4 * asked.kills,
            interactions=asked.interactions or 36 * asked.kills,
        )
    ).verdict()
    failed = failures(verdict)
    print(json.dumps({**asdict(verdict), "failed": failed}) if asked.json else table(verdict))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
