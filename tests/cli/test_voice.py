"""`hobnob voice`: what the page tells, in the terminal."""

import pytest

from hobnob.domain.moments import DAY
from hobnob.domain.people import Network
from hobnob.domain.posts import Post
from hobnob.operations.record import record
from tests import people
from tests.cli.conftest import Run
from tests.people import ME, NOW_US

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _my_account() -> None:
    people.begin()


def test_it_says_the_sentence_and_every_week(hobnob: Run) -> None:
    answer = Post(
        network=Network.MASTODON,
        native_id="1",
        author=ME,
        text="In trees.",
        in_reply_to="2",
        at_us=NOW_US - DAY,
    )
    record([], posts=[answer], now_us=NOW_US)

    told = hobnob("voice", "--json").answer
    said = hobnob("voice").out

    assert told["sentence"] == "Your one post since 26 October answered somebody."
    assert told["weeks"][-1] == {
        "monday": "2026-11-16",
        "posts": 1,
        "talk": 1,
        "own_words": 0,
        "link": 0,
        "announcement": 0,
        "quote_of_yourself": 0,
        "handed_on": 0,
    }
    assert told["sentence"] in said
    assert "16 Nov  ████████████████████  1 post: 1 answered somebody" in said
    assert "31 Aug" in said
    assert "hobnob today" not in said


def test_without_a_post_it_says_how_to_begin(hobnob: Run) -> None:
    assert "hobnob connect" in hobnob("voice").out
    assert hobnob("voice", "--json").answer["sentence"] == ""
