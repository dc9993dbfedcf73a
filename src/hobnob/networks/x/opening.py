"""Opens what asks X: the same for who reads and for who acts."""

from secrets import SystemRandom

from hobnob.networks.base import Clock, KeepSecret, Secret
from hobnob.networks.http.door import Door
from hobnob.networks.throttle import Throttles
from hobnob.networks.x.app import App
from hobnob.networks.x.client import Client, OpenDoor
from hobnob.networks.x.keys import Keys, LastingKeys, Tokens
from hobnob.networks.x.signed_in import SignedIn

_API = "https://api.x.com"


def api_address(server: str) -> str:
    """Where the API is: X's own, or that of a trial on this machine, which has no certificate.

    What is no loopback address the door does not open without one.
    """
    return f"http://{server}" if server else _API


def open_keys(
    server: str, secret: Secret, *, clock: Clock, keep: KeepSecret, open_door: OpenDoor = Door
) -> Keys:
    """What signs requests with a sign-in as it was kept."""
    signed_in = SignedIn(**secret)
    if not signed_in.token:
        return LastingKeys(signed_in, keep)

    def renew(old: SignedIn) -> SignedIn:
        # Once in two hours: a door for it is opened when it is needed.
        app = App(old.client_id, address=api_address(server), open_door=open_door)
        return app.renew(old, now_us=clock())

    return Tokens(signed_in, keep, clock=clock, renew=renew)


def open_client(server: str, keys: Keys, *, clock: Clock, open_door: OpenDoor = Door) -> Client:
    """Who asks, with a throttle for each kind of question."""
    throttles = Throttles(clock=clock, random=SystemRandom().random)
    return Client(
        keys,
        address=api_address(server),
        throttle_of=lambda bucket: throttles.of("X", account="", bucket=bucket),
        open_door=open_door,
    )
