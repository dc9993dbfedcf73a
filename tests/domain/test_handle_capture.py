"""Letters that ask "is this you?", their codes, and what answers mean."""

import pytest

from hobnob.domain.handle_capture import (
    Answer,
    Code,
    Letter,
    answer_in,
    code_in,
    own_words,
    question,
    seal,
)
from hobnob.domain.people import Account, Network

DONOR = Account(network=Network.ADDRESS_BOOK, native_id="civicrm:42", name="Ana Ruiz")
THERE = Account(network=Network.MASTODON, native_id="2@tusk.example", handle="ana@tusk.example")
CODE = Code(of_id=42, account_id=2_115, seal=seal("key", DONOR, THERE))


def letter(**other: str) -> Letter:
    """The question to Ana."""
    return question(
        **{  # type: ignore[arg-type]  # every value but the code is a str
            "first_name": "Ana",
            "where": "Mastodon",
            "handle": "ana@tusk.example",
            "url": "https://tusk.example/@ana",
            "to": "ana@den.example",
            "code": CODE,
            **other,
        }
    )


# ── The code ─────────────────────────────────────────────────────────────────


def test_a_code_comes_back_as_it_went() -> None:
    assert code_in(f"> (Please leave this in your reply: {CODE})") == CODE
    assert code_in(str(CODE).upper()) == CODE


def test_letters_that_look_like_numbers_are_read_as_them() -> None:
    written = str(Code(of_id=1, account_id=32, seal="10" + "0" * 8))
    assert written == "hob-1-10-1000000000"
    assert code_in("hob-l-IO-loooOOoo00") == code_in(written)


@pytest.mark.parametrize("text", ["", "yes", "hob-1-2", "hob-u-2-1000000000", "hob-1-2-100"])
def test_what_is_no_code_is_none(text: str) -> None:
    assert code_in(text) is None


def test_a_seal_is_about_these_two_and_by_this_key() -> None:
    other = Account(network=Network.MASTODON, native_id="3@tusk.example")
    seals = {
        seal("key", DONOR, THERE),
        seal("key", DONOR, other),
        seal("key", THERE, DONOR),
        seal("another key", DONOR, THERE),
    }
    assert len(seals) == 4
    assert {len(each) for each in seals} == {10}


def test_a_seal_outlives_a_change_of_handle() -> None:
    renamed = Account(network=Network.MASTODON, native_id="2@tusk.example", handle="ruiz")
    assert seal("key", DONOR, renamed) == seal("key", DONOR, THERE)


# ── The letter ───────────────────────────────────────────────────────────────


def test_the_letter_says_who_where_and_how_to_be_left_alone() -> None:
    said = letter().text
    assert said.startswith("Hello Ana,\n\nwe came across @ana@tusk.example on Mastodon")
    assert "https://tusk.example/@ana" in said
    assert "If you would rather not be looked for at all" in said
    assert str(CODE) in said


def test_the_letter_opens_in_a_mail_program() -> None:
    address = letter(to="ana+x@den.example").mailto
    assert address.startswith("mailto:ana%2Bx@den.example?subject=Is%20%40ana%40tusk.example%20you")
    assert "%0D%0A" in address
    assert letter(to="").mailto == ""


def test_nothing_in_a_letter_adds_to_whom_it_goes() -> None:
    address = letter(to="ana@den.example?bcc=x@y.example", handle="a&bcc=x@y.example").mailto
    assert "?bcc" not in address
    assert "&bcc" not in address


# ── The answer ───────────────────────────────────────────────────────────────

QUOTED = "\n".join(f"> {line}" for line in letter().text.split("\n"))


@pytest.mark.parametrize(
    ("reply", "own"),
    [
        (
            f"Yes, me!\n\nOn Tue, 3 Nov 2026 at 09:12, Robin <r@x.example> wrote:\n{QUOTED}",
            "Yes, me!",
        ),
        (f"Nein.\n\nAm 03.11.26 um 09:12 schrieb\nRobin <r@x.example>:\n{QUOTED}", "Nein."),
        (f"On 3 Nov 2026, Robin wrote:\n{QUOTED}\nYes.\n", "Yes."),
        (f"Ja\r\n\r\n-----Original Message-----\r\n{letter().text}", "Ja"),
        (f"Sí\n\nFrom: Robin\nSubject: Is it you?\n\n{letter().text}", "Sí"),
        (f"Yes {CODE}", "Yes"),
        (QUOTED, ""),
    ],
)
def test_own_words_are_what_is_not_quoted(reply: str, own: str) -> None:
    assert own_words(reply) == own
    assert code_in(reply) == CODE


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Yes", Answer.YES),
        ("yes, that's me :)", Answer.YES),
        ("Ja, klar", Answer.YES),
        ("That’s me", Answer.YES),
        ("No.", Answer.NO),
        ("That's not me", Answer.NO),
        ("It isn't mine, sorry", Answer.NO),
        ("Nee", Answer.NO),
        ("No problem, yes", Answer.UNCLEAR),
        ("yes and no", Answer.UNCLEAR),
        ("Who is asking?", Answer.UNCLEAR),
        ("Notably, I know nothing", Answer.UNCLEAR),
        ("", Answer.UNCLEAR),
    ],
)
def test_an_answer_is_yes_no_or_for_a_person_to_read(words: str, answer: Answer) -> None:
    assert answer_in(words) is answer


def test_a_letter_that_is_not_marked_as_quoted_is_not_their_words() -> None:
    assert own_words(f"Yes!\n\n{letter().text}", letter=letter().text) == "Yes!"


def test_the_letter_itself_answers_nothing() -> None:
    assert answer_in(own_words(letter().text)) is Answer.UNCLEAR
