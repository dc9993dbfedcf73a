from hobnob.domain.closeness import balance
from hobnob.domain.contact_state import ContactState
from hobnob.domain.moments import DAY, HOUR
from hobnob.domain.today import (
    AT_MOST,
    BUDGET_MINUTES,
    MINUTES,
    TITLES,
    Candidate,
    Section,
    Waiting,
    minutes_for,
    waiting_for_my_answer,
    what_happened,
    why_waiting,
    worth_a_word,
    worth_promoting,
)

NOW_US = 1_795_000_000_000_000


def waiting(person_id: int, hours_ago: int, text: str = "", **state: int) -> Waiting:
    at_us = NOW_US - hours_ago * HOUR
    return Waiting(
        person_id=person_id,
        kind="mention",
        text=text,
        at_us=at_us,
        since_us=at_us,
        url="",
        state=ContactState(last_in_us=at_us, **state),
    )


def test_every_section_has_a_title_a_length_and_a_limit() -> None:
    assert set(TITLES) == set(MINUTES) == set(AT_MOST) == set(Section)


def test_a_full_day_fits_the_budget() -> None:
    assert minutes_for([(section, AT_MOST[section]) for section in Section]) <= BUDGET_MINUTES


def test_anything_at_all_takes_a_minute_and_nothing_takes_none() -> None:
    assert minutes_for([(Section.DECIDE, 1)]) == 1
    assert minutes_for([(Section.DECIDE, 0)]) == 0


def test_questions_come_first_then_the_likely_ones_then_the_longest_waiting() -> None:
    rows = [
        waiting(1, 5, "nice"),
        waiting(2, 9, "nice"),
        waiting(3, 1, "really?"),
        waiting(4, 2, "nice", days_in=40),
    ]
    assert [row.person_id for row in waiting_for_my_answer(rows, NOW_US)] == [3, 4, 2, 1]


def test_a_question_is_said_to_be_one() -> None:
    assert what_happened(waiting(1, 5, "really?"), NOW_US) == "asked you 5 hours ago"
    assert what_happened(waiting(1, 5, "really!"), NOW_US) == "mentioned you 5 hours ago"


def test_a_word_goes_first_to_who_is_likely_to_answer_has_been_quiet_and_says_something() -> None:
    quiet = ContactState(last_in_us=NOW_US - 20 * DAY, last_out_us=NOW_US - 20 * DAY)
    lately = ContactState(last_in_us=NOW_US - DAY, last_out_us=NOW_US - DAY)
    rows = [
        Candidate(person_id=1, state=lately),
        Candidate(person_id=2, state=quiet),
        Candidate(person_id=3, state=quiet, post_text="Cubs!", post_us=NOW_US - DAY),
    ]
    assert [row.person_id for row in worth_a_word(rows, NOW_US)] == [3, 2, 1]


def test_who_wrote_once_wrote_for_the_first_time() -> None:
    first, third = waiting(1, 5, talk_in=1), waiting(2, 5, talk_in=3)
    assert why_waiting(first, NOW_US).endswith("; it is their first message to you")
    assert why_waiting(third, NOW_US).endswith("; 3 messages from them so far")


def test_who_never_answers_where_one_is_heard_is_not_promoted_for_it() -> None:
    unheard = Candidate(person_id=1, state=ContactState(talk_out=9, last_out_us=NOW_US - DAY))
    silent = Candidate(person_id=2, state=ContactState(talk_out=9, asked=4))
    assert [row.person_id for row in worth_promoting([unheard, silent], NOW_US)] == [1]


def test_who_wrote_how_often_is_said_in_words() -> None:
    assert balance(ContactState(talk_in=1, talk_out=0)) == (
        "They wrote to you once; you never wrote to them."
    )
