"""A supporter as JSON comes back as it was, and nothing empty is kept."""

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from hobnob.domain.people import Network
from hobnob.domain.supporters import (
    Birthday,
    Channel,
    Fact,
    Gift,
    GiftKind,
    HandleGiven,
    Membership,
    Relationship,
    Supporter,
    Tie,
    Wish,
)
from hobnob.domain.supporters_json import from_json, to_json

TEXTS = st.text(max_size=12)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
FACTS = st.builds(Fact, value=TEXTS, column=TEXTS)
BIRTHDAYS = st.builds(
    Birthday,
    month=st.integers(1, 12),
    day=st.integers(1, 28),
    year=st.none() | st.integers(1900, 2100),
    column=TEXTS,
)


def several(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=3).map(tuple)


MAYBE = st.none() | FACTS
ONE_FACT = [
    *("name", "prefix", "first", "middle", "last", "suffix", "nickname", "organisation", "job"),
    *("street", "city", "region", "postcode", "country"),
]
SUPPORTERS = st.builds(
    Supporter,
    key=TEXTS,
    **dict.fromkeys(ONE_FACT, MAYBE),
    birthday=st.none() | BIRTHDAYS,
    met_on=DAYS,
    is_deceased=st.booleans(),
    emails=several(FACTS),
    phones=several(FACTS),
    websites=several(FACTS),
    labels=several(FACTS),
    notes=several(FACTS),
    handles=several(
        st.builds(
            HandleGiven,
            network=st.none() | st.sampled_from(Network),
            handle=TEXTS,
            column=TEXTS,
            is_in_passing=st.booleans(),
        )
    ),
    ties=several(
        st.builds(
            Tie,
            relationship=st.sampled_from(Relationship),
            column=TEXTS,
            through=TEXTS,
            on_date=DAYS,
        )
    ),
    gifts=several(
        st.builds(
            Gift,
            key=TEXTS,
            amount=st.integers(-(10**12), 10**12),
            currency=TEXTS,
            date=DAYS,
            kind=st.sampled_from(GiftKind),
            campaign=TEXTS,
            pledge_id=TEXTS,
        )
    ),
    memberships=several(
        st.builds(Membership, level=TEXTS, status=TEXTS, start_date=DAYS, end_date=DAYS)
    ),
    wishes=several(
        st.builds(
            Wish, channel=st.sampled_from(Channel), is_welcome=st.booleans(), column=TEXTS
        )
    ),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(SUPPORTERS)
def test_it_comes_back_as_it_was(supporter: Supporter) -> None:
    assert from_json(json.loads(json.dumps(to_json(supporter)))) == supporter


def test_what_is_empty_is_left_out_and_what_is_beside_it_passed_over() -> None:
    ana = Supporter(key="civicrm:42", first=Fact(value="Ana", column="First"))
    said = to_json(ana)
    assert said == {"key": "civicrm:42", "first": {"value": "Ana", "column": "First"}}
    assert from_json({**said, "told_by": [[1, 2]]}) == ana
