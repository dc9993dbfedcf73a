"""What each kind of answer becomes: golden pairs, and the odd things servers say."""

import copy
import json
from contextlib import suppress
from typing import Any

import pytest
from mastodon.return_types import Conversation, Notification, Status
from mastodon.types_base import try_cast_recurse

from hobnob.domain.interactions import Direction, Kind
from hobnob.networks.fields import Misshapen
from hobnob.networks.mastodon.translate import NOTHING
from tests.networks.mastodon.golden import SERVER, expected, names, plain, raw, read
from tests.networks.samples import spoiled

_AS_TYPED = {"notification": Notification, "status": Status, "conversation": Conversation}


@pytest.mark.parametrize("name", names())
def test_a_sample_becomes_what_stands_beside_it(name: str) -> None:
    assert plain(read(name, raw(name))) == expected(name)


@pytest.mark.parametrize("name", [name for name in names() if name.partition("-")[0] in _AS_TYPED])
def test_what_the_client_library_makes_of_it_says_the_same(name: str) -> None:
    source = raw(name)
    typed = try_cast_recurse(_AS_TYPED[name.partition("-")[0]], copy.deepcopy(source))
    # The list beside a conversation is put in after the library has seen it.
    typed = {**typed, "statuses": source["statuses"]} if "statuses" in source else typed
    assert plain(read(name, typed)) == expected(name)


def test_every_kind_that_mastodon_has_is_among_the_samples() -> None:
    seen = {
        (line["kind"], line["direction"])
        for name in names()
        for line in expected(name).get("interactions", ())
    }
    both_ways = {Kind.MENTION, Kind.REPLY, Kind.QUOTE, Kind.REPOST, Kind.LIKE, Kind.FOLLOW}
    assert seen == {
        *((kind, way) for kind in both_ways for way in (Direction.TOWARDS_ME, Direction.FROM_ME)),
        *((Kind.MESSAGE, way) for way in (Direction.TOWARDS_ME, Direction.FROM_ME)),
        (Kind.BLOCK, Direction.FROM_ME),
        (Kind.MUTE, Direction.FROM_ME),
    }


def test_a_repost_is_the_same_whether_told_by_a_notification_or_by_a_feed() -> None:
    told = raw("notification-repost")
    seen = {**told["status"], "id": "99", "account": told["account"], "reblog": told["status"]}
    assert _ids("status", seen) == _ids("notification", told)


def test_a_reply_is_the_same_whether_told_by_a_notification_or_by_a_feed() -> None:
    told = raw("notification-reply")
    assert _ids("status", told["status"]) == _ids("notification", told)


def test_a_server_that_hands_over_the_repost_itself_means_the_same() -> None:
    told = raw("notification-repost")
    wrapped = {**told, "status": {**told["status"], "id": "99", "reblog": told["status"]}}
    assert _ids("notification", wrapped) == _ids("notification", told)


def test_a_mention_that_the_post_does_not_show_is_one_all_the_same() -> None:
    told = raw("notification-mention")
    told["status"]["mentions"] = []
    assert _ids("notification", told) == _ids("notification", raw("notification-mention"))


def test_a_quote_that_is_not_wrapped_is_understood() -> None:
    told = raw("status-my-quote")
    told["quote"] = told["quote"]["quoted_status"]
    assert _ids("status", told) == _ids("status", raw("status-my-quote"))


def test_a_like_of_a_private_mention_tells_nothing_of_its_words() -> None:
    told = raw("notification-like")
    told["status"]["visibility"] = "direct"
    said = read("notification", told)
    assert [line.post for line in said.interactions] == [None]
    assert said.posts == ()


def test_what_i_do_with_my_own_posts_is_between_nobody() -> None:
    mine = raw("notification-like")["status"]
    again = {**mine, "id": "99", "reblog": mine}
    assert read("favourite", mine).interactions == ()
    assert read("status", again).interactions == ()


@pytest.mark.parametrize("kind", ["poll", "admin.sign_up", "severed_relationships", "tea", None])
def test_a_notification_of_another_kind_says_nothing(kind: Any) -> None:
    assert read("notification", {**raw("notification-like"), "type": kind}) == NOTHING


@pytest.mark.parametrize("name", ["notification-like", "status-of-others", "follower", "list"])
def test_an_item_without_an_id_is_a_problem_and_no_guess(name: str) -> None:
    source = raw(name)
    _without_ids(source)
    with pytest.raises(Misshapen, match="has no id"):
        read(name, source)


@pytest.mark.parametrize("field", ["content", "created_at", "mentions", "url", "quote", "poll"])
@pytest.mark.parametrize("value", [None, 7, "", [], {}, ["x"], {"x": 1}, "\x00\ud800"])
def test_a_field_of_another_type_costs_that_field_alone(field: str, value: Any) -> None:
    source = raw("notification-reply")
    source["status"][field] = value
    said = read("notification", source)
    [line] = said.interactions
    assert line.native_id == f"113000000000000011@{SERVER}"
    assert line.kind is Kind.REPLY
    line.text.encode()


def test_ids_are_words_and_no_paths() -> None:
    source = raw("follower")
    for bad in ("../../etc", "a b", "1?x", "", None, True, 1.5, "9" * 65):
        source["id"] = bad
        with pytest.raises(Misshapen):
            read("follower", source)
    for good in ("109", 109, "AbC9", "01H8Z-x_y"):
        source["id"] = good
        assert read("follower", source).interactions


def test_an_address_that_is_none_of_the_web_is_left_out() -> None:
    source = raw("follower")
    source["url"] = source["uri"] = "javascript:alert(1)"
    [line] = read("follower", source).interactions
    assert line.actor is not None
    assert line.actor.url == ""


@pytest.mark.parametrize("name", [each for each in names() if each.startswith(("f", "status"))])
def test_whatever_stands_in_a_field_costs_at_most_the_item(name: str) -> None:
    for source in spoiled(raw(name)):
        with suppress(Misshapen):
            json.dumps(plain(read(name, source)), ensure_ascii=False).encode()


def _ids(name: str, source: Any) -> list[tuple[str, str]]:
    return [(line.kind, line.native_id) for line in read(name, source).interactions]


def _without_ids(value: Any) -> None:
    if isinstance(value, dict):
        value.pop("id", None)
        for each in value.values():
            _without_ids(each)
