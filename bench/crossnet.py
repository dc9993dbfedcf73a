"""One person's handles on two networks: how far a handle alone tells, made comparable."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from machine import report

from hobnob.domain.matching.crossnet import telling_letters

NETWORKS = (("x", "bluesky"), ("x", "mastodon"), ("mastodon", "bluesky"))


def tell_crossnet(path: Path, *, as_json: bool) -> None:
    """Precision and recall of equal handles, from each network to another."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        people = list(csv.DictReader(lines))
    pairs = [each for each in NETWORKS if people and all(network in people[0] for network in each)]
    found = {f"{here} to {there}": _measure(people, here, there) for here, there in pairs}
    report(
        "The same person on another network, by handle alone",
        ("from, to", "people", "P", "R"),
        [
            (name, str(each["people"]), f"{each['precision']:.3f}", f"{each['recall']:.3f}")
            for name, each in found.items()
        ],
        found,
        as_json=as_json,
    )


def _measure(people: Iterable[Mapping[str, str]], here: str, there: str) -> dict[str, float]:
    """Whoever has an equal handle over there is taken for the same person."""
    people = list(people)
    holders: dict[str, set[str]] = defaultdict(set)
    for each in people:
        for letters in _letters(each[there]):
            holders[letters].add(each["person_id"])
    taken = {
        (each["person_id"], holder)
        for each in people
        for letters in _letters(each[here])
        for holder in holders.get(letters, ())
    }
    right = sum(one == other for one, other in taken)
    on_both = sum(bool(each[here] and each[there]) for each in people)
    return {
        "precision": right / max(1, len(taken)),
        "recall": right / max(1, on_both),
        "people": on_both,
    }


def _letters(handle: str | None) -> frozenset[str]:
    """Of a handle, or of the address of a profile that ends with it."""
    return telling_letters((handle or "").rstrip("/").rpartition("/")[2])
