"""Handles that people give: a form and words, a letter that asks, its reply, and names in notes."""

from urllib.parse import unquote

import pytest
from django.test import Client, override_settings

from hobnob.domain.decisions import Verb
from hobnob.domain.people import Network
from hobnob.domain.supporters import Channel, Wish
from hobnob.storage import models
from hobnob.storage.queries.matching.handle_capture import question_about
from tests.matched import ana_and_two, fact, is_one, may_look, near_me, noted, supporter
from tests.web.world import words

NOTES = "/matching/handles/notes/"
REPLY = "/matching/handles/reply/"


def letter(of: models.Account, account: models.Account) -> str:
    """The text that would go out."""
    question = question_about(of.pk, account.pk)
    assert question is not None
    assert question.letter is not None
    return question.letter.text


def answered(robin: Client, text: str, **more: str) -> str:
    """What the page says about a reply that was pasted."""
    given = {"text": text, "back": "/matching/handles/", **more}
    return words(robin.post(REPLY, given, follow=True))


# ── The form ─────────────────────────────────────────────────────────────────


def test_the_page_makes_a_form_and_words_to_print(robin: Client) -> None:
    html = robin.get("/matching/handles/?where=hello@herd.example").content.decode()
    assert "&lt;form action=&quot;mailto:hello@herd.example&quot;" in html
    assert "we say hello: hello@herd.example" in html


def test_the_page_says_that_a_mailbox_gets_letters_and_a_service_makes_a_table(
    robin: Client,
) -> None:
    letters = words(robin.get("/matching/handles/?where=hello@herd.example"))
    assert "each answer arrives as a letter, one line a field" in letters
    answer = robin.get("/matching/handles/?where=https://herd.example/thanks")
    assert "Save what it collects as a CSV file" in words(answer)
    assert "letter, one line a field" not in words(answer)
    assert "<code>May we look you up</code>" in answer.content.decode()


def test_where_nothing_can_go_no_form_is_made(robin: Client) -> None:
    said = words(robin.get("/matching/handles/?where=javascript:alert(1)"))
    assert "“javascript:alert(1)” is neither a web address nor an e-mail address." in said
    assert "Copy it into your page" not in said


# ── The letter ───────────────────────────────────────────────────────────────


def test_the_letter_opens_in_a_mail_program_and_asks_about_one_account(robin: Client) -> None:
    ana, one, _ = ana_and_two()
    html = robin.get(f"/matching/handles/{ana.pk}/{one.pk}/").content.decode()
    assert "Ask Ana Ruiz" in words(robin.get(f"/matching/handles/{ana.pk}/{one.pk}/"))
    address = html.partition('href="mailto:')[2].partition('"')[0]
    assert address.startswith("ana-ruiz@den.example?subject=")
    assert "we came across @anaruiz@herd.example on Mastodon" in unquote(address)


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.ANY])
def test_nobody_writes_to_whom_asked_not_to_be_written_to(robin: Client, channel: Channel) -> None:
    cy = supporter("Cy Wolf", wishes=(Wish(channel=channel, is_welcome=False, column="No"),))
    one = near_me("cywolf", "Cy Wolf")
    said = words(robin.get(f"/matching/handles/{cy.pk}/{one.pk}/"))
    assert "Cy Wolf asked not to be written to, and that holds." in said
    assert "Hello Cy" not in said


def test_without_an_address_the_text_can_be_copied(robin: Client) -> None:
    cy, one = supporter("Cy Wolf", emails=()), near_me("cywolf", "Cy Wolf")
    response = robin.get(f"/matching/handles/{cy.pk}/{one.pk}/")
    assert "no e-mail address is known" in words(response)
    assert "mailto:" not in response.content.decode()


def test_there_is_no_letter_about_nobody(robin: Client) -> None:
    ana, one, _ = ana_and_two()
    assert robin.get(f"/matching/handles/{one.pk}/{ana.pk}/").status_code == 404
    assert robin.get(f"/matching/handles/{ana.pk}/999999/").status_code == 404


# ── The reply ────────────────────────────────────────────────────────────────


def test_a_yes_is_read_shown_and_kept_after_a_yes_here(robin: Client) -> None:
    ana, one, _ = ana_and_two()
    text = f"Yes, that's me!\n\n> {letter(ana, one)}"
    said = answered(robin, text)
    assert "Ana Ruiz says yes" in said
    assert "Yes, that's me!" in said
    assert not is_one(ana, one)
    assert "Ana Ruiz is @anaruiz@herd.example: kept" in answered(robin, text, keep="yes")
    assert is_one(ana, one)
    evidence = models.MatchEvidence.objects.get()
    assert evidence.proof == "because they said that @anaruiz@herd.example is theirs"
    robin.post("/undo/")
    assert not is_one(ana, one)


def test_a_no_is_final(robin: Client) -> None:
    ana, one, _ = ana_and_two()
    text = f"No, sorry.\n\n> {letter(ana, one)}"
    assert "Ana Ruiz says no" in answered(robin, text)
    assert "is not @anaruiz@herd.example: kept" in answered(robin, text, keep="no")
    assert models.Decision.objects.get().verb == Verb.NOT_SAME


def test_what_is_unclear_a_person_reads(robin: Client) -> None:
    ana, one, _ = ana_and_two()
    said = answered(robin, f"Who is asking?\n\n> {letter(ana, one)}")
    assert "Ana Ruiz answered" in said
    assert "hobnob cannot tell whether that is a yes or a no." in said


def test_a_code_of_another_key_is_none_of_ours(robin: Client) -> None:
    ana, one, _ = ana_and_two()
    with override_settings(SECRET_KEY="another key, of another folder, that is long enough"):
        forged = f"Yes\n> {letter(ana, one)}"
    said = answered(robin, forged, keep="yes")
    assert "is none of ours" in said
    assert not is_one(ana, one)


def test_a_reply_without_a_code_is_asked_for_whole(robin: Client) -> None:
    assert "There is no code in it" in answered(robin, "Yes!")


def test_an_answer_that_is_none_is_not_kept(robin: Client) -> None:
    ana, one, _ = ana_and_two()
    text = f"Yes\n> {letter(ana, one)}"
    assert robin.post(REPLY, {"text": text, "keep": "maybe"}).status_code == 404


def test_an_account_of_another_supporter_is_asked_about_once_more(robin: Client) -> None:
    ana, one, _ = ana_and_two()
    bo = supporter("Bo Lind")
    text = f"Yes\n\n{letter(bo, one)}"
    answered(robin, f"Yes\n\n{letter(ana, one)}", keep="yes")
    said = answered(robin, text, keep="yes")
    assert "One moment" in said
    assert "are two people in your files" in said
    assert not is_one(bo, one)
    answered(robin, text, keep="yes", anyway="")
    assert is_one(bo, one)


# ── Notes ────────────────────────────────────────────────────────────────────


def test_a_handle_in_a_note_is_shown_with_the_words_around_it(robin: Client) -> None:
    supporter("Ana Ruiz", **noted())
    assert "1 stands in notes already" in words(robin.get("/matching/handles/"))
    response = robin.get(NOTES)
    assert "Her niece is @<mark>ana</mark> on X, she says." in response.content.decode()
    assert "because “Notes” names it; nobody here has met that account yet" in words(response)


def test_a_yes_to_a_note_knows_the_account_from_then_on(robin: Client) -> None:
    may_look()
    ana = supporter("Ana Ruiz", **noted())
    given = {"of": str(ana.pk), "network": "x", "handle": "ana", "back": NOTES}
    said = words(robin.post(NOTES, {"theirs": "", **given}, follow=True))
    assert "Ana Ruiz is @ana." in said
    assert "No handles wait in notes" in said
    assert is_one(ana, models.Account.objects.get(network=Network.X, handle="ana"))
    robin.post("/undo/")
    assert "1 handle in notes" in words(robin.get(NOTES))


def test_a_no_to_a_note_is_never_asked_again(robin: Client) -> None:
    may_look()
    ana = supporter("Ana Ruiz", **noted("anaruiz@herd.example", Network.MASTODON))
    near_me("anaruiz", "Her niece")
    assert "the account calls itself Her niece" in words(robin.get(NOTES))
    given = {"of": str(ana.pk), "network": "mastodon", "handle": "anaruiz@herd.example"}
    robin.post(NOTES, {"not_theirs": "", **given})
    assert "No handles wait in notes" in words(robin.get(NOTES))
    assert "decided about already" in words(robin.post(NOTES, {"theirs": "", **given}, follow=True))


def test_a_bare_handle_in_a_note_is_whoever_around_me_is_called_so(robin: Client) -> None:
    may_look()
    ana = supporter("Ana Ruiz", **noted("jo", None))
    near_me("jo", "Her niece")
    assert "@jo@herd.example on Mastodon" in words(robin.get(NOTES))
    given = {"of": str(ana.pk), "network": "mastodon", "handle": "jo@herd.example"}
    robin.post(NOTES, {"not_theirs": "", **given})
    assert "No handles wait in notes" in words(robin.get(NOTES))


def test_where_a_note_names_no_network_only_known_accounts_are_meant(robin: Client) -> None:
    may_look()
    supporter("Ana Ruiz", **noted("ana", None))
    assert "No handles wait in notes" in words(robin.get(NOTES))
    models.Account.objects.create(
        network=Network.BLUESKY,
        native_id="did:plc:ana",
        handle="ana.bsky.social",
        handle_key="ana.bsky.social",
        person=models.Person.objects.create(made_us=1),
    )
    assert "@ana.bsky.social on Bluesky" in words(robin.get(NOTES))


@pytest.mark.parametrize("given", [{}, {"theirs": ""}, {"theirs": "", "of": "x"}])
def test_half_a_press_is_none(robin: Client, given: dict[str, str]) -> None:
    assert robin.post(NOTES, given).status_code == 404


def test_long_notes_are_cut_around_the_handle(robin: Client) -> None:
    said = noted()
    long = f"{'before ' * 30}@ana{' after' * 30}"
    supporter("Ana Ruiz", **{**said, "notes": (fact(long, "Notes"),)})
    html = robin.get(NOTES).content.decode()
    assert "…" in html
    assert "before @<mark>ana</mark> after" in html
    assert long not in html


def test_a_note_about_an_account_of_another_is_asked_about_once_more(robin: Client) -> None:
    ana, one, _ = ana_and_two()
    bo = supporter("Bo Lind", **noted("anaruiz@herd.example", Network.MASTODON))
    answered(robin, f"Yes\n\n{letter(ana, one)}", keep="yes")
    given = {"theirs": "", "of": str(bo.pk), "network": "mastodon", "back": NOTES}
    given["handle"] = "anaruiz@herd.example"
    assert "One moment" in words(robin.post(NOTES, given))
    robin.post(NOTES, {**given, "anyway": ""})
    assert is_one(bo, one)
