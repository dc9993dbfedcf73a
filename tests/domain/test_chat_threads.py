"""Sessions as people hold them: who says what to whom, and under which question it belongs."""

from dataclasses import dataclass

import pytest

from hobnob.domain.chat_threads import threads
from tests.spec.table import rows


@dataclass(frozen=True)
class Said:
    """One post of a session."""

    native_id: str
    account_id: int | None
    in_reply_to: str
    text: str
    network: str = "x"


def said(table: str) -> list[Said]:
    """Posts by a table of: id, who, the id it answers, text."""
    return [
        Said(
            native_id=row["id"],
            account_id=sum(map(ord, row["who"])),
            in_reply_to=row["to"],
            text=row["text"],
        )
        for row in rows(table)
    ]


def grouped(table: str) -> dict[str, str]:
    """By question: "q > a b c", its post and its answers by their ids."""
    return {
        str(each.number or "rest"): " ".join(
            [each.question.native_id if each.question else "?", ">"]
            + [answer.native_id for answer in each.answers]
        )
        for each in threads(said(table))
    }


def test_answers_stand_under_the_question_whose_number_they_bear() -> None:
    assert grouped("""
        id | who  | to | text
        1  | host |    | Good evening! Tonight: neighbours.
        2  | host |    | Q1: when did a stranger become a friend? #talk
        3  | ana  |    | A1 On the ferry. #talk
        4  | host |    | Q2. Who waters your plants? #talk
        5  | bo   |    | A2: The postman. #talk
        6  | cem  |    | Late! A1: in a lift. #talk
        7  | dov  |    | @host A2) nobody, they died #talk
    """) == {"1": "2 > 3 6", "2": "4 > 5 7", "rest": "? > 1"}


def test_what_has_no_number_stands_under_what_it_answers() -> None:
    assert grouped("""
        id | who  | to | text
        1  | host |    | Q1: what do you do with a compliment?
        2  | ana  | 1  | I pass it on.
        3  | bo   |    | A1: I frame it.
        4  | cem  | 3  | Next to the rabbit?
        5  | bo   | 4  | Next to the rabbit.
        6  | dov  |    | Hello all!
    """) == {"1": "1 > 2 3 4 5", "rest": "? > 6"}


def test_the_question_is_the_hosts_and_anothers_q1_answers_it() -> None:
    assert grouped("""
        id | who  | to | text
        1  | ana  |    | Q1 already? I only just sat down
        2  | host |    | Q1: is it all right to ask twice?
        3  | host |    | Q2: and three times?
        4  | bo   |    | Q2 - only with cake
        5  | host |    | Q1 again for those who came late: is it all right to ask twice?
    """) == {"1": "2 > 1 5", "2": "3 > 4"}


def test_the_host_may_greet_before_they_ask() -> None:
    assert grouped("""
        id | who  | to | text
        1  | host |    | Good evening, neighbours. Q1: who waters your plants?
        2  | ana  |    | Good evening. Q1 is for me: A1: the postman
        3  | host |    | Q2: and your cat?
    """) == {"1": "1 > 2", "2": "3 >"}


def test_who_quotes_the_question_answers_it() -> None:
    assert grouped("""
        id | who  | to | text
        1  | host |    | Q3: which word should go?
        2  | ana  |    | Q3: which word should go? A3: "just".
    """) == {"3": "1 > 2"}


def test_a_question_that_the_host_left_to_somebody_else_counts() -> None:
    assert grouped("""
        id | who  | to | text
        1  | host |    | Q1: who?
        2  | host |    | Q2: where?
        3  | ana  |    | Q3: and why?
        4  | bo   |    | A3: because.
    """) == {"1": "1 >", "2": "2 >", "3": "3 > 4"}


def test_an_archive_of_my_own_knows_answers_alone() -> None:
    assert grouped("""
        id | who   | to | text
        1  | robin |    | A1: on the ferry
        2  | robin |    | A2: never
    """) == {"1": "? > 1", "2": "? > 2"}


def test_sizes_of_paper_and_articles_are_no_answers() -> None:
    assert grouped("""
        id | who  | to | text
        1  | host |    | Q1: what do you write on?
        2  | ana  |    | I write on A4 paper
        3  | bo   |    | a 2 year old wrote on my wall
        4  | cem  |    | A1 posters, but also A1: napkins
        5  | dov  |    | A99 is a road
        6  | eli  |    | the MA1 jacket
    """) == {"1": "1 > 4", "rest": "? > 2 3 5 6"}


def test_a_session_without_numbers_is_one_conversation() -> None:
    assert grouped("""
        id | who | to | text
        1  | ana |    | hello
        2  | bo  | 1  | hello you
    """) == {"rest": "? > 1 2"}
    assert threads([]) == ()


MARKED = """
asks                  | answers
Q1: why?              | A1: so
Q.1 why?              | A.1 so
#Q1 why?              | #A1 so
@all Question 1: why? | Answer 1: so
q1) why?              | a1) so
Ｑ１：why?              | Ａ１：so
P1: ¿por qué?         | R1: así
Pregunta 1: ¿quién?   | Respuesta 1: yo
Q1 : pourquoi ?       | R1 : parce que
Question 1 : qui ?    | Réponse 1 : moi
D1: perché?           | R1: così
F1: warum?            | A1: darum
Frage 1: wer?         | Antwort 1: ich
V1: waarom?           | A1: daarom
F1: varför?           | S1: därför
S1: neden?            | C1: çünkü
P1: dlaczego?         | O1: bo tak
В1: почему?           | О1: потому
س١: لماذا؟            | ج١: هكذا
س۱: چرا؟              | ج۱: چون
问1今天好吗?             | 答1好
Q1：なぜ？              | A1：だから
질문1: 왜?              | 답변1: 그냥
"""


@pytest.mark.parametrize("row", rows(MARKED), ids=lambda row: row["asks"])
def test_every_language_and_script_numbers_in_its_own_way(row: dict[str, str]) -> None:
    posts = [
        Said(native_id="q", account_id=1, in_reply_to="", text=row["asks"]),
        Said(native_id="a", account_id=2, in_reply_to="", text=row["answers"]),
    ]
    (thread,) = threads(posts)
    assert (thread.number, thread.question, thread.answers) == (1, posts[0], (posts[1],))


def test_the_same_number_on_two_networks_is_one_question_but_ids_are_apart() -> None:
    posts = [
        Said(native_id="1", account_id=1, in_reply_to="", text="Q1: who?"),
        Said(native_id="1", account_id=9, in_reply_to="", text="hello", network="mastodon"),
        Said(native_id="2", account_id=3, in_reply_to="1", text="me", network="mastodon"),
        Said(native_id="3", account_id=4, in_reply_to="1", text="me too"),
    ]
    first, rest = threads(posts)
    assert [each.text for each in first.answers] == ["me too"]
    assert [each.text for each in rest.answers] == ["hello", "me"]


@pytest.mark.parametrize("text", ["@. " * 5000 + "x", "a1" * 5000, "#" * 20000, "q1 " * 5000])
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    (thread,) = threads([Said(native_id="1", account_id=1, in_reply_to="", text=text)])
    assert len(thread.answers) + bool(thread.question) == 1
