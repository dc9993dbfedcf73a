import pytest
from django.test import Client

from hobnob.domain.ask_words import Answer
from hobnob.domain.interactions import Kind
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.people import Account
from hobnob.operations.asks.answer import answer_ask
from hobnob.operations.find_interests import find_interests
from hobnob.operations.keep_topics import make_topic
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.asks.owed import asks_owed
from tests.asks import ana_may_be_asked, asked, gave, talked
from tests.people import ANA, BO, CEM, NOW_US, curator, happened, person_id
from tests.topics import told_me
from tests.web.world import words

FORM = {"outcome": "petition", "what": "sign for the meadow", "back": "/asks/", "keep": ""}


@pytest.fixture(autouse=True)
def _somebody_may_be_asked(robin: Client) -> None:
    ana_may_be_asked()


def ask_address(who: Account = ANA) -> str:
    return f"/people/{person_id(who)}/ask/"


# ── What was asked ───────────────────────────────────────────────────────────


def test_a_month_without_asks_tells_what_one_gave(robin: Client) -> None:
    said = words(robin.get("/asks/"))
    assert "No asks this month" in said
    assert "You’ve given 9 times to 1 person." in said


def test_an_open_ask_shows_what_was_asked_and_what_the_gate_said(robin: Client) -> None:
    asked(ANA, days_ago=3)
    said = words(robin.get("/asks/"))

    assert "Open 1" in said
    assert "Ana Núñez asked 3 days ago, open" in said
    assert "sign for the meadow a signature" in said
    assert "Silence s" in said


def test_after_two_weeks_silence_is_proposed_and_never_written_by_itself(robin: Client) -> None:
    kept = asked(ANA, days_ago=15)

    assert "asked 15 days ago, and no word since" in words(robin.get("/asks/"))
    assert "Silence? s" in words(robin.get("/asks/"))
    kept.refresh_from_db()
    assert kept.answer == ""


def test_a_yes_goes_among_those_to_thank_and_may_be_undone(robin: Client) -> None:
    kept = asked(ANA, days_ago=3)
    address = f"/asks/{kept.pk}/answer/"
    said = words(robin.post(address, {"yes": "", "back": "/asks/"}, follow=True))

    assert "Ana Núñez said yes. Now they are among those to thank." in said
    assert "asked 3 days ago; they said yes just now" in said
    assert "What came of it?" in said
    assert "sign for the meadow" in words(robin.get("/asks/owed/"))

    undone = words(robin.post("/undo/", {"back": "/asks/"}, follow=True))
    assert "Taken back: what Ana Núñez answered." in undone
    assert "Open 1" in undone


def test_another_answer_replaces_the_last_one(robin: Client) -> None:
    kept = asked(ANA, days_ago=3)
    for answer, sentence in (
        ("no", "said no, and nobody asks again for two months"),
        ("silence", "No answer came from Ana Núñez: written down."),
    ):
        form = {answer: "", "back": "/asks/"}
        assert sentence in words(robin.post(f"/asks/{kept.pk}/answer/", form, follow=True))
    kept.refresh_from_db()
    assert kept.answer == "silence"


def test_what_no_button_says_is_no_answer(robin: Client) -> None:
    kept = asked(ANA)
    assert robin.post(f"/asks/{kept.pk}/answer/", {"maybe": ""}).status_code == 404
    said = words(robin.post("/asks/999/answer/", {"yes": "", "back": "/asks/"}, follow=True))
    assert "There is no ask number 999" in said


def test_asks_are_held_against_what_was_given_before_them(robin: Client) -> None:
    for answer in (Answer.YES, Answer.NO):
        kept = asked(ANA, days_ago=30)
        answer_ask(kept.pk, answer, author=local_user(), now_us=NOW_US)

    said = words(robin.get("/asks/"))
    assert "Does giving first help?" in said
    assert "1 of 2 asks were accepted; you had never given more than you got." in said
    assert "Whom you give to is your choice" in said


# ── What is owed ─────────────────────────────────────────────────────────────


def test_a_kindness_waits_for_thanks_until_it_is_done(robin: Client) -> None:
    record([happened(Kind.REPOST, BO, days_ago=1, text="Read this")], now_us=NOW_US)
    said = words(robin.get("/asks/owed/"))
    assert "Thanks 1" in said
    assert "Bo shared your post" in said

    form = {"done": "thank", "section": "thank", "back": "/asks/owed/"}
    done = words(robin.post(f"/people/{person_id(BO)}/decide/", form, follow=True))
    assert "You owe nobody anything" in done


def test_who_was_not_to_be_thanked_for_it_stands_among_those_to_thank_no_more(
    robin: Client,
) -> None:
    record([happened(Kind.REPOST, BO, days_ago=1, text="Read this")], now_us=NOW_US)
    (owed,) = asks_owed(NOW_US).thanks
    address = f"/people/{person_id(BO)}/give/"
    assert robin.get(address, {"key": owed.owed.gesture_key}).status_code == 200

    form = {"not_this_one": "", "kind": "thank_repost", "key": owed.owed.gesture_key}
    robin.post(address, form)
    assert "You owe nobody anything" in words(robin.get("/asks/owed/"))
    assert "Bo shared your post" not in words(robin.get("/"))
    robin.post("/undo/")
    assert "Bo shared your post" in words(robin.get("/asks/owed/"))


def test_whoever_said_what_they_think_hears_what_came_of_it(robin: Client) -> None:
    kept = asked(ANA, "what do you think?", outcome=OutcomeKind.INFORMATION, days_ago=9)
    answer_ask(kept.pk, Answer.YES, author=local_user(), now_us=NOW_US)
    said = words(robin.get("/asks/owed/"))

    assert "Tell them what came of it 1" in said
    assert "because they said yes when you asked what they think just now" in said

    form = {"log": "told", "back": "/asks/owed/"}
    told = words(robin.post(f"/people/{person_id(ANA)}/log/", form, follow=True))
    assert "Logged that you told Ana Núñez" in told
    assert "Tell them what came of it" not in told


# ── Whom one may ask ─────────────────────────────────────────────────────────


def test_people_are_ranked_with_a_sentence_and_a_reason_each(robin: Client) -> None:
    said = words(robin.get("/asks/whom/", {"outcome": "petition"}))

    assert "Fair to ask for a signature Ana Núñez" in said
    assert "Fair to ask: you answered them 6 times and shared their words 3 times" in said
    assert "because you exchanged 12 messages" in said
    assert "Give first, or wait" in said
    assert "Give first: you have exchanged one message" in said


def test_who_cares_about_the_topic_comes_first(robin: Client) -> None:
    about = [told_me(CEM, f"The heron is back {day}.", 2 + day) for day in range(4)]
    record([*talked(CEM), *gave(CEM), *about], now_us=NOW_US)
    models.Post.objects.update(language="en")
    make_topic("Wetlands", "heron*", now_us=NOW_US)
    find_interests(now_us=NOW_US)
    said = words(robin.get("/asks/whom/", {"outcome": "promotion", "topic": "Wetlands"}))

    assert said.index("Cem @cem.example") < said.index("Ana Núñez @ana@tusk.example")
    assert "because they spoke to you of Wetlands in 4 posts" in said


def test_before_one_says_for_what_nobody_is_ranked(robin: Client) -> None:
    said = words(robin.get("/asks/whom/"))
    assert "For what" in said
    assert "Ana Núñez" not in said


def test_what_nobody_can_ask_for_is_said(robin: Client) -> None:
    response = robin.get("/asks/whom/", {"outcome": "miracle"})
    assert response.status_code == 400
    assert "“miracle” is nothing to ask for" in words(response)


def test_where_nobody_may_be_asked_it_says_what_to_do(robin: Client) -> None:
    models.ContactState.objects.all().delete()
    said = words(robin.get("/asks/whom/", {"outcome": "donation"}))
    assert "There is nobody whom it would be fair to ask for a donation just now." in said
    assert "Speak with people, thank them" in said


# ── Asking ───────────────────────────────────────────────────────────────────


def test_the_form_says_for_each_size_what_the_gate_says(robin: Client) -> None:
    said = words(robin.get(ask_address()))
    assert said.count("Fair to ask: you answered them 6 times") == 1
    assert "Something small" in said
    assert "Something large" in said

    record(talked(CEM), now_us=NOW_US)
    cem = words(robin.get(ask_address(CEM)))
    assert cem.count("Fair to ask: you answered them 6 times") == 2
    assert cem.count("which is little for a large ask") == 1


def test_an_ask_is_written_down_and_can_be_undone(robin: Client) -> None:
    said = words(robin.post(ask_address(), FORM, follow=True))
    assert "Written down: you asked Ana Núñez for a signature." in said
    assert "Open 1" in said

    robin.post("/undo/", {"back": "/asks/"})
    assert "No asks this month" in words(robin.get("/asks/"))


def test_a_form_that_is_pressed_twice_asks_once(robin: Client) -> None:
    form = {**FORM, "once": "one form"}
    robin.post(ask_address(), form)
    again = words(robin.post(ask_address(), {**form, "anyway": "1"}, follow=True))
    assert "Written down, once: you pressed twice." in again
    assert "Open 1" in again


def test_where_the_gate_says_give_first_nothing_is_written_unless_one_says_so(
    robin: Client,
) -> None:
    response = robin.post(ask_address(BO), FORM)
    assert response.status_code == 200
    assert "I asked all the same" in words(response)
    assert 'value="sign for the meadow"' in response.content.decode()
    assert not models.Ask.objects.exists()

    robin.post(ask_address(BO), {**FORM, "anyway": "1"})
    assert not models.Ask.objects.get().is_fair


def test_what_is_missing_is_said_beside_the_form(robin: Client) -> None:
    assert "Say what you ask for: one of promotion" in words(
        robin.post(ask_address(), {**FORM, "outcome": ""})
    )
    response = robin.post(ask_address(), {**FORM, "what": " "})
    assert response.status_code == 400
    assert "Say in a few words what you ask" in words(response)


def test_a_message_written_here_waits_in_the_outbox(robin: Client) -> None:
    me = models.Account.objects.get(is_me=True)
    form = {**FORM, "text": "Would you sign?", "as": me.pk, "once": "one"}
    response = robin.post(ask_address(), form)

    assert response["Location"] == "/outbox/"
    item = models.OutboxItem.objects.get()
    assert (item.text, item.state) == ("@ana@tusk.example Would you sign?", "draft")
    assert models.Ask.objects.exists()


def test_nobody_asks_oneself_or_nobody(robin: Client) -> None:
    me = models.Account.objects.get(is_me=True).person_id
    said = words(robin.get(f"/people/{me}/ask/"))
    assert "Not at all: that is you yourself." in said
    assert "Write it down" not in said
    assert robin.get("/people/999/ask/").status_code == 404


def test_an_ask_from_today_deals_with_its_row(robin: Client) -> None:
    robin.post(ask_address(), {**FORM, "section": "ask"})
    assert models.TodayCard.objects.filter(section="ask").exists()


# ── Plans ────────────────────────────────────────────────────────────────────

PLAN = {
    "name": "Wetlands in spring",
    "goal": "A thousand signatures",
    "who": "Walkers",
    "list": "watchlist",
    "ask_for": ["petition", "promotion", ""],
    "ask": ["sign for the meadow", "share the walk", ""],
    "begins_on": "2026-11-01",
    "ends_on": "2027-05-01",
}


def test_a_plan_shows_whom_of_its_list_to_ask_and_what_came_of_it(robin: Client) -> None:
    assert "No plan yet" in words(robin.get("/plans/"))
    curator().promote(person_id(ANA), "watchlist")
    said = words(robin.post("/plans/new/", PLAN, follow=True))

    assert "Wetlands in spring is planned." in said
    assert "Nobody of 1 asked yet; until 1 May." in said
    assert "1 November 2026 to 1 May 2027" in said
    assert "Fair to ask for a signature" in said

    form = {**FORM, "campaign": "wetlands-in-spring"}
    robin.post(ask_address(), form)
    said = words(robin.get("/plans/wetlands-in-spring/"))
    assert "1 of 1 asked, 0 yes; until 1 May." in said
    assert "What came of it 1 open" in said
    assert "Wetlands in spring" in words(robin.get("/asks/"))


def test_people_are_ranked_for_the_ask_that_is_chosen(robin: Client) -> None:
    robin.post("/plans/new/", PLAN | {"list": ""})
    assert "Fair to ask for a share" in words(robin.get("/plans/wetlands-in-spring/?ask=1"))
    assert "Fair to ask for a signature" in words(robin.get("/plans/wetlands-in-spring/?ask=99"))


def test_a_plan_is_changed_closed_and_gone_on_with(robin: Client) -> None:
    robin.post("/plans/new/", PLAN)
    address = "/plans/wetlands-in-spring/edit/"
    html = robin.get(address).content.decode()
    assert '<option value="petition" selected>a signature</option>' in html
    assert 'name="ask" value="sign for the meadow"' in html
    assert 'value="2027-05-01"' in html

    said = words(robin.post(address, PLAN | {"name": "Wetlands in May"}, follow=True))
    assert "Wetlands in May is kept." in said
    assert "is closed. What came of it stays here." in words(
        robin.post(address, {"close": "1"}, follow=True)
    )
    assert "closed" in words(robin.get("/plans/"))
    assert "Wetlands in May goes on." in words(robin.post(address, {"open": "1"}, follow=True))


def test_a_plan_that_will_not_do_is_said_beside_what_was_typed(robin: Client) -> None:
    for wrong, sentence in (
        ({"ask_for": [""], "ask": ["sign"]}, "“sign” names no outcome"),
        ({"list": "nowhere"}, "There is no list “nowhere”"),
        ({"topics": "wetlands"}, "“wetlands” is no topic of yours"),
        ({"name": ""}, "The plan has no name"),
    ):
        response = robin.post("/plans/new/", PLAN | wrong)
        assert response.status_code == 400
        assert sentence in words(response)
    robin.post("/plans/new/", PLAN)
    assert "is another plan already" in words(robin.post("/plans/new/", PLAN))
    assert robin.get("/plans/nothing/").status_code == 404
    assert robin.get("/plans/nothing/edit/").status_code == 404


def test_what_one_hopes_for_is_chosen_on_each_line(robin: Client) -> None:
    html = robin.get("/plans/new/").content.decode()
    assert html.count('<select class="input" name="ask_for">') == 3
    assert '<option value="volunteering">a helping hand</option>' in html
    html = robin.post("/plans/new/", PLAN | {"name": ""}).content.decode()
    assert '<option value="promotion" selected>a share</option>' in html
    assert html.count('name="ask_for"') == 4


def test_a_plan_without_asks_says_what_is_missing(robin: Client) -> None:
    said = words(robin.post("/plans/new/", {"name": "Otters"}, follow=True))
    assert "Say what you will ask, and hobnob tells whom it is fair to ask." in said


def test_what_people_type_stays_text(robin: Client) -> None:
    hostile = "<script>alert(1)</script>"
    robin.post(
        "/plans/new/", PLAN | {"name": hostile, "goal": hostile, "ask_for": "gift", "ask": hostile}
    )
    key = models.Campaign.objects.get().key
    asked(ANA, hostile, campaign=key)
    pages = ("/asks/", ask_address(), "/plans/", f"/plans/{key}/", f"/plans/{key}/edit/")

    for address in (*pages, f"/people/{person_id(ANA)}/"):
        html = robin.get(address).content.decode()
        assert hostile not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
