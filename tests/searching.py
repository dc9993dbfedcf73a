"""A server that is searched for somebody's name, and thinks of these accounts."""

from collections.abc import Iterator

import pytest

from hobnob.domain.people import Account, Network
from hobnob.operations import search_for as operation
from hobnob.storage import models
from tests.matched import may_look
from tests.people import NOW_US

LINDIWE = Account(
    network=Network.MASTODON,
    native_id="lindiwe@far.example",
    handle="lindiweokonjo@far.example",
    name="Lindiwe Okonjo",
)


class Finds:
    """What it is asked, and of whom it thinks."""

    def __init__(self, *found: Account) -> None:
        self.found = found
        self.asked: list[str] = []

    def find_people(self, name: str, most: int) -> Iterator[Account]:
        assert most == operation.MOST
        self.asked.append(name)
        return iter(self.found)


def a_server_to_ask(monkeypatch: pytest.MonkeyPatch) -> Finds:
    """One connected account, a reason to look, and a server that thinks of Lindiwe."""
    may_look()
    me = models.Account.objects.get(is_me=True)
    models.Connection.objects.get_or_create(
        network=Network.MASTODON, account=me, server="tusk.example", connected_us=NOW_US
    )
    server = Finds(LINDIWE)
    monkeypatch.setattr(operation, "open_adapter", lambda *_, **__: server)
    return server
