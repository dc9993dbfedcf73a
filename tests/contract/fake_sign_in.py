"""How the network in memory is signed in to, for `operations.connect` to load."""

from collections.abc import Callable, Mapping

from hobnob.domain.networks import Capability, Mode
from hobnob.networks.base import Adapter, SignInNeeded, Unreachable
from tests.contract.fake_network import FakeNetwork
from tests.people import ME

CODE = "purr-purr"
TOKEN = "stripes-and-whiskers"
READ = {Capability.SEE_TALK: Mode.API, Capability.SEE_FOLLOWS: Mode.API}


class FakeSignIn:
    """Its only account is mine. It is shared by all tests, so each begins with `forget`."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self.network = FakeNetwork(me=ME, modes=dict(READ))
        self.revoked: list[Mapping[str, str]] = []
        self.is_down = False

    def begin(self, server: str) -> tuple[str, Mapping[str, str]]:
        return f"https://{server}/oauth/authorize?client_id=7", {"client_secret": "the-secret-of-7"}

    def finish(self, server: str, code: str, begun: Mapping[str, str]) -> Mapping[str, str]:
        assert begun == {"client_secret": "the-secret-of-7"}
        if code != CODE:
            raise SignInNeeded(f"{server} does not know this code: copy the whole of it.")
        return {"token": TOKEN}

    def with_token(self, server: str, token: str) -> Mapping[str, str]:
        return {"token": token}

    def adapter(
        self, server: str, secret: Mapping[str, str], *, clock: Callable[[], int]
    ) -> Adapter:
        if secret["token"] != TOKEN:
            raise SignInNeeded(f"{server} does not accept this token: make a new one.")
        return self.network

    def revoke(self, server: str, secret: Mapping[str, str]) -> None:
        if self.is_down:
            raise Unreachable(f"{server} did not answer.", may_have_arrived=False)
        self.revoked.append(secret)


SIGN_IN = FakeSignIn()
