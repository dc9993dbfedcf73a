"""How well records are matched to accounts, beside an exact name and Splink's own recipe.

Weights and calibrator are fitted with cross-validation by person: nobody is scored by weights that
saw them. With --packs DIR the shipped weights are used as they are, on folders of the same layout.
Goals: closed F1 .985 at .5 and P .995 at .9; open F1 .90, P .97 at R .60; ordinary P .95 at R .30
and at most 1.8 reviews a link for a recall of .9; everywhere top 5 .99 and off by at most .05;
febrl4, which has fields of its own, F1 .99.
Run: python bench/matching.py [--packs DIR] [--crossnet FILE] [--json] [--quick] [--write]
"""

import argparse
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from crossnet import tell_crossnet
from linkage import Measured, Pair, measure
from machine import report
from matching_febrl import febrl4
from packs import DATA, ROOT, Pack, read_pack
from splink_recipe import splink_recipe

from hobnob.measures.matches.calibrator import fit
from hobnob.measures.matches.evidence import Judged, weigh
from hobnob.measures.matches.model import Model, shipped
from hobnob.measures.matches.rank import competition, match
from hobnob.measures.matches.score import Scored, score

TRACKS = ("closed", "open", "ordinary")
FOLDS = 5
THINNED = ((1.0, 1.0), (1.0, 0.3), (0.4, 1.0))
"""Calibrated on all of a pack, on a third of its accounts, and on fewer of its records."""

Weights = Mapping[str, Mapping[str, float]]
NO_WEIGHTS: Weights = {}


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(description="How well records are matched to accounts.")
    parser.add_argument("--packs", type=Path, help="folders to score with the shipped weights")
    parser.add_argument("--crossnet", type=Path, help="a file of handles of one person each")
    parser.add_argument("--json", action="store_true", help="print one JSON object as last line")
    parser.add_argument("--quick", action="store_true", help="one track, without peers")
    parser.add_argument("--write", action="store_true", help="fit on everything and ship that")
    arguments = parser.parse_args()
    if arguments.packs:
        with_shipped(read_packs(arguments.packs), as_json=arguments.json)
    elif arguments.crossnet:
        tell_crossnet(arguments.crossnet, as_json=arguments.json)
    elif not (DATA / "linkage").exists():
        print(
            f"Data set absent: there is no {DATA / 'linkage'}. HOBNOB_BENCH_DATA says where it is."
        )
    elif arguments.write:
        write(read_packs(DATA / "linkage" / "packs"))
    else:
        tracks = TRACKS[:1] if arguments.quick else TRACKS
        packs = read_packs(DATA / "linkage" / "packs", tracks)
        cross_validated(packs, peers=not arguments.quick, as_json=arguments.json)


def read_packs(folder: Path, names: Sequence[str] = ()) -> list[Pack]:
    """The packs of a folder, or the one that it is itself."""
    if (folder / "truth.csv").exists():
        return [read_pack(folder)]
    found = names or sorted(each.name for each in folder.iterdir() if (each / "truth.csv").exists())
    return [read_pack(folder / name) for name in found]


# ── Fitting ──────────────────────────────────────────────────────────────────


def scored_without_weights(pack: Pack) -> list[Scored]:
    """Its pairs with their levels: what weights are fitted on."""
    return score(pack.records, pack.accounts, prior=0.0, weights=NO_WEIGHTS)


def with_weights(pairs: Sequence[Scored], prior: float, weights: Weights) -> list[Scored]:
    """The pairs, weighed: the sum that Splink would give."""
    return [
        each._replace(weight=prior + sum(weights[name][lvl] for name, lvl in each.levels.items()))
        for each in pairs
    ]


def fit_on(
    packs: Sequence[Pack], pairs: Mapping[str, list[Scored]], people: frozenset[str]
) -> Model:
    """Weights and calibrator from these people alone, of all packs together."""
    known = [
        Judged(each.levels, (each.record, each.account) in pack.truth)
        for pack in packs
        for each in pairs[pack.name]
        if each.record in people
    ]
    prior, weights = weigh(known)
    features, is_same = [], []
    for pack in packs:
        for records, accounts in THINNED:
            weighed = with_weights(thinned(pairs[pack.name], records, accounts), prior, weights)
            many = sum(share_of(str(each["unique_id"])) < records for each in pack.records)
            seen = np.array([each.record in people for each in weighed])
            features.append(competition(weighed, pack.rarity, many)[seen])
            truth = [(each.record, each.account) in pack.truth for each in weighed]
            is_same.append(np.array(truth, dtype=float)[seen])
    calibrator = fit(np.vstack(features), np.concatenate(is_same))
    return Model(prior=prior, weights=weights, calibrator=calibrator)


def thinned(pairs: Sequence[Scored], records: float, accounts: float) -> list[Scored]:
    """The pairs of so large a share of the records and accounts: pools of every density."""
    return [
        each
        for each in pairs
        if share_of(each.record) < records and share_of(each.account) < accounts
    ]


def share_of(key: str) -> float:
    """Where somebody falls between 0 and 1, by the digest of their key."""
    return hashlib.sha256(f"thinned {key}".encode()).digest()[0] / 256


def fold_of(record: str) -> int:
    """Which fold a person is in: by the digest of their key, the same in every pack."""
    return hashlib.sha256(record.encode()).digest()[0] % FOLDS


def write(packs: Sequence[Pack]) -> None:
    """Fit on everybody, and put that where hobnob ships it from."""
    pairs = {pack.name: scored_without_weights(pack) for pack in packs}
    everybody = frozenset(each.record for those in pairs.values() for each in those)
    path = ROOT / "src" / "hobnob" / "measures" / "matches" / "weights.json"
    path.write_text(fit_on(packs, pairs, everybody).dump())
    print(f"Wrote {path.relative_to(ROOT)}.")


# ── Measuring ────────────────────────────────────────────────────────────────


def cross_validated(packs: Sequence[Pack], *, peers: bool, as_json: bool) -> None:
    """Every pack by weights fitted on other people, beside peers in the same run."""
    pairs = {pack.name: scored_without_weights(pack) for pack in packs}
    chances: dict[str, dict[Pair, float]] = {pack.name: {} for pack in packs}
    everybody = frozenset(each.record for those in pairs.values() for each in those)
    for fold in range(FOLDS):
        model = fit_on(packs, pairs, frozenset(r for r in everybody if fold_of(r) != fold))
        for pack in packs:
            weighed = with_weights(pairs[pack.name], model.prior, model.weights)
            said = model.calibrator.probability(
                competition(weighed, pack.rarity, len(pack.records))
            )
            chances[pack.name] |= {
                (each.record, each.account): float(chance)
                for each, chance in zip(weighed, said, strict=True)
                if fold_of(each.record) == fold
            }
    result = {pack.name: {"hobnob": measure(chances[pack.name], pack.truth)} for pack in packs}
    if peers:
        for pack in packs:
            result[pack.name]["exact display name"] = measure(exact_name(pack), pack.truth)
            result[pack.name]["Splink's default"] = measure(splink_recipe(pack), pack.truth)
        result["febrl4"] = {"Splink's own weights": febrl4(DATA / "linkage" / "public")}
    tell("Cross-validated by person", result, as_json=as_json)


def with_shipped(packs: Sequence[Pack], *, as_json: bool) -> None:
    """Every pack by the weights that are shipped."""
    result = {}
    for pack in packs:
        found = match(pack.records, pack.accounts, pack.rarity, shipped())
        chances = {(each.record, each.account): each.probability for each in found}
        result[pack.name] = {"hobnob": measure(chances, pack.truth)}
    tell("With the shipped weights", result, as_json=as_json)


def exact_name(pack: Pack) -> dict[Pair, float]:
    """A peer: the display name is first and last name, letter for letter."""
    return {
        (record, account): 1.0
        for record, name in pack.full_names.items()
        for account in pack.display_names.get(name, ())
    }


def tell(title: str, result: Mapping[str, Mapping[str, Measured]], *, as_json: bool) -> None:
    """One row a track and method. The first method is what the track is about."""
    report(
        title,
        ("track", "method", "F1 .5", "P .9", "R .9", "top 1", "top 5", "off", "reviews .8 / .9"),
        [
            (track, method, *_cells(measured))
            for track, methods in result.items()
            for method, measured in methods.items()
        ],
        {
            track: next(iter(methods.values())).as_dict()
            | {"peers": {name: each.as_dict() for name, each in list(methods.items())[1:]}}
            for track, methods in result.items()
        },
        as_json=as_json,
    )


def _cells(measured: Measured) -> Iterable[str]:
    shares = (
        measured.f1_at_50,
        measured.precision_at_90,
        measured.recall_at_90,
        measured.top1,
        measured.top5,
        measured.calibration_error,
    )
    reviews = (measured.reviews_per_link_at_recall_80, measured.reviews_per_link_at_recall_90)
    yield from (f"{each:.3f}" for each in shares)
    yield " / ".join("never" if each is None else f"{each:.2f}" for each in reviews)


if __name__ == "__main__":
    main()
