"""Sessions by their people: who is new, who waits, and what is said of it."""

from datetime import date

import pytest

from hobnob.domain.chat_people import Known, Word, headline, spoken_with, when, why_here
from hobnob.domain.chats import Session
from hobnob.domain.moments import DAY, HOUR, MINUTE
from tests.spec.table import rows

EIGHT = 20_000 * DAY + 20 * HOUR
SESSION = Session(day=date(2024, 10, 4), starts_us=EIGHT, ends_us=EIGHT + HOUR)
NOW = EIGHT + 3 * DAY
NAMES = {"ana": 1, "bo": 2, "cem": 3}


def word(line: str) -> Word:
    """ "ana 5": Ana says something to me five minutes after eight; "me>ana 7": I answer."""
    who, minute = line.split()
    is_mine = who.startswith("me>")
    person_id = NAMES[who.removeprefix("me>")]
    at_us = EIGHT + int(minute) * MINUTE
    return Word(person_id, 10 * person_id, is_mine, at_us, int(minute))


def known(**facts: dict[str, int | None]) -> dict[int, Known]:
    """What is known of people; minutes after eight."""
    return {
        NAMES[who]: Known(
            **{
                name: None if minute is None else EIGHT + minute * MINUTE
                for name, minute in each.items()
            }
        )
        for who, each in facts.items()
    }


def test_who_is_new_comes_first_then_who_waits_then_who_said_most() -> None:
    words = [word(each) for each in ("bo 1", "me>bo 2", "bo 3", "ana 4", "cem 5")]
    facts = known(
        bo={"first_us": -99_999, "waiting_us": None},
        ana={"first_us": 4, "waiting_us": None},
        cem={"first_us": -500, "waiting_us": 5},
    )
    found = spoken_with(words, facts, SESSION, NOW)
    assert [each.person_id for each in found] == [1, 3, 2]
    assert [each.is_new for each in found] == [True, False, False]
    assert [each.waits for each in found] == [False, True, False]


WAITS = """
words               | waiting since | done up to | waits | followed up
ana 5               | 5             |            | yes   |
ana 5               | -60           |            | yes   |
ana 5               |               |            |       |
ana 5               | 90            |            |       |
ana 5               | 5             | 5          |       | yes
ana 5               | 5             | 4          | yes   |
ana 5, ana 9        | 5             | 5          | yes   |
me>ana 5            | 90            |            |       |
ana 5, me>ana 7     | 9             |            |       |
"""


@pytest.mark.parametrize("row", rows(WAITS), ids=str)
def test_somebody_waits_until_i_answer_or_am_done_with_them(row: dict[str, str]) -> None:
    facts = {
        "first_us": -60,
        "waiting_us": int(row["waiting since"]) if row["waiting since"] else None,
        "done_us": int(row["done up to"]) if row["done up to"] else None,
    }
    words = [word(each.strip()) for each in row["words"].split(",")]
    (found,) = spoken_with(words, known(ana=facts), SESSION, NOW)
    assert ("yes" if found.waits else "") == row["waits"]
    assert ("yes" if found.is_followed_up else "") == row["followed up"]


def test_after_a_month_nobody_waits_any_more() -> None:
    facts = known(ana={"first_us": -60, "waiting_us": 5})
    waits = [
        spoken_with([word("ana 5")], facts, SESSION, EIGHT + days * DAY)[0].waits
        for days in (29, 31)
    ]
    assert waits == [True, False]


def test_the_newest_words_are_theirs_where_there_are_any() -> None:
    words = [word("ana 5"), word("me>ana 7"), word("me>bo 8")]
    ana, bo = spoken_with(words, {}, SESSION, NOW)
    assert (ana.newest.post_id, bo.newest.post_id) == (5, 8)


def test_the_same_post_told_twice_counts_once() -> None:
    (found,) = spoken_with([word("ana 5"), word("ana 5")], {}, SESSION, NOW)
    assert len(found.words) == 1


HEADLINES = """
words            | new    | wait   | all | me | headline
                 |        |        | 0   |    |
                 |        |        | 14  |    | You were not there; 14 people were.
                 |        |        | 1   |    | You were not there; 1 person was.
                 |        |        | 3   | y  | You spoke, and nobody spoke with you yet.
ana 5            | ana    | ana    | 1   | y  | You met 1 person; 1 waits for an answer.
ana 5,bo 6,cem 7 | ana,bo | bo,cem | 3   | y  | You met 2 people; 2 wait for an answer.
ana 5,bo 6       |        |        | 2   | y  | You spoke with 2 people; nobody waits for an answer.
"""


@pytest.mark.parametrize("row", rows(HEADLINES), ids=lambda row: row["headline"])
def test_the_headline_is_about_people(row: dict[str, str]) -> None:
    words = [word(each.strip()) for each in row["words"].split(",") if each.strip()]
    facts = known(
        **{
            who: {
                "first_us": 1 if who in row["new"] else -60,
                "waiting_us": 1 if who in row["wait"] else None,
            }
            for who in NAMES
        }
    )
    people = spoken_with(words, facts, SESSION, NOW)
    said = headline(people, there=int(row["all"]), is_me_there=row["me"] == "y")
    assert said == row["headline"]


@pytest.mark.parametrize(
    ("minute", "said"),
    [
        (-180, "in 3 hours"),
        (-1, "in 1 minute"),
        (35, "going on, 25 minutes left"),
        (60, "just now"),
        (60 + 60 * 48, "2 days ago"),
    ],
)
def test_when_it_is_is_said_in_words(minute: int, said: str) -> None:
    assert when(SESSION, EIGHT + minute * MINUTE) == said


def test_why_somebody_is_here_is_said_in_one_sentence() -> None:
    words = [word("ana 5"), word("me>ana 7"), word("ana 9")]
    (new,) = spoken_with(words, known(ana={"first_us": 5, "waiting_us": 9}), SESSION, NOW)
    assert why_here(new) == (
        "because they wrote to you and you have not answered; your first words ever were here; "
        "they spoke twice and you once"
    )
    (old,) = spoken_with([word("me>ana 7")], known(ana={"first_us": -99_999}), SESSION, NOW)
    assert why_here(old) == "because you first spoke in July 2024; you spoke once"
    (odd,) = spoken_with([word("ana 7")], {}, SESSION, NOW)
    assert why_here(odd) == "because they spoke once"
