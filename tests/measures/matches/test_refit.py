"""Decisions move the calibrator towards what they say, and never turn it round."""

import numpy as np
import pytest

from hobnob.measures.matches.calibrator import Calibrator, fit
from hobnob.measures.matches.competition import FEATURES, Floats
from hobnob.measures.matches.model import shipped
from hobnob.measures.matches.refit import LEAST_DECISIONS, TooFewDecisions, refit

START = shipped().calibrator


def decided(count: int) -> list[list[float]]:
    """Pairs as a reviewer meets them: from unlikely to likely."""
    chance = np.random.default_rng(1)
    rows = START.mean + START.scale * chance.normal(size=(count, len(FEATURES))) * 0.5
    return [[float(each) for each in row] for row in rows]


def off(calibrator: Calibrator, rows: Floats, yes: list[bool]) -> float:
    """Mean distance of what it says to what was decided."""
    return float(np.abs(calibrator.probability(rows) - np.array(yes)).mean())


def test_it_moves_towards_the_decisions() -> None:
    rows = decided(200)
    yes = [bool(chance > 0.02) for chance in START.probability(np.array(rows))]
    fitted = refit(rows, yes, START)

    assert off(fitted, np.array(rows), yes) < off(START, np.array(rows), yes)


def test_decisions_that_are_as_expected_change_little() -> None:
    rows = decided(200)
    chance = np.random.default_rng(2)
    said = START.probability(np.array(rows))
    fitted = refit(rows, [bool(each) for each in chance.random(200) < said], START)

    assert np.abs(fitted.probability(np.array(rows)) - said).mean() < 0.05


def test_what_speaks_for_a_pair_never_comes_to_speak_against_it() -> None:
    rows = decided(300)
    weight = [row[0] for row in rows]
    yes = [each < float(np.median(weight)) for each in weight]
    fitted = refit(rows, yes, START)

    assert (fitted.weights[1:] * START.weights[1:] >= 0).all()


def test_the_same_decisions_give_the_same_calibrator() -> None:
    rows, yes = decided(60), [number % 2 == 0 for number in range(60)]

    assert refit(rows, yes, START).as_dict() == refit(rows, yes, START).as_dict()


def test_too_few_decisions_are_refused_with_what_to_do() -> None:
    few = LEAST_DECISIONS - 1
    with pytest.raises(TooFewDecisions, match=f"{few} decisions.*takes {LEAST_DECISIONS}.*Review"):
        refit(decided(few), [True] * few, START)


def test_a_calibrator_is_the_same_once_it_was_stored() -> None:
    again = Calibrator.of(START.as_dict())

    assert again.as_dict() == START.as_dict()


def test_no_feature_counts_further_than_it_was_seen() -> None:
    rows = np.array([[0.0], [1.0], [2.0], [3.0]])
    calibrator = fit(rows, np.array([0.0, 0.0, 1.0, 1.0]))

    assert calibrator.probability(np.array([[99.0]])) == calibrator.probability(np.array([[3.0]]))
