"""What the tables of tests/spec/ledger do not say of the ledger."""

from hypothesis import given
from hypothesis import strategies as st

from hobnob.domain.deeds import WEIGHTS, DeedKind, Event, Side
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Network
from hobnob.domain.social_capital import LOOKS_BACK, Ledger, ledger

NOW_US = 20_000 * DAY
MINE, THEIRS = Direction.FROM_ME, Direction.TOWARDS_ME


def event(kind: str, direction: str, *, days_ago: int = 1, **rest: str) -> Event:
    return Event(kind, direction, NOW_US - days_ago * DAY, **rest)


events = st.builds(
    event,
    st.sampled_from([*Kind, *DeedKind]),
    st.sampled_from(list(Direction)),
    days_ago=st.integers(-2, 800),
    network=st.sampled_from(list(Network)),
    text=st.sampled_from(["", "thank you!", "in trees"]),
)


@given(
    st.lists(events, max_size=30).flatmap(
        lambda all_: st.tuples(st.just(all_), st.permutations(all_))
    )
)
def test_the_order_of_events_changes_nothing(two: tuple[list[Event], list[Event]]) -> None:
    some, shuffled = two
    assert ledger(some, NOW_US) == ledger(shuffled, NOW_US)


@given(st.lists(events, max_size=30))
def test_the_balance_is_what_i_gave_less_what_they_gave(some: list[Event]) -> None:
    found = ledger(some, NOW_US)
    assert found.balance == found.given - found.received
    assert min(found.given, found.received) >= 0


@given(st.lists(events, max_size=20), st.sampled_from([*WEIGHTS]))
def test_one_more_gift_never_takes_anything_away(some: list[Event], kind: DeedKind) -> None:
    before = ledger(some, NOW_US)
    after = ledger([*some, event(kind, MINE)], NOW_US)
    assert after.given >= before.given - 1e-9


def test_answers_of_which_only_mine_are_told_are_left_out_and_said() -> None:
    found = ledger([event(Kind.REPLY, MINE, network=Network.X)], NOW_US)
    assert found == Ledger(is_one_sided=True)
    assert found.note.startswith("Your X archive holds only your side")


def test_one_post_that_quotes_and_names_somebody_thanks_them_once() -> None:
    lines = [event(kind, MINE, text="Thank you!") for kind in (Kind.QUOTE, Kind.MENTION)]
    assert ledger(lines, NOW_US).count(Side.GIVEN, DeedKind.THANKS) == 1


def test_thanks_and_reposts_from_an_archive_count() -> None:
    found = ledger(
        [
            event(Kind.REPLY, MINE, network=Network.X, text="Thank you!"),
            event(Kind.REPOST, MINE, network=Network.X),
        ],
        NOW_US,
    )
    assert (found.count(Side.GIVEN, DeedKind.THANKS), found.is_one_sided) == (1, False)
    assert found.count(Side.GIVEN, DeedKind.REPOST) == 1


def test_read_live_an_archive_is_no_excuse() -> None:
    live = {str(Network.X): [(NOW_US - 3 * DAY, NOW_US + DAY)]}
    answers = [event(Kind.REPLY, MINE, days_ago=each, network=Network.X) for each in (2, 9)]
    found = ledger(answers, NOW_US, live=live)
    assert (found.count(Side.GIVEN, DeedKind.ANSWER), found.is_one_sided) == (1, True)


def test_it_looks_back_two_years() -> None:
    at_the_edge = Event(Kind.GIFT, THEIRS, NOW_US - LOOKS_BACK)
    assert ledger([at_the_edge], NOW_US).received > 0
    assert ledger([at_the_edge], NOW_US + 1) == Ledger()


def test_each_entry_tells_when_it_was_last() -> None:
    found = ledger([event(Kind.GIFT, THEIRS, days_ago=each) for each in (9, 3, 40)], NOW_US)
    (entry,) = found.entries
    assert (entry.count, entry.last_us) == (3, NOW_US - 3 * DAY)
