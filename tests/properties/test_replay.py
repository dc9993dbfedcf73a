"""Replaying both logs gives what living through them gave, whatever order things arrived in."""

from typing import Any

from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from hobnob.domain.interactions import Interaction
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from tests.properties import world

NOW_US = world.START_US + 100 * 86_400_000_000


def live(log: list[Interaction], batches: list[int], decisions: list[dict[str, Any]]) -> None:
    """Have the log arrive in batches of these sizes, with the decisions made in between."""
    world.begin()
    waiting = list(decisions)
    rest = list(log)
    for size in [*batches, len(rest)]:
        now, rest = rest[:size], rest[size:]
        record(now, now_us=NOW_US)
        if waiting:
            world.decide(waiting.pop(0))
    for each in waiting:
        world.decide(each)


def everything() -> tuple[Any, ...]:
    return world.lists(), world.states(), world.cards()


def lived(log: list[Interaction], batches: list[int], decisions: list[dict[str, Any]]) -> Any:
    """What a fresh database says after living through it; nothing of it stays."""
    with transaction.atomic():
        live(log, batches, decisions)
        result = everything()
        transaction.set_rollback(True)
    return result


class TestReplay(TestCase):
    @settings(max_examples=60)
    @given(
        world.interactions(),
        st.lists(st.integers(1, 15), max_size=5),
        world.decisions(with_switches=True),
    )
    def test_replay_gives_what_living_gave(
        self, log: list[Interaction], batches: list[int], decisions: list[dict[str, Any]]
    ) -> None:
        live(log, batches, decisions)
        before = everything()
        assert rebuild().is_same
        assert_same(everything(), before)

    @settings(max_examples=60)
    @given(
        world.interactions().flatmap(lambda log: st.tuples(st.just(log), st.permutations(log))),
        st.lists(st.integers(1, 15), max_size=5),
        st.lists(st.integers(1, 15), max_size=5),
        world.decisions(),
    )
    def test_the_order_of_arrival_changes_nothing(
        self,
        logs: tuple[list[Interaction], list[Interaction]],
        some_batches: list[int],
        other_batches: list[int],
        decisions: list[dict[str, Any]],
    ) -> None:
        log, shuffled = logs
        one = lived(log, some_batches, decisions)
        other = lived(shuffled, other_batches, decisions)
        assert_same(other, one)

    @settings(max_examples=30)
    @given(world.interactions(), st.integers(0, 40))
    def test_recording_again_adds_nothing(self, log: list[Interaction], cut: int) -> None:
        live(log, [], [])
        before = everything()
        again = record(log[cut:] + log[:cut], now_us=NOW_US)
        assert again.interactions_new == 0
        assert again.interactions_completed == 0
        assert again.interactions_seen == len(log)
        assert_same(everything(), before)


def assert_same(one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    """Equal, with sums that decay compared within 1e-9 of themselves."""
    lists, states, cards = one
    other_lists, other_states, other_cards = other
    assert lists == other_lists
    assert cards == other_cards
    assert states.keys() == other_states.keys()
    for name, state in states.items():
        for field, value in state.items():
            expected = other_states[name][field]
            if isinstance(value, float):
                assert abs(value - expected) <= 1e-9 * max(1.0, abs(expected)), (name, field)
            else:
                assert value == expected, (name, field)
