"""What went wrong with X, in the words of networks/base.py.

https://docs.x.com/x-api/fundamentals/response-codes-and-errors; what X's own messages quote of a
request is not passed on.
"""

from hobnob.domain.errors import HobnobError
from hobnob.networks.base import CursorExpired, NetworkRefused, SignInNeeded, Unreachable
from hobnob.networks.fields import Record, each
from hobnob.networks.x.fields import words

NOBODY_THERE = "X has no such thing, or not for you: check the name."

_PROBLEMS = "/2/problems/"


class NotThere(NetworkRefused):
    """X knows no such thing, or shows it to others only."""


class AppRefused(NetworkRefused):
    """X lets the app itself do nothing: its credits are used up, or it may not do this."""


def refusal(status: int, answer: Record) -> HobnobError:
    """What an answer's status says, a rate limit excepted, which a throttle words better."""
    if status == 401:
        return signed_out()
    if status == 402 or problem_of(answer) in ("usage-capped", "credits-depleted"):
        return AppRefused(
            "X says that your app's credits or its spending limit for this month are used up: "
            "look at console.x.com, or wait for the next month."
        )
    if status == 403:
        return NetworkRefused(
            "X does not let your app do this: look at its permissions at console.x.com, "
            "then connect again."
        )
    if status in (404, 410):
        return NotThere(NOBODY_THERE)
    if status == 400 and _is_about_pages(answer):
        return CursorExpired("X forgot how far it had been read: hobnob begins anew by itself.")
    if status >= 500:
        return Unreachable(
            f"X has trouble of its own ({status}): try again later.", may_have_arrived=True
        )
    return NetworkRefused(
        f"X did not accept the request ({status}): check that hobnob is the newest version."
    )


def signed_out() -> SignInNeeded:
    """X does not know us any more."""
    return SignInNeeded("X does not accept hobnob's sign-in any more: run `hobnob connect x`.")


def not_understood() -> Unreachable:
    """An answer that was cut off, or is from something else than X."""
    return Unreachable(
        "X gave an answer that cannot be read: try again later.", may_have_arrived=True
    )


def problem_of(answer: Record) -> str:
    """What kind of problem an answer, or one of its errors, is about: "usage-capped"."""
    return words(answer, "type").rpartition(_PROBLEMS)[2]


def _is_about_pages(answer: Record) -> bool:
    """Whether a place in a list was named that X doesn't know (any more)."""
    return any(
        "pagination_token" in error.get("parameters", {}) or error.get("parameter") == "next_token"
        for error in each(answer, "errors")
        if isinstance(error.get("parameters", {}), dict)
    )
