"""Columns can be made of whatever people write, and mean the same on both sides."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hobnob.domain.matching import names
from hobnob.domain.matching.agreement import agree, contradict
from hobnob.domain.matching.columns import (
    EMPTY,
    Record,
    Shown,
    account_columns,
    record_columns,
    record_of,
)
from hobnob.domain.matching.crossnet import same_owner, same_owners
from hobnob.domain.matching.words import fold
from hobnob.domain.people import Network
from hobnob.domain.supporters import Fact, Supporter

ANYTHING = st.text(max_size=40)
NETWORKS = st.sampled_from([Network.X, Network.BLUESKY, Network.MASTODON])
SHOWN = st.builds(
    Shown,
    key=st.sampled_from(["1", "2", "3"]),
    handle=ANYTHING,
    network=NETWORKS,
    name=ANYTHING,
    bio=ANYTHING,
    location=ANYTHING,
    links=st.tuples(ANYTHING),
)


@settings(max_examples=60, deadline=None)
@given(
    st.builds(
        Record,
        key=ANYTHING,
        first=ANYTHING,
        last=ANYTHING,
        nickname=ANYTHING,
        city=ANYTHING,
        region=ANYTHING,
        country=ANYTHING,
        websites=st.tuples(ANYTHING),
        emails=st.tuples(ANYTHING),
    )
)
def test_any_text_makes_a_record_with_all_columns(record: Record) -> None:
    columns = record_columns(record)

    assert columns.keys() == EMPTY.keys()
    assert {name: type(each) for name, each in columns.items()} == {
        name: type(each) for name, each in EMPTY.items()
    }


@settings(max_examples=60, deadline=None)
@given(SHOWN)
def test_any_text_makes_an_account_with_all_columns(account: Shown) -> None:
    columns = account_columns(account)

    assert {name: type(each) for name, each in columns.items()} == {
        name: type(each) for name, each in EMPTY.items()
    }


@settings(max_examples=60, deadline=None)
@given(SHOWN, SHOWN)
def test_two_accounts_are_one_persons_from_either_side(one: Shown, other: Shown) -> None:
    here, there = same_owner(one, other), same_owner(other, one)

    assert (here and (here.because, here.is_proof)) == (there and (there.because, there.is_proof))
    assert agree(one.name, other.name) == agree(other.name, one.name)
    assert contradict(one.name, other.name) == contradict(other.name, one.name)
    assert not (agree(one.name, other.name) and contradict(one.name, other.name))


@given(ANYTHING)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_whoever_is_called_bob_may_be_robert_and_the_other_way_round() -> None:
    assert "bob" in names.called("robert")
    assert "robert" in names.called("bob")


def test_a_record_and_the_account_of_the_same_name_have_a_key_in_common() -> None:
    ana = record_columns(Record(key="r", first="Ana", last="Núñez"))
    by_name = account_columns(Shown(key="a", handle="tiger9", name="ana nunez"))
    by_handle = account_columns(Shown(key="b", handle="AnaNunez99"))

    assert set(ana["keys"]) & set(by_name["keys"])
    assert set(ana["keys"]) & set(by_handle["keys"])


def test_one_word_is_not_both_names_of_somebody() -> None:
    robert = record_columns(Record(key="r", first="Robert", last="Robert"))

    assert "robert" not in robert["given"]


def test_a_supporter_is_compared_by_what_the_file_says() -> None:
    ana = Supporter(
        key="civicrm:42",
        first=fact("Ana"),
        last=fact("Rios"),
        nickname=fact("Anita"),
        city=fact("Utrecht"),
        country=fact("NL"),
        websites=(fact("ana.example"),),
        emails=(fact("me@rios.example"), fact("ana@gmail.com")),
    )
    record = record_of(ana, key="7")

    assert (record.key, record.first, record.last) == ("7", "Ana", "Rios")
    assert record.hosts == {"ana.example", "rios.example"}
    assert "anita" in record_columns(record)["firsts"]
    assert record_columns(record)["countries"] == ["NL"]


def test_a_whole_name_is_taken_apart_where_the_file_has_nothing_else() -> None:
    ana = Supporter(key="sheet:1", name=fact("Ana María Rios"))

    assert (record_of(ana).first, record_of(ana).last) == ("Ana María", "Rios")


def test_accounts_of_one_owner_are_found_once_each() -> None:
    on_x = Shown(key="1", network=Network.X, handle="anarios", bio="or tusk.example/@tiger")
    fediverse = Shown(
        key="2", network=Network.MASTODON, handle="tiger@tusk.example", links=("x.com/anarios",)
    )
    bluesky = Shown(key="3", network=Network.BLUESKY, handle="anarios.example")
    stranger = Shown(key="4", network=Network.BLUESKY, handle="luisvega.bsky.social")
    found = {
        (each.one, each.other, each.is_proof)
        for each in same_owners([on_x, fediverse, bluesky, stranger])
    }

    assert found == {("1", "2", True), ("1", "3", False)}


def test_a_handle_that_two_on_a_network_have_is_only_theirs_who_have_the_name() -> None:
    on_x = Shown(key="1", network=Network.X, handle="tigerlady", name="Ana Rios")
    one = Shown(key="2", network=Network.MASTODON, handle="tigerlady@tusk.example", name="Ana Rios")
    two = replace(one, key="3", handle="tigerlady@den.example", name="Tiger")
    found = [(each.one, each.other) for each in same_owners([on_x, one, two])]

    assert found == [("1", "2")]


def fact(value: str) -> Fact:
    return Fact(value=value, column="Column")
