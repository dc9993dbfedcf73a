"""The calibrator learns from what was decided here, once enough was."""

import numpy as np
import pytest

from hobnob.domain.decisions import Verb
from hobnob.domain.people import Account, Network
from hobnob.measures.matches.competition import FEATURES
from hobnob.measures.matches.model import shipped
from hobnob.operations.decide import undo_all
from hobnob.operations.matching.fit_anew import fit_anew, model_in_use
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.operations.same_person import apart
from hobnob.storage import models
from hobnob.storage.queries.matching.evidence import judged
from tests import people
from tests.matching import keep, matcher, may_look, near, proposed, robin, shown, supporter
from tests.people import NOW_US

pytestmark = pytest.mark.django_db

LIKELY = [4.0, 3.0, 3.0, 3.0, *[0.0] * (len(FEATURES) - 4)]
UNLIKELY = [-4.0, -3.0, -3.0, -3.0, *[0.0] * (len(FEATURES) - 4)]


@pytest.fixture(autouse=True)
def _mine() -> None:
    people.begin()


def answered(
    count: int, verb: Verb, features: list[float], *, proof: str = ""
) -> list[models.Decision]:
    """So many answers to pairs that looked like that; a yes made each pair one person."""
    of = keep(supporter("Ana", "Berg"))
    begin = models.Account.objects.count()
    people = [Account(network=Network.X, native_id=str(begin + each)) for each in range(count)]
    ids = know_accounts(people, now_us=NOW_US, seen_us=NOW_US).ids.values()
    if verb == Verb.SAME:
        models.Account.objects.filter(pk__in=ids).update(person=of.person)
    decisions = [
        models.Decision.objects.create(
            verb=verb, made_us=NOW_US, author=robin(), account=of, subject=f"x:{each.native_id}"
        )
        for each in people
    ]
    models.MatchEvidence.objects.bulk_create(
        models.MatchEvidence(decision=each, probability=0.5, features=features, proof=proof)
        for each in decisions
    )
    return decisions


def enough() -> list[models.Decision]:
    """A yes to what looked unlikely, a no to what looked likely: 60 in all."""
    return answered(30, Verb.SAME, UNLIKELY) + answered(30, Verb.NOT_SAME, LIKELY)


def test_with_fewer_than_fifty_answers_the_shipped_one_is_used() -> None:
    answered(49, Verb.SAME, LIKELY)
    assert fit_anew(now_us=NOW_US) is None
    assert model_in_use().name == f"shipped {shipped().digest}"
    assert model_in_use().model is shipped()


def test_with_enough_it_moves_towards_them() -> None:
    enough()
    kept = fit_anew(now_us=NOW_US)
    assert kept is not None
    assert kept.decisions == 60
    used = model_in_use()
    assert used.name.endswith(", of 60 decisions")
    rows = np.array([LIKELY])
    before = shipped().calibrator.probability(rows)[0]
    assert used.model.calibrator.probability(rows)[0] < before
    assert used.model.weights == shipped().weights


def test_the_same_answers_are_learnt_from_once() -> None:
    decisions = enough()
    assert fit_anew(now_us=NOW_US) is not None
    assert fit_anew(now_us=NOW_US + 1) is None
    undo_all([decisions[0]], author=robin(), now_us=NOW_US + 2)
    kept = fit_anew(now_us=NOW_US + 3)
    assert kept is not None
    assert kept.decisions == 59


def test_what_was_proven_or_could_not_be_told_teaches_nothing() -> None:
    answered(40, Verb.SAME, LIKELY)
    answered(40, Verb.SAME, [], proof="because they gave us @ana")
    answered(40, Verb.UNSURE, LIKELY)
    assert fit_anew(now_us=NOW_US) is None


def test_somebody_they_live_with_is_a_no() -> None:
    answered(30, Verb.HOUSEHOLD, LIKELY)
    answered(30, Verb.SAME, UNLIKELY)
    kept = fit_anew(now_us=NOW_US)
    assert kept is not None
    assert kept.decisions == 60


def test_a_calibrator_of_other_weights_is_used_no_more() -> None:
    enough()
    kept = fit_anew(now_us=NOW_US)
    assert kept is not None
    kept.model = kept.model | {"based_on": "00000000"}
    kept.save()
    assert model_in_use().model is shipped()


def test_a_yes_that_was_taken_away_and_a_no_that_was_overruled_teach_nothing() -> None:
    may_look()
    of = keep(supporter("Bo", "Lind"))
    (account,) = near(shown("bolind@tusk.example", "Bo Lind"))
    proposed(of, account)
    matcher().household(of.pk, account.pk)
    assert [each.verb for each in judged()] == [Verb.HOUSEHOLD]
    matcher(later=1).same(of.pk, account.pk, anyway=True)
    assert [each.verb for each in judged()] == [Verb.SAME]
    apart(account.pk, author=robin(), now_us=NOW_US + 2)
    assert [each.verb for each in judged()] == [Verb.HOUSEHOLD]
