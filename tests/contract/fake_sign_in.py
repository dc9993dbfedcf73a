"""How the network in memory is signed in to, for `operations.connect` to load."""

from collections.abc import Mapping

import pytest

from hobnob.domain.networks import Capability, Mode
from hobnob.networks.base import Asked, Clock, KeepSecret, Secret, SignInNeeded, Unreachable
from hobnob.operations import connect
from hobnob.operations.secrets.keep import kept_secrets
from tests.contract.fake_network import FakeNetwork
from tests.people import ME

CODE = "purr-purr"
STATE = "the-state-of-7"
TOKEN = "stripes-and-whiskers"
SERVER = "tusk.example"
READ = {Capability.SEE_TALK: Mode.API, Capability.SEE_FOLLOWS: Mode.API}
ACT = {Capability.REPLY: Mode.API, Capability.FOLLOW: Mode.API}


class FakeSignIn:
    """Its only account is mine. It is shared by all tests, so each begins with `forget`."""

    asks_first = Asked(name="server", label="Your server", example=SERVER)
    asks_by_hand = (
        Asked(name="token", label="Access token", help="A secret purr.", is_secret=True),
        Asked(name="nick", label="Nick", is_optional=True),
    )

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self.network = FakeNetwork(me=ME, modes=dict(READ))
        self.revoked: list[Mapping[str, str]] = []
        self.returns_to = ""
        self.has_page = True
        self.is_down = False

    def begin(self, place: str, *, returns_to: str) -> tuple[str, Secret]:
        self.returns_to = returns_to
        address = f"https://{place}/oauth/authorize?client_id=7&state={STATE}"
        return address, {"client_secret": "the-secret-of-7"}

    def finish(self, place: str, code: str, begun: Secret) -> Secret:
        assert begun == {"client_secret": "the-secret-of-7"}
        if code != CODE:
            raise SignInNeeded(f"{place} does not know this code: copy the whole of it.")
        return {"token": TOKEN}

    def by_hand(self, place: str, given: Secret) -> Secret:
        return {"token": given["token"]}

    def server(self, place: str) -> str:
        return place

    def adapter(
        self, server: str, secret: Secret, *, clock: Clock, keep: KeepSecret
    ) -> FakeNetwork:
        if secret["token"] != TOKEN:
            raise SignInNeeded(f"{server} does not accept this token: make a new one.")
        return self.network

    def revoke(self, server: str, secret: Secret) -> None:
        if self.is_down:
            raise Unreachable(f"{server} did not answer.", may_have_arrived=False)
        self.revoked.append(secret)


class FakeSignInToAct(FakeSignIn):
    """Allows acting as well; otherwise the same."""

    def adapter(
        self, server: str, secret: Secret, *, clock: Clock, keep: KeepSecret
    ) -> FakeNetwork:
        SIGN_IN.network.modes |= ACT
        return SIGN_IN.adapter(server, secret, clock=clock, keep=keep)


SIGN_IN = FakeSignIn()
SIGN_IN_TO_ACT = FakeSignInToAct()


def put_in_place(patch: pytest.MonkeyPatch) -> FakeSignIn:
    """Mastodon is the network in memory, where nobody has signed in yet."""
    patch.setitem(connect._SIGN_INS, ME.network, __name__)
    patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    SIGN_IN.forget()
    kept_secrets().revoke(ME)
    return SIGN_IN


def connect_me(clock: Clock) -> int:
    """Connect my account. The id of the connection."""
    wish = connect.Wish(network=ME.network, place=SERVER)
    return connect.connect_by_hand(wish, {"token": TOKEN}, clock=clock).pk
