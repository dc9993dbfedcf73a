"""What came of it, by hand and by the log: each once, with who tells it."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from hobnob.domain.by_hand import sort_of
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.outcomes import OutcomeKind
from hobnob.operations.log_deed import log_deed
from hobnob.operations.log_outcome import log_outcome
from hobnob.operations.record import record
from hobnob.storage.models import Donation, Interaction
from hobnob.storage.queries.outcomes.known import OutcomeLine, outcomes_of, sums_of
from tests.donors import DONORS, bring_donors, donor
from tests.people import ANA, BO, NOW_US, begin, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    begin()
    record([happened(Kind.MENTION, who, days_ago=30) for who in (ANA, BO)], now_us=NOW_US)


def came(**asked: Any) -> list[OutcomeLine]:
    return outcomes_of(now_us=NOW_US, **asked)


def by_hand(kind: OutcomeKind, *, days_ago: int = 0, **rest: Any) -> None:
    log_outcome(
        person_id(ANA),
        kind,
        at_us=NOW_US - days_ago * DAY,
        author=curator().author,
        now_us=NOW_US,
        **rest,
    )


def by_log(word: str, *, days_ago: int = 0, words: str = "") -> None:
    log_deed(
        person_id(ANA),
        sort_of(word),
        at_us=NOW_US - days_ago * DAY,
        author=curator().author,
        now_us=NOW_US,
        words=words,
    )


def test_both_tell_the_newest_first() -> None:
    by_hand(OutcomeKind.FUN, days_ago=5, words="pancakes")
    by_log("gave-me", days_ago=2, words="a jar of honey")
    assert [(each.kind, each.words, each.source, each.because) for each in came()] == [
        ("gift", "a jar of honey", "log", "because robin logged it"),
        ("fun", "pancakes", "hand", "because robin wrote it down on 18 November"),
    ]


def test_whoever_reads_it_is_you_and_others_have_their_names() -> None:
    by_hand(OutcomeKind.FUN, days_ago=5)
    by_log("gave-me", days_ago=2)
    robin, kim = curator().author, User.objects.create(username="kim")
    assert [each.because for each in came(reader_id=robin.pk)] == [
        "because you logged it",
        "because you wrote it down on 18 November",
    ]
    assert [each.because for each in came(reader_id=kim.pk)] == [
        "because robin logged it",
        "because robin wrote it down on 18 November",
    ]


def test_only_what_stands_in_a_file_is_told_by_our_files(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    by_log("gave-me")
    by_hand(OutcomeKind.FUN)
    assert {(str(each.kind), each.is_from_files) for each in came()} == {
        ("donation", True),
        ("gift", False),
        ("fun", False),
    }


def test_what_i_did_is_nothing_that_came_of_them() -> None:
    by_log("gave")
    by_log("visited")
    by_log("call")
    assert came() == []


def test_a_visit_of_theirs_is_found_for_everybody_and_for_one() -> None:
    by_log("visited-me")
    assert [each.kind for each in came()] == ["visit"]
    assert outcomes_of([person_id(ANA)], now_us=NOW_US) == came()
    assert outcomes_of([person_id(BO)], now_us=NOW_US) == []


def test_a_time_has_a_beginning_and_an_end() -> None:
    by_hand(OutcomeKind.FUN, days_ago=5)
    by_log("gave-me", days_ago=5)
    assert len(came(since_us=NOW_US - 5 * DAY, until_us=NOW_US)) == 2
    assert came(since_us=NOW_US - 4 * DAY) == []
    assert came(until_us=NOW_US - 5 * DAY) == []


def test_what_is_told_by_both_is_the_logs_with_the_words_of_the_hand() -> None:
    by_log("gave-me", days_ago=2, words="honey")
    by_hand(OutcomeKind.GIFT, days_ago=1, words="a jar of honey", worth=(500, "EUR"))
    (both,) = came()
    assert (both.source, both.words, both.amount) == ("log", "a jar of honey", 500)
    assert both.at_us == NOW_US - 2 * DAY
    assert both.because == "because robin logged it, and robin wrote it down on 18 November"


def test_a_line_that_an_outcome_was_said_of_is_no_second_one() -> None:
    by_log("sent-me", days_ago=3)
    line = came()[0].interactions[0]
    by_hand(OutcomeKind.REFERRAL, led_by=[line])
    assert [each.interactions for each in came()] == [(line,)]


def test_what_was_taken_back_never_came() -> None:
    by_hand(OutcomeKind.FUN)
    by_log("gave-me")
    curator().undo()
    curator().undo()
    assert came() == []


def test_gifts_of_files_come_with_their_amounts(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    gifts = outcomes_of([donor("Ida").person_id], now_us=NOW_US)
    assert [(each.kind, each.amount, each.currency) for each in gifts] == [
        ("donation", 4_500, "EUR"),
        ("donation", 2_500, "EUR"),
    ]
    assert {each.because for each in gifts} == {"because donors.csv tells it"}
    assert sums_of(came()) == {"EUR": 13_000}


def test_what_is_logged_of_somebody_in_a_file_counts_once(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    ida, author = donor("Ida").person_id, curator().author
    log_deed(ida, sort_of("gave-me"), at_us=NOW_US, author=author, now_us=NOW_US)
    found = outcomes_of([ida], now_us=NOW_US)
    assert [each.kind for each in found] == ["gift", "donation", "donation"]
    assert found == [each for each in came() if each.person_id == ida]


def test_a_gift_that_was_given_back_is_none(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    Donation.objects.filter(account=donor("Otto")).update(amount=0)
    assert outcomes_of([donor("Otto").person_id], now_us=NOW_US) == []


class TestByFileAndByHand:
    """Ida's file tells of 45 EUR on one day, and of 25 EUR a year before."""

    @pytest.fixture(autouse=True)
    def _ida(self, tmp_path: Path) -> None:
        bring_donors(tmp_path)
        self.ida = donor("Ida").person_id
        lines = Interaction.objects.filter(contact__person_id=self.ida, kind=Kind.DONATION)
        self.newest_us = lines.latest("at_us").at_us or 0

    def log(self, *, days_later: int = 0, **rest: Any) -> None:
        at_us = self.newest_us + days_later * DAY
        author = curator().author
        log_outcome(
            self.ida, OutcomeKind.DONATION, at_us=at_us, author=author, now_us=NOW_US, **rest
        )

    def amounts(self) -> list[int | None]:
        return [each.amount for each in outcomes_of([self.ida], now_us=NOW_US)]

    @pytest.mark.parametrize("worth", [(4_500, "EUR"), (None, "")])
    @pytest.mark.parametrize("days_later", [-7, -1, 0, 6])
    def test_a_gift_that_a_hand_wrote_down_too_is_the_files(
        self, worth: tuple[int | None, str], days_later: int
    ) -> None:
        self.log(days_later=days_later, worth=worth, words="at the fair")
        newest, _ = outcomes_of([self.ida], now_us=NOW_US)
        assert (newest.amount, newest.words) == (4_500, "at the fair")
        assert newest.decision_id is not None
        assert self.amounts() == [4_500, 2_500]

    @pytest.mark.parametrize("days_later", [-7, 0, 6])
    def test_another_amount_is_another_gift(self, days_later: int) -> None:
        self.log(days_later=days_later, worth=(1_000, "EUR"))
        assert sorted(filter(None, self.amounts())) == [1_000, 2_500, 4_500]

    def test_a_line_tells_of_one_gift(self) -> None:
        self.log(words="the first")
        self.log(worth=(4_500, "EUR"), words="the same")
        assert self.amounts() == [4_500, None, 2_500]

    def test_what_led_there_is_no_gift_told_twice(self) -> None:
        self.log(days_later=60, worth=(1_000, "EUR"), words="cash at the fair")
        assert self.amounts() == [1_000, 4_500, 2_500]

    def test_a_time_that_ends_between_the_two_has_it_on_the_files_day(self) -> None:
        self.log(days_later=3)
        apart_us = self.newest_us + DAY
        before = outcomes_of([self.ida], until_us=apart_us, now_us=NOW_US)
        assert [each.amount for each in before] == [4_500, 2_500]
        assert outcomes_of([self.ida], since_us=apart_us, now_us=NOW_US) == []


def test_three_gifts_of_a_day_stay_three_where_one_is_written_down(tmp_path: Path) -> None:
    head, ida, *_ = DONORS.splitlines()
    more = [ida.replace("25.00", f"{each}.00").replace("G1", f"G{each}") for each in (10, 20, 1000)]
    bring_donors(tmp_path, "\n".join([head, *more]))
    line = Interaction.objects.filter(kind=Kind.DONATION).first()
    assert line is not None
    log_outcome(
        donor("Ida").person_id,
        OutcomeKind.DONATION,
        at_us=line.at_us or 0,
        author=curator().author,
        now_us=NOW_US,
        worth=(1_000, "EUR"),
    )
    assert sums_of(came()) == {"EUR": 103_000}


def test_sums_are_never_added_up_over_currencies() -> None:
    by_hand(OutcomeKind.CLIENT, worth=(50_000, "EUR"))
    by_hand(OutcomeKind.JOB, worth=(10_000, "USD"))
    by_hand(OutcomeKind.FUN)
    by_hand(OutcomeKind.CLIENT, days_ago=9, worth=(25_000, "EUR"))
    assert sums_of(came()) == {"EUR": 75_000, "USD": 10_000}


def test_everybody_and_each_one_are_asked_with_as_many_questions(
    django_assert_max_num_queries: Any,
) -> None:
    by_hand(OutcomeKind.FUN)
    by_log("gave-me")
    with django_assert_max_num_queries(5):
        came()
    with django_assert_max_num_queries(6):
        outcomes_of([person_id(ANA), person_id(BO)], now_us=NOW_US)
