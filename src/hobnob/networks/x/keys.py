"""What signs each request: keys that last, or a token of two hours that is renewed in time.

X takes a refresh token once and gives another for it, so the new pair is kept before it is used:
https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code.
"""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import asdict, replace

import tweepy

from hobnob.domain.moments import MINUTE
from hobnob.domain.people import Account
from hobnob.networks.base import Clock, KeepSecret, Unreachable
from hobnob.networks.x.signed_in import SignedIn

_IN_TIME = 2 * MINUTE

Renew = Callable[[SignedIn], SignedIn]
"""Gets the same sign-in with a new pair of tokens. Raises SignInNeeded where X says no."""

for _talkative in ("tweepy.client", "oauthlib", "requests_oauthlib"):
    # They would tell keys, headers and whole answers to whoever logs everything.
    logging.getLogger(_talkative).setLevel(logging.INFO)


class Keys(ABC):
    """A sign-in as requests are signed with it. What it becomes meanwhile is kept."""

    is_signed_by_keys: bool
    """OAuth 1.0a signs each request; OAuth 2.0 sends a token along."""

    def __init__(self, signed_in: SignedIn, keep: KeepSecret) -> None:
        self.signed_in = signed_in
        self._keep = keep

    def learn(self, me: Account) -> None:
        """Note whose sign-in it is: X charges for telling it again."""
        known = replace(self.signed_in, user_id=me.native_id, handle=me.handle, name=me.name)
        if known != self.signed_in:
            self._become(known)

    @abstractmethod
    def api(self) -> tweepy.Client:
        """A client of tweepy that signs with what is good now."""

    @abstractmethod
    def renew_if_due(self) -> None:
        """Get a new token where the old one is about to end."""

    @abstractmethod
    def renew(self) -> bool:
        """Get a new token, if there is a way to. Raises SignInNeeded where X says no."""

    def _become(self, signed_in: SignedIn) -> None:
        self._keep(asdict(signed_in))
        self.signed_in = signed_in


class LastingKeys(Keys):
    """OAuth 1.0a: four keys, made by hand, that sign until somebody takes them back."""

    is_signed_by_keys = True

    def api(self) -> tweepy.Client:
        """A client of tweepy that signs with them."""
        return tweepy.Client(
            consumer_key=self.signed_in.api_key,
            consumer_secret=self.signed_in.api_secret,
            access_token=self.signed_in.access_token,
            access_token_secret=self.signed_in.access_secret,
        )

    def renew_if_due(self) -> None:
        """They never are."""

    def renew(self) -> bool:
        """There is no way to."""
        return False


class Tokens(Keys):
    """OAuth 2.0: a token for two hours, and one to get the next pair with."""

    is_signed_by_keys = False

    def __init__(
        self, signed_in: SignedIn, keep: KeepSecret, *, clock: Clock, renew: Renew
    ) -> None:
        super().__init__(signed_in, keep)
        self._clock = clock
        self._renew = renew

    def api(self) -> tweepy.Client:
        """A client of tweepy that sends the token of now."""
        return tweepy.Client(bearer_token=self.signed_in.token)

    def renew_if_due(self) -> None:
        """Get a new pair when this one is about to end."""
        ends = self.signed_in.expires_us
        if ends and self._clock() >= int(ends) - _IN_TIME:
            self.renew()

    def renew(self) -> bool:
        """Get a new pair and keep it at once: the old one is good for nothing from now on."""
        if not self.signed_in.refresh_token:
            return False
        try:
            self._become(self._renew(self.signed_in))
        except Unreachable as error:
            # Whatever was to be sent with the new token never left.
            raise Unreachable(str(error), may_have_arrived=False) from error
        return True
