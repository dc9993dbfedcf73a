"""Supporters of every shape, as hypothesis makes them up."""

from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

from hobnob.domain.people import Network
from hobnob.domain.sensitive.tags import sensitive_tag
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

_SIGNS = "=+-@'\"\\;|, \n\t\r#?:_x00e4\u00a0\u2028\ufeffÄß🐅noasd1"
WORDS = (
    st.text(alphabet=_SIGNS, min_size=1, max_size=12) | st.text(min_size=1, max_size=8)
).filter(lambda text: text.strip() and not sensitive_tag(text))
"""Nothing that no file may tell: these letters spell “sex” now and then."""
_COLUMNS = st.sampled_from(["Name", "Emails", "E-mail 1 - Value", "Notes", "='; |"])
_DATES = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FACTS = st.builds(Fact, value=WORDS, column=_COLUMNS)
_CURRENCIES = st.sampled_from(["", "EUR", "USD", "JPY", "KWD"])
_MAYBE = st.none() | FACTS


@st.composite
def birthdays(draw: st.DrawFn) -> Birthday:
    """With the year or without; the 29th of February too."""
    day = draw(st.dates(date(1905, 1, 1), date(2100, 12, 31)) | st.just(date(2000, 2, 29)))
    year = draw(st.sampled_from([None, day.year]))
    return Birthday(month=day.month, day=day.day, year=year, column=draw(_COLUMNS))


GIFTS = st.builds(
    Gift,
    key=WORDS,
    amount=st.integers(-(10**11), 10**11),
    currency=_CURRENCIES,
    date=st.none() | _DATES,
    kind=st.sampled_from(GiftKind),
    campaign=st.just("") | WORDS,
    pledge_id=st.just("") | WORDS,
)
HANDLES = st.builds(
    HandleGiven,
    network=st.none() | st.sampled_from(Network),
    handle=WORDS.filter(lambda text: not text.startswith("@")),
    column=_COLUMNS,
    is_in_passing=st.booleans(),
)
TIES = st.builds(
    Tie,
    relationship=st.sampled_from(Relationship),
    column=_COLUMNS,
    through=st.just("") | WORDS,
    on_date=st.none() | _DATES,
)
MEMBERSHIPS = st.builds(
    Membership,
    level=st.just("") | WORDS,
    status=st.just("") | WORDS,
    start_date=st.none() | _DATES,
    end_date=st.none() | _DATES,
)
WISHES = st.builds(
    Wish, channel=st.sampled_from(Channel), is_welcome=st.booleans(), column=_COLUMNS
)


_Thing = TypeVar("_Thing")


def _some(things: st.SearchStrategy[_Thing]) -> st.SearchStrategy[tuple[_Thing, ...]]:
    return st.lists(things, max_size=3).map(tuple)


SUPPORTERS = st.builds(
    Supporter,
    key=WORDS.map(lambda text: f"civicrm:{text}"),
    name=_MAYBE, prefix=_MAYBE, first=_MAYBE, middle=_MAYBE, last=_MAYBE, suffix=_MAYBE,
    nickname=_MAYBE, organisation=_MAYBE, job=_MAYBE, street=_MAYBE, city=_MAYBE, region=_MAYBE,
    postcode=_MAYBE, country=_MAYBE,
    birthday=st.none() | birthdays(),
    met_on=st.none() | _DATES,
    is_deceased=st.booleans(),
    emails=_some(FACTS), phones=_some(FACTS), websites=_some(FACTS), labels=_some(FACTS),
    notes=_some(FACTS), handles=_some(HANDLES), ties=_some(TIES), gifts=_some(GIFTS),
    memberships=_some(MEMBERSHIPS), wishes=_some(WISHES),
)  # fmt: skip
