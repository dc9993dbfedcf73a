"""What is logged by hand: logged, taken back, merged, split, and replay gives the same.

The decision log alone is what is true: a line of the log stands for each deed in force, at the
account it was logged about, and for no other.
"""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from hobnob.domain.by_hand import SORTS, decision_of
from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.people import Network
from hobnob.operations.curate import Curator
from hobnob.operations.decide import NothingToUndo
from hobnob.operations.forget import forget
from hobnob.operations.log_deed import log_deed
from hobnob.operations.log_outcome import log_outcome
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from hobnob.operations.same_person import apart, same_person
from hobnob.storage import models
from hobnob.storage.queries.outcomes.known import outcomes_of
from hobnob.storage.queries.outcomes.ladder import rungs_of
from tests.people import ANA, BO, CEM, NOW_US, begin, happened, person_id

WHO = st.sampled_from([ANA, BO, CEM])
DAYS = st.integers(0, 40)


class Lives(RuleBasedStateMachine):
    """One life, in a transaction that is rolled back."""

    def __init__(self) -> None:
        super().__init__()
        self._life = transaction.atomic()
        self._life.__enter__()
        self.now_us = NOW_US

    def teardown(self) -> None:
        """Replaying it gives what living it gave."""
        try:
            before = self.told()
            assert rebuild().is_same
            assert self.told() == before
        finally:
            transaction.set_rollback(True)
            self._life.__exit__(None, None, None)

    @initialize()
    def everybody_is_met(self) -> None:
        self.author, _ = User.objects.get_or_create(username="robin")
        begin()
        lines = [happened(Kind.MENTION, who, days_ago=30, text="tigers") for who in (ANA, BO, CEM)]
        record(lines, now_us=NOW_US)
        models.Rule.objects.get_or_create(
            name="Who visits",
            list=models.List.objects.get(key="watchlist"),
            kinds=["visit", "gift"],
            direction="towards me",
            conditions=[],
        )

    def _later(self) -> int:
        self.now_us += DAY // 10
        return self.now_us

    @rule(who=WHO, sort=st.sampled_from(sorted(SORTS)), days=DAYS)
    def something_is_logged(self, who: Any, sort: str, days: int) -> None:
        now_us = self._later()
        log_deed(
            person_id(who),
            SORTS[sort],
            at_us=now_us - days * DAY,
            author=self.author,
            now_us=now_us,
            words="over soup",
        )

    @rule(who=WHO, kind=st.sampled_from(sorted(OutcomeKind)), days=DAYS)
    def something_came_of_it(self, who: Any, kind: str, days: int) -> None:
        now_us = self._later()
        log_outcome(
            person_id(who),
            OutcomeKind(kind),
            at_us=now_us - days * DAY,
            author=self.author,
            now_us=now_us,
        )

    @rule(who=WHO, days=DAYS)
    def they_answer(self, who: Any, days: int) -> None:
        record([happened(Kind.REPLY, who, days_ago=days)], now_us=self._later())

    @rule()
    def the_last_act_is_taken_back(self) -> None:
        try:
            Curator(author=self.author, now_us=self._later()).undo()
        except NothingToUndo:
            return

    @rule(one=WHO, other=WHO)
    def two_are_one(self, one: Any, other: Any) -> None:
        try:
            same_person(person_id(one), person_id(other), author=self.author, now_us=self._later())
        except HobnobError:
            return

    @rule(who=WHO)
    def one_is_on_its_own(self, who: Any) -> None:
        account = models.Account.objects.get(network=who.network, native_id=who.native_id)
        try:
            apart(account.pk, author=self.author, now_us=self._later())
        except HobnobError:
            return

    @rule()
    def both_logs_are_replayed(self) -> None:
        assert rebuild().is_same

    @invariant()
    def a_line_stands_for_each_deed_in_force_and_for_no_other(self) -> None:
        lines = models.Interaction.objects.filter(network=Network.OFFLINE)
        standing = {decision_of(each.native_id): each.contact_id for each in lines}
        in_force = models.Decision.objects.filter(verb=Verb.LOG, undone_by__isnull=True)
        assert standing == dict(in_force.values_list("pk", "account_id"))
        deeds = models.Deed.objects.filter(interaction__isnull=False)
        assert set(deeds.values_list("decision_id", flat=True)) == set(standing)

    def told(self) -> Any:
        """What queries tell of everybody."""
        people = sorted({person_id(each) for each in (ANA, BO, CEM)})
        ladders = rungs_of(people, self.now_us)
        assert ladders == {each: rungs_of([each], self.now_us)[each] for each in people}
        return ladders, outcomes_of(now_us=self.now_us)


class TestByHand(TestCase):
    def test_a_life_replayed_is_the_life_lived(self) -> None:
        run_state_machine_as_test(
            Lives, settings=settings(max_examples=20, stateful_step_count=15, deadline=None)
        )

    def test_who_is_forgotten_leaves_no_line(self) -> None:
        author, _ = User.objects.get_or_create(username="robin")
        begin()
        record([happened(Kind.MENTION, ANA)], now_us=NOW_US)
        for sort in SORTS.values():
            log_deed(person_id(ANA), sort, at_us=NOW_US, author=author, now_us=NOW_US)
        forget(person_id(ANA), author=author, now_us=NOW_US)
        assert not models.Deed.objects.exists()
        assert not models.Interaction.objects.exists()
        assert rebuild().is_same
