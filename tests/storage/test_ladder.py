"""How far people have come, read out of the log: one by one, and many at once."""

from pathlib import Path

import pytest

from hobnob.domain.by_hand import sort_of
from hobnob.domain.interactions import Kind
from hobnob.domain.ladder import Rung
from hobnob.domain.moments import DAY
from hobnob.domain.outcomes import OutcomeKind
from hobnob.operations.log_deed import log_deed
from hobnob.operations.log_outcome import log_outcome
from hobnob.operations.record import record
from hobnob.operations.same_person import same_person
from hobnob.storage.queries.outcomes.ladder import Ladder, ladder_moves, ladder_of, rungs_of
from tests.donors import bring_donors, donor
from tests.people import ANA, BO, CEM, NOW_US, begin, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    begin()
    record(
        [
            *(happened(Kind.MENTION, ANA, days_ago=days) for days in (40, 30, 20)),
            *(happened(Kind.REPLY, ANA, by_me=True, days_ago=days - 0.5) for days in (40, 30, 20)),
            happened(Kind.LIKE, BO, days_ago=5),
            happened(Kind.MENTION, CEM, days_ago=8),
        ],
        now_us=NOW_US,
    )


def reached(ladder: Ladder) -> list[Rung]:
    return [each.rung for each in ladder.steps if each.is_reached]


def log(word: str, *, days_ago: int = 0) -> None:
    log_deed(
        person_id(ANA),
        sort_of(word),
        at_us=NOW_US - days_ago * DAY,
        author=curator().author,
        now_us=NOW_US,
    )


def test_rungs_are_read_out_of_the_log() -> None:
    ladder = ladder_of(person_id(ANA), NOW_US)
    assert reached(ladder) == [Rung.MET, Rung.TALKING, Rung.MUTUAL]
    assert ladder.steps[2].because == (
        "because something went both ways in a third week on 29 October"
    )
    assert ladder.next_step == "Next: a call. You talk now and then, and have none on record."


def test_a_meeting_by_hand_reaches_a_rung_and_taking_it_back_leaves_it() -> None:
    log("met", days_ago=2)
    assert reached(ladder_of(person_id(ANA), NOW_US))[-1] is Rung.IN_PERSON
    curator().undo()
    assert reached(ladder_of(person_id(ANA), NOW_US))[-1] is Rung.MUTUAL


def test_another_network_is_reached_by_the_other_account_of_the_same_person() -> None:
    same_person(person_id(CEM), person_id(ANA), author=curator().author, now_us=NOW_US)
    ladder = ladder_of(person_id(ANA), NOW_US)
    assert Rung.OTHER_NETWORK in reached(ladder)
    assert ladder.steps[3].because == "because they mentioned you on 10 November, on Bluesky"


def test_outcomes_are_the_last_rung_and_stand_under_it() -> None:
    author = curator().author
    for days_ago in (9, 3):
        at_us = NOW_US - days_ago * DAY
        log_outcome(person_id(ANA), OutcomeKind.CLIENT, at_us=at_us, author=author, now_us=NOW_US)
    ladder = ladder_of(person_id(ANA), NOW_US)
    assert ladder.steps[-1].because == "because of a client on 9 November"
    assert len(ladder.newest) == 2
    assert ladder.older == 0


def test_who_only_stands_in_a_file_was_never_met(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    ladder = ladder_of(donor("Ida").person_id, NOW_US)
    assert reached(ladder) == [Rung.OUTCOME]
    assert ladder.next_step == "Next: a first word. There was a donation, and you never spoke."


def test_nothing_is_suggested_of_who_died_or_asked_for_quiet(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    for name in ("Otto", "Cleo"):
        ladder = ladder_of(donor(name).person_id, NOW_US)
        assert reached(ladder) == [Rung.OUTCOME]
        assert ladder.next_step == ""


def test_many_at_once_are_the_same_as_one_by_one(django_assert_max_num_queries: object) -> None:
    people = [person_id(each) for each in (ANA, BO, CEM)]
    with django_assert_max_num_queries(13):
        found = rungs_of(people, NOW_US)
    assert found == {each: ladder_of(each, NOW_US) for each in people}


def test_moves_are_of_people_who_are_close_and_within_the_time() -> None:
    everything = {"since_us": 0, "until_us": NOW_US + 1, "now_us": NOW_US}
    assert ladder_moves(**everything) == []
    curator().promote(person_id(ANA), "watchlist")
    moves = ladder_moves(**everything)
    assert [each.rung for each in moves] == [Rung.MET, Rung.TALKING, Rung.MUTUAL]
    log("call", days_ago=1)
    lately = ladder_moves(since_us=NOW_US - 7 * DAY, until_us=NOW_US, now_us=NOW_US)
    assert [(each.person_id, each.rung, each.because) for each in lately] == [
        (person_id(ANA), Rung.CALL, "because you had a call on 17 November")
    ]
