"""The fake X is held to what X could answer: what is wrong never leaves it."""

from typing import Any

import pytest
from pydantic import ValidationError

from hobnob.domain.networks import Reach, Stream
from hobnob.networks.base import Unreachable
from tests.networks.x import oracle
from tests.networks.x.fake_x import FakeX
from tests.networks.x.stage import NOW_US, XStage


def test_a_right_answer_passes() -> None:
    oracle.check("mentions", {"data": [{"id": "1", "text": "tea"}], "meta": {"result_count": 1}})


@pytest.mark.parametrize(
    "body",
    [
        {"data": {"id": "1"}},
        {"data": [{"id": 1, "text": "a number for an id"}]},
        {"data": [{"id": "1", "text": "tea", "entities": {"mentions": [{"username": "ana"}]}}]},
        {"data": [{"id": "1", "text": "tea", "referenced_posts": [{"type": "replied_to"}]}]},
        {"data": [], "meta": {"result_count": "many"}},
        {"errors": [{"title": "No type", "detail": "at all"}]},
        {"data": [{"id": "1", "withheld": {"copyright": False}}]},
    ],
)
def test_a_wrong_answer_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        oracle.check("mentions", body)


@pytest.mark.parametrize(
    "body",
    [
        {"data": [{"id": "1", "text": "tea", "author": "1002"}]},
        {"data": [{"id": "1", "text": "tea"}], "next": "page"},
        {"includes": {"users": [{"id": "1", "handle": "ana"}]}},
    ],
)
def test_a_field_that_x_does_not_have_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(oracle.NotLikeX):
        oracle.check("mentions", body)


def test_the_fake_checks_each_answer_before_it_sends_it() -> None:
    x = FakeX(NOW_US)
    try:
        stage = XStage(x)
        stage.mention_me(1)
        x.spoil = lambda _, body: {**body, "data": [{"id": 7}]}
        with pytest.raises(Unreachable):
            list(stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL))
        [mistake] = x.mistakes
        assert isinstance(mistake, ValidationError)
    finally:
        x.stop()


def test_every_answer_the_fake_can_give_has_a_model() -> None:
    from tests.networks.x.routes import ROUTES

    assert {name for _, _, name, _ in ROUTES} == set(oracle.MODELS)
