"""What went wrong with a server, in the words of networks/base.py.

Mastodon.py's errors are told apart by https://mastodonpy.readthedocs.io/en/stable/02_errors.html;
what its messages quote of an answer is not passed on.
"""

from mastodon.errors import MastodonError

from hobnob.domain.errors import HobnobError
from hobnob.networks.base import NetworkRefused, SignInNeeded, Unreachable, plain_error


class NotThere(NetworkRefused):
    """The server knows no such thing, or shows it to others only."""


def in_plain_words(error: MastodonError, server: str) -> HobnobError:
    """The error that a person can act on behind one of Mastodon.py's."""
    if (ours := plain_error(error)) is not None:
        return ours
    status = error.args[1] if len(error.args) > 1 else None
    if isinstance(status, int):
        return refusal(status, server)
    return not_understood(server)


def refusal(status: int, server: str) -> HobnobError:
    """What an answer's status says, 429 excepted, which a throttle words better."""
    if status == 401:
        return SignInNeeded(
            f"{server} does not accept hobnob's sign-in any more: run `hobnob connect mastodon`."
        )
    if status == 403:
        return NetworkRefused(
            f"{server} does not let hobnob do this: connect again and allow what it asks for."
        )
    if status in (404, 410):
        return NotThere(
            f"{server} has no such thing, or not for you: check the name, or try a newer server."
        )
    if status == 422:
        return NetworkRefused(
            f"{server} did not take this (422): it may be too long, or against its rules."
        )
    if status >= 500:
        return Unreachable(
            f"{server} has trouble of its own ({status}): try again later.", may_have_arrived=True
        )
    return NetworkRefused(
        f"{server} did not accept the request ({status}): "
        "check that it is a server of the Mastodon kind."
    )


def not_understood(server: str) -> Unreachable:
    """An answer that was cut off, or is from something else than Mastodon."""
    return Unreachable(
        f"{server} gave an answer that cannot be read: try again later, and check that it is a "
        "server of the Mastodon kind.",
        may_have_arrived=True,
    )
