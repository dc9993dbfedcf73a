import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob import worker
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import HOUR, MINUTE
from hobnob.domain.networks import Capability, Cost, Mode, RemoteList, Stream
from hobnob.operations import connect
from hobnob.operations.local_user import local_user
from hobnob.operations.sync import announce
from hobnob.storage import models
from hobnob.web import clock
from tests.contract.fake_network import Fault
from tests.contract.fake_sign_in import (
    CODE,
    SERVER,
    STATE,
    TOKEN,
    FakeSignIn,
    connect_me,
    put_in_place,
)
from tests.people import ANA, ME, NOW_US, happened
from tests.web.world import words

QUERIES = 10


@pytest.fixture(autouse=True)
def tusk(monkeypatch: pytest.MonkeyPatch) -> FakeSignIn:
    monkeypatch.setattr(worker, "_now_us", lambda: NOW_US)
    tusk = put_in_place(monkeypatch)
    tusk.network.happen(Stream.NOTIFICATIONS, happened(Kind.MENTION, ANA, text="Do tigers purr?"))
    return tusk


def connected() -> int:
    """The id of my account's connection."""
    return connect_me(lambda: NOW_US)


NEW = "/connections/new/mastodon/"
BACK = "/connections/back/"


def begun(robin: Client) -> str:
    """The page that sends this browser to the server."""
    return robin.post(NEW, {"place": SERVER, "back": NEW}).content.decode()


def test_each_network_has_a_page_that_asks_for_what_it_needs(robin: Client) -> None:
    assert "Bluesky Mastodon X" in words(robin.get("/connections/"))
    asked = robin.get(NEW)
    assert "Your server" in words(asked)
    assert 'type="password" name="token"' in asked.content.decode()
    assert "Your handle" in words(robin.get("/connections/new/bluesky/"))
    assert f"callback address: http://testserver{BACK}" in words(robin.get("/connections/new/x/"))
    assert robin.get("/connections/new/offline/").status_code == 404


def test_a_server_its_page_and_the_account_is_read(robin: Client, tusk: FakeSignIn) -> None:
    page = begun(robin)
    assert f"https://{SERVER}/oauth/authorize?client_id=7&amp;state={STATE}" in page
    assert tusk.returns_to == f"http://testserver{BACK}"
    said = words(robin.get(BACK, {"state": STATE, "code": CODE}, follow=True))
    assert "Mastodon, @robin@tusk.example" in said
    assert "Read just now. 1 came from here." in said
    assert "Do tigers purr?" in words(robin.get("/"))


def test_a_way_back_holds_for_once(robin: Client) -> None:
    begun(robin)
    assert robin.get(BACK, {"state": STATE, "code": CODE}).status_code == 302
    again = robin.get(BACK, {"state": STATE, "code": CODE})
    assert again.status_code == 400
    assert "begin anew" in words(again)


@pytest.mark.parametrize("state", ["", "of-somebody-else", "\xe9"])
def test_a_code_that_somebody_else_sent_here_connects_nobody(robin: Client, state: str) -> None:
    """Else a link could make me read, and act as, an account that isn't mine."""
    begun(robin)
    assert robin.get(BACK, {"state": state, "code": CODE}).status_code == 400
    assert not models.Connection.objects.exists()


def test_a_code_is_of_no_use_to_another_browser(robin: Client, stranger: Client) -> None:
    begun(robin)
    assert "/signin/" in stranger.get(BACK, {"state": STATE, "code": CODE})["Location"]
    other = Client()
    other.force_login(local_user())
    assert other.get(BACK, {"state": STATE, "code": CODE}).status_code == 400
    assert not models.Connection.objects.exists()


def test_who_does_not_allow_it_is_told_that_nobody_was_let_in(robin: Client) -> None:
    begun(robin)
    said = robin.get(BACK, {"state": STATE, "error": "access_denied"})
    assert "Mastodon let nobody in" in words(said)
    assert not models.Connection.objects.exists()


def test_a_code_that_is_shown_can_be_typed(robin: Client) -> None:
    begun(robin)
    typed = {"code": CODE, "back": "/connections/"}
    assert "Read just now." in words(robin.post("/connections/finish/", typed, follow=True))
    again = words(robin.post("/connections/finish/", typed, follow=True))
    assert "No sign-in is under way" in again


def test_a_token_does_without_a_code(robin: Client) -> None:
    typed = {"place": SERVER, "token": TOKEN, "messages": "on", "back": NEW}
    assert "Read just now." in words(robin.post(NEW, typed, follow=True))
    assert models.Connection.objects.get().reads_messages


def test_acting_is_asked_for_by_who_ticks_it(robin: Client) -> None:
    robin.post(NEW, {"place": SERVER, "token": TOKEN, "acts": "on", "back": NEW})
    assert models.Connection.objects.get().modes[Capability.FOLLOW] == Mode.API


def test_where_there_is_no_page_what_is_made_by_hand_is_needed(
    robin: Client, tusk: FakeSignIn
) -> None:
    tusk.has_page = False
    said = words(robin.post(NEW, {"place": SERVER, "back": NEW}, follow=True))
    assert "Access token is missing" in said


def test_a_wrong_code_says_so_where_one_can_begin_anew(robin: Client) -> None:
    begun(robin)
    typed = {"code": "hiss", "back": "/connections/"}
    said = words(robin.post("/connections/finish/", typed, follow=True))
    assert "tusk.example does not know this code" in said
    assert "Connect an account" in said


def test_a_page_shows_each_stream_what_is_not_read_and_what_it_took(
    robin: Client, tusk: FakeSignIn
) -> None:
    address = f"/connections/{connected()}/"
    robin.post(f"{address}sync/", {"back": address})
    said = words(robin.get(address))
    assert "Notifications just now 1" in said
    assert "Mastodon does not let hobnob see direct messages." in said
    assert f"2026-11 {len(tusk.network.requests)} requests" in said
    assert "every 1s" not in robin.get(address).content.decode()


def test_while_it_is_read_the_page_looks_again_every_second(robin: Client) -> None:
    number = connected()
    announce(number, now_us=NOW_US)
    response = robin.get(f"/connections/{number}/")
    assert 'hx-trigger="every 1s"' in response.content.decode()
    assert "Being read … 0 new so far." in words(response)
    assert "being read" in words(robin.get("/connections/"))


def test_what_is_amiss_is_said_first(robin: Client, tusk: FakeSignIn) -> None:
    number = connected()
    tusk.network.faults = [Fault.SIGNED_OUT]
    said = words(robin.post(f"/connections/{number}/sync/", follow=True))
    assert "Tusk does not know us any more" in said
    assert "Tusk does not know us any more" in words(robin.get("/connections/"))


def test_disconnecting_says_that_what_was_read_stays(robin: Client, tusk: FakeSignIn) -> None:
    address = f"/connections/{connected()}/"
    robin.post(f"{address}sync/")
    gone = robin.post(f"{address}disconnect/", {"back": "/connections/"}, follow=True)
    assert "is no longer read. What was read stays." in words(gone)
    assert models.Interaction.objects.exists()
    assert tusk.revoked
    assert robin.get(address).status_code == 404


@pytest.mark.parametrize("name", ["", "sync/", "disconnect/"])
def test_an_account_that_is_not_there_is_nothing(robin: Client, name: str) -> None:
    ask = robin.post if name else robin.get
    assert ask(f"/connections/77/{name}").status_code == 404


def test_opening_a_page_asks_no_network(robin: Client, tusk: FakeSignIn) -> None:
    number = connected()
    robin.get("/connections/")
    robin.get(f"/connections/{number}/")
    robin.get("/")
    assert tusk.network.requests == []


def test_today_says_when_the_last_sync_was(robin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "last sync" not in words(robin.get("/"))
    robin.post(f"/connections/{connected()}/sync/")
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US + 12 * MINUTE)
    assert "last sync 12 minutes ago (Mastodon ok)" in words(robin.get("/"))


@pytest.mark.parametrize("lists", [0, 30])
def test_however_many_lists_there_are_the_page_asks_as_often(
    robin: Client, tusk: FakeSignIn, lists: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    tusk.network.modes[Capability.SEE_LISTS] = Mode.API
    tusk.network.so_now[Stream.MY_LISTS, ""] = [
        RemoteList(network=ME.network, native_id=str(each), name=f"Herd {each}", is_public=False)
        for each in range(lists)
    ]
    address = f"/connections/{connected()}/"
    robin.post(f"{address}sync/")
    with django_assert_num_queries(QUERIES):
        robin.get(address)


def test_the_worker_reads_what_is_due_and_nothing_else(
    robin: Client, tusk: FakeSignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker.sync_what_is_due.call_local()
    assert tusk.network.requests == []
    connected()
    worker.sync_what_is_due.call_local()
    asked = len(tusk.network.requests)
    assert asked > 0
    worker.sync_what_is_due.call_local()
    assert len(tusk.network.requests) == asked
    monkeypatch.setattr(worker, "_now_us", lambda: NOW_US + HOUR)
    worker.sync_what_is_due.call_local()
    assert len(tusk.network.requests) > asked


def test_an_account_disconnected_while_it_waited_is_left_alone(
    robin: Client, tusk: FakeSignIn
) -> None:
    number = connected()
    connect.disconnect(number, now_us=NOW_US)
    worker.sync_in_background(number)
    assert tusk.network.requests == []


def test_a_hashtag_is_read_from_when_it_is_added_until_it_is_dropped(robin: Client) -> None:
    address = f"/connections/{connected()}/"
    said = robin.post(f"{address}hashtags/", {"add": "#TuskTalk", "back": address}, follow=True)
    assert "#tusktalk is read from the next sync on." in words(said)
    assert "Read it #tusktalk Read no longer" in words(robin.get(address))
    refused = robin.post(f"{address}hashtags/", {"add": "no tag", "back": address}, follow=True)
    assert "is no hashtag" in words(refused)
    robin.post(f"{address}hashtags/", {"drop": "tusktalk", "back": address})
    assert not models.Hashtag.objects.exists()


def test_what_costs_money_shows_its_price_and_waits_for_a_yes(
    robin: Client, tusk: FakeSignIn
) -> None:
    tusk.network.cost = Cost(requests=1, microdollars=10_000)
    tusk.network.happen(
        Stream.NOTIFICATIONS, *(happened(Kind.MENTION, ANA, days_ago=n) for n in range(2, 20))
    )
    address = f"/connections/{connected()}/"
    robin.post(f"{address}sync/")
    said = words(robin.get(address))
    assert "Older ones cost $2.50 for each thousand." in said
    assert "$0.02 of $5.00 spent this month" in said
    assert "Followers It costs $2.50 for each thousand. Read it for that never 0" in said
    yes = {"stream": "notifications", "of": "", "answer": "yes", "back": address}
    robin.post(f"{address}allow/", yes)
    assert models.Interaction.objects.count() == 19
    assert "Notifications just now 19" in words(robin.get(address))


def test_a_yes_can_be_taken_back(robin: Client, tusk: FakeSignIn) -> None:
    tusk.network.cost = Cost(requests=1, microdollars=10_000)
    address = f"/connections/{connected()}/"
    robin.post(f"{address}sync/")
    models.StreamState.objects.update(is_allowed=True)
    no = {"stream": "followers", "of": "", "answer": "no", "back": address}
    robin.post(f"{address}allow/", no)
    assert not models.StreamState.objects.get(stream="followers").is_allowed


def test_the_limit_of_a_month_is_changed_by_whoever_pays(robin: Client, tusk: FakeSignIn) -> None:
    tusk.network.cost = Cost(requests=1, microdollars=10_000)
    address = f"/connections/{connected()}/"
    robin.post(f"{address}sync/")
    robin.post(f"{address}limit/", {"dollars": "2.50", "back": address})
    assert "of $2.50 spent this month" in words(robin.get(address))
    refused = robin.post(f"{address}limit/", {"dollars": "lots", "back": address}, follow=True)
    assert "A limit is a number of dollars" in words(refused)
    negative = robin.post(f"{address}limit/", {"dollars": "-1", "back": address}, follow=True)
    assert "A limit is between" in words(negative)
