"""What a source did not know is learnt from another one, in either order, with the same result."""

from dataclasses import replace

from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.operations.record import record
from tests.properties import world
from tests.properties.test_replay import NOW_US, everything

LIKE = Interaction(
    network=world.ME.network,
    kind=Kind.LIKE,
    direction=Direction.FROM_ME,
    native_id="like",
    actor=world.ME,
    target=None,
)


@st.composite
def tellings(draw: st.DrawFn) -> list[Interaction]:
    """The same like as told by up to four sources, each knowing more or less of it."""
    return [
        replace(
            LIKE,
            target=draw(st.sampled_from([None, *world.PEOPLE])),
            at_us=draw(st.none() | st.integers(0, 3).map(lambda day: world.START_US + day)),
            order=draw(st.none() | st.integers(0, 3)),
        )
        for _ in range(draw(st.integers(1, 4)))
    ]


class TestCompletion(TestCase):
    @settings(max_examples=60)
    @given(tellings().flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
    def test_whoever_tells_first_the_log_says_the_same(
        self, told: tuple[list[Interaction], list[Interaction]]
    ) -> None:
        results = []
        for order in told:
            with transaction.atomic():
                world.begin()
                for each in order:
                    record([each], now_us=NOW_US)
                results.append(everything())
                transaction.set_rollback(True)
        assert results[0] == results[1]

    def test_a_like_joins_the_list_once_its_author_is_learnt(self) -> None:
        world.begin()
        record([LIKE], now_us=NOW_US)
        assert world.lists() == {}
        told = record([replace(LIKE, target=world.PEOPLE[0])], now_us=NOW_US)
        assert told.interactions_new == 0
        assert told.interactions_completed == 1
        assert world.lists()["favorited", "did:ana"][0] is True
