"""`hobnob sync`, `sources` and `disconnect`."""

import pytest

from hobnob.cli import sync as module
from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Cost, Stream
from hobnob.domain.people import Network
from hobnob.storage import models
from tests.cli.conftest import Run
from tests.contract.fake_network import Fault
from tests.contract.fake_sign_in import TOKEN, FakeSignIn, connect_me, put_in_place
from tests.people import ANA, ME, NOW_US, happened

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def tusk(monkeypatch: pytest.MonkeyPatch) -> FakeSignIn:
    tusk = put_in_place(monkeypatch)
    tusk.network.happen(Stream.NOTIFICATIONS, happened(Kind.MENTION, ANA, text="Do tigers purr?"))
    return tusk


@pytest.fixture
def connected() -> None:
    connect_me(lambda: NOW_US)


@pytest.mark.usefixtures("connected")
def test_a_sync_says_one_sentence_for_each_account(hobnob: Run) -> None:
    said = hobnob("sync")
    assert said.code == 0
    assert said.out == "Mastodon @robin@tusk.example: 1 new interaction. All is read.\n"
    answer = hobnob("sync", "--json").answer
    assert answer["connections"] == [
        {
            "network": "mastodon",
            "account": "robin@tusk.example",
            "interactions_new": 0,
            "interactions_seen": 1,
            "people_new": 0,
            "health": "ok",
            "says": "All is read.",
        }
    ]
    assert "Do tigers purr?" in hobnob("today").out


@pytest.mark.usefixtures("connected")
def test_a_sync_that_was_stopped_says_why_and_ends_with_2(hobnob: Run, tusk: FakeSignIn) -> None:
    tusk.network.faults = [Fault.SIGNED_OUT]
    stopped = hobnob("sync")
    assert stopped.code == 2
    assert "run `hobnob connect mastodon`" in " ".join(stopped.out.split())


@pytest.mark.usefixtures("connected")
def test_all_reads_what_else_is_read_once_a_day(hobnob: Run, tusk: FakeSignIn) -> None:
    hobnob("sync")
    tusk.network.requests.clear()
    hobnob("sync")
    assert Stream.FOLLOWERS not in {stream for stream, _ in tusk.network.requests}
    hobnob("sync", "--all")
    assert Stream.FOLLOWERS in {stream for stream, _ in tusk.network.requests}


@pytest.mark.usefixtures("connected")
def test_watching_goes_on_until_it_is_stopped(hobnob: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(module, "_wait", wait)
    ended = hobnob("sync", "--watch")
    assert waits == [600, 600, 600]
    assert ended.out.count("Mastodon @robin@tusk.example:") == 3
    assert hobnob("sync", "--watch", "--json").code == 2


def test_without_an_account_a_sync_says_how_to_begin(hobnob: Run) -> None:
    refused = hobnob("sync")
    assert (refused.code, refused.out) == (2, "")
    assert "`hobnob connect NETWORK PLACE`" in refused.err
    assert "hobnob connect NETWORK PLACE" in hobnob("sources").out


@pytest.mark.usefixtures("connected")
def test_sources_show_how_each_stream_is_and_what_is_not_read(
    hobnob: Run, tusk: FakeSignIn
) -> None:
    hobnob("sync")
    said = hobnob("sources").out
    assert said.startswith("✓ Mastodon @robin@tusk.example  synced just now\n  All is read.\n")
    assert "notifications just now 1" in " ".join(said.split())
    assert "Mastodon does not let hobnob see whom you liked." in said
    requests = len(tusk.network.requests)
    assert f"2026-11: {requests} requests." in said

    [each] = hobnob("sources", "--json").answer["connections"]
    assert each["streams"][0] == {
        "stream": "notifications",
        "of": "",
        "health": "ok",
        "says": "",
        "read_at": each["synced_at"],
        "items": 1,
        "is_history_left": False,
        "problems": [],
        "price_of_1000": "",
        "waits_for_yes": False,
    }
    assert each["spent"] == [{"month": "2026-11", "requests": requests, "microdollars": 0}]


@pytest.mark.usefixtures("connected")
def test_what_a_stream_suffers_stands_beside_it(hobnob: Run, tusk: FakeSignIn) -> None:
    tusk.network.faults = [Fault.REFUSED]
    assert hobnob("sync").code == 2
    said = " ".join(hobnob("sources").out.split())
    assert said.startswith("! Mastodon @robin@tusk.example")
    assert "Tusk does not show that to this account." in said


@pytest.mark.usefixtures("connected")
def test_hashtags_are_chosen(hobnob: Run) -> None:
    said = hobnob("sources", "add-hashtag", "#TuskTalk")
    assert said.out == "#tusktalk is read with @robin@tusk.example from the next sync on.\n"
    [each] = hobnob("sources", "--json").answer["connections"]
    assert each["hashtags"] == ["tusktalk"]
    assert hobnob("sources", "drop-hashtag", "tusktalk", "--json").answer == {"done": "tusktalk"}
    refused = hobnob("sources", "drop-hashtag", "tusktalk")
    assert (refused.code, "is not read" in refused.err) == (2, True)
    assert hobnob("sources", "add-hashtag", "#2026").code == 2
    assert "is not connected" in hobnob("sources", "limit", "10", "--on", "x").err


@pytest.mark.usefixtures("connected")
def test_what_costs_money_is_read_after_a_yes_to_its_price(
    hobnob: Run, tusk: FakeSignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    tusk.network.cost = Cost(requests=1, microdollars=10_000)
    hobnob("sync")
    assert "costs $2.50 a thousand: hobnob sync --backfill" in " ".join(
        hobnob("sources").out.split()
    )
    assert hobnob("sync", "--backfill").code == 2
    asked: list[str] = []

    def yes_to_followers(question: str, **_: object) -> bool:
        asked.append(question)
        return "followers" in question

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("typer.confirm", yes_to_followers)
    tusk.network.requests.clear()
    assert hobnob("sync", "--backfill").code == 0
    [question] = [each for each in asked if "followers" in each]
    assert "$2.50 for each thousand ($0.02 of $5.00 spent this month)" in question
    assert {stream for stream, _ in tusk.network.requests} == {
        Stream.NOTIFICATIONS,
        Stream.MY_POSTS,
        Stream.FOLLOWERS,
    }


@pytest.mark.usefixtures("connected")
def test_a_limit_is_kept(hobnob: Run) -> None:
    said = hobnob("sources", "limit", "2.5").out
    assert said == "No more than $2.50 a month is spent with @robin@tusk.example.\n"
    assert hobnob("sources", "--json").answer["connections"][0]["monthly_limit"] == "2.50"
    assert hobnob("sources", "limit", "--", "-3").code == 2


@pytest.mark.usefixtures("connected")
def test_disconnecting_keeps_what_was_read(hobnob: Run, tusk: FakeSignIn) -> None:
    hobnob("sync")
    said = " ".join(hobnob("disconnect", "mastodon").out.split())
    assert said == (
        "@robin@tusk.example is no longer read, and its sign-in is gone from here. "
        "What was read stays."
    )
    assert tusk.revoked == [{"token": TOKEN}]
    assert models.Interaction.objects.count() == 1
    assert hobnob("disconnect", "mastodon").code == 2


@pytest.mark.usefixtures("connected")
def test_a_server_that_could_not_be_told_is_named(hobnob: Run, tusk: FakeSignIn) -> None:
    tusk.is_down = True
    ended = hobnob("disconnect", "robin@tusk.example", "--json")
    assert ended.answer == {"disconnected": "robin@tusk.example", "was_taken_back": False}


@pytest.mark.usefixtures("connected")
def test_of_two_accounts_one_has_to_be_named(hobnob: Run) -> None:
    other = models.Account.objects.create(
        network=Network.MASTODON,
        native_id="9@pond.example",
        handle="robin@pond.example",
        is_me=True,
        person=models.Account.objects.get(handle=ME.handle).person,
    )
    models.Connection.objects.create(
        network=Network.MASTODON, server="pond.example", account=other, connected_us=0
    )
    refused = hobnob("disconnect", "mastodon")
    assert refused.code == 2
    assert "mastodon robin@tusk.example or mastodon robin@pond.example" in refused.err
    assert hobnob("disconnect", "mastodon", "pond.example").code == 0
    assert hobnob("disconnect", "mastodon").code == 0
