import numpy as np
import pytest

from hobnob.measures.returns import (
    FEWEST_APPROACHED,
    FEWEST_OTHERS,
    Effect,
    Histories,
    TooLittle,
    effect,
)

BROUGHT = 0.5


def quiet_ones(brought: float, *, people: int = 600, seed: int = 3) -> Histories:
    """Everybody gives by the same chance; who gave nothing lately is approached, mostly."""
    random = np.random.default_rng(seed)
    gifts = random.poisson(0.4, (people, 18)).astype(float)
    is_quiet = gifts[:, 9:12].sum(axis=1) == 0
    approached = random.random(people) < np.where(is_quiet, 0.4, 0.05)
    after = gifts[:, 12:].mean(axis=1) + brought * approached
    return Histories(
        before=gifts[:, :12],
        after=after,
        is_approached=approached,
        person=np.arange(people),
        day=np.zeros(people, dtype=np.int64),
    )


def twice(once: Histories) -> Histories:
    """Everybody stands for two days, with the same past and future."""
    return Histories(
        before=np.tile(once.before, (2, 1)),
        after=np.tile(once.after, 2),
        is_approached=np.tile(once.is_approached, 2),
        person=np.tile(once.person, 2),
        day=np.repeat([0, 1], len(once.person)),
    )


def told(histories: Histories) -> Effect:
    found = effect(histories)
    assert isinstance(found, Effect)
    return found


@pytest.mark.parametrize("brought", [0.0, BROUGHT])
def test_the_interval_holds_what_it_brought(brought: float) -> None:
    found = told(quiet_ones(brought))
    assert found.low <= brought <= found.high
    assert found.is_clear == (brought > 0)


def test_those_who_went_quiet_come_back_by_themselves_and_only_comparing_shows_it() -> None:
    histories = quiet_ones(0.0)
    chosen = histories.is_approached
    change = histories.after[chosen] - histories.before[chosen][:, -3:].mean(axis=1)
    assert change.mean() > 4 * change.std() / len(change) ** 0.5
    assert not told(histories).is_clear


def test_harm_is_told_as_harm() -> None:
    assert told(quiet_ones(-BROUGHT)).high < 0.0


def test_somebody_who_stands_for_two_days_counts_once() -> None:
    once, both = told(quiet_ones(BROUGHT)), told(twice(quiet_ones(BROUGHT)))
    assert both.approached == once.approached
    assert both.estimate == pytest.approx(once.estimate, abs=0.02)
    assert both.high - both.low > 0.9 * (once.high - once.low)


@pytest.mark.parametrize(
    ("approached", "others"), [(FEWEST_APPROACHED - 1, 500), (100, FEWEST_OTHERS - 1), (0, 0)]
)
def test_with_few_people_it_says_that_nobody_can_tell(approached: int, others: int) -> None:
    people = approached + others
    found = effect(
        Histories(
            before=np.ones((people, 12)),
            after=np.ones(people),
            is_approached=np.arange(people) < approached,
            person=np.arange(people),
            day=np.zeros(people, dtype=np.int64),
        )
    )
    assert found == TooLittle(approached=approached, others=others)


def test_where_nobody_ever_gave_nobody_can_tell() -> None:
    histories = Histories(
        before=np.zeros((200, 12)),
        after=np.zeros(200),
        is_approached=np.arange(200) < 50,
        person=np.arange(200),
        day=np.zeros(200, dtype=np.int64),
    )
    assert effect(histories) == TooLittle(approached=50, others=150)


def test_people_with_one_and_the_same_past_are_compared_all_the_same() -> None:
    histories = quiet_ones(BROUGHT)
    alike = Histories(
        before=np.ones_like(histories.before),
        after=histories.after,
        is_approached=histories.is_approached,
        person=histories.person,
        day=histories.day,
    )
    assert told(alike).low > 0.0


def test_where_next_to_nobody_ever_gave_nobody_can_tell() -> None:
    after = np.zeros(200)
    after[:4] = 1.0
    histories = Histories(
        before=np.zeros((200, 12)),
        after=after,
        is_approached=np.arange(200) < 50,
        person=np.arange(200),
        day=np.zeros(200, dtype=np.int64),
    )
    assert isinstance(effect(histories), TooLittle)


def test_where_nobody_did_anything_afterwards_nobody_can_tell() -> None:
    histories = Histories(
        before=np.ones((200, 12)),
        after=np.zeros(200),
        is_approached=np.arange(200) < 50,
        person=np.arange(200),
        day=np.zeros(200, dtype=np.int64),
    )
    assert isinstance(effect(histories), TooLittle)


def test_where_all_who_are_alike_were_approached_nobody_can_tell() -> None:
    """Of the faithful all but two were approached; who never gave is no comparison."""
    gives = np.arange(300) < 60
    before = np.repeat(gives[:, None] * 2.0, 12, axis=1)
    before[60:66, -1] = 1.0
    histories = Histories(
        before=before,
        after=gives * 2.0,
        is_approached=np.arange(300) < 58,
        person=np.arange(300),
        day=np.zeros(300, dtype=np.int64),
    )
    assert isinstance(effect(histories), TooLittle)
