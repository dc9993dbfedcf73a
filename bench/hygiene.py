"""How often the checks of accounts are right, beside the plainest rule for the same.

Over invented profiles that say what is true of them: those the checks were built with, and those
held back (bench/profiles/README.md says how, and what the very first look found). Precision: of
all accounts of which a check said something, the share of which it is true. Recall: of all of
which it is true, the share it was said of.
Run: python bench/hygiene.py [--json] [--quick] [--misses]
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import workbench  # noqa: F401 (lets hobnob be imported)
from labelled_profiles import NOW_US, Labelled, labelled
from machine import report
from plain_rules import PLAIN_RULES

from hobnob.domain.hygiene.findings import Proposes
from hobnob.domain.hygiene.look import CHECKS, look_at
from hobnob.domain.hygiene.seen import Seen

BLOCKS = "proposes a block"
GOALS = {BLOCKS: 0.95}
GOAL = 0.9


class Score(NamedTuple):
    """How often something was said, and how often that was right."""

    said: int
    right: int
    there: int

    @property
    def precision(self) -> float | None:
        """Of what was said, what is true; None where nothing was said."""
        return round(self.right / self.said, 3) if self.said else None

    @property
    def recall(self) -> float | None:
        """Of what is true, what was said; None where nothing is."""
        return round(self.right / self.there, 3) if self.there else None


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(description="How often the checks of accounts are right.")
    parser.add_argument("--json", action="store_true", help="print one JSON object as last line")
    parser.add_argument("--quick", action="store_true", help="the same: it takes a second")
    parser.add_argument("--misses", action="store_true", help="tell what was wrong or missed")
    arguments = parser.parse_args()
    held = [*labelled("held"), *labelled("fresh")]
    everybody = [*held, *labelled("building"), *labelled("later")]
    if arguments.misses:
        tell_misses(everybody)
    tell(held, everybody, as_json=arguments.json)


def tell(held: Sequence[Labelled], everybody: Sequence[Labelled], *, as_json: bool) -> None:
    """A row for each check, and one for all findings that propose a block."""
    names = [*CHECKS, BLOCKS]
    ours = {name: score(name, held) for name in names}
    whole = {name: score(name, everybody) for name in names}
    plain = {name: counted(name, held, PLAIN_RULES[name]) for name in CHECKS}
    report(
        f"{len(everybody)} invented profiles, {len(held)} of them held back",
        ("check", "precision", "recall", "plain rule", "its recall", "all", "recall", "goal"),
        [
            (
                name,
                _of(ours[name].precision, ours[name].right, ours[name].said),
                _share(ours[name].recall),
                _share(plain[name].precision) if name in plain else "",
                _share(plain[name].recall) if name in plain else "",
                _of(whole[name].precision, whole[name].right, whole[name].said),
                _share(whole[name].recall),
                f"{GOALS.get(name, GOAL):.2f}",
            )
            for name in names
        ],
        {
            "precision": {name: ours[name].precision for name in names},
            "recall": {name: ours[name].recall for name in names},
            "plain_precision": {name: plain[name].precision for name in plain},
            "plain_recall": {name: plain[name].recall for name in plain},
            "precision_of_all": {name: whole[name].precision for name in names},
            "recall_of_all": {name: whole[name].recall for name in names},
            "profiles": {"held": len(held), "all": len(everybody)},
        },
        as_json=as_json,
    )


def score(name: str, profiles: Iterable[Labelled]) -> Score:
    """How right a check is, or all findings that propose a block together."""
    if name == BLOCKS:
        return _blocks(profiles)
    look = CHECKS[name].look
    return counted(name, profiles, lambda seen: look(seen, NOW_US) is not None)


def counted(name: str, profiles: Iterable[Labelled], says: Callable[[Seen], bool]) -> Score:
    """How right a rule is about what the check of that name finds."""
    told = [(says(each.seen), name in each.truth) for each in profiles]
    return Score(
        said=sum(is_said for is_said, _ in told),
        right=sum(is_said and is_so for is_said, is_so in told),
        there=sum(is_so for _, is_so in told),
    )


def _blocks(profiles: Iterable[Labelled]) -> Score:
    told = [
        finding.check in each.truth
        for each in profiles
        for finding in look_at(each.seen, NOW_US)
        if finding.proposes is Proposes.BLOCK
    ]
    return Score(said=len(told), right=sum(told), there=0)


def tell_misses(profiles: Iterable[Labelled]) -> None:
    """Every profile of which too much was said, or too little."""
    for each in profiles:
        found = {finding.check: finding for finding in look_at(each.seen, NOW_US)}
        for name in found.keys() - each.truth:
            print(f"@{each.seen.account.handle} ({each.about}): {name}, {found[name].because}")
        for name in each.truth - found.keys():
            print(f"@{each.seen.account.handle} ({each.about}): {name} was missed")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _of(share: float | None, right: int, said: int) -> str:
    return f"{_share(share)} ({right} of {said})"


if __name__ == "__main__":
    main()
