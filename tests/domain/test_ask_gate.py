"""The gate whatever happened: giving never speaks against an ask, asking never for one."""

from hypothesis import given
from hypothesis import strategies as st

from hobnob.domain.ask_gate import Says, Talk, Verdict, gate
from hobnob.domain.ask_words import Answer, Size
from hobnob.domain.deeds import DeedKind, Event
from hobnob.domain.interactions import Direction
from hobnob.domain.moments import DAY
from hobnob.domain.social_capital import ledger
from tests.spec.asks.cells import NOW_US, Before

days = st.integers(0, 400)
deeds = st.builds(
    lambda kind, is_mine, days: Event(
        kind=kind,
        direction=Direction.FROM_ME if is_mine else Direction.TOWARDS_ME,
        at_us=NOW_US - days * DAY,
    ),
    st.sampled_from(DeedKind),
    st.booleans(),
    days,
)
given_deeds = deeds.map(lambda each: each._replace(direction=Direction.FROM_ME))
asks = st.builds(
    lambda days, answer, share: Before(
        at_us=NOW_US - days * DAY,
        answer=answer,
        answered_us=NOW_US - int(days * share) * DAY if answer else None,
    ),
    days,
    st.sampled_from(["", *Answer]),
    st.floats(0, 1),
)
talks = st.builds(Talk, theirs=st.integers(0, 9), mine=st.integers(0, 9))
sizes = st.sampled_from(Size)
owed = st.sampled_from(["", "", "they donated 3 days ago"])


def said(
    happened: list[Event],
    asked: list[Before],
    size: Size,
    talk: Talk,
    owed: str = "",
    leave_alone: str = "",
) -> Verdict:
    known = ledger(happened, NOW_US)
    return gate(known, asked, size, NOW_US, talk=talk, owed=owed, leave_alone=leave_alone)


@given(st.lists(deeds), st.lists(asks, max_size=3), sizes, talks, given_deeds)
def test_giving_more_never_turns_fair_into_unfair(
    happened: list[Event], asked: list[Before], size: Size, talk: Talk, more: Event
) -> None:
    if said(happened, asked, size, talk).is_fair:
        assert said([*happened, more], asked, size, talk).is_fair


@given(st.lists(deeds), st.lists(asks, max_size=3), sizes, talks, owed, asks)
def test_asking_never_makes_the_next_ask_fairer(
    happened: list[Event], asked: list[Before], size: Size, talk: Talk, owed: str, another: Before
) -> None:
    before = said(happened, asked, size, talk, owed)
    after = said(happened, [*asked, another], size, talk, owed)

    assert before.is_fair or not after.is_fair
    assert after.fairness <= before.fairness


@given(st.lists(deeds), st.lists(asks, max_size=3), talks, owed)
def test_whoever_may_be_asked_for_much_may_be_asked_for_little(
    happened: list[Event], asked: list[Before], talk: Talk, owed: str
) -> None:
    small, medium, large = (said(happened, asked, size, talk, owed) for size in Size)

    assert medium.is_fair or not large.is_fair
    assert small.is_fair or not medium.is_fair


@given(st.lists(deeds), st.lists(asks), sizes, talks, owed)
def test_nothing_makes_it_fair_to_ask_who_is_left_alone(
    happened: list[Event], asked: list[Before], size: Size, talk: Talk, owed: str
) -> None:
    verdict = said(happened, asked, size, talk, owed, leave_alone="they have died")

    assert verdict.says is Says.NEVER
    assert verdict.sentence == "Not at all: they have died."


@given(st.lists(deeds), st.lists(asks), sizes, talks, owed)
def test_every_answer_is_one_sentence_and_its_fairness_a_share(
    happened: list[Event], asked: list[Before], size: Size, talk: Talk, owed: str
) -> None:
    verdict = said(happened, asked, size, talk, owed)

    assert verdict.sentence.startswith(f"{verdict.says}: ")
    assert verdict.sentence.endswith((".", "?"))
    assert 0 <= verdict.fairness < 1
    assert bool(verdict.fairness) == verdict.is_fair
