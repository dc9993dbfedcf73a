from hypothesis import given
from hypothesis import strategies as st

from hobnob.domain.people_filters import (
    Answer,
    PeopleFilters,
    PeopleOrder,
    as_query,
    read_filters,
    read_query,
)

_words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30).map(
    lambda text: " ".join(text.split())
)
_some_filters = st.builds(
    PeopleFilters,
    words=_words,
    tags=st.lists(
        _words.map(lambda each: " ".join(each.lower().split())).filter(bool),
        max_size=3,
        unique=True,
    ).map(tuple),
    on_list=_words,
    network=_words,
    topic=_words,
    place=_words,
    chat=_words,
    answer=st.sampled_from(["", *map(str, Answer)]),
    is_losing_touch=st.booleans(),
    is_over_cadence=st.booleans(),
    is_not_found=st.booleans(),
    is_do_not_contact=st.booleans(),
    order=st.sampled_from(PeopleOrder),
)


@given(filters=_some_filters)
def test_what_stands_in_an_address_comes_back(filters: PeopleFilters) -> None:
    again = read_query(as_query(filters))
    assert again == filters
    assert as_query(again) == as_query(filters)


def test_everybody_needs_no_words_in_the_address() -> None:
    assert as_query(PeopleFilters()) == ""
    assert PeopleFilters(order=PeopleOrder.NAME).is_everybody
    assert not PeopleFilters(words="ana").is_everybody


def test_what_is_no_filter_says_nothing() -> None:
    asked = {"answer": ["maybe"], "sort": ["money"], "shoe-size": ["43"], "tag": ["", "#"]}
    assert read_filters(asked) == PeopleFilters(tags=("#",))


def test_the_filters_are_called_in_words() -> None:
    filters = PeopleFilters(tags=("donor",), is_not_found=True, order=PeopleOrder.NAME)
    assert as_query(filters) == "tag=donor&not-found=1&sort=name"
