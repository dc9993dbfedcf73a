"""`hobnob feed`: the same as the page, plain to read."""

import pytest

from hobnob.storage import models
from tests import people
from tests.cli.conftest import Run
from tests.reading import ANSWER, ASKS, TALK, WARNED, a_morning, kept, number, opened, reader

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_morning() -> None:
    people.begin()
    a_morning()


def test_each_row_says_who_what_why_and_one_act(hobnob: Run) -> None:
    said = hobnob("feed", "The Watchlist").out
    assert said.startswith(
        "The Watchlist · from the last three days · 7 to read\n\nDiscussion  2\n"
    )
    assert (
        "  Ana Núñez  @ana@tusk.example  yesterday\n"
        f"    “{TALK.text}”\n"
    ) in said  # fmt: skip
    assert "    Answer  https://tusk.example/@ana\n" in said
    assert "[Picture: An otter" not in said
    assert "[picture: An otter asleep on its back, a shell on its belly]" in said
    assert "[2 pictures without a description]" in said
    assert "behind a warning: health" in said
    assert WARNED.text not in said


def test_it_ends_where_the_page_ends(hobnob: Run) -> None:
    *_, end, folded = hobnob("feed", "watchlist").out.splitlines()
    assert end == "That’s all from the last three days."
    assert folded == "7 link-drops folded: add --links to see them."


def test_link_drops_are_unfolded_when_asked(hobnob: Run) -> None:
    said = hobnob("feed", "watchlist", "--links").out
    assert "Link-drops  7" in said
    assert "Ten things about otters, part 3 https://paper.example/3" in said


def test_an_answer_says_what_it_answers_and_a_repost_whose_words_they_are(hobnob: Run) -> None:
    kept(ANSWER)
    said = hobnob("feed", "watchlist").out
    assert "    answering Ana Núñez: “I wonder whether otters hold hands" in said
    assert "Eva  @eva@herd.example  handed on Ana Núñez’s, 12 hours ago\n    Ana Núñez: “" in said


def test_without_a_name_it_lists_what_there_is_to_read(hobnob: Run) -> None:
    said = hobnob("feed").out.splitlines()
    assert said[0].split("  ")[0] == "You could answer this"
    assert any("The Watchlist" in each and "7 to read, 7 link-drops" in each for each in said)
    assert said[-1].startswith("Home")


def test_questions_of_all_lists_are_one_option_away(hobnob: Run) -> None:
    said = hobnob("feed", "--questions").out
    assert said.startswith("You could answer this")
    assert ASKS.text.split("?", maxsplit=1)[0][:40] in said


def test_home_is_there_too(hobnob: Run) -> None:
    said = hobnob("feed", "home").out
    assert said.splitlines()[-1] == "Nothing new from the last three days. You can leave."


def test_each_persons_posts_can_stand_together(hobnob: Run) -> None:
    said = hobnob("feed", "watchlist", "--by", "person").out
    assert "\nEva  3\n" in said
    assert not models.FeedPlace.objects.exists()


def test_what_was_printed_is_seen_when_one_says_so(hobnob: Run) -> None:
    hobnob("feed", "watchlist")
    assert opened().to_read == 7
    hobnob("feed", "watchlist", "--seen")
    assert opened().to_read == 0
    said = hobnob("feed", "watchlist").out
    assert "Nothing new to discuss. 7 link-drops are folded below; you can leave." in said
    assert said.startswith("The Watchlist · since today ")


def test_what_came_back_says_why_and_shows_the_answers(hobnob: Run) -> None:
    reader(days_later=-0.9).see([number(TALK)])
    kept(ANSWER)
    said = hobnob("feed", "watchlist").out
    assert "    Bo: “They do. I saw it in Monterey last week!”\n" in said
    assert "    back because of 1 new answer since you saw it; " in said


def test_programs_get_the_same(hobnob: Run) -> None:
    answer = hobnob("feed", "watchlist", "--json").answer
    assert [group["title"] for group in answer["groups"]][:2] == [
        "Discussion",
        "Questions you could answer",
    ]
    assert answer["link_drops"]["total"] == 7
    assert answer["end"] == "That’s all from the last three days."
    assert {"id", "person", "words", "why", "act", "url"} <= answer["groups"][0]["rows"][0].keys()
    feeds = hobnob("feed", "--json").answer["feeds"]
    assert feeds[-1]["key"] == "home"


def test_a_list_that_is_not_there_is_said_to_be_none(hobnob: Run) -> None:
    ended = hobnob("feed", "nothing")
    assert ended.code == 2
    assert "No list is called “nothing”" in ended.err
