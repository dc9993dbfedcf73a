"""`hobnob handles`: what notes name, the letter that asks, and what comes back."""

import io

import pytest

from hobnob.domain.decisions import Verb
from hobnob.domain.supporters import Channel, Wish
from hobnob.storage import models
from tests import people
from tests.cli.conftest import Run
from tests.matched import ana_and_two, is_one, may_look, near_me, noted, supporter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mine() -> None:
    people.begin()


def flat(text: str) -> str:
    """What is read, whatever the width of the terminal."""
    return " ".join(text.split())


def test_it_lists_handles_in_notes_with_the_words_and_the_command(hobnob: Run) -> None:
    ana = supporter("Ana Ruiz", **noted())
    said = flat(hobnob("handles").out)
    assert "1 handle in notes" in said
    assert "Ana Ruiz @ana on X “Her niece is @ana on X, she says.” because “Notes” names it" in said
    assert f"handles theirs {ana.pk}=x:ana" in said


def test_where_no_note_names_one_it_says_so(hobnob: Run) -> None:
    assert "No handles wait in notes." in hobnob("handles").out


def test_a_note_is_answered_with_what_was_listed(hobnob: Run) -> None:
    may_look()
    ana, bo = supporter("Ana Ruiz", **noted()), supporter("Bo Lind", **noted("bo"))
    assert "Ana Ruiz is @ana." in hobnob("handles", "theirs", f"{ana.pk}=x:ana").out
    assert hobnob("handles", "not-theirs", f"{bo.pk}=x:bo", "--json").answer["did"] == "not theirs"
    assert is_one(ana, models.Account.objects.get(handle="ana"))
    assert hobnob("handles", "--json").answer == {"handles": []}


@pytest.mark.parametrize("pair", ["12", "x:ana", "12=ana", "=x:ana"])
def test_what_names_no_handle_is_refused(hobnob: Run, pair: str) -> None:
    ended = hobnob("handles", "theirs", pair)
    assert ended.code == 2
    assert "names no handle of a note" in flat(ended.err)


def test_the_letter_is_printed_and_nothing_is_sent(hobnob: Run) -> None:
    ana, one, _ = ana_and_two()
    said = hobnob("handles", "ask", f"{ana.pk}={one.pk}").out
    assert "To: ana-ruiz@den.example" in said
    assert "Hello Ana," in said
    letter = hobnob("handles", "ask", f"{ana.pk}={one.pk}", "--json").answer
    assert letter["subject"] == "Is @anaruiz@herd.example you?"


def test_whom_nobody_may_write_to_gets_no_letter(hobnob: Run) -> None:
    no_mail = Wish(channel=Channel.EMAIL, is_welcome=False, column="No e-mail")
    cy, one = supporter("Cy Wolf", wishes=(no_mail,)), near_me("cywolf", "Cy Wolf")
    ended = hobnob("handles", "ask", f"{cy.pk}={one.pk}")
    assert ended.code == 2
    assert "asked not to be written to" in flat(ended.err)
    assert "names no supporter and account" in flat(hobnob("handles", "ask", "a=b").err)


def test_a_reply_is_read_first_and_kept_after_a_yes(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, one, _ = ana_and_two()
    letter = hobnob("handles", "ask", f"{ana.pk}={one.pk}", "--json").answer
    reply = f"Yes, that's me!\n\n{letter['text']}"
    monkeypatch.setattr("sys.stdin", io.StringIO(reply))
    said = flat(hobnob("handles", "answer").out)
    assert "Ana Ruiz says yes about @anaruiz@herd.example on Mastodon." in said
    assert "Nothing is kept yet" in said
    assert not is_one(ana, one)
    said = flat(hobnob("handles", "answer", reply, "--yes").out)
    assert "Kept: Ana Ruiz is @anaruiz@herd.example, because they said so." in said
    assert is_one(ana, one)


def test_a_no_is_kept_as_a_program_says(hobnob: Run) -> None:
    ana, one, _ = ana_and_two()
    letter = hobnob("handles", "ask", f"{ana.pk}={one.pk}", "--json").answer
    answer = hobnob("handles", "answer", f"No.\n{letter['text']}", "--no", "--json").answer
    assert (answer["answer"], answer["kept"], answer["words"]) == ("no", "no", "No.")
    assert models.Decision.objects.get().verb == Verb.NOT_SAME


def test_a_reply_that_is_none_or_both_is_refused(hobnob: Run) -> None:
    assert "There is no code in it" in flat(hobnob("handles", "answer", "Yes").err)
    assert "say one of --yes and --no" in flat(
        hobnob("handles", "answer", "x", "--yes", "--no").err
    )


def test_it_prints_a_form_and_words_to_print(hobnob: Run) -> None:
    said = hobnob("handles", "form", "hello@herd.example").out
    assert '<form action="mailto:hello@herd.example"' in said
    assert "Where do you talk with people?" in said
    assert "Each answer arrives as a letter, one line a field" in flat(said)
    assert "neither a web address nor an e-mail address" in flat(hobnob("handles", "form", "x").err)


def test_a_program_gets_the_form_and_the_headings_its_answers_come_back_under(hobnob: Run) -> None:
    answer = hobnob("handles", "form", "hello@herd.example", "--json").answer
    assert answer["where"] == "mailto:hello@herd.example"
    assert "hello@herd.example" in answer["short"]
    assert "hello@herd.example" in answer["long"]
    known = ["Name", "Email", "Bluesky", "Mastodon", "X", "May we look you up"]
    assert answer["headings"] == known
    for heading in answer["headings"]:
        assert f'name="{heading}"' in answer["html"]
