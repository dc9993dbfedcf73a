"""What a tag may say of somebody: their work and an evening with them, and nothing else of them."""

import pytest

from hobnob.domain.sensitive.tags import sensitive_tag

WORK = [
    "nurse", "Head nurse", "mental health nurse", "cancer nurse", "doctor", "surgeon", "therapist",
    "prison visitor", "hospital volunteer", "debt adviser", "church organist", "mayor",
    "infirmière", "verpleegkundige", "Krankenschwester",
]  # fmt: skip
EVENTS = [
    "running race", "charity race", "church concert", "Church bazaar 2024", "mosque tour",
    "AIDS walk", "cancer run", "hospital open day", "election night", "Kirchenkonzert",
    "Konzert in der Kirche",
]  # fmt: skip
TELLING = [
    "diabetic nurse", "nurse with diabetes", "muslim doctor", "gay nurse", "sex worker", "priest",
    "imam", "HIV positive", "cancer survivor", "cancer patients day", "HIV evening",
    "gay bar night", "prayer breakfast", "bible study evening", "green party", "Labour party",
    "communist party night", "mental health", "addiction", "church", "prison", "bankrupt",
]  # fmt: skip


@pytest.mark.parametrize("tag", WORK)
def test_what_somebody_does_for_a_living_tells_nothing_of_themselves(tag: str) -> None:
    assert sensitive_tag(tag) is None


@pytest.mark.parametrize("tag", EVENTS)
def test_where_an_evening_was_and_what_it_was_for_tells_nothing_of_who_came(tag: str) -> None:
    assert sensitive_tag(tag) is None


@pytest.mark.parametrize("tag", TELLING)
def test_what_tells_of_somebody_is_found_beside_work_and_events_too(tag: str) -> None:
    assert sensitive_tag(tag) is not None
