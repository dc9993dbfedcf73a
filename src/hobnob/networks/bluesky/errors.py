"""What went wrong with Bluesky, in the words of networks/base.py.

Servers name their errors: https://atproto.com/specs/xrpc#error-responses. What their messages
quote of a request is not passed on.
"""

from hobnob.domain.errors import HobnobError
from hobnob.networks.base import CursorExpired, NetworkRefused, SignInNeeded, Unreachable

_EXPIRED = frozenset({"ExpiredToken", "InvalidToken"})
_ACCOUNT_CLOSED = {
    "AccountTakedown": "taken down",
    "AccountSuspended": "suspended",
    "AccountDeactivated": "deactivated",
}
_BY_ITS_OWNER = "AccountDeactivated"
_NOT_THERE = frozenset(
    {
        "RecordNotFound",
        "NotFound",
        "AccountNotFound",
        "ActorNotFound",
        "BlockedActor",
        "BlockedByActor",
    }
)
_NOT_KNOWN = frozenset({"MethodNotImplemented", "XRPCNotSupported"})


class Expired(SignInNeeded):
    """The session is over; it may be had anew."""


class NotThere(NetworkRefused):
    """There is no such thing, or it is shown to others only."""


class Closed(NetworkRefused):
    """The account, mine or whoever was asked for, is suspended, taken down or deactivated."""

    def __init__(self, message: str, *, is_suspended: bool) -> None:
        super().__init__(message)
        self.is_suspended = is_suspended
        """Others closed it; else its owner did."""


class ExistsAlready(NetworkRefused):
    """There is a record under that key."""


def refusal(status: int, name: str, message: str) -> HobnobError:
    """What an answer's status and the error it names say."""
    if status == 429:
        # Whoever is signed in has a throttle, which words it better.
        return NetworkRefused("Bluesky was asked too often: try again in an hour.")
    if name in _ACCOUNT_CLOSED:
        return Closed(
            f"Bluesky says that this account is {_ACCOUNT_CLOSED[name]}: "
            "sign in at bsky.app to see what can be done.",
            is_suspended=name != _BY_ITS_OWNER,
        )
    if name == "AuthFactorTokenRequired":
        return SignInNeeded(
            "Bluesky asks for a code by e-mail with that password: make an app password instead, "
            "at bsky.app under Settings, Privacy and security."
        )
    if name in _EXPIRED:
        return _token_refused(message)
    if status == 401:
        return SignInNeeded(
            "Bluesky does not accept hobnob's sign-in: run `hobnob connect bluesky`."
        )
    if status >= 500 and name not in _NOT_KNOWN:
        return Unreachable(
            f"Bluesky has trouble of its own ({status}): try again later.", may_have_arrived=True
        )
    return _no(status, name, message)


def _token_refused(message: str) -> HobnobError:
    if "scope" in message.lower() or "method" in message.lower():
        return NetworkRefused(
            "This app password does not allow it: make another one that does, and run "
            "`hobnob connect bluesky` again."
        )
    return Expired("Bluesky's session is over: run `hobnob connect bluesky`.")


def _no(status: int, name: str, message: str) -> HobnobError:
    if "grapheme" in message:
        return NetworkRefused("That is too long: Bluesky takes 300 characters. Shorten it.")
    if name == "InvalidSwap":
        return ExistsAlready("Bluesky has that already: nothing was changed.")
    if name in _NOT_THERE or status == 404 or "not found" in message.lower():
        return NotThere("Bluesky has no such thing, or not for you: check the name.")
    if "cursor" in message.lower():
        return CursorExpired("Bluesky forgot the place: the next sync begins at the newest.")
    if name in _NOT_KNOWN:
        return NetworkRefused("This account's server does not know how to do that: nothing to do.")
    return NetworkRefused(f"Bluesky did not accept the request ({name or status}): try another.")


def not_understood() -> Unreachable:
    """An answer that was cut off, or is from something else than Bluesky."""
    return Unreachable(
        "Bluesky gave an answer that cannot be read: try again later.", may_have_arrived=True
    )
