"""How `hobnob connect bluesky` signs in: `SIGN_IN`, and `SIGN_IN_TO_ACT` where that is wanted.

What asks a network takes half a second to load, and the SDK one more: a page that shows what to
type in waits for neither.
"""

import os
from dataclasses import asdict, replace
from secrets import SystemRandom
from typing import TYPE_CHECKING

from hobnob.networks.base import Asked, Clock, KeepSecret, NetworkRefused, Secret
from hobnob.networks.bluesky.places import Places
from hobnob.networks.bluesky.signed_in import SignedIn
from hobnob.networks.throttle import Throttle

if TYPE_CHECKING:
    from hobnob.networks.bluesky.adapter import BlueskyAdapter

_PASSWORD = "app-password"  # noqa: S105 (what it is called, no password)


class BlueskySignIn:
    """Signs in wherever a handle lives."""

    asks_first = Asked(
        name="handle",
        label="Your handle",
        help="As it stands below your name, without the @.",
        example="robin.example",
    )
    asks_by_hand = (
        Asked(
            name=_PASSWORD,
            label="App password",
            help="You make one at bsky.app, under Settings, Privacy and security, App passwords. "
            "For direct messages tick that it may read them.",
            example="abcd-efgh-ijkl-mnop",
            is_secret=True,
        ),
    )
    has_page = False

    def __init__(self, *, to_act: bool) -> None:
        self._to_act = to_act

    def begin(self, place: str, *, returns_to: str) -> tuple[str, Secret]:
        """There is no page to open: raises NetworkRefused."""
        raise _no_page()

    def finish(self, place: str, code: str, begun: Secret) -> Secret:
        """There is no page that gives a code: raises NetworkRefused."""
        raise _no_page()

    def by_hand(self, place: str, given: Secret) -> Secret:
        """The sign-in, for an app password, which is used this once and not kept."""
        from hobnob.networks.bluesky.signin import Identity, sign_in

        identity = Identity(places=Places.of(os.environ))
        signed_in = sign_in(identity, place, given[_PASSWORD])
        return asdict(replace(signed_in, acts="yes" if self._to_act else ""))

    def server(self, place: str) -> str:
        """Bluesky is one place, wherever an account lives: ""."""
        return ""

    def adapter(
        self,
        server: str,
        secret: Secret,
        *,
        clock: Clock,
        keep: KeepSecret,
    ) -> "BlueskyAdapter":
        """Who reads. A session that is renewed meanwhile goes to `keep`."""
        from hobnob.networks.bluesky.adapter import BlueskyAdapter

        return BlueskyAdapter(
            SignedIn(**secret),
            throttle=Throttle("Bluesky", clock=clock, random=SystemRandom().random),
            clock=clock,
            keep=keep,
            places=Places.of(os.environ),
        )

    def revoke(self, server: str, secret: Secret) -> None:
        """End the session. The app password is its owner's to delete."""
        from hobnob.networks.bluesky.signin import sign_out

        sign_out(SignedIn(**secret))


SIGN_IN = BlueskySignIn(to_act=False)
SIGN_IN_TO_ACT = BlueskySignIn(to_act=True)


def _no_page() -> NetworkRefused:
    return NetworkRefused(
        "Bluesky is connected with an app password: run `hobnob connect bluesky` with your handle."
    )
