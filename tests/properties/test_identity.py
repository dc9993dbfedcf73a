"""Whatever is said of who is who: nothing is lost, and who is forgotten stays out."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.properties.identity_machine import Lives


@pytest.mark.django_db
def test_merging_splitting_undoing_and_forgetting_lose_nothing_and_bring_nobody_back() -> None:
    run_state_machine_as_test(
        Lives,
        settings=settings(
            max_examples=12,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
