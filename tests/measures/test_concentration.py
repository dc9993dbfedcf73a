from itertools import pairwise

from hobnob.measures.concentration import MOST_POINTS, curve, first_with, grown


def test_those_who_bring_most_come_first() -> None:
    assert curve([1, 6, 0, 3]) == ((0, 0.0), (1, 0.6), (2, 0.9), (3, 1.0))


def test_half_is_brought_by_the_first_few() -> None:
    points = curve([1, 1, 1, 1, 6])
    assert first_with(0.5, points) == 1
    assert first_with(1.0, points) == 5


def test_where_nothing_was_brought_there_is_no_curve() -> None:
    assert curve([]) == curve([0, 0]) == grown([]) == ()
    assert first_with(0.5, ()) == 0


def test_a_long_curve_keeps_its_ends_and_its_beginning() -> None:
    points = curve(range(1, 10_001))
    assert len(points) <= MOST_POINTS + 1
    assert [people for people, _ in points[:3]] == [0, 1, 2]
    assert points[-1] == (10_000, 1.0)
    assert all(one < other for one, other in pairwise(points))


def test_sums_in_order_are_taken_as_they_are() -> None:
    assert grown([4, 5, 5]) == ((0, 0.0), (1, 0.8), (2, 1.0), (3, 1.0))
