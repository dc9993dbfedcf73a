"""What X says when it does not do what it is asked, and what becomes of it."""

import logging
from dataclasses import asdict
from typing import Any

import pytest

from hobnob.domain.networks import Reach, Stream
from hobnob.networks.base import (
    CursorExpired,
    NetworkRefused,
    RateLimited,
    SignInNeeded,
    Unreachable,
)
from hobnob.networks.x.errors import AppRefused, NotThere, refusal
from hobnob.networks.x.scopes import TO_READ
from hobnob.networks.x.signed_in import SignedIn
from tests.contract.networks import Fault
from tests.networks.x.allowing import KEYS
from tests.networks.x.stage import XStage
from tests.networks.x.world import ANA


def read(stage: XStage, stream: Stream) -> list[Any]:
    return list(stage.adapter().pull(stream, reach=Reach.TAIL))


@pytest.mark.parametrize(
    ("status", "answer", "error"),
    [
        (400, {}, NetworkRefused),
        (400, {"errors": [{"parameters": {"pagination_token": ["x"]}}]}, CursorExpired),
        (400, {"errors": ["no object"]}, NetworkRefused),
        (401, {}, SignInNeeded),
        (402, {}, AppRefused),
        (403, {"type": "https://api.x.com/2/problems/client-forbidden"}, NetworkRefused),
        (403, {"type": "https://api.x.com/2/problems/usage-capped"}, AppRefused),
        (404, {}, NotThere),
        (429, {"type": "https://api.x.com/2/problems/usage-capped"}, AppRefused),
        (500, {}, Unreachable),
        (503, {}, Unreachable),
    ],
)
def test_each_refusal_is_one_sentence_that_says_what_to_do(
    status: int, answer: dict[str, Any], error: type[Exception]
) -> None:
    refused = refusal(status, answer)
    assert type(refused) is error
    assert str(refused).endswith(".")


def test_a_silent_post_may_have_arrived() -> None:
    refused = refusal(503, {})
    assert isinstance(refused, Unreachable)
    assert refused.may_have_arrived


def test_each_kind_of_question_has_a_limit_of_its_own(stage: XStage) -> None:
    stage.x.limits["muting"] = 1
    adapter = stage.adapter()
    stage.x.world.muting = [ANA]
    assert len(list(adapter.pull(Stream.MUTES, reach=Reach.TAIL))) == 1
    with pytest.raises(RateLimited) as caught:
        list(adapter.pull(Stream.MUTES, reach=Reach.TAIL))
    assert caught.value.until_us >= stage.x.now_us + 900_000_000
    assert len(list(adapter.pull(Stream.BLOCKS, reach=Reach.TAIL))) == 1


def test_the_last_tenth_of_a_limit_is_left_to_the_person(stage: XStage) -> None:
    stage.x.limits["blocking"] = 15
    adapter = stage.adapter()
    for _ in range(14):
        list(adapter.pull(Stream.BLOCKS, reach=Reach.TAIL))
    with pytest.raises(RateLimited):
        list(adapter.pull(Stream.BLOCKS, reach=Reach.TAIL))
    assert stage.x.asked.count("GET /2/users/1001/blocking") == 14


def test_a_page_says_how_often_x_may_still_be_asked(stage: XStage) -> None:
    [page] = read(stage, Stream.MUTES)
    assert page.limit is not None
    assert (page.limit.limit, page.limit.remaining) == (15, 14)


@pytest.mark.parametrize("body", [b"[]", b"", b"<html>over capacity</html>", b'{"errors": [7]}'])
def test_an_error_that_is_no_json_object_is_an_error_all_the_same(
    stage: XStage, monkeypatch: pytest.MonkeyPatch, body: bytes
) -> None:
    monkeypatch.setattr(stage.x, "answer", lambda *_: (503, {}, body, None))
    with pytest.raises(Unreachable, match="trouble of its own"):
        read(stage, Stream.NOTIFICATIONS)


@pytest.mark.parametrize("body", [b"[]", b"", b"null", b"{}", b'{"data": 7}', b"<html></html>"])
def test_an_answer_that_says_nothing_is_never_the_end_of_a_list(
    stage: XStage, monkeypatch: pytest.MonkeyPatch, body: bytes
) -> None:
    monkeypatch.setattr(stage.x, "answer", lambda *_: (200, {}, body, None))
    with pytest.raises(Unreachable, match="cannot be read"):
        read(stage, Stream.FOLLOWERS)


def test_a_server_that_goes_round_in_circles_is_not_followed(
    stage: XStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = b'{"data": [{"id": "1002"}], "meta": {"next_token": "the-same-as-ever"}}'
    monkeypatch.setattr(stage.x, "answer", lambda *_: (200, {}, body, None))
    with pytest.raises(Unreachable):
        list(stage.adapter().pull(Stream.FOLLOWERS, reach=Reach.BACKFILL))


def test_what_went_wrong_costs_nothing(stage: XStage) -> None:
    stage.mention_me(3)
    stage.fail(Fault.SERVER_ERROR)
    with pytest.raises(Unreachable):
        read(stage, Stream.NOTIFICATIONS)
    assert stage.x.charged == 0


def test_nothing_of_a_request_stands_in_an_error(stage: XStage) -> None:
    stage.fail(Fault.SIGNED_OUT)
    with pytest.raises(SignInNeeded) as caught:
        read(stage, Stream.NOTIFICATIONS)
    assert stage.secret["token"] not in str(caught.value)


def test_nothing_secret_and_nothing_said_stands_in_a_log(
    stage: XStage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    stage.x.world.write(ANA, "@robin_herd the bucket is under the bridge")
    by_keys = asdict(
        SignedIn(
            api_key=KEYS["api-key"],
            api_secret=KEYS["api-secret"],
            access_token=KEYS["access-token"],
            access_secret=KEYS["access-secret"],
            scopes=TO_READ,
        )
    )
    for secret in (stage.secret, by_keys):
        stage.secret = secret
        read(stage, Stream.NOTIFICATIONS)
        for word in (secret["token"], secret["api_secret"], secret["access_token"], "bucket"):
            assert not word or word not in caplog.text
