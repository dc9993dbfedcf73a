"""Matching as a person meets it: a card, one press about each account, and the end of ten."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.decisions import Verb
from hobnob.domain.moments import DAY
from hobnob.storage import models
from hobnob.web import clock
from tests.matched import (
    ana_and_two,
    bo_and_one,
    is_one,
    looked,
    may_look,
    near_me,
    proposed,
    supporter,
)
from tests.people import NOW_US
from tests.web.world import words


def press(robin: Client, of: models.Account, account: models.Account, act: str, **more: str) -> str:
    """What the page says after a button of a card was pressed."""
    given = {act: "", "back": "/matching/", **more}
    return words(robin.post(f"/matching/{of.pk}/{account.pk}/", given, follow=True))


def page(robin: Client, address: str = "/matching/") -> str:
    return words(robin.get(address))


# ── Before there is anything ─────────────────────────────────────────────────


def test_without_supporters_it_says_where_to_begin(robin: Client) -> None:
    assert "Hand over the file of your donors" in page(robin)


def test_before_a_basis_nobody_is_looked_for(robin: Client) -> None:
    supporter("Ana Ruiz")
    assert "First: may you look?" in page(robin)
    said = words(robin.post("/matching/run/", {"back": "/matching/"}, follow=True))
    assert "Before anybody is looked up, say why you may" in said


def test_with_a_basis_one_press_looks(robin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    monkeypatch.setattr("hobnob.web.matching.match_in_background", begun.append)
    may_look()
    supporter("Ana Ruiz")
    assert "1 supporter to look for" in page(robin)
    response = robin.post("/matching/run/", follow=True)
    assert response.redirect_chain[-1][0] == "/matching/run/"
    assert "Looking …" in words(response)
    assert begun == [models.MatchRun.objects.get().pk]


def test_a_look_that_is_over_leads_to_the_cards(robin: Client) -> None:
    ana_and_two()
    models.MatchRun.objects.update(supporters=1, accounts=2, proposed=2)
    said = page(robin, "/matching/run/")
    assert "2 accounts may be somebody’s" in said
    assert "1 supporter beside 2 accounts" in said


def test_where_nobody_is_proposed_it_says_what_else_one_can_do(robin: Client) -> None:
    may_look()
    supporter("Ana Ruiz")
    looked()
    said = page(robin)
    assert "Nobody is left to decide about" in said
    assert "ask for their handles" in said


# ── The card ─────────────────────────────────────────────────────────────────


def test_a_card_has_the_supporter_left_and_accounts_right_with_their_evidence(
    robin: Client,
) -> None:
    ana_and_two()
    said = page(robin)
    assert "Which of them is Ana Ruiz ?" in said
    assert "1 of 1" in said
    assert "0 of 1 decided; 0 found." in said
    assert "lives in Utrecht" in said
    assert "donor" in said
    assert "Likely, 93 in 100" in said
    assert "both are called Ana Ruiz speaks strongly for it" in said
    assert "Utrecht here, Lisbon there speaks against it" in said
    assert said.index("anaruiz@herd.example") < said.index("ana_r@herd.example")


def test_a_yes_makes_them_one_and_the_next_card_comes(robin: Client) -> None:
    ana, one, _ = ana_and_two()
    bo_and_one()
    press(robin, ana, one, "same")
    assert is_one(ana, one)
    said = page(robin)
    assert "Is this Bo Lind ?" in said
    assert "2 of 2" in said


def test_after_a_no_the_same_supporter_stays_though_others_are_likelier(robin: Client) -> None:
    ana, one, _ = ana_and_two()
    bo_and_one()
    said = press(robin, ana, one, "not_same")
    assert "Ana Ruiz is not @anaruiz@herd.example. Nobody asks again." in said
    assert "Is this Ana Ruiz ?" in said
    assert "1 of 2" in said


@pytest.mark.parametrize(
    ("act", "verb"),
    [
        ("same", Verb.SAME),
        ("not_same", Verb.NOT_SAME),
        ("unsure", Verb.UNSURE),
        ("household", Verb.HOUSEHOLD),
    ],
)
def test_every_answer_is_kept_with_what_was_known_and_undone(
    robin: Client, act: str, verb: Verb
) -> None:
    bo, one = bo_and_one()
    may_look()
    press(robin, bo, one, act)
    evidence = models.MatchEvidence.objects.get()
    assert evidence.decision.verb == verb
    assert evidence.probability == pytest.approx(0.991)
    assert evidence.basis is not None
    assert "Is this" not in page(robin)
    robin.post("/undo/", {"back": "/matching/"})
    assert "Is this Bo Lind ?" in page(robin)
    assert "1 of 1" in page(robin)
    assert not is_one(bo, one)


def test_another_day_is_tomorrow(robin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    bo, _ = bo_and_one()
    may_look()
    said = words(robin.post(f"/matching/{bo.pk}/skip/", {"back": "/matching/"}, follow=True))
    assert "Bo Lind comes back tomorrow." in said
    assert "One looked at, none found." in said
    robin.post("/matching/more/", {"back": "/matching/"})
    assert "The others come tomorrow" in page(robin)
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US + DAY)
    assert "Is this Bo Lind ?" in page(robin)


def test_those_put_aside_come_back_when_asked_for(robin: Client) -> None:
    bo, _ = bo_and_one()
    may_look()
    robin.post(f"/matching/{bo.pk}/skip/")
    robin.post("/matching/more/", {"all": ""})
    assert "Is this Bo Lind ?" in page(robin)


def test_ten_are_enough_for_once(robin: Client) -> None:
    may_look()
    for at in range(12):
        who, one = supporter(f"Supporter {at}"), near_me(f"account{at}", f"Account {at}")
        proposed(who, one, 0.9 - at / 100)
        if at < 10:
            press(robin, who, one, "same" if at < 6 else "not_same")
    said = page(robin)
    assert "Ten looked at, six found." in said
    assert "Ten more" in said
    robin.post("/matching/more/", {"back": "/matching/"})
    assert "1 of 2" in page(robin)


def test_what_was_ten_is_nine_again_after_an_undo(robin: Client) -> None:
    may_look()
    for at in range(10):
        who, one = supporter(f"Supporter {at}"), near_me(f"account{at}", f"Account {at}")
        proposed(who, one, 0.9)
        press(robin, who, one, "same")
    assert "Ten looked at, ten found." in page(robin)
    robin.post("/undo/")
    said = page(robin)
    assert "Is this Supporter 9 ?" in said
    assert "10 of 10" in said


def test_an_account_of_somebody_else_is_warned_about_first(robin: Client) -> None:
    ana, one, _ = ana_and_two()
    bo, _ = bo_and_one()
    press(robin, ana, one, "same")
    proposed(bo, one, 1.0, proof="because they gave us @anaruiz@herd.example for Mastodon")
    said = page(robin)
    assert "This account is Ana Ruiz’s already." in said
    assert "It is them …" in said
    refused = press(robin, bo, one, "same")
    assert "is Ana Ruiz’s already" in refused
    assert not is_one(bo, one)
    press(robin, bo, one, "same", anyway="")
    assert is_one(bo, one)


def test_what_is_no_card_any_more_is_not_decided_about(robin: Client) -> None:
    ana, one, other = ana_and_two()
    meanwhile = "That was answered meanwhile"
    assert meanwhile in press(robin, ana, ana, "same")
    assert robin.post(f"/matching/{ana.pk}/{one.pk}/", {"marry": ""}).status_code == 404
    press(robin, ana, one, "same")
    assert meanwhile in press(robin, ana, other, "same")
    skipped = robin.post(f"/matching/{ana.pk}/skip/", {"back": "/matching/"}, follow=True)
    assert meanwhile in words(skipped)


def test_a_new_day_begins_with_the_first_of_ten(
    robin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, one, _ = ana_and_two()
    bo_and_one()
    press(robin, ana, one, "same")
    assert "2 of 2" in page(robin)
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US + DAY)
    assert "1 of 1" in page(robin)


def test_a_card_takes_as_many_queries_however_many_wait(
    robin: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    ana_and_two()
    page(robin)
    with django_assert_max_num_queries(60) as few:
        page(robin)
    for at in range(5):
        who = supporter(f"Supporter {at}")
        proposed(who, near_me(f"account{at}", f"Account {at}"), 0.5)
    with django_assert_num_queries(len(few)):
        page(robin)


# ── The filter ───────────────────────────────────────────────────────────────


def test_the_filter_shows_a_segment_or_a_network(robin: Client) -> None:
    ana_and_two()
    assert "Which of them is Ana" in page(robin, "/matching/?segment=donor&network=mastodon")
    said = page(robin, "/matching/?network=bluesky")
    assert "Of those you asked for nobody is proposed" in said
    assert "Which of them is Ana" in page(robin, "/matching/?segment=nothing&network=nowhere")


# ── All but certain ──────────────────────────────────────────────────────────


def test_all_but_certain_rows_are_ticked_by_hand_and_taken_back_at_once(robin: Client) -> None:
    may_look()
    bo, one = bo_and_one()
    cy, other = supporter("Cy Wolf"), near_me("cywolf", "Cy Wolf")
    proposed(cy, other, 0.985)
    response = robin.get("/matching/sure/")
    assert "Two all but certain" in words(response)
    assert "checked" not in response.content.decode()
    rows = [str(each.pk) for each in models.Candidate.objects.all()]
    said = words(
        robin.post("/matching/sure/", {"row": rows, "back": "/matching/sure/"}, follow=True)
    )
    assert "2 found." in said
    assert is_one(bo, one)
    assert is_one(cy, other)
    robin.post("/undo/")
    assert not is_one(bo, one)
    assert not is_one(cy, other)


def test_what_was_not_ticked_is_not_kept(robin: Client) -> None:
    may_look()
    bo, one = bo_and_one()
    said = words(robin.post("/matching/sure/", {"back": "/matching/sure/"}, follow=True))
    assert "Nothing was ticked" in said
    robin.post("/matching/sure/", {"row": ["x", "9" * 30]})
    assert not is_one(bo, one)


def test_what_deserves_a_look_of_its_own_is_no_row(robin: Client) -> None:
    ana, one, _ = ana_and_two()
    assert "Nothing is all but certain" in page(robin, "/matching/sure/")
    row = models.Candidate.objects.get(account=one)
    robin.post("/matching/sure/", {"row": [str(row.pk)]})
    assert not is_one(ana, one)


# ── Coverage ─────────────────────────────────────────────────────────────────


def test_coverage_says_it_in_words_and_numbers(robin: Client) -> None:
    ana, one, _ = ana_and_two()
    bo_and_one()
    press(robin, ana, one, "same")
    said = page(robin, "/matching/coverage/")
    assert "50% of donors found" in said
    assert "1 found · 1 possible, to be looked at · 1 decided" in said


def test_coverage_of_nobody_says_where_to_begin(robin: Client) -> None:
    assert "No supporters are here yet." in page(robin, "/matching/coverage/")
