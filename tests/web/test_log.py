"""The log by hand in the browser: a call, a favour, what came of it, and what the log proposes."""

import pytest
from django.test import Client

from hobnob.domain.facts import FactKind
from hobnob.domain.interactions import Kind
from hobnob.domain.outcomes import OutcomeKind
from hobnob.operations.log_outcome import confirm
from hobnob.operations.record import record
from hobnob.operations.tell import tell
from hobnob.storage import models
from tests.people import ANA, BO, NOW_US, curator, happened, person_id
from tests.web.world import two_wait, words


@pytest.fixture(autouse=True)
def _begin(robin: Client) -> None:
    two_wait()


def log_address() -> str:
    return f"/people/{person_id(ANA)}/log/"


def post(client: Client, **form: str | list[str]) -> str:
    """What is said after the form was posted."""
    return words(client.post(log_address(), {"back": "/people/", **form}, follow=True))


def bo_shares() -> int:
    """Bo reposts something of mine; the number of that line."""
    record([happened(Kind.REPOST, BO, days_ago=2, text="The herons are back.")], now_us=NOW_US)
    return models.Interaction.objects.get(kind=Kind.REPOST).pk


def test_a_call_is_logged_with_its_words_and_taken_back(robin: Client) -> None:
    said = post(robin, log="call", words="about the reserve", on="2026-11-02")
    assert "Logged a call with Ana Núñez, on 2 November." in said
    assert "You had a call" in words(robin.get(f"/people/{person_id(ANA)}/?shown=offline"))
    assert "about the reserve" in words(robin.get(f"/people/{person_id(ANA)}/"))
    assert "Taken back: the call with Ana Núñez." in words(robin.post("/undo/", follow=True))
    assert not models.Interaction.objects.filter(kind=Kind.CALL).exists()


def test_what_is_still_to_come_is_refused_beside_what_was_typed(robin: Client) -> None:
    response = robin.post(log_address(), {"log": "visited", "words": "tea", "on": "2027-01-01"})
    assert response.status_code == 400
    assert "1 January 2027 is still to come" in words(response)
    assert 'value="tea"' in response.content.decode()


def test_enter_alone_asks_what_it_was(robin: Client) -> None:
    response = robin.post(log_address(), {"log": "", "words": "tea"})
    assert response.status_code == 400
    assert "cannot be logged: give one of call, met" in words(response)


def test_a_form_that_is_pressed_twice_logs_once(robin: Client) -> None:
    form = {"log": "call", "words": "tea", "once": "one form"}
    assert "Logged a call with Ana" in post(robin, **form)
    assert "Logged, once: you pressed twice." in post(robin, **form)
    assert models.Deed.objects.count() == 1


def test_a_form_that_would_not_do_can_be_sent_again(robin: Client) -> None:
    form = {"log": "call", "once": "another form"}
    robin.post(log_address(), {**form, "on": "2027-01-01"})
    post(robin, **form)
    assert models.Deed.objects.count() == 1


def test_from_the_dialog_a_refusal_is_said_in_the_toast(robin: Client) -> None:
    response = robin.post(
        log_address(),
        {"log": "call", "on": "2027-01-01", "back": "/people/"},
        headers={"HX-Request": "true"},
        follow=True,
    )
    assert "is still to come" in response.content.decode()


def test_an_outcome_is_written_down_with_its_worth_and_what_led_there(robin: Client) -> None:
    line = models.Interaction.objects.get(contact__person_id=person_id(ANA))
    said = post(
        robin,
        outcome="referral",
        words="sent us their neighbour",
        worth="€500",
        led_asked="1",
        led=[str(line.pk)],
    )
    assert "Written down: a referral from Ana Núñez." in said
    kept = models.Outcome.objects.get()
    assert (kept.kind, kept.amount, kept.currency) == ("referral", 50_000, "EUR")
    assert kept.interactions == [line.pk]
    page = words(robin.get("/log/"))
    assert "A referral from Ana Núñez" in page
    assert "sent us their neighbour" in page
    assert "500 EUR" in page
    assert "Taken back: what came of Ana Núñez." in words(robin.post("/undo/", follow=True))
    assert "A referral from" not in words(robin.get("/log/"))


def test_nothing_led_there_where_nothing_was_ticked(robin: Client) -> None:
    post(robin, outcome="fun", led_asked="1")
    assert models.Outcome.objects.get().interactions == []


def test_two_keys_link_the_last_exchange(robin: Client) -> None:
    line = models.Interaction.objects.get(contact__person_id=person_id(ANA))
    post(robin, outcome="fun")
    assert models.Outcome.objects.get().interactions == [line.pk]


def test_an_ask_somebody_else_answered_is_refused(robin: Client) -> None:
    response = robin.post(log_address(), {"outcome": "donation", "ask": "12"})
    assert response.status_code == 400
    assert "Nothing was asked of them under number 12" in words(response)


def test_the_outcome_that_was_asked_for_stands_out(robin: Client) -> None:
    html = robin.get(f"{log_address()}?outcome=donation&ask=12").content.decode()
    assert '<button class="act" name="outcome" value="donation">' in html
    assert '<input type="hidden" name="ask" value="12">' in html


def test_nobody_is_there(robin: Client) -> None:
    assert robin.get("/people/999/log/").status_code == 404


def test_a_repost_is_proposed_and_confirmed(robin: Client) -> None:
    line = bo_shares()
    page = words(robin.get("/log/"))
    assert "Yes, a share" in page
    assert "a repost carries your words to the people they know; for the first time" in page
    said = robin.post(f"/log/{line}/", {"yes": "promotion", "back": "/log/"}, follow=True)
    assert "Written down: a share." in words(said)
    assert "Was it?" not in words(said)
    assert models.Outcome.objects.get().interactions == [line]


def test_a_no_is_final_until_it_is_taken_back(robin: Client) -> None:
    line = bo_shares()
    said = words(robin.post(f"/log/{line}/", {"no": "promotion", "back": "/log/"}, follow=True))
    assert "That was no promotion: nobody asks about it again." in said
    assert "Was it?" not in said
    assert "Taken back" in words(robin.post("/undo/", {"back": "/log/"}, follow=True))
    assert "Was it?" in words(robin.get("/log/"))


def test_a_proposal_is_decided_once(robin: Client) -> None:
    line = bo_shares()
    robin.post(f"/log/{line}/", {"yes": "promotion", "back": "/log/"})
    said = robin.post(f"/log/{line}/", {"no": "promotion", "back": "/log/"}, follow=True)
    assert "You said already whether that is a share." in words(said)


def test_only_what_is_proposed_is_decided(robin: Client) -> None:
    assert robin.post(f"/log/{bo_shares()}/", {"yes": "donation"}).status_code == 404


def test_who_stood_up_for_us_is_there_when_it_gets_loud(robin: Client) -> None:
    line = bo_shares()
    assert "Nobody has had to so far." in words(robin.get("/log/"))
    author = curator().author
    confirm(OutcomeKind.DEFENCE, line, author=author, now_us=NOW_US)
    page = words(robin.get("/log/"))
    assert "because they stood up for you 2 days ago" in page
    assert "The herons are back." in page


def test_nothing_is_guessed_where_nothing_is_written_down(robin: Client) -> None:
    assert "Nothing is written down yet, and nothing is guessed." in words(robin.get("/log/"))


def test_who_is_near_a_place_is_found_with_who_says_so(robin: Client) -> None:
    author = curator().author
    tell(person_id(ANA), FactKind.PLACE, "Zeist", author=author, now_us=NOW_US)
    page = words(robin.get("/people/near/?place=Utrecht"))
    assert "Ana Núñez" in page
    assert "in Zeist, 8 km away" in page
    assert "because by the word of robin: “Zeist”" in page
    assert "Nobody near Oslo" in words(robin.get("/people/near/?place=Oslo"))


def test_a_page_of_outcomes_asks_no_more_for_more_of_them(
    robin: Client, django_assert_max_num_queries: object
) -> None:
    for _ in range(3):
        post(robin, outcome="fun")
    with django_assert_max_num_queries(40):
        robin.get("/log/")
