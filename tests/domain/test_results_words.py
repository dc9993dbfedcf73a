import pytest

from hobnob.domain import results_words as words
from hobnob.domain.ladder import Rung
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.results import WORTH, OutcomeCount, TimeAt, Worth


def at(name: str, seconds: int) -> TimeAt:
    return TimeAt(name=name, seconds=seconds, words=f"about {seconds // 60} minutes")


def came(
    kind: OutcomeKind,
    count: int,
    worth: str = "",
    *,
    had_talked: bool | None = None,
    by_files: int = 0,
) -> OutcomeCount:
    return OutcomeCount(
        kind=kind,
        worth=WORTH.get(kind, Worth.PERSONAL),
        count=count,
        people=1,
        sums={},
        worth_words=worth,
        given_back={},
        by_files=by_files,
        had_talked=had_talked,
    )


def test_hours_say_where_most_of_them_went() -> None:
    assert words.hours(0, []).startswith("No time counted yet.")
    assert words.hours(600, [at("Today", 600)]) == "About 10 minutes, all of it at Today."
    assert words.hours(900, [at("Chats", 600), at("Today", 300)]) == (
        "About 15 minutes, most of it at Chats (about 10 minutes)."
    )
    assert words.hours(900, [at("Chats", 360), at("Today", 300), at("Home", 240)]) == (
        "About 15 minutes, the longest at Chats (about 6 minutes)."
    )


def test_outcomes_are_listed_with_what_they_are_worth() -> None:
    kinds = [
        came(OutcomeKind.DONATION, 3, "120 EUR"),
        came(OutcomeKind.DEFENCE, 2),
        came(OutcomeKind.JOIN, 1),
    ]
    assert words.outcomes(kinds) == (
        "3 donations (120 EUR), 2 words in your defence and 1 membership."
    )
    assert words.outcomes([]) == "Nothing came of it that anybody logged or a file tells."


def test_a_sum_says_where_it_is_of_some_only() -> None:
    assert words.worth({"EUR": 2_500}) == "25 EUR"
    assert words.worth({"EUR": 2_500}, unknown=31) == "25 EUR; of 31 no amount is known"
    assert words.worth({}, unknown=2) == ""
    assert words.worth({"EUR": 5_000}, given_back={"EUR": 2_000}) == (
        "50 EUR; 20 EUR of it given back"
    )


def test_a_sum_without_a_currency_is_no_sum_of_another() -> None:
    assert words.worth({"EUR": 788_300, "": 123_500}) == (
        "7,883 EUR, and 1,235 in a currency your files do not name"
    )
    assert words.worth({"": 500}) == "5 in a currency your files do not name"


class TestGifts:
    """What a file tells of giving is not what talking with people brought."""

    AFTER_TALK = came(OutcomeKind.DONATION, 3, "120 EUR", had_talked=True, by_files=3)
    OTHERS = came(OutcomeKind.DONATION, 40, "1,600 EUR", had_talked=False, by_files=40)

    def test_those_of_people_one_had_talked_with_stand_apart(self) -> None:
        kinds = [self.AFTER_TALK, self.OTHERS, came(OutcomeKind.REFERRAL, 2)]
        assert words.outcomes(kinds) == (
            "2 referrals. From people you had talked with before: 3 donations, 120 EUR. All other "
            "gifts in your files in that time: 40 donations, 1,600 EUR; you had not talked with "
            "them."
        )

    def test_where_one_had_talked_with_nobody_it_says_so(self) -> None:
        assert words.gifts([self.OTHERS]) == (
            "No gift came from people you had talked with before. All gifts in your files in that "
            "time: 40 donations, 1,600 EUR; you had not talked with them."
        )

    def test_where_one_had_talked_with_all_there_are_no_others(self) -> None:
        assert words.gifts([self.AFTER_TALK]) == (
            "From people you had talked with before: 3 donations, 120 EUR."
        )

    def test_what_a_hand_wrote_down_stands_in_no_file(self) -> None:
        by_hand = came(OutcomeKind.DONATION, 1, had_talked=False)
        assert "All gifts in that time: 1 donation;" in words.gifts([by_hand])

    def test_in_a_table_each_row_says_from_whom(self) -> None:
        assert words.outcome(self.AFTER_TALK) == (
            "3 donations (120 EUR) from people you had talked with before"
        )
        assert words.outcome(self.OTHERS).endswith("from people you had not talked with")


def test_what_came_of_lists_is_no_sum() -> None:
    assert words.not_added_up(0) == "Somebody on two lists counts on both."
    assert words.not_added_up(38) == (
        "Somebody on two lists counts on both; 38 gifts came from people on no list."
    )


def test_where_only_my_side_is_on_record_nobody_is_said_to_be_silent() -> None:
    assert words.only_mine(101, ["X"]) == (
        "You wrote to 101 people. What they said comes when you connect X."
    )


@pytest.mark.parametrize("kind", OutcomeKind)
def test_every_outcome_has_its_words(kind: OutcomeKind) -> None:
    assert words.outcome(came(kind, 1)).startswith("1 ")
    assert words.outcome(came(kind, 2)) != words.outcome(came(kind, 1)).replace("1", "2")


@pytest.mark.parametrize("rung", Rung)
def test_every_rung_has_its_words(rung: Rung) -> None:
    assert "2" in words.ladder({rung: 2}, 2)


def test_nobody_is_told_as_nobody() -> None:
    assert words.talked(0, 0, 0).startswith("Nobody said a word")
    assert words.promotions(0, 0, 0, 0).startswith("Nobody shared")
    assert words.believers(0, 0).startswith("Nobody yet")
    assert words.reach(0, 0, 3).startswith("Nobody could be seen")
    assert words.spread(0, 0).startswith("Nobody was seen")
    assert words.ladder({}, 0).startswith("Nobody came")
    assert "nothing went both ways" in words.steadiness(0, 0, 13)


def test_one_is_told_as_one() -> None:
    assert words.promotions(1, 1, 1, 0) == "1 person shared you once: 1 for the first time."
    assert (
        words.believers(1, 1)
        == "1 person shares or answers again and again. 1 became one in this time."
    )
    assert words.reach(1, 1, 1) == (
        "Around your one believer 1 person could be seen, each counted once."
    )
    assert words.adds("Ana", 1, is_first=False) == "Ana adds 1 person whom nobody above reaches."
    assert words.talked(0, 2, 1) == "2 people said something to you, you to 1; no talk yet."


def test_reach_is_unique_and_says_what_the_sum_would_be() -> None:
    assert words.reach(1_240, 1_900, 12) == (
        "Around your 12 believers 1,240 people could be seen, each counted once. "
        "Added up it would be 1,900: many follow several."
    )


def test_what_followed_is_told_as_after() -> None:
    assert words.spread(9, 2) == (
        "9 people came for the first time, soon after somebody they follow had shared you: "
        "around 2 believers."
    )


def test_half_is_told_of_what() -> None:
    assert words.concentration("sharing", 5, 42) == "5 of 42 people brought half of all sharing."
    assert words.concentration("outcomes", 1, 9).endswith("half of all that came of it.")
    assert "reach together" in words.concentration("reach", 2, 9)
