import numpy as np
import pytest

from hobnob.measures.histories import (
    BEFORE,
    MOST_DAYS,
    MOST_OTHERS,
    Gave,
    how_large,
    how_much,
    how_often,
    joined_soon,
    stands,
)

DAY, LAST = 1_000, 1_180
ANA, BO, CEM = 1, 2, 3


def test_who_was_never_turned_to_stands_for_the_days_of_those_who_were() -> None:
    rows = stands([ANA, BO, CEM], {ANA: DAY, BO: DAY + 2}, last_day=LAST)
    assert rows.person.tolist() == [ANA, BO, CEM]
    assert rows.anchor.tolist() == [DAY, DAY + 2, DAY + 1]
    assert rows.is_approached.tolist() == [True, True, False]
    assert rows.periods.tolist() == [6, 5, 5]


@pytest.mark.parametrize("day", [None, LAST - 89])
def test_who_was_turned_to_too_lately_or_nobody_knows_when_is_on_neither_side(
    day: int | None,
) -> None:
    rows = stands([ANA, BO, CEM], {ANA: DAY, BO: day}, last_day=LAST)
    assert rows.person.tolist() == [ANA, CEM]


def test_where_nobody_was_turned_to_all_others_stand_there_once() -> None:
    rows = stands([ANA, BO], {}, last_day=LAST)
    assert rows.person.tolist() == [ANA, BO]
    assert not rows.is_approached.any()
    assert not len(how_often(stands([], {}, last_day=0), [Gave(ANA, DAY, 1)]).after)


def test_days_near_each_other_are_one_and_there_are_a_dozen_at_most() -> None:
    rows = stands(range(400), {who: who for who in range(300)}, last_day=2_000)
    groups = np.unique(rows.group)
    assert 1 < len(groups) <= MOST_DAYS
    assert (~rows.is_approached).sum() == 100 * len(groups)


def test_of_very_many_others_the_same_some_are_drawn_each_time() -> None:
    first, again = (stands(range(9_000), {0: DAY}, last_day=LAST) for _ in range(2))
    assert (~first.is_approached).sum() == MOST_OTHERS
    assert first.person.tolist() == again.person.tolist()


def test_gifts_are_counted_by_period_and_that_of_the_day_itself_came_before() -> None:
    rows = stands([ANA, BO], {ANA: DAY}, last_day=LAST)
    gifts = [
        Gave(ANA, DAY, 500),  # what they were thanked for
        Gave(ANA, DAY - 30, 700),
        Gave(ANA, DAY - 30 * BEFORE, 900),  # too long ago
        Gave(ANA, DAY + 1, 100),
        Gave(ANA, DAY + 180, 200),
        Gave(ANA, DAY + 181, 400),  # too late
        Gave(BO, DAY + 5, 50),
        Gave(CEM, DAY + 5, 50),  # in no file any more
    ]
    counts, sums = how_often(rows, gifts), how_much(rows, gifts)
    assert counts.before[0].tolist() == [0.0] * (BEFORE - 2) + [1.0, 1.0]
    assert counts.after.tolist() == [2 / 6, 1 / 6]
    assert sums.before[0, -2:].tolist() == [700.0, 500.0]
    assert sums.after.tolist() == [300 / 6, 50 / 6]


def test_the_size_of_gifts_is_compared_of_those_who_gave_before_and_after() -> None:
    rows = stands([ANA, BO, CEM], {ANA: DAY}, last_day=LAST)
    gifts = [
        *(Gave(ANA, DAY - 1, 1000), Gave(ANA, DAY - 40, 2000), Gave(ANA, DAY + 3, 3000)),
        Gave(BO, DAY - 1, 1000),
        *(Gave(CEM, DAY - 9, 800), Gave(CEM, DAY + 9, 600)),
    ]
    found = how_large(rows, gifts)
    assert found.person.tolist() == [ANA, CEM]
    assert found.before.tolist() == [[1500.0], [800.0]]
    assert found.after.tolist() == pytest.approx([3000.0, 600.0])


def test_members_cannot_join_again() -> None:
    rows = stands([ANA, BO, CEM, 4, 5], {ANA: DAY}, last_day=LAST)
    joined = {ANA: DAY + 90, BO: DAY - 1, CEM: None, 4: DAY + 91}
    found = joined_soon(rows, [], joined)
    assert found.person.tolist() == [ANA, 4, 5]
    assert found.after.tolist() == [1.0, 0.0, 0.0]
