"""What each kind of answer becomes: golden pairs, and the odd things X says."""

import json
from contextlib import suppress
from typing import Any

import pytest

from hobnob.domain.interactions import Direction, Kind
from hobnob.networks.fields import Misshapen
from tests.networks.samples import spoiled
from tests.networks.x import oracle
from tests.networks.x.golden import ANSWERS, expected, names, plain, raw, read
from tests.networks.x.told import WORDS


@pytest.mark.parametrize("name", names())
def test_a_sample_becomes_what_stands_beside_it(name: str) -> None:
    assert plain(read(name, raw(name))) == expected(name)


@pytest.mark.parametrize("name", names())
def test_a_sample_is_what_x_could_say(name: str) -> None:
    oracle.check(ANSWERS[name.partition("-")[0]], _in_words_of_description(raw(name)))


@pytest.mark.parametrize("name", names())
def test_it_says_the_same_in_the_words_of_x_s_description(name: str) -> None:
    assert plain(read(name, _in_words_of_description(raw(name)))) == expected(name)


def test_every_kind_that_x_has_is_among_the_samples() -> None:
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
        Kind.FOLLOW,
        Kind.MESSAGE,
    }
    assert seen == {
        *((kind, way) for kind in both_ways for way in (Direction.TOWARDS_ME, Direction.FROM_ME)),
        # Who liked a post of mine X does not tell.
        (Kind.LIKE, Direction.FROM_ME),
        (Kind.BLOCK, Direction.FROM_ME),
        (Kind.MUTE, Direction.FROM_ME),
    }


def test_what_i_like_of_my_own_is_between_nobody() -> None:
    answer = raw("like")
    answer["data"][0]["author_id"] = "1001"
    assert read("like", answer).interactions == ()


def test_a_message_is_kept_apart_from_what_a_feed_shows() -> None:
    [line] = read("message-to-me", raw("message-to-me")).interactions
    assert line.post is not None
    assert line.post.is_private
    assert line.post.native_id == f"dm:{line.native_id}"


def test_nobody_stands_for_a_group_whose_people_x_does_not_tell() -> None:
    assert read("message-to-a-group", raw("message-to-a-group")).interactions == ()


@pytest.mark.parametrize("name", ["mention-reply", "post-mine", "like", "follower", "list"])
def test_an_item_without_an_id_is_a_problem_and_no_guess(name: str) -> None:
    answer = raw(name)
    for where in ("id", "edit_history_tweet_ids"):
        answer["data"][0].pop(where, None)
    with pytest.raises(Misshapen, match="has no id"):
        read(name, answer)


@pytest.mark.parametrize(
    "field", ["text", "created_at", "entities", "lang", "note_tweet", "withheld", "author_id"]
)
@pytest.mark.parametrize("value", [None, 7, "", [], ["x"], "\x00\ud800"])
def test_a_field_of_another_type_costs_that_field_alone(field: str, value: Any) -> None:
    answer = raw("mention-reply")
    answer["data"][0][field] = value
    [line, *_] = read("mention-reply", answer).interactions
    assert line.native_id == "1857000000000000012"
    assert line.kind is Kind.REPLY
    line.text.encode()


def test_ids_are_numbers_and_no_paths() -> None:
    answer = raw("follower")
    for bad in ("../../etc", "a b", "1?x", "", None, True, 1.5, 109, "0", "9" * 21):
        answer["data"][0]["id"] = bad
        with pytest.raises(Misshapen):
            read("follower", answer)


def test_a_handle_that_is_none_leads_nowhere_else() -> None:
    answer = raw("follower")
    answer["data"][0]["username"] = "ana/../../evil"
    [line] = read("follower", answer).interactions
    assert line.actor is not None
    assert line.actor.handle == ""
    assert line.actor.url == "https://twitter.com/intent/user?user_id=1002"


@pytest.mark.parametrize("name", names())
def test_whatever_stands_in_a_field_costs_at_most_the_item(name: str) -> None:
    answer = raw(name)
    for item in spoiled(answer["data"][0]):
        answer["data"] = [item]
        with suppress(Misshapen):
            json.dumps(plain(read(name, answer)), ensure_ascii=False).encode()


@pytest.mark.parametrize("name", ["feed-repost", "mention-quote"])
def test_whatever_stands_in_what_comes_along_costs_at_most_the_item(name: str) -> None:
    answer = raw(name)
    for includes in spoiled(answer["includes"]):
        with suppress(Misshapen):
            read(name, {**answer, "includes": includes})


def _in_words_of_description(value: Any) -> Any:
    by_guides = {guide: word for word, guide in WORDS.items()}
    if isinstance(value, dict):
        return {
            by_guides.get(name, name): _in_words_of_description(each)
            for name, each in value.items()
        }
    return [_in_words_of_description(each) for each in value] if isinstance(value, list) else value
