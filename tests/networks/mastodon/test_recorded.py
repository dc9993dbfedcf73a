"""Everything that real servers were recorded to say is understood."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from hobnob.domain.actions import OPPOSITE, ActionKind
from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account, Network
from hobnob.networks.mastodon.posts import DIRECT
from hobnob.networks.mastodon.translate import NOTHING, Said, Translator
from hobnob.networks.mastodon.write import shows
from tests.networks.mastodon import recorded

SERVER = "recorded.example"
NOBODY = Account(network=Network.MASTODON, native_id=f"0@{SERVER}")


def is_notification(item: dict[str, Any]) -> bool:
    return {"type", "account", "created_at", "id"} <= set(
        item
    ) and "notifications_count" not in item


def is_status(item: dict[str, Any]) -> bool:
    return {"id", "content", "visibility", "account", "mentions"} <= set(item)


def is_account(item: dict[str, Any]) -> bool:
    return {"id", "acct", "note"} <= set(item)


def is_list(item: dict[str, Any]) -> bool:
    return {"id", "title", "replies_policy"} <= set(item)


def is_conversation(item: dict[str, Any]) -> bool:
    return {"id", "accounts", "last_status"} <= set(item)


def is_relationship(item: dict[str, Any]) -> bool:
    return {"id", "following", "followed_by", "blocking", "muting"} <= set(item)


@pytest.fixture(scope="module")
def said() -> list[Any]:
    """Every object of every answer, wherever in it."""
    return [each for answer in recorded.answers() for each in objects(answer)]


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from objects(each)
    elif isinstance(value, list):
        for each in value:
            yield from objects(each)


@pytest.mark.parametrize(
    ("is_one", "read", "at_least"),
    [
        (is_notification, Translator.notification, 50),
        (is_status, Translator.status, 600),
        (is_account, Translator.member, 1_300),
        (is_list, Translator.my_list, 12),
        (is_conversation, Translator.conversation, 15),
    ],
)
def test_every_recorded_one_is_translated(
    said: list[Any],
    is_one: Callable[[dict[str, Any]], bool],
    read: Callable[[Translator, dict[str, Any]], Said],
    at_least: int,
) -> None:
    ours = [item for item in said if is_one(item)]
    assert len(ours) >= at_least
    for item in ours:
        whole = read(Translator(SERVER, NOBODY), item)
        assert all(line.native_id.count("@") in (1, 2) for line in whole.interactions)


def test_every_recorded_post_keeps_its_words_and_its_author(said: list[Any]) -> None:
    for item in filter(is_status, said):
        translated = Translator(SERVER, NOBODY).status(item)
        if item["visibility"] == DIRECT or item["account"].get("suspended"):
            assert translated.posts == ()
            continue
        shown = item.get("reblog") or item
        [post] = translated.posts
        assert post.native_id == f"{shown['id']}@{SERVER}"
        assert post.author is not None
        assert "@" in post.author.handle
        assert post.at_us is not None
        assert post.text or not shown["content"].removeprefix("<p>").removesuffix("</p>")
        assert "<p>" not in post.text


def test_every_recorded_mention_is_heard_by_whom_it_names(said: list[Any]) -> None:
    heard = 0
    for item in filter(is_status, said):
        for mention in item["mentions"]:
            me = Account(network=Network.MASTODON, native_id=f"{mention['id']}@{SERVER}")
            lines = Translator(SERVER, me).status(item).interactions
            if item["visibility"] != DIRECT and item["account"]["id"] != mention["id"]:
                assert {line.kind for line in lines} & {Kind.MENTION, Kind.REPLY, Kind.REPOST}
                heard += 1
    assert heard >= 10


def test_every_recorded_private_mention_is_a_message(said: list[Any]) -> None:
    direct = [item for item in said if is_status(item) and item["visibility"] == DIRECT]
    assert len(direct) >= 20
    for item in direct:
        me = Account(network=Network.MASTODON, native_id=f"{item['account']['id']}@{SERVER}")
        others = {each["id"] for each in item["mentions"]} - {item["account"]["id"]}
        assert len(Translator(SERVER, me).message(item).interactions) == len(others)
        assert len(Translator(SERVER, NOBODY).message(item).interactions) == 1


@pytest.mark.parametrize("kind", [ActionKind.FOLLOW, ActionKind.MUTE, ActionKind.BLOCK])
def test_every_recorded_relationship_says_what_was_done_and_what_was_not(
    said: list[Any], kind: ActionKind
) -> None:
    accounts = Translator(SERVER, NOBODY).accounts
    ties = [item for item in said if is_relationship(item)]
    assert len(ties) >= 40
    for item in ties:
        assert accounts.own(accounts.known_by_id(str(item["id"])).native_id) == str(item["id"])
        assert shows(kind, item) is not shows(OPPOSITE[kind], item)
    assert {shows(kind, item) for item in ties} == {True, False}


def test_every_recorded_post_says_whether_i_liked_and_reposted_it(said: list[Any]) -> None:
    seen = [item for item in said if is_status(item) and "favourited" in item]
    assert len(seen) >= 500
    for kind in (ActionKind.LIKE, ActionKind.REPOST):
        assert {shows(kind, item) for item in seen} == {True, False}


def test_every_recorded_list_can_be_named_again(said: list[Any]) -> None:
    translator = Translator(SERVER, NOBODY)
    for item in filter(is_list, said):
        [found] = translator.my_list(item).lists
        assert (translator.accounts.own(found.native_id), found.name) == (item["id"], item["title"])
        assert not found.is_public


def test_every_recorded_post_goes_into_a_feed_as_posts_alone(said: list[Any]) -> None:
    reposts = 0
    for item in filter(is_status, said):
        shown = Translator(SERVER, NOBODY).post(item)
        assert shown._replace(posts=()) == NOTHING
        if any(map(_is_hidden, (item, item.get("reblog") or item))):
            assert shown == NOTHING
        elif item.get("reblog"):
            repost, original = shown.posts
            assert repost.native_id == f"{item['id']}@{SERVER}"
            assert repost.attached.reposts == original.native_id
            assert repost.text == ""
            reposts += 1
        else:
            assert [post.attached.reposts for post in shown.posts] == [""]
    assert reposts >= 5


def test_every_recorded_post_says_what_hangs_on_it(said: list[Any]) -> None:
    pictures, polls, cards, quotes = 0, 0, 0, 0
    for item in filter(is_status, said):
        for post in Translator(SERVER, NOBODY).post(item).posts[-1:]:
            shown, carried = item.get("reblog") or item, post.attached
            assert [each.alt for each in carried.media] == [
                " ".join((each["description"] or "").split()) for each in shown["media_attachments"]
            ]
            assert carried.has_poll is bool(shown.get("poll"))
            assert ("sensitive" in carried.labels) is shown["sensitive"]
            assert all(link.url.startswith("http") for link in carried.links)
            assert sum(link.is_card for link in carried.links) <= 1
            pictures += bool(carried.media)
            polls += carried.has_poll
            cards += any(link.is_card and link.title for link in carried.links)
            quotes += bool(carried.quotes)
    assert min(pictures, polls, cards, quotes) >= 1


def test_every_recorded_account_says_more_than_its_names(said: list[Any]) -> None:
    accounts = [item["account"] for item in said if is_status(item)]
    for item in accounts:
        account = Translator(SERVER, NOBODY).accounts.read(item)
        assert account.profile is not None
        assert account.profile.made_us is not None
        assert account.profile.posts == item["statuses_count"]
        assert account.profile.is_bot is item["bot"]
    assert len(accounts) >= 500


def _is_hidden(status: Any) -> bool:
    return status["visibility"] == DIRECT or status["account"].get("suspended", False)
