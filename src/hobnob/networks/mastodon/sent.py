"""Finds what I posted: whether a post whose sender never heard an answer is there after all."""

import re
from collections.abc import Iterator

from hobnob.domain.actions import Action
from hobnob.domain.moments import MINUTE
from hobnob.networks.base import NetworkRefused, Order
from hobnob.networks.fields import Record, moment, part, words
from hobnob.networks.mastodon.accounts import Accounts
from hobnob.networks.mastodon.client import Client, Listed
from hobnob.networks.mastodon.errors import NotThere
from hobnob.networks.mastodon.fields import id_in
from hobnob.networks.mastodon.read import LEAST_PER_ANSWER
from hobnob.networks.mastodon.text import plain_text

_SKEW = 5 * MINUTE
"""The clock of a server may be behind ours by so much."""
_MOST_PAGES = 10
_A_PAGE = 40
_HANDLE = re.compile(r"@([\w.-]+)@[\w.-]+\w")


def find_post(client: Client, accounts: Accounts, order: Order) -> Record | None:
    """My post with these words since they were approved; None when there certainly is none.

    Raises NetworkRefused when so much was posted since that nobody can tell.
    """
    answered = own_post(accounts, order.action.target)
    for status in _mine_since(client, accounts.own(order.action.by), order.approved_us - _SKEW):
        is_answer = id_in(status, "in_reply_to_id") == answered and not part(status, "reblog")
        if is_answer and _says(client, status, order.action):
            return status
    return None


def own_post(accounts: Accounts, native_id: str) -> str:
    """What this server calls a post; a message is kept apart from posts by its "dm:"."""
    return accounts.own(native_id.removeprefix("dm:"))


def _mine_since(client: Client, me: str, since_us: int) -> Iterator[Record]:
    """What I posted since then, newest first."""
    older, seen = "", set[str]()
    for _ in range(_MOST_PAGES):
        listed = _page(client, me, older)
        new = [status for status in listed.items if id_in(status) not in seen]
        seen.update(map(id_in, new))
        # A pinned post may stand before newer ones.
        yield from (status for status in new if _since(status, since_us))
        if listed.is_end or len(listed.items) < LEAST_PER_ANSWER:
            return
        if not _since(listed.items[-1], since_us):
            return
        older = listed.older or id_in(listed.items[-1])
        if not new:
            # It says the same again, whatever it is asked for.
            break
    raise NetworkRefused("So much was posted there since that it cannot be found: look there.")


def _since(status: Record, since_us: int) -> bool:
    """Whether a post is from then or later; one without a date may be."""
    at_us = moment(status, "created_at")
    return at_us is None or at_us >= since_us


def _page(client: Client, me: str, older: str) -> Listed:
    asked = {"limit": _A_PAGE} | ({"max_id": older} if older else {})
    return client.listed(lambda api: api.account_statuses(me, **asked))


def _says(client: Client, status: Record, action: Action) -> bool:
    """Whether a post says this: by what was typed, or as it is shown where that isn't told."""
    try:
        source = client.ask(lambda api: api.status_source(id_in(status)))
    except NotThere:
        return _bare(plain_text(words(status, "content"))) == _bare(action.text)
    return words(source, "text").split() == action.text.split()


def _bare(text: str) -> list[str]:
    """The words, with handles as servers show them: without where they live."""
    return _HANDLE.sub(r"@\1", text).split()
