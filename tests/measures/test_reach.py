from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from hobnob.measures.reach import Step, audience, in_order, together

SETS = st.dictionaries(st.integers(0, 9), st.sets(st.integers(0, 30), max_size=12), max_size=8)


def test_an_audience_counts_once_however_many_reach_it() -> None:
    around = {"ana": audience([1, 2, 3, 4]), "bo": audience([3, 4, 5]), "cem": audience([1, 2])}
    assert in_order(around, 10) == [
        Step(who="ana", reach=4, adds=4, so_far=4),
        Step(who="bo", reach=3, adds=1, so_far=5),
    ]
    assert len(together(around.values())) == 5


def test_the_largest_audience_need_not_come_next() -> None:
    around = {
        "ana": audience(range(10)),
        "bo": audience(range(1, 10)),
        "cem": audience([20, 21]),
    }
    assert [step.who for step in in_order(around, 2)] == ["ana", "cem"]


def test_of_those_who_add_the_same_the_earlier_comes_first() -> None:
    assert [step.who for step in in_order({"bo": audience([1]), "ana": audience([2])}, 2)] == [
        "bo",
        "ana",
    ]


def test_nobody_reaches_nobody() -> None:
    assert in_order({}, 3) == in_order({"ana": audience([])}, 3) == []


@given(SETS, st.integers(1, 8))
def test_every_step_adds_most_of_all_that_were_left(found: dict[int, set[int]], most: int) -> None:
    around = {who: audience(people) for who, people in found.items()}
    reached: set[int] = set()
    for step in in_order(around, most):
        best = max(len(people - reached) for people in found.values())
        reached |= found[step.who]
        assert (step.adds, step.so_far) == (best, len(reached))


@given(SETS, st.integers(1, 3))
def test_no_choice_reaches_much_more(found: dict[int, set[int]], most: int) -> None:
    around = {who: audience(people) for who, people in found.items()}
    steps = in_order(around, most)
    greedy = steps[-1].so_far if steps else 0
    size = min(most, len(found))
    best = max(len(set().union(*some)) for some in combinations(found.values(), size))
    assert greedy >= (1 - 1 / 2.718282) * best
