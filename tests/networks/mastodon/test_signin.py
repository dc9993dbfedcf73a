"""Signing in: with the owner's leave, for no more and no longer than they want."""

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from mastodon_mock.testing import MockServer

from hobnob.domain.actions import NEEDS
from hobnob.domain.networks import Capability, Mode
from hobnob.networks.base import NetworkRefused, Secret, SignInNeeded, Unreachable
from hobnob.networks.mastodon.adapter import MastodonAdapter
from hobnob.networks.mastodon.connecting import SIGN_IN
from hobnob.networks.mastodon.scopes import FINE, FINE_TO_ACT, modes
from hobnob.networks.mastodon.signin import Server
from tests.networks.mastodon.stage import NOW_US, MastodonStage

APP = {"client_id": "kettle", "client_secret": "spout"}
TOKEN = {"access_token": "long-and-secret", "scope": "read"}


class Scripted:
    """A session with a server that says what it is told to, and keeps what it was asked."""

    def __init__(self, **answers: Any) -> None:
        self.answers = answers
        self.asked: list[tuple[str, dict[str, str]]] = []

    def get(self, url: str) -> Any:
        return self._answer(url, {})

    def post(self, url: str, data: dict[str, str]) -> Any:
        return self._answer(url, data)

    def _answer(self, url: str, data: dict[str, str]) -> Any:
        path = urlsplit(url).path
        self.asked.append((path, data))
        name = path.rpartition("/")[2].replace("-", "_")
        name = f"{name}_{path.split('/')[2]}" if name == "instance" else name
        return _Answer(self.answers.get(name, 404))


class _Answer:
    def __init__(self, said: Any) -> None:
        self.status_code = said if isinstance(said, int) else 200
        self.ok = self.status_code < 400
        self.content = said if isinstance(said, bytes) else json.dumps(said).encode()


def server_saying(address: str = "https://tusk.example", **answers: Any) -> tuple[Server, Scripted]:
    server = Server(address)
    script = Scripted(**answers)
    server._session = script
    return server, script


def asked_of_owner(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


# ── With a server that runs ──────────────────────────────────────────────────


@pytest.fixture
def trial(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOBNOB_ALLOW_LOOPBACK", "1")


def reading(stage: MastodonStage, secret: Secret) -> MastodonAdapter:
    """Who reads with a sign-in. Nothing of it is ever renewed."""
    return SIGN_IN.adapter(stage.host, secret, clock=lambda: NOW_US, keep=pytest.fail)


@pytest.mark.usefixtures("trial")
def test_the_owner_allows_it_reads_and_takes_it_back(stage: MastodonStage) -> None:
    address, begun = SIGN_IN.begin(stage.host, returns_to="")
    assert address.startswith(f"http://{stage.host}/oauth/authorize?")
    secret = SIGN_IN.finish(stage.host, "mockcode_robin", begun)
    adapter = reading(stage, secret)
    assert adapter.whoami().handle == f"robin@{stage.host}"
    SIGN_IN.revoke(stage.host, secret)
    with pytest.raises(SignInNeeded, match="hobnob connect mastodon"):
        reading(stage, secret).whoami()


@pytest.mark.usefixtures("trial")
def test_the_server_leads_back_to_where_it_was_asked_to(stage: MastodonStage) -> None:
    address, begun = SIGN_IN.begin(stage.host, returns_to="http://127.0.0.1:9/")
    asked = asked_of_owner(address)
    assert asked["redirect_uri"] == begun["address"] == "http://127.0.0.1:9/"
    assert asked["state"] == begun["state"]
    assert SIGN_IN.finish(stage.host, "mockcode_robin", begun)["server"] == stage.host


@pytest.mark.usefixtures("trial")
def test_a_token_made_by_hand_reads(stage: MastodonStage) -> None:
    secret = SIGN_IN.by_hand(stage.host, {"token": "robin-token"})
    assert reading(stage, secret).whoami().name == "Robin Aldous"


@pytest.mark.usefixtures("trial")
def test_a_wrong_code_says_to_begin_again(stage: MastodonStage) -> None:
    _, begun = SIGN_IN.begin(stage.host, returns_to="")
    with pytest.raises(SignInNeeded, match="did not take the code"):
        SIGN_IN.finish(stage.host, "not-a-code", begun)


def test_a_sign_in_is_kept_as_text_alone(stage: MastodonStage) -> None:
    secret = stage.adapter()._signed_in
    assert all(isinstance(getattr(secret, name), str) for name in secret.__slots__)


def test_a_token_that_is_the_name_of_a_file_is_no_file(
    mastodon_server: MockServer, stage: MastodonStage, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "token").write_text("robin-token")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOBNOB_ALLOW_LOOPBACK", "1")
    secret = SIGN_IN.by_hand(stage.host, {"token": "token"})
    with pytest.raises(SignInNeeded):
        reading(stage, secret).whoami()


# ── What is asked for ────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "typed",
    ["tusk.example", "Tusk.Example ", "https://tusk.example/@robin", "@robin@tusk.example"],
)
def test_a_server_is_found_in_what_people_type(typed: str) -> None:
    assert SIGN_IN.server(typed) == "tusk.example"


@pytest.mark.parametrize(
    "typed", ["", "tusk example", "http://tusk.example", "tusk.example?x", "[::1]"]
)
def test_what_names_no_server_is_refused(typed: str) -> None:
    with pytest.raises(NetworkRefused, match="is no server's name"):
        SIGN_IN.begin(typed, returns_to="")


def test_no_more_is_asked_for_than_is_read() -> None:
    server, script = server_saying(
        oauth_authorization_server={"scopes_supported": [*FINE, "write", "admin:read"]}, apps=APP
    )
    address, begun = server.begin()
    assert asked_of_owner(address)["scope"] == " ".join(FINE) == begun["scopes"]
    assert all(scope.startswith("read:") for scope in FINE)
    [_, (_, registered)] = script.asked
    assert registered["scopes"] == " ".join(FINE)


def test_who_wants_to_act_is_asked_for_that_and_no_more() -> None:
    known = [*FINE, *FINE_TO_ACT, "write", "push", "admin:write"]
    server, _ = server_saying(oauth_authorization_server={"scopes_supported": known}, apps=APP)
    address, _ = server.begin(to_act=True)
    assert asked_of_owner(address)["scope"].split() == [*FINE, *FINE_TO_ACT]
    coarse, _ = server_saying(apps=APP)
    assert coarse.begin(to_act=True)[1]["scopes"] == "read write follow"


@pytest.mark.parametrize("about", [404, 500, b"<!doctype html>", [], {"scopes_supported": "all"}])
def test_a_server_that_says_nothing_about_its_scopes_is_asked_for_reading(about: Any) -> None:
    server, _ = server_saying(oauth_authorization_server=about, apps=APP)
    address, begun = server.begin()
    assert asked_of_owner(address)["scope"] == "read"
    assert "code_challenge" not in asked_of_owner(address)
    assert begun["verifier"] == ""


def test_a_code_is_of_use_only_to_who_asked_for_it() -> None:
    about = {"code_challenge_methods_supported": ["S256"]}
    server, script = server_saying(
        oauth_authorization_server=about, apps=APP, token=TOKEN, instance_v2={}
    )
    address, begun = server.begin()
    server.finish("the-code", begun)
    asked = asked_of_owner(address)
    [sent] = [data for path, data in script.asked if path == "/oauth/token"]
    digest = sha256(sent["code_verifier"].encode()).digest()
    assert asked["code_challenge"] == urlsafe_b64encode(digest).decode().rstrip("=")
    assert asked["code_challenge_method"] == "S256"
    assert sent["code_verifier"] not in address
    assert begun["client_secret"] not in address


def test_two_sign_ins_have_nothing_in_common() -> None:
    about = {"code_challenge_methods_supported": ["S256"]}
    server, _ = server_saying(oauth_authorization_server=about, apps=APP)
    assert server.begin()[1]["verifier"] != server.begin()[1]["verifier"]


def test_a_token_without_an_app_is_taken_back_by_its_owner() -> None:
    server, script = server_saying(instance_v2={})
    signed_in = server.with_token("long-and-secret", scopes="read")
    script.asked.clear()
    with pytest.raises(NetworkRefused, match=r"https://tusk\.example/settings/applications"):
        server.revoke(signed_in)
    assert script.asked == []


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ({"apps": 403}, NetworkRefused),
        ({"apps": 429}, NetworkRefused),
        ({"apps": 503}, Unreachable),
        ({"apps": b"<!doctype html>"}, Unreachable),
        ({"apps": {"client_id": 7}}, Unreachable),
        ({}, NetworkRefused),
    ],
)
def test_what_is_no_mastodon_server_is_said_to_be_none(
    answers: dict[str, Any], error: type[Exception]
) -> None:
    server, _ = server_saying(**answers)
    with pytest.raises(error, match=r"tusk\.example .*: "):
        server.begin()


# ── What a server is called ──────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("address", "answers", "name"),
    [
        ("https://tusk.example", {"instance_v2": {"domain": "tusk.example"}}, "tusk.example"),
        (
            "https://social.tusk.example",
            {"instance_v2": {"domain": "Tusk.example"}},
            "tusk.example",
        ),
        ("https://tusk.example", {"instance_v1": {"uri": "https://tusk.example/"}}, "tusk.example"),
        ("https://evil.example", {"instance_v2": {"domain": "tusk.example"}}, "evil.example"),
        ("https://notusk.example", {"instance_v2": {"domain": "usk.example"}}, "notusk.example"),
        ("https://tusk.example", {"instance_v2": {"domain": "example"}}, "tusk.example"),
        ("https://tusk.example", {"instance_v2": {"domain": None}}, "tusk.example"),
    ],
)
def test_a_server_is_called_what_it_says_if_that_is_its_to_say(
    address: str, answers: dict[str, Any], name: str
) -> None:
    server, _ = server_saying(address, **answers)
    assert server.name() == name


# ── What a sign-in allows ────────────────────────────────────────────────────


@pytest.mark.parametrize("scopes", ["", "read", " ".join(FINE)])
def test_what_was_asked_for_is_enough_to_read_everything_and_to_do_nothing(scopes: str) -> None:
    assert had_by(modes(scopes)) == {each for each in Capability if each.name.startswith("SEE_")}
    assert set(modes(scopes)) == set(Capability)


@pytest.mark.parametrize("scopes", ["read write follow", " ".join((*FINE, *FINE_TO_ACT))])
def test_what_was_asked_for_is_enough_for_every_act(scopes: str) -> None:
    assert had_by(modes(scopes)) >= set(NEEDS.values())


def test_what_was_not_allowed_is_done_on_the_server_s_own_page() -> None:
    had = modes("read write:favourites")
    assert had[Capability.LIKE] is Mode.API
    assert had[Capability.REPLY] is Mode.WEB_INTENT
    assert had[Capability.BLOCK] is Mode.MANUAL


def had_by(modes: Mapping[Capability, Mode]) -> set[Capability]:
    """What needs nobody's hand."""
    return {capability for capability, mode in modes.items() if mode is Mode.API}


def test_what_was_not_allowed_cannot_be_read() -> None:
    had = modes("read:accounts read:statuses read:notifications")
    assert had[Capability.SEE_TALK] is Mode.API
    assert had[Capability.SEE_LISTS] is Mode.NONE
    assert had[Capability.SEE_BLOCKS] is Mode.NONE


def test_the_page_for_people_names_what_is_asked_for() -> None:
    page = (Path(__file__).parents[3] / "docs/how-to/connect-mastodon.md").read_text("utf-8")
    assert set(re.findall(r"`(\w+:\w+)`", page)) == {*FINE, *FINE_TO_ACT}
