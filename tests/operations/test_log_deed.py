"""A deed logged by hand is a line of the log like any other, until it is taken back."""

import pytest

from hobnob.domain.by_hand import LONGEST, sort_of
from hobnob.domain.decisions import Verb
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Network
from hobnob.operations.log_deed import CannotLog, log_deed
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.people.cadence import due_of
from hobnob.storage.queries.person.page import person_page
from tests.people import ANA, BO, ME, NOW_US, begin, curator, happened, members, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    begin()
    record([happened(Kind.MENTION, ANA, days_ago=30, text="Where do tigers sleep?")], now_us=NOW_US)


def log(word: str = "call", *, days_ago: float = 0, words: str = "") -> models.Decision:
    """Something between Ana and me, some days ago."""
    return log_deed(
        person_id(ANA),
        sort_of(word),
        at_us=NOW_US - int(days_ago * DAY),
        author=curator().author,
        now_us=NOW_US,
        words=words,
    )


def state() -> models.ContactState:
    return models.ContactState.objects.get(person_id=person_id(ANA))


def test_it_is_a_decision_and_a_line_at_the_same_account() -> None:
    decision = log("gave-me", words=" a jar of honey ")
    line = models.Interaction.objects.get(network=Network.OFFLINE)
    assert (decision.verb, decision.subject, decision.why) == (Verb.LOG, "gift", "a jar of honey")
    assert (line.kind, line.direction) == (Kind.GIFT, Direction.TOWARDS_ME)
    assert line.contact == decision.account
    assert line.at_us == NOW_US


def test_the_timeline_shows_it_with_its_words() -> None:
    log(days_ago=2, words="about the reserve")
    page = person_page(person_id(ANA), now_us=NOW_US, shown="offline")
    assert page is not None
    assert [(row.did, row.text, row.when) for row in page.timeline] == [
        ("You had a call", "about the reserve", "2 days ago")
    ]


def test_what_the_network_told_of_them_stays_as_it_is() -> None:
    before = models.Account.objects.values().get(handle=ANA.handle)
    log()
    assert models.Account.objects.values().get(handle=ANA.handle) == before


def test_somebody_is_reached_by_a_call_and_waits_no_more() -> None:
    assert state().waiting_us is not None
    log()
    assert state().waiting_us is None
    assert state().last_out_us == NOW_US


def test_a_word_away_from_the_networks_begins_the_cadence_anew() -> None:
    models.List.objects.filter(key="watchlist").update(cadence_days=14)
    curator(days_later=-20).promote(person_id(ANA), "watchlist")
    due = due_of(person_id(ANA))
    assert due is not None
    assert due.is_late(NOW_US)
    log()
    due = due_of(person_id(ANA))
    assert due is not None
    assert not due.is_late(NOW_US)


def test_a_rule_may_listen_for_it_and_lets_go_when_it_is_taken_back() -> None:
    models.Rule.objects.create(
        name="Who visits me",
        list=models.List.objects.get(key="favorited"),
        kinds=["visit"],
        direction="towards me",
    )
    log("visited-me")
    assert members("favorited") == {ANA.handle}
    curator().undo()
    assert members("favorited") == set()


def test_taking_it_back_takes_everything_back() -> None:
    before = models.ContactState.objects.values().get(person_id=person_id(ANA))
    log(days_ago=60)
    assert state().first_us == NOW_US - 60 * DAY
    curator(days_later=1).undo()
    assert models.ContactState.objects.values().get(person_id=person_id(ANA)) == before
    assert not models.Interaction.objects.filter(network=Network.OFFLINE).exists()
    assert models.Deed.objects.get().interaction is None
    assert rebuild().is_same


def test_a_lost_line_comes_back_with_a_rebuild() -> None:
    log(words="about the reserve")
    before = state().last_out_us
    models.Interaction.objects.filter(network=Network.OFFLINE).delete()
    rebuild()
    assert models.Interaction.objects.filter(network=Network.OFFLINE).count() == 1
    assert state().last_out_us == before


def test_nothing_is_logged_as_of_a_moment_to_come() -> None:
    log(days_ago=-3)
    assert models.Deed.objects.get().at_us == NOW_US


def test_nobody_logs_a_visit_to_themselves() -> None:
    with pytest.raises(CannotLog, match="That is you"):
        log_deed(person_id(ME), sort_of("visited"), at_us=0, author=curator().author, now_us=NOW_US)


def test_a_story_is_a_note() -> None:
    with pytest.raises(CannotLog, match="make it a note"):
        log(words="a" * (LONGEST + 1))
    assert not models.Decision.objects.exists()


def test_others_are_not_touched() -> None:
    record([happened(Kind.MENTION, BO, days_ago=3)], now_us=NOW_US)
    before = models.ContactState.objects.values().get(person_id=person_id(BO))
    log()
    curator().undo()
    assert models.ContactState.objects.values().get(person_id=person_id(BO)) == before
