"""What came of a period, as a whole: talk, sharing, hours, outcomes."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.people import Account, Network
from hobnob.domain.results import NOTHING_YET, Part, Worth
from hobnob.domain.results_words import STEADY_UNKNOWN
from hobnob.domain.time_spent import PAGES
from hobnob.operations.keep_reading_time import keep_reading_time
from hobnob.operations.log_outcome import log_outcome
from hobnob.operations.same_person import same_person
from hobnob.storage.models import Interaction
from tests import people
from tests.donors import DONORS, bring_donors, donor
from tests.operations.results.stage import shared, taken_stock, told
from tests.people import ANA, BO, CEM, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _my_account() -> None:
    people.begin()


def test_where_nothing_is_there_nothing_is_guessed() -> None:
    found = taken_stock()
    assert found.is_empty
    assert found.summary == (NOTHING_YET,)


def test_every_part_says_what_was_found_and_how_it_was_counted() -> None:
    shared(ANA, 1, 20, 40)
    told(happened(Kind.REPLY, BO, days_ago=3), happened(Kind.REPLY, BO, by_me=True, days_ago=2))
    found = taken_stock()
    parts = [
        each for field in fields(found) if isinstance(each := getattr(found, field.name), Part)
    ]
    assert len(parts) == 11
    assert all(part.sentence.strip() and part.counted.endswith(".") for part in parts)
    assert not any("follower" in part.sentence for part in parts)
    assert len(found.summary) >= 5


def test_words_have_to_go_both_ways_to_be_talk() -> None:
    told(
        happened(Kind.REPLY, ANA, days_ago=3),
        happened(Kind.REPLY, ANA, by_me=True, days_ago=2),
        happened(Kind.MENTION, BO, days_ago=5),
        happened(Kind.MENTION, CEM, by_me=True, days_ago=6),
        happened(Kind.LIKE, CEM, days_ago=5),  # no word
        happened(Kind.REPLY, CEM, days_ago=95),  # too long ago
    )
    talked = taken_stock().talked
    assert (talked.people, talked.wrote_us, talked.we_wrote) == (1, 2, 2)


def test_who_shared_for_the_first_time_is_told_apart_from_who_does_so_again() -> None:
    shared(ANA, 1, 8, 15, 120)
    shared(BO, 2)
    told(happened(Kind.QUOTE, CEM, days_ago=5), happened(Kind.REPOST, CEM, days_ago=None))
    found = taken_stock().promotions
    assert (found.people, found.times, found.first_time, found.regular) == (3, 5, 1, 1)
    ana, *others = found.promoters
    assert (ana.name, ana.times, ana.weeks, ana.is_first) == ("Ana Núñez", 3, 3, False)
    assert ana.words == "3 times, in 3 of 14 weeks; last yesterday"
    assert {each.name: each.is_first for each in others} == {"Bo": True, "Cem": False}


def test_a_week_counts_whatever_was_said_in_it() -> None:
    for days_ago in (1, 8, 15):
        told(
            happened(Kind.REPLY, ANA, days_ago=days_ago),
            happened(Kind.REPLY, ANA, by_me=True, days_ago=days_ago - 0.1),
        )
    told(happened(Kind.REPLY, BO, days_ago=1), happened(Kind.REPLY, BO, by_me=True, days_ago=0.5))
    found = taken_stock(21).steadiness
    assert [week.people for week in found.weeks] == [0, 1, 1, 2]
    assert found.weeks[-1].label == "16 Nov"
    assert found.steady == 1


def test_hours_go_to_lists_and_people_and_to_who_spent_them() -> None:
    robin, kim = curator().author, User.objects.create(username="kim")
    told(happened(Kind.REPLY, ANA, days_ago=3))
    ana = person_id(ANA)
    for reader, place, seconds in (
        (robin, "watchlist", 300),
        (robin, f"person:{ana}", 240),
        (kim, "watchlist", 120),
    ):
        keep_reading_time(reader, place, seconds, now_us=NOW_US)
    keep_reading_time(robin, "watchlist", 300, now_us=NOW_US - 100 * DAY)

    all_of_us, mine = taken_stock().hours, taken_stock(reader_id=robin.pk).hours

    assert (all_of_us.seconds, mine.seconds) == (660, 540)
    assert [(each.name, each.seconds) for each in mine.places] == [
        ("The Watchlist", 300),
        ("pages of people", 240),
    ]
    assert [(each.person_id, each.name, each.words) for each in mine.people] == [
        (ana, "Ana Núñez", "about 4 minutes")
    ]


def test_every_page_that_counts_time_has_a_name_and_is_no_list() -> None:
    robin = curator().author
    told(happened(Kind.REPLY, ANA, days_ago=3))
    for seconds, place in enumerate(PAGES, start=60):
        assert keep_reading_time(robin, place, seconds, now_us=NOW_US)
    found = taken_stock().hours.places
    assert {each.name for each in found} == set(PAGES.values())
    assert {each.list_key for each in found} == {""}


def test_time_with_somebody_stays_with_them_when_they_are_merged() -> None:
    told(happened(Kind.REPLY, ANA, days_ago=3), happened(Kind.REPLY, CEM, days_ago=3))
    ana, cem = person_id(ANA), person_id(CEM)
    me = curator()
    for who in (ana, cem):
        keep_reading_time(me.author, f"person:{who}", 60, now_us=NOW_US)
    same_person(ana, cem, author=me.author, now_us=NOW_US)
    (both,) = taken_stock().hours.people
    assert (both.person_id, both.seconds) == (person_id(ANA), 120)
    assert person_id(ANA) == person_id(CEM)


def test_what_files_tell_is_an_outcome_beside_the_time_with_its_list(
    tmp_path: Path,
) -> None:
    bring_donors(tmp_path)
    found = taken_stock(3_000).outcomes
    (donations,) = found.of(Worth.GAVE)
    assert (donations.count, donations.people, donations.by_files) == (4, 3, 4)
    assert donations.worth_words == "130 EUR"
    assert donations.had_talked is False
    assert found.sentence == (
        "No gift came from people you had talked with before. All gifts in your files in that "
        "time: 4 donations, 130 EUR; you had not talked with them."
    )


class TestGiftsAndTalk:
    """Ida's file tells of 25 EUR in March 2024, and of 45 EUR a year later."""

    @pytest.fixture(autouse=True)
    def _ida(self, tmp_path: Path) -> None:
        bring_donors(tmp_path)
        told(happened(Kind.MENTION, BO, days_ago=2))
        same_person(donor("Ida").person_id, person_id(BO), author=curator().author, now_us=NOW_US)

    def gave(self) -> dict[bool | None, tuple[int, Mapping[str, int]]]:
        found = taken_stock(3_000).outcomes.of(Worth.GAVE)
        return {each.had_talked: (each.count, each.sums) for each in found}

    def between_her_gifts(self, *, days_later: int = 0) -> float:
        second_us = (
            Interaction.objects.filter(contact=donor("Ida"), kind=Kind.DONATION)
            .latest("at_us")
            .at_us
        )
        assert second_us is not None
        return (NOW_US - second_us) / DAY + 30 - days_later

    def test_only_a_gift_after_words_went_both_ways_counts_as_one_of_those(self) -> None:
        days_ago = self.between_her_gifts()
        told(
            happened(Kind.REPLY, BO, days_ago=days_ago),
            happened(Kind.REPLY, BO, by_me=True, days_ago=days_ago - 1),
        )
        assert self.gave() == {True: (1, {"EUR": 4_500}), False: (3, {"EUR": 8_500})}

    def test_words_of_one_side_are_no_talk(self) -> None:
        told(happened(Kind.REPLY, BO, by_me=True, days_ago=self.between_her_gifts()))
        assert self.gave() == {False: (4, {"EUR": 13_000})}

    def test_words_of_the_same_day_came_not_before_it(self) -> None:
        days_ago = self.between_her_gifts(days_later=30)
        told(
            happened(Kind.REPLY, BO, days_ago=days_ago + 0.2),
            happened(Kind.REPLY, BO, by_me=True, days_ago=days_ago + 0.1),
        )
        assert self.gave() == {False: (4, {"EUR": 13_000})}

    def test_in_a_call_both_spoke(self) -> None:
        told(happened(Kind.CALL, BO, by_me=True, days_ago=self.between_her_gifts()))
        assert self.gave()[True] == (1, {"EUR": 4_500})


def test_what_was_given_back_is_told_of_its_gift_and_is_none_itself(tmp_path: Path) -> None:
    back = "43,Otto,Vries,otto@den.example,Zwolle,Netherlands,,,No,No,,-20.00,EUR,2024-03-20,"
    bring_donors(tmp_path, f"{DONORS}{back}Completed,G5,Yes\n")
    (donations,) = taken_stock(3_000).outcomes.of(Worth.GAVE)
    assert (donations.count, donations.sums) == (4, {"EUR": 13_000})
    assert donations.given_back == {"EUR": 2_000}
    assert donations.worth_words == "130 EUR; 20 EUR of it given back"


def test_what_came_of_lists_says_why_it_is_no_sum(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    told(happened(Kind.REPOST, ANA, days_ago=3))
    robin = curator()
    keep_reading_time(robin.author, "watchlist", 300, now_us=NOW_US)
    assert taken_stock(3_000).hours.not_added_up == ""
    robin.promote(donor("Ida").person_id, "watchlist", why="gave twice")
    assert taken_stock(3_000).hours.not_added_up == (
        "Somebody on two lists counts on both; 2 gifts came from people on no list."
    )


class TestOneSided:
    """An archive of X holds what I wrote, and nothing of what was answered."""

    XENIA = Account(network=Network.X, native_id="9", handle="xenia", name="Xenia")

    def wrote_to_xenia(self) -> None:
        told(*(happened(Kind.REPLY, self.XENIA, by_me=True, days_ago=each) for each in (3, 4)))

    def test_nobody_is_said_to_be_silent_and_nothing_is_drawn(self) -> None:
        self.wrote_to_xenia()
        found = taken_stock()
        assert found.talked.sentence == (
            "You wrote to 1 person. What they said comes when you connect X."
        )
        assert found.steadiness.sentence == STEADY_UNKNOWN
        assert not found.steadiness.is_drawn

    def test_where_others_could_be_heard_their_silence_is_told(self) -> None:
        self.wrote_to_xenia()
        told(happened(Kind.REPLY, ANA, by_me=True, days_ago=3))
        assert taken_stock().talked.sentence == (
            "You wrote to 2 people; nobody wrote to you in that time."
        )


def test_it_is_in_the_name_of_my_accounts() -> None:
    assert taken_stock().whose == "Robin"


def test_a_sum_says_that_not_everybody_told_an_amount(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    told(happened(Kind.MENTION, ANA, days_ago=2))
    log_outcome(
        person_id(ANA),
        OutcomeKind.DONATION,
        at_us=NOW_US - DAY,
        author=curator().author,
        now_us=NOW_US,
    )
    assert taken_stock(3_000).outcomes.sentence == (
        "No gift came from people you had talked with before. All gifts in that time: 5 donations, "
        "130 EUR; of 1 no amount is known; you had not talked with them."
    )
