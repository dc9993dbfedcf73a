"""The servers themselves, asked by Bluesky's own client: what the other tests stand on."""

import json
from contextlib import closing

import pytest

from tests.real_bluesky.network import Network
from tests.real_bluesky.packages import HERE
from tests.real_bluesky.people import Somebody

pytestmark = pytest.mark.bluesky


def test_packages_come_from_whichever_registry_npm_is_set_to() -> None:
    packages = json.loads((HERE / "package-lock.json").read_text())["packages"]
    assert not [name for name, each in packages.items() if "resolved" in each]
    assert [name for name, each in packages.items() if "integrity" not in each] == [""]


def test_who_is_named_hears_of_it(bluesky: Network, robin: Somebody, ana: Somebody) -> None:
    post = ana.post(f"Tea, @{robin.handle}?", names=[robin])
    bluesky.settle()
    [heard] = robin.bsky.notification.list_notifications().notifications
    assert (heard.reason, heard.uri, heard.author.handle) == ("mention", post.uri, ana.handle)


def test_the_cursor_of_notifications_alone_loses_those_of_one_millisecond(
    bluesky: Network, robin: Somebody, ana: Somebody
) -> None:
    """Why the adapter overlaps its windows: when this fails, Bluesky has mended it."""
    replies = ana.replies_at_once(robin.post("Tea?"), 60)
    bluesky.settle()
    seen, cursor = set(), None
    while True:
        asked = {"limit": 25, "cursor": cursor} if cursor else {"limit": 25}
        page = robin.bsky.notification.list_notifications(asked)
        seen |= {each.uri for each in page.notifications}
        if not (cursor := page.cursor):
            break
    assert len(replies) == 60
    assert len(seen) < 60


def test_messages_go_through_the_chat_server(
    bluesky: Network, robin: Somebody, ana: Somebody
) -> None:
    bluesky.chat.write(ana, robin, "the bucket is under the bridge")
    client = robin.client.with_bsky_chat_proxy()
    with closing(client.request):
        chat = client.chat.bsky.convo
        [conversation] = chat.list_convos().convos
        assert conversation.last_message.text == "the bucket is under the bridge"
        chat.send_message({"convo_id": conversation.id, "message": {"text": "found it"}})
        texts = [each.text for each in chat.get_messages({"convo_id": conversation.id}).messages]
    assert texts == ["found it", "the bucket is under the bridge"]
