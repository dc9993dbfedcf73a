"""What a list suggests, and what it lets be."""

import pytest

from hobnob.domain.contact_state import ContactState
from hobnob.domain.moments import DAY
from hobnob.domain.suggestions import (
    LastPost,
    Proposal,
    exchanges,
    is_silent,
    one_each,
    silent,
    skipped,
    to_move,
    to_promote,
)

NOW_US = 1_795_000_000_000_000
NOBODY = ContactState()


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("", 0),
        ("T", 0),
        ("TTTTTTTT", 0),
        ("TM", 1),
        ("MT", 1),
        ("TMT", 1),
        ("TMTM", 2),
        ("TTTMMTTM", 2),
        ("MTMTMTMTMTMT", 6),
    ],
)
def test_an_exchange_takes_both_and_many_words_in_a_row_are_one(said: str, count: int) -> None:
    sides = {"T": "towards me", "M": "from me"}
    assert exchanges(sides[each] for each in said) == count


def test_what_goes_on_between_others_is_no_exchange_of_mine() -> None:
    assert exchanges(["towards me", "between others", "towards me", "from me"]) == 1


def test_five_exchanges_in_a_fortnight_make_a_suggestion() -> None:
    assert to_promote(1, NOBODY, 4, NOW_US) is None
    found = to_promote(1, NOBODY, 6, NOW_US)
    assert found is not None
    assert found.because == ("because of 6 exchanges in 14 days; no exchange in the last 12 weeks")


@pytest.mark.parametrize(
    ("posted_days_ago", "looked_days_ago", "spoke_days_ago", "is_so"),
    [
        (100, 1, None, True),
        (80, 1, None, False),
        (100, 1, 40, False),
        (100, 20, None, False),
        (100, None, None, False),
        (None, 1, None, False),
    ],
)
def test_silent_is_who_was_looked_at_lately_and_posted_nothing(
    posted_days_ago: int | None,
    looked_days_ago: int | None,
    spoke_days_ago: int | None,
    is_so: bool,
) -> None:
    state = ContactState(last_in_us=_ago(spoke_days_ago))
    last = LastPost(posted_us=_ago(posted_days_ago), looked_us=_ago(looked_days_ago))
    assert is_silent(state, last, silent_days=90, now_us=NOW_US) is is_so


def test_the_reason_says_how_long_and_when_the_last_one_came() -> None:
    last = LastPost(posted_us=NOW_US - 12 * DAY, looked_us=NOW_US)
    found = silent(1, last, silent_days=7, now_us=NOW_US)
    assert found.because == (
        "because there is no post of theirs in 7 days; the last one came 12 days ago"
    )


@pytest.mark.parametrize(
    ("seen", "did_something_days_ago", "is_so"),
    [(8, None, True), (7, None, False), (12, 10, False), (12, 40, True)],
)
def test_passing_somebody_by_is_seeing_much_and_doing_nothing(
    seen: int, did_something_days_ago: int | None, is_so: bool
) -> None:
    state = ContactState(last_out_us=_ago(did_something_days_ago))
    found = skipped(1, state, seen, NOW_US)
    assert (found is not None) is is_so
    if found:
        assert f"{seen} posts seen in 30 days" in found.because


def test_an_overfull_list_names_as_many_as_it_holds_too_many() -> None:
    people = [(number, ContactState(last_in_us=_ago(number))) for number in range(1, 6)]
    found = to_move(people, name="Otters", over_by=2, is_full=False, now_us=NOW_US)
    assert [each.person_id for each in found] == [5, 4]
    assert found[0].because == (
        "because Otters holds 2 more than it is meant for; last contact 5 days ago"
    )


def test_a_full_list_names_one_and_only_after_a_month_without_a_word() -> None:
    for days, count in ((29, 0), (31, 1)):
        people = [(1, ContactState(last_in_us=_ago(days))), (2, ContactState(last_in_us=NOW_US))]
        found = to_move(people, name="Otters", over_by=0, is_full=True, now_us=NOW_US)
        assert len(found) == count
    assert to_move(people, name="Otters", over_by=0, is_full=False, now_us=NOW_US) == []


def test_nobody_is_suggested_twice() -> None:
    last = LastPost(posted_us=0, looked_us=NOW_US)
    promote = to_promote(1, NOBODY, 9, NOW_US)
    assert promote is not None
    once = one_each([promote, silent(1, last, silent_days=9, now_us=NOW_US)])
    assert [each.proposal for each in once] == [Proposal.PROMOTE]


def _ago(days: int | None) -> int | None:
    return None if days is None else NOW_US - days * DAY
