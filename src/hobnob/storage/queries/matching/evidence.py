"""What was known when somebody said whether two accounts are one person."""

from typing import NamedTuple

from hobnob.domain.decisions import Verb
from hobnob.storage.models import MatchEvidence
from hobnob.storage.queries.matching.said import people_named


class Judged(NamedTuple):
    """A yes or a no that holds, with what the calibrator had looked at."""

    decision_id: int
    verb: str
    features: list[float]


def judged() -> list[Judged]:
    """Every answer that a calibrator can learn from, oldest first.

    "Not sure" is no answer; of a household, each is another person. What was said otherwise since
    teaches nothing: a yes to two who are apart again, a no to two who are one after all.
    """
    rows = list(
        MatchEvidence.objects.filter(
            decision__verb__in=(Verb.SAME, Verb.NOT_SAME, Verb.HOUSEHOLD),
            decision__undone_by__isnull=True,
            proof="",
        )
        .exclude(features=[])
        .order_by("decision")
        .values_list(
            "decision_id",
            "decision__verb",
            "features",
            "decision__account__person_id",
            "decision__subject",
        )
    )
    people = people_named(subject for *_, subject in rows)
    return [
        Judged(decision_id, verb, features)
        for decision_id, verb, features, person_id, subject in rows
        if subject in people and (people[subject] == person_id) == (verb == Verb.SAME)
    ]
