"""How one signs in to X with an app of one's own: X's page, its codes and tokens, or four keys."""

from collections.abc import Iterator
from dataclasses import asdict
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest

from hobnob.domain.moments import HOUR, SECOND
from hobnob.domain.networks import Capability, Mode, Reach, Stream
from hobnob.networks.base import NetworkRefused, Secret, SignInNeeded, Unreachable
from hobnob.networks.x.adapter import XAdapter
from hobnob.networks.x.connecting import SIGN_IN, SIGN_IN_TO_ACT
from hobnob.networks.x.scopes import TO_ACT
from hobnob.networks.x.signed_in import SignedIn
from tests.networks.x.allowing import CALLBACKS, CLIENT_ID, KEYS
from tests.networks.x.fake_x import FakeX
from tests.networks.x.stage import XStage
from tests.networks.x.world import ROBIN

RETURNS_TO = CALLBACKS[1]


@pytest.fixture
def x(stage: XStage, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeX]:
    monkeypatch.setenv("HOBNOB_ALLOW_LOOPBACK", "1")
    return stage.x


def place(x: FakeX) -> str:
    return f"{CLIENT_ID}@{x.host}"


def code_of(address: str) -> str:
    return dict(parse_qsl(urlsplit(address).query))["code"]


def signed_in(x: FakeX) -> Secret:
    address, begun = SIGN_IN.begin(place(x), returns_to=RETURNS_TO)
    return SIGN_IN.finish(place(x), code_of(x.allowing.allow(address)), begun)


def adapter(x: FakeX, secret: Secret, kept: list[Secret]) -> XAdapter:
    return SIGN_IN.adapter(x.host, secret, clock=lambda: x.now_us, keep=kept.append)


def test_one_allows_it_on_a_page_of_x(stage: XStage) -> None:
    address, begun = SIGN_IN.begin(CLIENT_ID, returns_to=RETURNS_TO)
    asked = parse_qs(urlsplit(address).query)
    assert address.startswith("https://x.com/i/oauth2/authorize?")
    assert asked["state"] == [begun["state"]]
    assert asked["redirect_uri"] == [RETURNS_TO]
    assert asked["code_challenge_method"] == ["S256"]
    assert begun["verifier"] not in address


def test_no_more_is_asked_for_than_is_wanted() -> None:
    read, act = (
        set(parse_qs(urlsplit(each.begin(CLIENT_ID, returns_to="")[0]).query)["scope"][0].split())
        for each in (SIGN_IN, SIGN_IN_TO_ACT)
    )
    assert not any(scope.endswith(".write") for scope in read)
    assert act - read == {"tweet.write", "list.write", "mute.write"}
    assert "offline.access" in read


def test_a_code_becomes_a_sign_in_that_reads(x: FakeX, stage: XStage) -> None:
    kept: list[Secret] = []
    reads = adapter(x, signed_in(x), kept)
    assert reads.whoami().handle == "robin_herd"
    assert kept[-1]["user_id"] == ROBIN
    assert reads.capabilities()[Capability.SEE_TALK] is Mode.API
    assert reads.capabilities()[Capability.POST] is Mode.WEB_INTENT


def test_without_a_page_to_return_to_the_code_stands_in_the_address(x: FakeX) -> None:
    address, begun = SIGN_IN.begin(place(x), returns_to="")
    led_to = x.allowing.allow(address)
    assert led_to.startswith("http://127.0.0.1/hobnob?")
    assert SIGN_IN.finish(place(x), code_of(led_to), begun)["token"]


def test_a_code_holds_once_and_for_half_a_minute(x: FakeX) -> None:
    address, begun = SIGN_IN.begin(place(x), returns_to=RETURNS_TO)
    code = code_of(x.allowing.allow(address))
    SIGN_IN.finish(place(x), code, begun)
    with pytest.raises(SignInNeeded, match="codes hold for 30 seconds"):
        SIGN_IN.finish(place(x), code, begun)
    late = code_of(x.allowing.allow(address))
    x.now_us += 31 * SECOND
    with pytest.raises(SignInNeeded):
        SIGN_IN.finish(place(x), late, begun)


def test_a_code_is_of_no_use_to_whoever_overheard_it(x: FakeX) -> None:
    address, _ = SIGN_IN.begin(place(x), returns_to=RETURNS_TO)
    code = code_of(x.allowing.allow(address))
    _, another = SIGN_IN.begin(place(x), returns_to=RETURNS_TO)
    with pytest.raises(SignInNeeded):
        SIGN_IN.finish(place(x), code, another)


def test_a_token_that_is_about_to_end_is_renewed_and_kept_before_it_is_used(x: FakeX) -> None:
    kept: list[Secret] = []
    adapter(x, signed_in(x), kept).whoami()
    x.now_us += 3 * HOUR
    x.asked.clear()
    adapter(x, kept[-1], kept).whoami()
    renewed = kept[-1]
    assert renewed["user_id"] == ROBIN
    assert int(renewed["expires_us"]) == x.now_us + 2 * HOUR
    x.now_us += 2 * HOUR - 60 * SECOND
    x.asked.clear()
    adapter(x, renewed, kept).whoami()
    assert x.asked == ["POST /2/oauth2/token", "GET /2/users/me"]
    assert len({each["refresh_token"] for each in (renewed, kept[-1])}) == 2


def test_a_token_that_ended_early_is_renewed_once(x: FakeX) -> None:
    kept: list[Secret] = []
    adapter(x, signed_in(x), kept).whoami()
    x.allowing.expire()
    x.asked.clear()
    adapter(x, kept[-1], kept).whoami()
    assert x.asked == ["GET /2/users/me", "POST /2/oauth2/token", "GET /2/users/me"]


def test_whoever_took_hobnob_off_has_to_connect_again(x: FakeX) -> None:
    kept: list[Secret] = []
    secret = signed_in(x)
    adapter(x, secret, kept).whoami()
    SIGN_IN.revoke(x.host, kept[-1])
    with pytest.raises(SignInNeeded):
        adapter(x, kept[-1], kept).whoami()


def test_a_refresh_token_is_never_used_twice(x: FakeX) -> None:
    kept: list[Secret] = []
    secret = signed_in(x)
    x.allowing.expire()
    adapter(x, secret, kept).whoami()
    x.allowing.expire()
    with pytest.raises(SignInNeeded):
        adapter(x, secret, kept).whoami()


def test_a_renewal_that_breaks_off_sent_nothing_else(stage: XStage) -> None:
    def out_of_reach(_: SignedIn) -> SignedIn:
        raise Unreachable("api.x.com does not answer: try again later.", may_have_arrived=True)

    from hobnob.networks.x.keys import Tokens

    keys = Tokens(
        SignedIn(refresh_token="r", expires_us="1"),
        stage.kept.append,
        clock=lambda: stage.x.now_us,
        renew=out_of_reach,
    )
    with pytest.raises(Unreachable) as caught:
        keys.renew_if_due()
    assert not caught.value.may_have_arrived
    assert stage.kept == []


def test_four_keys_sign_each_request(x: FakeX, stage: XStage) -> None:
    secret = SIGN_IN_TO_ACT.by_hand(place(x), KEYS)
    kept: list[Secret] = []
    stage.mention_me(1)
    reads = adapter(x, secret, kept)
    assert reads.whoami().native_id == ROBIN
    [page] = reads.pull(Stream.NOTIFICATIONS, reach=Reach.TAIL)
    assert len(page.interactions) == 1
    assert reads.capabilities()[Capability.POST] is Mode.API


def test_a_wrong_key_is_noticed(x: FakeX) -> None:
    secret = SIGN_IN.by_hand(place(x), {**KEYS, "access-secret": "wrong" * 9})
    with pytest.raises(SignInNeeded):
        adapter(x, secret, []).whoami()


def test_keys_made_by_hand_are_taken_back_by_hand(x: FakeX) -> None:
    with pytest.raises(NetworkRefused, match=r"console\.x\.com"):
        SIGN_IN.revoke("", SIGN_IN.by_hand("", KEYS))


def test_everything_typed_in_by_hand_is_secret() -> None:
    assert {each.name for each in SIGN_IN.asks_by_hand} == set(KEYS)
    assert all(each.is_secret for each in SIGN_IN.asks_by_hand)


def test_x_is_one_place() -> None:
    assert SIGN_IN.server(CLIENT_ID) == ""
    assert SIGN_IN.server(f"  {CLIENT_ID}\n") == ""


@pytest.mark.parametrize("typed", ["", "  ", "two words", "https://x.com/ana_d", "a/b", "ü"])
def test_what_is_no_client_id_is_told_so(typed: str) -> None:
    with pytest.raises(NetworkRefused, match="is no client ID"):
        SIGN_IN.begin(typed, returns_to="")


def test_a_trial_is_on_this_machine_and_only_where_that_is_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOBNOB_ALLOW_LOOPBACK", "1")
    assert SIGN_IN.server("trial@127.0.0.1:8017") == "127.0.0.1:8017"
    for elsewhere in ("trial@harbour.example", "trial@192.168.0.1:80", "trial@127.0.0.1.example:1"):
        with pytest.raises(NetworkRefused, match="is not X"):
            SIGN_IN.server(elsewhere)
    monkeypatch.delenv("HOBNOB_ALLOW_LOOPBACK")
    with pytest.raises(NetworkRefused, match="is not X"):
        SIGN_IN.server("trial@127.0.0.1:8017")


def test_a_sign_in_is_kept_as_text_alone() -> None:
    fields = asdict(SignedIn(token="t", scopes=TO_ACT))
    assert all(isinstance(value, str) for value in fields.values())
