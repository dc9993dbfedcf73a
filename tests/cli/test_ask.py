"""`hobnob ask ...`: the gate's sentence first, then what was asked, and what came back."""

import pytest

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage import models
from tests import people
from tests.asks import ana_may_be_asked, asked
from tests.cli.conftest import Run
from tests.people import ANA, BO, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db

FAIR = "Fair to ask: you answered them 6 times and shared their words 3 times"


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()
    ana_may_be_asked()


def test_with_no_asks_it_tells_what_one_gave_and_how_to_go_on(hobnob: Run) -> None:
    said = hobnob("ask").out
    assert "No asks this month. You’ve given 9 times to 1 person." in said
    assert "ask who --for petition" in said
    assert hobnob("ask", "--json").answer == {"open": [], "answered": [], "accepted": ""}


def test_the_gate_speaks_first_and_alone_where_nothing_is_asked(hobnob: Run) -> None:
    assert hobnob("ask", "@ana@tusk.example", "--for", "donation").out.startswith(FAIR)
    answer = hobnob("ask", "@ana@tusk.example", "--for", "donation", "--json").answer
    assert answer["gate"]["is_fair"]
    assert answer["gate"]["size"] == "large"
    assert answer["number"] is None
    assert not models.Ask.objects.exists()


def test_an_ask_is_written_down_and_undone(hobnob: Run) -> None:
    said = hobnob("ask", "@ana@tusk.example", "sign for the meadow", "--for", "petition").out
    assert said.startswith(FAIR)
    assert "you asked Ana Núñez for a signature. Changed your mind?" in said
    (ask,) = hobnob("ask", "--json").answer["open"]
    assert (ask["what"], ask["for"], ask["answer"]) == ("sign for the meadow", "petition", "")

    assert "what Ana Núñez was asked" in hobnob("undo").out
    assert hobnob("ask", "--json").answer["open"] == []


def test_it_is_written_down_against_the_gate_only_where_one_says_so(hobnob: Run) -> None:
    words = ("ask", "person", "@bo@den.example", "share it", "--for", "promotion")
    ended = hobnob(*words)
    assert ended.code == 2
    assert "Give first: you have exchanged one message" in ended.out
    assert "Nothing is written down. Where you asked all the same, add --yes-anyway." in ended.err
    assert "Give first" in hobnob(*words, "--json").err
    assert not models.Ask.objects.exists()

    answer = hobnob(*words, "--yes-anyway", "--json").answer
    assert answer["number"] == models.Ask.objects.get().pk


def test_what_came_back_is_written_down_by_number(hobnob: Run) -> None:
    kept = asked(ANA, days_ago=3)
    said = hobnob("ask", "yes", str(kept.pk)).out
    assert "Ana Núñez: sign for the meadow; asked 3 days ago; they said yes just now." in said
    assert hobnob("ask", "no", str(kept.pk), "--json").answer["answer"] == "no"
    assert hobnob("ask", "silence", str(kept.pk), "--json").answer["answer"] == "silence"
    assert "There is no ask number 999" in hobnob("ask", "yes", "999").err

    shown = hobnob("ask").out
    assert "What came back" in shown
    assert "0 of 1 ask was accepted" in shown


def test_silence_is_proposed(hobnob: Run) -> None:
    asked(ANA, days_ago=15)
    assert "and no word since  silence?" in hobnob("ask").out


def test_it_ranks_whom_one_may_ask(hobnob: Run) -> None:
    said = hobnob("ask", "who", "--for", "petition").out
    assert "Fair to ask for a signature\nAna Núñez  @ana@tusk.example" in said
    assert "Give first, or wait\nBo" in said
    assert "ask mastodon:ana@tusk.example 'what you ask' --for petition" in said

    answer = hobnob("ask", "who", "--for", "petition", "--topic", "tigers", "--json").answer
    assert [each["name"] for each in answer["may_ask"]] == ["Ana Núñez"]
    assert [each["name"] for each in answer["give_first"]] == ["Bo"]
    assert "“miracle” is nothing to ask for" in hobnob("ask", "who", "--for", "miracle").err


def test_it_says_whom_to_thank(hobnob: Run) -> None:
    assert "You owe nobody anything." in hobnob("ask", "owed").out
    record([happened(Kind.REPOST, BO, days_ago=1, text="Read this")], now_us=NOW_US)

    assert "Bo  shared your post yesterday  thank" in hobnob("ask", "owed").out
    (owed,) = hobnob("ask", "owed", "--json").answer["owed"]
    assert (owed["name"], owed["do"]) == ("Bo", "thank")


def test_a_plan_is_made_shown_closed_and_gone_on_with(hobnob: Run) -> None:
    assert "No plan yet." in hobnob("ask", "plan").out
    curator().promote(person_id(ANA), "watchlist")
    made = hobnob(
        *("ask", "plan", "add", "Wetlands in spring", "--goal", "A thousand signatures"),
        *("--list", "watchlist", "--ask", "petition: sign for the meadow"),
        *("--ask", "gift: a bench", "--until", "2027-05-01"),
    )
    assert made.out == "Wetlands in spring is planned.\n"
    assert hobnob("ask", "plan").out == ("Wetlands in spring: nobody of 1 asked yet; until 1 May\n")

    said = hobnob("ask", "plan", "show", "Wetlands in spring", "--ask", "2").out
    assert "A thousand signatures" in said
    assert "a bench\n\nFair to ask for a gift\nAna Núñez" in said
    assert "has 2 asks" in hobnob("ask", "plan", "show", "wetlands-in-spring", "--ask", "3").err

    hobnob(
        *("ask", "@ana@tusk.example", "sign", "--for", "petition"),
        *("--plan", "wetlands-in-spring"),
    )
    answer = hobnob("ask", "plan", "show", "wetlands-in-spring", "--json").answer
    assert answer["so_far"] == "1 of 1 asked, 0 yes; until 1 May"
    assert answer["came"]["open"] == 1
    assert answer["may_ask"] == []

    assert hobnob("ask", "plan", "close", "wetlands-in-spring").out.endswith("is closed.\n")
    assert hobnob("ask", "plan", "go-on", "wetlands-in-spring", "--json").answer["is_running"]
    assert "is no plan of yours" in hobnob("ask", "plan", "close", "otters").err
