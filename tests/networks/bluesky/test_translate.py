"""What each kind of answer becomes: golden pairs, and the odd things servers say."""

import json
from contextlib import suppress
from typing import Any

import pytest

from hobnob.domain.interactions import Direction, Kind
from hobnob.networks.bluesky.translate import NOTHING
from hobnob.networks.fields import Misshapen
from tests.networks.bluesky.golden import expected, names, plain, raw, read
from tests.networks.samples import spoiled


@pytest.mark.parametrize("name", names())
def test_a_sample_becomes_what_stands_beside_it(name: str) -> None:
    assert plain(read(name, raw(name))) == expected(name)


def test_every_kind_that_bluesky_has_is_among_the_samples() -> None:
    seen = {
        (line["kind"], line["direction"])
        for name in names()
        for line in expected(name).get("interactions", ())
    }
    both_ways = {
        Kind.MENTION,
        Kind.REPLY,
        Kind.QUOTE,
        Kind.REPOST,
        Kind.LIKE,
        Kind.FOLLOW,
        Kind.MESSAGE,
    }
    assert seen == {
        *((kind, way) for kind in both_ways for way in (Direction.TOWARDS_ME, Direction.FROM_ME)),
        (Kind.BLOCK, Direction.FROM_ME),
        (Kind.MUTE, Direction.FROM_ME),
    }


def test_a_follow_is_the_same_whether_told_by_a_notification_or_by_a_list_of_followers() -> None:
    assert _ids("follower", raw("follower")) == _ids("notification", raw("notification-follow"))


def test_an_answer_is_the_same_whether_told_by_a_notification_or_by_a_feed() -> None:
    assert _ids("post", raw("post-that-answers-me")) == _ids(
        "notification", raw("notification-reply")
    )


def test_a_mention_that_the_post_does_not_show_is_one_all_the_same() -> None:
    told = raw("notification-mention")
    told["record"]["facets"] = []
    assert _ids("notification", told) == _ids("notification", raw("notification-mention"))


@pytest.mark.parametrize("kind", ["verified", "subscribed-post", "tea", None, 7])
def test_a_notification_of_another_kind_says_nothing(kind: Any) -> None:
    assert read("notification", {**raw("notification-like"), "reason": kind}) == NOTHING


@pytest.mark.parametrize(
    "name", ["notification-like", "notification-reply", "post-of-others", "follower", "message"]
)
def test_an_item_without_an_id_is_a_problem_and_no_guess(name: str) -> None:
    source = raw(name)
    _without_ids(source)
    with pytest.raises(Misshapen, match="has no"):
        read(name, source)


@pytest.mark.parametrize("did", ["", "ana", "did:plc:../..", "did:key:z6Mk", None, 7])
def test_ids_are_dids_and_no_guesses(did: Any) -> None:
    source = raw("follower")
    source["did"] = did
    with pytest.raises(Misshapen):
        read("follower", source)


@pytest.mark.parametrize("field", ["text", "createdAt", "facets", "reply", "embed", "langs"])
@pytest.mark.parametrize("value", [None, 7, "", [], {}, ["x"], {"x": 1}, "\x00\ud800", [None]])
def test_a_field_of_another_type_costs_that_field_alone(field: str, value: Any) -> None:
    source = raw("notification-mention")
    source["record"][field] = value
    said = read("notification", source)
    [line] = said.interactions
    assert line.kind is Kind.MENTION
    assert line.at_us is not None
    line.text.encode()


@pytest.mark.parametrize("date", ["", "yesterday", "9999-12-31T23:59:59.999-23:59", 7, None])
def test_without_a_date_the_key_of_a_record_tells_when_it_was_made(date: Any) -> None:
    source = raw("record-like")
    source["record"]["value"]["createdAt"] = date
    [line] = read("record-like", source).interactions
    key_us = 1_795_296_000_000_000
    assert line.at_us is not None
    assert abs(line.at_us - key_us) < 3_600_000_000


def test_a_date_ahead_of_its_key_is_not_believed() -> None:
    source = raw("record-like")
    source["record"]["value"]["createdAt"] = "2031-01-01T00:00:00.000Z"
    [line] = read("record-like", source).interactions
    assert line.at_us is not None
    assert line.at_us < 1_800_000_000_000_000


def test_a_key_that_is_no_moment_leaves_one_unknown() -> None:
    source = raw("follower")
    source["viewer"]["followedBy"] = "at://did:plc:ana/app.bsky.graph.follow/self"
    [line] = read("follower", source).interactions
    assert line.at_us is None
    assert line.order is not None


def test_a_view_that_is_taken_down_tells_nothing_of_what_i_liked() -> None:
    source = raw("record-like")
    source["posts"][0]["labels"] = [{"val": "!takedown"}]
    [line] = read("record-like", source).interactions
    assert line.text == ""
    assert line.target is not None
    assert line.target.native_id == "did:plc:ana"


@pytest.mark.parametrize("name", [each for each in names() if each[:6] not in ("notifi", "messag")])
def test_whatever_stands_in_a_field_costs_at_most_the_item(name: str) -> None:
    told = raw(name)
    # A record and a message come with what was asked for beside them.
    of = name.partition("-")[0]
    for item in spoiled(told.get(of, told)):
        with suppress(Misshapen):
            source = {**told, of: item} if of in told else item
            json.dumps(plain(read(name, source)), ensure_ascii=False).encode()


def _ids(name: str, source: Any) -> list[tuple[str, str]]:
    return [(line.kind, line.native_id) for line in read(name, source).interactions]


def _without_ids(value: Any) -> None:
    if isinstance(value, dict):
        value.pop("uri", None)
        value.pop("id", None)
        value.pop("did", None)
        for each in value.values():
            _without_ids(each)
