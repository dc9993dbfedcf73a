"""`hobnob list demote`, and `hobnob person --same-as` and `--on-its-own`: down, together, apart."""

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account, Network
from hobnob.operations.record import record
from hobnob.operations.same_person import same
from hobnob.storage import models
from tests import people
from tests.cli.conftest import Run
from tests.matching import keep, supporter
from tests.people import ANA, BO, ME, NOW_US, account, curator, happened, members, person_id

pytestmark = pytest.mark.django_db

ANA_ON_X = Account(network=Network.X, native_id="22", handle="ana", name="Ana Lima")


@pytest.fixture(autouse=True)
def _some_people() -> None:
    people.begin()
    both = [happened(Kind.MENTION, ANA, days_ago=3), happened(Kind.MENTION, ANA_ON_X, days_ago=9)]
    record([*both, happened(Kind.MENTION, BO)], now_us=NOW_US)


def test_demoting_says_where_somebody_is_now(hobnob: Run) -> None:
    curator().promote(person_id(ANA), "say")
    said = hobnob("list", "demote", "ana@tusk.example", "--why", "we lost touch").out
    assert said.startswith("Ana Núñez is on The Watchlist now.")
    (member,) = hobnob("list", "show", "watchlist", "--json").answer["members"]
    assert member["because"].endswith(": we lost touch")
    assert hobnob("list", "demote", "ana@tusk.example", "--json").answer["did"] == "demote"
    assert members("watchlist") == set()
    refused = hobnob("list", "demote", "ana@tusk.example")
    assert (refused.code, refused.out) == (2, "")
    assert "nothing to move down from" in refused.err


def test_two_become_one_and_two_again(hobnob: Run) -> None:
    said = hobnob("person", "x:ana", "--same-as", "@ana@tusk.example").out
    assert said.startswith("Ana Lima and Ana Núñez are one person now.")
    assert "person x:ana --on-its-own" in said
    accounts = hobnob("person", "x:ana", "--json").answer["accounts"]
    assert [each["handle"] for each in accounts] == ["ana@tusk.example", "ana"]

    answer = hobnob("person", "x:ana", "--on-its-own", "--json").answer
    assert (answer["did"], answer["person"]["name"]) == ("on its own", "Ana Lima")
    assert len(hobnob("person", "@ana@tusk.example", "--json").answer["accounts"]) == 1


def test_somebody_with_two_accounts_brings_both(hobnob: Run) -> None:
    hobnob("person", "x:ana", "--same-as", "@ana@tusk.example")
    answer = hobnob("person", "x:ana", "--same-as", "bo@den.example", "--json").answer
    assert answer["did"] == "same as"
    assert answer["person"]["name"] == "Bo"
    assert person_id(ANA) == person_id(ANA_ON_X) == person_id(BO)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("x:ana", "--same-as", "x:ana"), "one person already"),
        (("x:ana", "--same-as", "nobody"), "Nobody is called “nobody”"),
        (("x:ana", "--on-its-own"), "Ana Lima has one account"),
        (("x:ana", "--same-as", "bo@den.example", "--on-its-own"), "one of --same-as"),
    ],
)
def test_what_makes_no_sense_is_refused(words: tuple[str, ...], sentence: str, hobnob: Run) -> None:
    refused = hobnob("person", *words)
    assert (refused.code, refused.out) == (2, "")
    assert sentence in refused.err


def test_nobody_becomes_me(hobnob: Run) -> None:
    refused = hobnob("person", "x:ana", "--same-as", f"id:{person_id(ME)}")
    assert refused.code == 2
    assert "nobody else's account can be yours" in refused.err
    assert person_id(ANA_ON_X) != person_id(ME)


@pytest.mark.parametrize("words", ["Ana Núñez", "ID"])
def test_a_person_with_two_accounts_is_asked_which(words: str, hobnob: Run) -> None:
    hobnob("person", "x:ana", "--same-as", "@ana@tusk.example")
    words = words.replace("ID", f"id:{person_id(ANA)}")
    refused = hobnob("person", words, "--on-its-own")
    assert refused.code == 2
    assert "There are mastodon:ana@tusk.example, x:ana." in refused.err


def test_who_comes_apart_does_not_overfill_a_list(hobnob: Run) -> None:
    curator().promote(person_id(ANA), "say")
    curator().promote(person_id(ANA_ON_X), "say")
    hobnob("person", "x:ana", "--same-as", "@ana@tusk.example")
    nine = [account(f"friend{number}") for number in range(9)]
    record([happened(Kind.MENTION, each) for each in nine], now_us=NOW_US)
    for each in nine:
        curator().promote(person_id(each), "say")
    refused = hobnob("person", "x:ana", "--on-its-own")
    assert refused.code == 2
    assert "would make it 11" in refused.err
    assert models.Membership.objects.filter(list__key="say", is_member=True).count() == 10


def test_a_no_is_for_good_and_takes_a_second_yes(hobnob: Run) -> None:
    said = hobnob("person", "x:ana", "--not-same-as", "@ana@tusk.example").out
    assert said.startswith("Ana Lima and Ana Núñez are two. Nobody asks again.")
    refused = hobnob("person", "x:ana", "--same-as", "@ana@tusk.example")
    assert refused.code == 2
    assert "Add --anyway" in " ".join(refused.err.split())
    hobnob("person", "x:ana", "--same-as", "@ana@tusk.example", "--anyway", "--why", "they met")
    assert person_id(ANA) == person_id(ANA_ON_X)
    answer = hobnob("person", "x:ana", "--not-same-as", "bo@den.example", "--json").answer
    assert answer["did"] == "not same as"


def test_undo_takes_back_who_is_who(hobnob: Run) -> None:
    hobnob("person", "x:ana", "--same-as", "@ana@tusk.example")
    said = hobnob("undo").out
    assert said == "Undone: making Ana Lima one person with Ana Núñez.\n"
    assert person_id(ANA) != person_id(ANA_ON_X)
    hobnob("person", "x:ana", "--not-same-as", "@ana@tusk.example")
    assert hobnob("undo").out == "Undone: saying that Ana Lima is not Ana Núñez.\n"


def test_pairs_that_may_be_one_person_are_listed_with_what_to_type(hobnob: Run) -> None:
    assert "Nobody around you looks like" in hobnob("who-is-who", "--look").out
    for handle in ("longhandle@tusk.example", "longhandle"):
        who = ANA if "@" in handle else ANA_ON_X
        models.Account.objects.filter(native_id=who.native_id).update(handle=handle, name="Ana")
    said = hobnob("who-is-who", "--look").out
    assert "1 pair who may be one person" in said
    assert "because the handles are the same" in said
    assert "person x:longhandle --same-as mastodon:longhandle@tusk.example" in said
    (pair,) = hobnob("who-is-who", "--json").answer["pairs"]
    assert {pair["one"]["network"], pair["other"]["network"]} == {"mastodon", "x"}


def test_two_supporters_become_one_with_anyway(hobnob: Run) -> None:
    for number, who in enumerate((ANA, ANA_ON_X)):
        of = keep(supporter("Ana", "Ruiz", key=f"civicrm:{number}"))
        account = models.Account.objects.get(native_id=who.native_id)
        same(of.pk, account.pk, author=curator().author, now_us=NOW_US)
    words = ("person", "x:ana", "--same-as", "@ana@tusk.example")
    refused = hobnob(*words)
    assert refused.code == 2
    said = " ".join(refused.err.split())
    assert "two people in your files" in said
    assert "Add --anyway" in said
    assert hobnob(*words, "--anyway").code == 0
    assert person_id(ANA) == person_id(ANA_ON_X)
