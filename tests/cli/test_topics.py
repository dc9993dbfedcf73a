"""`hobnob topics ...`: what people care about, ours and theirs, and what is said by hand."""

import pytest

from tests import people
from tests.cli.conftest import Run
from tests.topics import listened, tigers_and_other_things

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()


def test_with_no_topics_it_says_how_to_add_one(hobnob: Run) -> None:
    said = hobnob("topics").out
    assert "No topic of yours is here yet." in said
    assert "topics add Wetlands --words 'wetland*, marsh*'" in said


def test_a_topic_is_added_and_posts_are_looked_through(hobnob: Run) -> None:
    tigers_and_other_things()
    said = hobnob("topics", "add", "Tiger walk", "--words", "tiger*").out
    assert said == "Tiger walk is a topic of yours: 1 person cares about it.\n"

    answer = hobnob("topics", "--json").answer
    assert answer["ours"] == [
        {"key": "tiger-walk", "name": "Tiger walk", "words": ["tiger*"], "people": 1}
    ]
    assert "Tiger walk  1 person cares about it" in hobnob("topics").out


def test_it_shows_who_cares_and_what_shows_it(hobnob: Run) -> None:
    listened()
    said = hobnob("topics", "who", "tigers").out
    assert "Ana Núñez  @ana@tusk.example" in said
    assert "because they speak of it in 4 posts, more than others do; last yesterday" in said
    assert "“The tigers slept until noon.”" in said

    (ana,) = hobnob("topics", "who", "tigers", "--json").answer["people"]
    assert ana["name"] == "Ana Núñez"
    assert ana["cares"]["label"] == "tigers"
    assert len(ana["cares"]["posts"]) == 4


def test_nobody_may_care(hobnob: Run) -> None:
    assert "Nobody has spoken of it so far." in hobnob("topics", "who", "bebop").out
    assert hobnob("topics", "who", "bebop", "--json").answer == {"people": []}


def test_what_is_said_by_hand_holds_and_can_be_undone(hobnob: Run) -> None:
    listened()
    said = hobnob("topics", "say", "@ana@tusk.example", "jazz").out
    assert said.startswith("Ana Núñez cares about “jazz”: it is written down. Changed your mind?")
    assert hobnob("topics", "who", "jazz", "--json").answer["count"] == 1

    answer = hobnob("topics", "say", "@ana@tusk.example", "tigers", "--not", "--json").answer
    assert (answer["topic"], answer["cares"]) == ("theirs:tiger", False)
    hobnob("undo")
    assert hobnob("topics", "who", "tigers", "--json").answer["count"] == 1


def test_what_is_never_kept_is_refused(hobnob: Run) -> None:
    ended = hobnob("topics", "add", "Prayer group")
    assert ended.code == 2
    assert "tells of religion" in ended.err


def test_a_topic_is_dropped_by_its_name(hobnob: Run) -> None:
    hobnob("topics", "add", "Walks", "--json")
    assert hobnob("topics", "drop", "walks").out == "Walks is no topic any more.\n"
    assert hobnob("topics", "drop", "walks").code == 2


def test_a_look_says_what_it_took_in(hobnob: Run) -> None:
    tigers_and_other_things()
    said = hobnob("topics", "look").out
    assert said == "Listened to 28 posts of 3 accounts: 1 interest, 1 new, other or gone.\n"
    assert hobnob("topics", "look", "--json").answer["changed"] == 0
