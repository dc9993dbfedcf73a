"""Signing in with an app password, and how a session is kept alive."""

import os
import subprocess
import sys
from dataclasses import asdict

import pytest

from hobnob.networks.base import NetworkRefused, SignInNeeded, Unreachable
from hobnob.networks.bluesky.connecting import SIGN_IN, SIGN_IN_TO_ACT
from hobnob.networks.bluesky.places import Places
from hobnob.networks.bluesky.signin import Identity, sign_in, sign_out
from tests.contract.networks import Fault
from tests.networks.bluesky.stage import BlueskyStage
from tests.networks.bluesky.town import PASSWORD, ROBIN, Refused, token


@pytest.fixture
def identity(stage: BlueskyStage) -> Identity:
    address = stage.town.address
    return Identity(places=Places(directory=address, names=address), open_door=stage.open_door())


@pytest.mark.parametrize(
    "place", ["robin.example", " @Robin.Example ", ROBIN, "https://bsky.app/profile/robin.example"]
)
def test_a_handle_leads_to_a_session_where_it_lives(
    stage: BlueskyStage, identity: Identity, place: str
) -> None:
    signed_in = sign_in(identity, place, f" {PASSWORD}\n")
    assert signed_in == stage.signed_in


def test_a_wrong_password_is_said_to_be_wrong(identity: Identity) -> None:
    with pytest.raises(SignInNeeded, match="did not take that app password for robin"):
        sign_in(identity, "robin.example", "wrong")


def test_a_password_that_needs_a_code_is_said_to_be_no_app_password(
    stage: BlueskyStage, identity: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asks(_: object) -> None:
        raise Refused("AuthFactorTokenRequired", "A sign in code has been sent", 401)

    monkeypatch.setattr(stage.town, "_create_session", asks)
    with pytest.raises(SignInNeeded, match="make an app password instead"):
        sign_in(identity, "robin.example", "my own password")


@pytest.mark.parametrize("place", ["nobody.example", "robin", "robin@tusk.example", "", "a b.c"])
def test_a_handle_that_is_nobodys_is_said_to_be(identity: Identity, place: str) -> None:
    with pytest.raises(NetworkRefused, match=f"called “{place}”"):
        sign_in(identity, place, PASSWORD)


def test_a_handle_that_its_account_does_not_name_is_not_believed(
    stage: BlueskyStage, identity: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage.town, "_resolve", lambda _: {"did": ROBIN})
    with pytest.raises(NetworkRefused, match=r"mallory\.example is not the name"):
        sign_in(identity, "mallory.example", PASSWORD)
    assert "com.atproto.server.createSession" not in stage.town.asked


def test_a_document_about_somebody_else_is_not_believed(
    stage: BlueskyStage, identity: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage.town, "_document", lambda _: {"id": "did:plc:mallory"})
    with pytest.raises(Unreachable):
        sign_in(identity, ROBIN, PASSWORD)


def test_an_account_without_a_server_is_said_to_have_none(
    stage: BlueskyStage, identity: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage.town, "_document", lambda did: {"id": did, "service": []})
    with pytest.raises(NetworkRefused, match="lives on no server"):
        sign_in(identity, ROBIN, PASSWORD)


def test_too_many_sign_ins_are_told_as_such(stage: BlueskyStage, identity: Identity) -> None:
    stage.fail(Fault.RATE_LIMIT)
    with pytest.raises(NetworkRefused, match="asked too often"):
        identity.find(ROBIN)


def test_a_session_that_is_over_is_renewed_once_and_kept_at_once(stage: BlueskyStage) -> None:
    adapter = stage.adapter()
    stage.fail_once(Fault.SIGNED_OUT)
    assert adapter.whoami().native_id == ROBIN
    [kept] = stage.kept
    assert kept == asdict(stage.signed_in)
    assert kept["access"] == stage.town.tokens["access"]
    adapter.whoami()
    assert stage.town.renewals == 1


def test_a_new_process_goes_on_with_the_session_that_was_kept(stage: BlueskyStage) -> None:
    stage.fail_once(Fault.SIGNED_OUT)
    stage.adapter().whoami()
    assert stage.adapter().whoami().native_id == ROBIN
    assert "com.atproto.server.createSession" not in stage.town.asked
    assert stage.town.renewals == 1


def test_a_session_that_cannot_be_renewed_needs_a_sign_in(stage: BlueskyStage) -> None:
    adapter = stage.adapter()
    stage.town.tokens = {"access": token(new=1), "refresh": token(new=2)}
    with pytest.raises(SignInNeeded, match="hobnob connect bluesky"):
        adapter.whoami()
    assert stage.kept == []


def test_a_token_without_the_right_scope_is_no_session_that_is_over(
    stage: BlueskyStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(_: object) -> None:
        raise Refused("InvalidToken", "Bad token scope")

    monkeypatch.setattr(stage.town, "_profile", refuses)
    with pytest.raises(NetworkRefused, match="app password does not allow it"):
        stage.adapter().whoami()
    assert stage.town.renewals == 0


@pytest.mark.parametrize("name", ["AccountTakedown", "AccountDeactivated", "AccountSuspended"])
def test_an_account_that_is_closed_is_told_as_such(
    stage: BlueskyStage, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def refuses(_: object) -> None:
        raise Refused(name, "Account has been suspended", 401)

    monkeypatch.setattr(stage.town, "_profile", refuses)
    with pytest.raises(NetworkRefused, match=f"account is {name[7:].lower()[:4]}"):
        stage.adapter().whoami()


def test_a_page_for_people_is_no_answer(
    stage: BlueskyStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage.town, "_profile", lambda _: ["maintenance"])
    with pytest.raises(Unreachable, match="cannot be read"):
        stage.adapter().whoami()


def test_a_session_is_ended_by_whoever_disconnects(stage: BlueskyStage) -> None:
    before = stage.signed_in
    sign_out(before, open_door=stage.open_door())
    assert before.refresh != stage.town.tokens["refresh"]


def test_whether_it_is_to_act_is_kept_with_the_sign_in_and_through_renewals(
    stage: BlueskyStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for setting in ("HOBNOB_BLUESKY_DIRECTORY", "HOBNOB_BLUESKY_NAMES"):
        monkeypatch.setenv(setting, stage.town.address)
    monkeypatch.setenv("HOBNOB_ALLOW_LOOPBACK", "1")
    given = {asked.name: PASSWORD for asked in SIGN_IN.asks_by_hand}
    assert SIGN_IN.by_hand("robin.example", given)["acts"] == ""
    stage.kept.append(SIGN_IN_TO_ACT.by_hand("robin.example", given))
    stage.fail_once(Fault.SIGNED_OUT)
    stage.adapter().whoami()
    assert stage.kept[-1]["acts"] == "yes"
    SIGN_IN.revoke("", stage.kept[-1])
    assert stage.town.renewals == 2


def test_it_asks_for_a_handle_and_an_app_password() -> None:
    assert SIGN_IN.asks_first.name == "handle"
    assert [asked.is_secret for asked in SIGN_IN.asks_by_hand] == [True]
    assert SIGN_IN.server("robin.example") == ""


def test_the_places_are_settings() -> None:
    assert Places.of({}) == Places()
    chat = "did:plc:chat#bsky_chat"
    assert Places.of({"HOBNOB_BLUESKY_CHAT": chat}).chat == chat


@pytest.mark.parametrize(
    ("module", "unneeded"), [("connecting", "httpx"), ("adapter", "atproto"), ("write", "atproto")]
)
def test_what_asks_a_network_is_loaded_when_something_is_asked(module: str, unneeded: str) -> None:
    code = (
        f"import sys, hobnob.networks.bluesky.{module};"
        f"sys.exit(any(each.startswith({unneeded!r}) for each in sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, check=False)
    assert ran.returncode == 0
