"""`hobnob lists` and `hobnob list ...`: who is where and why, and moving them."""

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.operations.curate import Curator
from hobnob.operations.lists.fade_members import fade_members
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from hobnob.storage import models
from tests import people
from tests.cli.conftest import Run, types
from tests.people import ANA, BO, CEM, NOW_US, account, curator, happened, members, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _some_people() -> None:
    people.begin()
    record(
        [
            happened(Kind.REPLY, ANA, days_ago=3, text="where do tigers sleep?"),
            happened(Kind.MENTION, BO, days_ago=2, text="nice stripes"),
            happened(Kind.LIKE, BO, by_me=True, days_ago=None, order=1),
        ],
        now_us=NOW_US,
    )


def test_every_list_is_shown_with_how_full_it_is(hobnob: Run) -> None:
    answer = hobnob("lists", "--json").answer
    said = hobnob("lists").out

    assert {each["name"]: each["count"] for each in answer["lists"]} == {
        "People Who Say Things": 0,
        "The Watchlist": 0,
        "Mentioned You": 2,
        "People I've Favorited": 1,
    }
    assert "0/100" in said


@pytest.mark.parametrize("name", ["Mentioned You", "mentioned you", "mentioned"])
def test_a_list_says_since_when_and_because_of_what(name: str, hobnob: Run) -> None:
    answer = hobnob("list", "show", name, "--json").answer
    newest = answer["members"][0]

    assert [each["handle"] for each in answer["members"]] == ["bo@den.example", "ana@tusk.example"]
    assert newest["since"].endswith("+00:00")
    assert newest["because"] == "because they mentioned you 2 days ago: “nice stripes”"


def test_what_has_no_date_has_none(hobnob: Run) -> None:
    (member,) = hobnob("list", "show", "favorited", "--json").answer["members"]

    assert member["since"] is None
    assert member["because"].startswith("because you liked")


def test_a_list_reads_well(hobnob: Run) -> None:
    said = hobnob("list", "show", "mentioned").out

    assert said.startswith("Mentioned You  2 people\n\nBo  @bo@den.example\n    because they")
    assert "No one yet." in hobnob("list", "show", "say").out


def test_a_long_list_stops_and_says_so(hobnob: Run) -> None:
    some = [account(f"guest{number}") for number in range(60)]
    record([happened(Kind.MENTION, each) for each in some], now_us=NOW_US)

    assert "And 12 more: add --all" in hobnob("list", "show", "mentioned").out
    assert "more: add" not in hobnob("list", "show", "mentioned", "--all").out


def test_promoting_moves_somebody_closer_and_says_why_later(hobnob: Run) -> None:
    said = hobnob("list", "promote", "@ana@tusk.example", "--why", "asks good questions").out
    (member,) = hobnob("list", "show", "watchlist", "--json").answer["members"]

    assert said.startswith("Ana Núñez is on The Watchlist now.")
    assert member["because"].endswith(": asks good questions")


def test_an_eleventh_of_ten_needs_somebody_to_move(hobnob: Run) -> None:
    ten = [account(f"friend{number}") for number in range(10)]
    record([happened(Kind.MENTION, each) for each in ten], now_us=NOW_US)
    for each in ten:
        curator().promote(person_id(each), "say")

    refused = hobnob("list", "promote", "ana@tusk.example", "--to", "say")
    assert refused.code == 2
    assert "mastodon:friend3@herd.example" in refused.err
    assert "ana@tusk.example" not in members("say")

    words = ("--to", "say", "--instead-of", "mastodon:friend3@herd.example", "--json")
    answer = hobnob("list", "promote", "ana@tusk.example", *words).answer
    assert (answer["did"], answer["list"]) == ("promote", "say")
    assert "ana@tusk.example" in members("say")
    assert members("watchlist") == {"friend3@herd.example"}


def test_removing_stays_until_it_is_restored(hobnob: Run) -> None:
    hobnob("list", "remove", "bo@den.example", "--from", "mentioned", "--why", "only sells")
    record([happened(Kind.MENTION, BO, days_ago=0)], now_us=NOW_US)
    assert members("mentioned") == {"ana@tusk.example"}

    assert hobnob("list", "restore", "bo@den.example", "--to", "mentioned").code == 0
    assert members("mentioned") == {"ana@tusk.example", "bo@den.example"}


def test_who_is_on_no_such_list_cannot_leave_it(hobnob: Run) -> None:
    refused = hobnob("list", "remove", "bo@den.example", "--from", "watchlist")

    assert (refused.code, refused.out) == (2, "")
    assert "not on The Watchlist" in refused.err


def test_undo_takes_the_last_decisions_back_one_after_the_other(hobnob: Run) -> None:
    hobnob("list", "promote", "bo@den.example")
    hobnob("note", "bo@den.example", "knows dens")

    assert hobnob("undo").out == "Undone: the note about Bo.\n"
    answer = hobnob("undo", "--json").answer
    assert answer["says"] == "the promotion of Bo to The Watchlist"
    assert answer["undone"][0]["did"] == "promote"
    assert members("watchlist") == set()
    assert hobnob("undo").code == 2


def test_undo_asks_before_it_takes_back_what_is_older(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Curator(author=local_user(), now_us=NOW_US - 17 * DAY).promote(person_id(BO))
    question = "The newest thing you did is from Sunday 1 November: the promotion of Bo to The"
    refused = hobnob("undo")
    assert (refused.code, refused.out) == (2, "")
    assert question in " ".join(refused.err.split())
    assert "--yes" in refused.err

    types(monkeypatch, "n")
    left = hobnob("undo")
    assert question in left.err
    assert left.err.endswith("Left as it is.\n")
    types(monkeypatch, "y")
    assert hobnob("undo").out.strip() == "Undone: the promotion of Bo to The Watchlist."
    assert members("watchlist") == set()


def test_a_script_takes_back_what_is_older_by_saying_yes(hobnob: Run) -> None:
    Curator(author=local_user(), now_us=NOW_US - 17 * DAY).promote(person_id(BO))
    answer = hobnob("undo", "--yes", "--json").answer
    assert answer["says"] == "the promotion of Bo to The Watchlist"
    assert answer["made"] == "2026-11-01T11:06:40+00:00"


def test_undo_names_the_list_and_the_rule_it_was_about(hobnob: Run) -> None:
    hobnob("list", "remove", "bo@den.example", "--from", "mentioned")
    hobnob("list", "restore", "bo@den.example", "--to", "mentioned")
    number = str(hobnob("rules", "--json").answer["rules"][1]["number"])
    hobnob("rules", "off", number)

    assert hobnob("undo").out == (
        "Undone: switching the rule “They mention, answer or quote me” off.\n"
    )
    assert hobnob("undo").out == (
        "Undone: leaving it to the rules whether Bo is on Mentioned You.\n"
    )
    assert hobnob("undo").out == "Undone: the removal of Bo from Mentioned You.\n"


def test_who_is_on_one_list_needs_no_list_named_to_leave_it(hobnob: Run) -> None:
    said = hobnob("list", "remove", "ana@tusk.example").out

    assert said.startswith("Ana Núñez is no longer on Mentioned You.")
    gone = hobnob("list", "remove", "ana@tusk.example")
    assert gone.err == "Ana Núñez is on no list, so there is nothing to remove.\n"


def test_who_is_on_several_lists_leaves_the_one_that_is_named(hobnob: Run) -> None:
    refused = hobnob("list", "remove", "bo@den.example")

    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "Bo is on 2 lists: say which. There are Mentioned You (--from mentioned), "
        "People I've Favorited (--from favorited).\n"
    )


def test_nobody_is_promoted_further_than_lists_go(hobnob: Run) -> None:
    hobnob("list", "promote", "bo@den.example", "--to", "say")
    refused = hobnob("list", "promote", "bo@den.example")

    assert refused.code == 2
    assert refused.err == (
        "Bo is on People Who Say Things already, and no list is closer: "
        "choose another list by its name, or leave them there.\n"
    )


def test_rules_are_shown_tried_and_switched(hobnob: Run) -> None:
    liked, spoke = hobnob("rules", "--json").answer["rules"]
    assert (liked["list"], spoke["list"]) == ("favorited", "mentioned")
    assert "on  They mention, answer or quote me → Mentioned You" in hobnob("rules").out

    number = str(spoke["number"])
    assert hobnob("rules", "off", number).code == 0
    record([happened(Kind.MENTION, account("late"), days_ago=0)], now_us=NOW_US)
    assert "late@herd.example" not in members("mentioned")
    assert hobnob("rules", "try", number, "--json").answer == {"would_add": 1}
    assert hobnob("rules", "on", number, "--json").answer == {"is_on": True, "joined": 1}
    assert "late@herd.example" in members("mentioned")


def long_ago() -> None:
    """Cem mentioned me long ago, and has been silent since."""
    record([happened(Kind.MENTION, CEM, days_ago=500)], now_us=NOW_US - 450 * DAY)
    fade_members(now_us=NOW_US)


def test_who_has_faded_is_counted_and_shown_apart(hobnob: Run) -> None:
    assert hobnob("list", "faded", "mentioned").out == "Nobody has faded from Mentioned You.\n"
    long_ago()
    assert "3, 1 faded" in hobnob("lists").out
    shown = hobnob("list", "show", "mentioned").out
    assert shown.startswith("Mentioned You  3 people\n")
    assert "1 person has faded: `hobnob list faded` shows them." in shown
    assert CEM.name not in shown
    answer = hobnob("list", "show", "mentioned", "--json").answer
    assert (answer["list"]["count"], answer["list"]["faded"]) == (3, 1)
    assert len(answer["members"]) == 2
    (gone,) = hobnob("list", "faded", "mentioned", "--json").answer["faded"]
    assert gone["handle"] == CEM.handle
    said = hobnob("list", "faded", "mentioned").out
    assert said.startswith("Mentioned You  1 of 3 faded\n\nCem  @cem.example")
    assert "no post of theirs seen, for a year" in said


def test_somebody_who_has_faded_is_brought_back_and_that_can_be_undone(hobnob: Run) -> None:
    long_ago()
    said = hobnob("list", "faded", "mentioned", "--bring-back", CEM.handle).out
    assert said == "Cem is back on Mentioned You, by your hand.\n"
    assert hobnob("list", "faded", "mentioned", "--json").answer["faded"] == []
    assert hobnob("undo").out == "Undone: the promotion of Cem to Mentioned You.\n"


def test_when_people_fade_can_be_changed_and_the_rest_stays(hobnob: Run) -> None:
    long_ago()
    said = hobnob("list", "edit", "mentioned", "--fade-days", "none").out
    assert said == "Mentioned You is kept like that. 3 people. Its people do not fade.\n"
    answer = hobnob("list", "edit", "Mentioned You", "--fade-days", "180", "--json").answer
    assert (answer["fade_days"], answer["faded"], answer["silent_days"]) == (180, 1, 90)
    hobnob("list", "edit", "mentioned", "--name", "Callers", "--silent-days", "60")
    answer = hobnob("list", "edit", "Callers", "--capacity", "40", "--json").answer
    assert (answer["name"], answer["capacity"], answer["fade_days"]) == ("Callers", 40, 180)
    refused = hobnob("list", "edit", "Callers", "--fade-days", "soon")
    assert (refused.code, refused.out) == (2, "")
    assert "--fade-days takes a number or “none”, and “soon” is neither." in refused.err


def test_a_list_suggests_with_the_reason(hobnob: Run) -> None:
    assert "suggests nothing: all is as it should be" in hobnob("list", "suggestions", "say").out
    record(
        [
            happened(Kind.REPLY, BO, by_me=by_me, days_ago=day)
            for day in (1.0, 2.0, 3.0, 4.0, 5.0)
            for by_me in (False, True)
        ],
        now_us=NOW_US,
    )
    said = hobnob("list", "suggestions", "Mentioned You").out
    assert said.startswith("Bo  @bo@den.example  promote?\n    because of 5 exchanges in 14 days")
    (only,) = hobnob("list", "suggestions", "mentioned", "--json").answer["suggestions"]
    assert (only["handle"], only["proposal"]) == (BO.handle, "promote")


def test_how_long_one_was_with_a_list_stands_beside_it(hobnob: Run) -> None:
    day = NOW_US // DAY
    models.ReadingTime.objects.create(reader=local_user(), place="say", day=day, seconds=900)
    times = {each["key"]: each["time"] for each in hobnob("lists", "--json").answer["lists"]}
    assert times["say"] == "About 15 minutes in the last 4 weeks; all of it this week."
    assert times["mentioned"] == ""
