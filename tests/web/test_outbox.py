"""Acting, as a person meets it: the form, the yes, the half minute, and the outbox."""

from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.actions import ActionKind, Recovery
from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Mode
from hobnob.domain.outbox import GRACE, HOLD, State
from hobnob.domain.people import Account, Network
from hobnob.networks.base import NetworkRefused
from hobnob.operations.claim_account import claim_account
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.web import clock
from tests.operations.outbox.fake_writer import LOST_ANSWER, FakeWriter
from tests.operations.outbox.stage import Stage
from tests.people import ANA, BO, CEM, NOW_US, happened, person_id
from tests.web.world import words


@pytest.fixture
def stage(robin: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """My account is connected, Ana asks something, and the pages have the stage's clock."""
    stage = Stage(tmp_path)
    monkeypatch.setattr(clock, "now_us", stage.clock)
    return stage


WORK = Account(network=Network.MASTODON, native_id="9@den.example", handle="work@den.example")


def answer(robin: Client, stage: Stage, text: str, **more: Any) -> HttpResponse:
    given = {"text": text, "as": stage.me.pk, "once": "a", "back": "/", **more}
    response: Any = robin.post(f"/posts/{stage.post.pk}/answer/", given, follow=True)
    return response


def say(robin: Client, item: models.OutboxItem, name: str, value: str = "") -> str:
    given = {name: value, "back": "/outbox/"}
    return words(robin.post(f"/outbox/{item.pk}/", given, follow=True))


def only() -> models.OutboxItem:
    return models.OutboxItem.objects.get()


# ── Answer from here ─────────────────────────────────────────────────────────


def test_the_form_says_as_whom_to_whom_and_who_can_read_it(robin: Client, stage: Stage) -> None:
    said = words(robin.get(f"/posts/{stage.post.pk}/answer/"))
    assert "Answer Ana Núñez" in said
    assert "@ana@tusk.example wrote yesterday, on Mastodon: Do tigers purr?" in said
    assert "As @robin@tusk.example on Mastodon." in said
    assert "They are told, and everybody can read it." in said


def test_the_form_begins_with_whom_it_is_to_reach(robin: Client, stage: Stage) -> None:
    html = robin.get(f"/posts/{stage.post.pk}/answer/").content.decode()
    assert ">@ana@tusk.example </textarea>" in html
    assert 'data-longest="500"' in html


def test_htmx_gets_the_form_alone(robin: Client, stage: Stage) -> None:
    address = f"/posts/{stage.post.pk}/answer/?back=/&section=waiting&up_to=7"
    html = robin.get(address, headers={"hx-request": "true"}).content.decode()
    assert html.startswith('<form class="answer"')
    assert 'name="section" value="waiting"' in html
    assert 'name="up_to" value="7"' in html


def test_a_direct_message_says_that_only_they_can_read_the_answer(
    robin: Client, stage: Stage
) -> None:
    assert "Like f Repost b" in words(robin.get("/"))
    models.Post.objects.update(is_private=True)
    assert "Repost" not in words(robin.get("/"))
    assert "Only they can read it" in words(robin.get(f"/posts/{stage.post.pk}/answer/"))
    answer(robin, stage, "Psst.")
    assert only().is_private


def test_sending_is_the_yes_to_exactly_these_words(robin: Client, stage: Stage) -> None:
    said = words(answer(robin, stage, "@ana They do.\r\nSoftly. ", section="waiting"))
    item = only()
    assert item.text == "@ana They do.\nSoftly."
    assert item.state == State.APPROVED
    assert item.approval is not None
    assert item.approval.subject == item.action.digest
    assert "Your answer to Ana Núñez goes out in 30 s as @robin@tusk.example." in said
    assert "Call back u" in said
    assert "That’s enough for today. 1 minute. 1 person answered." in said


def test_nothing_leaves_within_the_half_minute(robin: Client, stage: Stage) -> None:
    answer(robin, stage, "They do.")
    stage.now_us += HOLD - 1
    assert stage.sender().send_due() == 0
    stage.now_us += 1
    assert stage.sender().send_due() == 1
    assert [each.action.text for each in stage.network.done] == ["They do."]


def test_undo_calls_it_back_and_brings_the_row_back(robin: Client, stage: Stage) -> None:
    answer(robin, stage, "They do.", section="waiting")
    said = words(robin.post("/undo/", {"back": "/"}, follow=True))
    assert "Called back. Nothing was sent." in said
    assert "1 person, about 1 minute" in said
    stage.now_us += HOLD
    assert stage.sender().send_due() == 0
    assert only().state == State.WITHDRAWN


def test_words_that_were_called_back_stand_in_the_form_again(robin: Client, stage: Stage) -> None:
    answer(robin, stage, "They do not.")
    robin.post("/undo/")
    form = f"/posts/{stage.post.pk}/answer/"
    assert ">They do not.</textarea>" in robin.get(form).content.decode()


def test_the_same_form_pressed_twice_is_one_yes(robin: Client, stage: Stage) -> None:
    answer(robin, stage, "They do.")
    answer(robin, stage, "They do.")
    assert only().state == State.APPROVED


def test_the_same_form_with_other_words_is_no_yes_to_them(robin: Client, stage: Stage) -> None:
    answer(robin, stage, "They do.")
    said = words(answer(robin, stage, "They don't."))
    assert "This form has said something else before" in said
    assert "They don't." in said
    assert only().text == "They do."


def test_a_form_that_was_called_back_may_be_sent_after_all(robin: Client, stage: Stage) -> None:
    answer(robin, stage, "They do.")
    robin.post("/undo/")
    answer(robin, stage, "They do, softly.")
    waiting = models.OutboxItem.objects.get(state=State.APPROVED)
    assert waiting.text == "They do, softly."


def test_an_empty_answer_is_refused_where_one_wrote_it(robin: Client, stage: Stage) -> None:
    response = robin.post(f"/posts/{stage.post.pk}/answer/", {"text": " ", "as": stage.me.pk})
    assert response.status_code == 400
    assert "There is nothing to send" in words(response)
    assert not models.OutboxItem.objects.exists()


def test_an_account_that_is_not_mine_says_nothing(robin: Client, stage: Stage) -> None:
    response = robin.post(f"/posts/{stage.post.pk}/answer/", {"text": "Hello.", "as": stage.ana.pk})
    assert response.status_code == 400
    assert not models.OutboxItem.objects.exists()


def test_without_a_connection_the_form_leads_to_one(robin: Client, stage: Stage) -> None:
    models.Connection.objects.all().delete()
    html = robin.get(f"/posts/{stage.post.pk}/answer/").content.decode()
    assert "hobnob is not connected to Mastodon" in html
    assert 'href="/connections/new/mastodon/"' in html
    assert "<textarea class" not in html.partition("<main")[2].partition("</main>")[0]


def test_a_connection_that_only_reads_says_so(robin: Client, stage: Stage) -> None:
    models.Connection.objects.update(modes={"reply": str(Mode.WEB_INTENT)})
    said = words(robin.get(f"/posts/{stage.post.pk}/answer/"))
    assert "hobnob may only read as @robin@tusk.example" in said


def second_account(stage: Stage) -> models.Account:
    """Another account of mine over there, connected as well."""
    claim_account(WORK, now_us=NOW_US, seen_us=NOW_US)
    work = models.Account.objects.get(native_id=WORK.native_id)
    models.Connection.objects.create(
        network=WORK.network,
        server="den.example",
        account=work,
        modes=stage.connection.modes,
        connected_us=NOW_US,
    )
    return work


def test_with_several_accounts_one_chooses_and_the_one_spoken_to_comes_first(
    robin: Client, stage: Stage
) -> None:
    work = second_account(stage)
    html = robin.get(f"/posts/{stage.post.pk}/answer/").content.decode()
    assert f'name="as" value="{stage.me.pk}" checked' in html
    models.Interaction.objects.update(target=work)
    html = robin.get(f"/posts/{stage.post.pk}/answer/").content.decode()
    assert f'name="as" value="{work.pk}" checked' in html
    answer(robin, stage, "They do.", **{"as": work.pk})
    assert only().account == work
    robin.post(f"/posts/{stage.post.pk}/act/", {"like": ""})
    assert models.OutboxItem.objects.get(kind=ActionKind.LIKE).account == work


def test_a_form_of_any_name_is_taken(robin: Client, stage: Stage) -> None:
    answer(robin, stage, "They do.", once="x" * 100_000)
    assert only().state == State.APPROVED


def test_what_is_not_there_cannot_be_answered(robin: Client, stage: Stage) -> None:
    assert robin.get("/posts/999/answer/").status_code == 404
    assert robin.post("/posts/999/act/", {"like": ""}).status_code == 404
    assert robin.post(f"/posts/{stage.post.pk}/act/", {"shout": ""}).status_code == 404


# ── Like, repost, follow, mute, block ────────────────────────────────────────


def test_a_like_is_held_and_its_row_stays(robin: Client, stage: Stage) -> None:
    given = {"like": "", "back": "/", "section": "waiting"}
    said = words(robin.post(f"/posts/{stage.post.pk}/act/", given, follow=True))
    assert "Your like for Ana Núñez goes out in 30 s" in said
    assert "1 person, about 1 minute" in said
    stage.now_us += HOLD // 3
    said = words(robin.post(f"/posts/{stage.post.pk}/act/", given, follow=True))
    assert "goes out in 20 s" in said
    assert only().kind == ActionKind.LIKE


def test_where_i_have_no_account_a_like_is_refused(robin: Client, stage: Stage) -> None:
    record([happened(Kind.MENTION, CEM, text="Soup?")], now_us=NOW_US)
    post = models.Post.objects.get(text="Soup?")
    given = {"like": "", "back": "/"}
    said = words(robin.post(f"/posts/{post.pk}/act/", given, follow=True))
    assert "You have no account on Bluesky here" in said


@pytest.mark.parametrize(
    ("what", "follows"),
    [
        ("follow", "They are told, and what they post comes to your timeline."),
        ("unfollow", "What they post no longer comes to your timeline."),
        ("mute", "You no longer see what they post. They are not told."),
        ("block", "Neither of you sees the other"),
    ],
)
def test_a_page_says_what_will_happen_before_it_is_pressed(
    robin: Client, stage: Stage, what: str, follows: str
) -> None:
    who = person_id(ANA)
    assert f'href="/people/{who}/{what}/{stage.ana.pk}/"' in (
        robin.get(f"/people/{who}/").content.decode()
    )
    said = words(robin.get(f"/people/{who}/{what}/{stage.ana.pk}/"))
    assert f"{what.title()} Ana Núñez? @ana@tusk.example on Mastodon" in said
    assert "As @robin@tusk.example" in said
    assert follows in said
    assert not models.OutboxItem.objects.exists()
    given = {"as": stage.me.pk, "back": f"/people/{who}/"}
    said = words(robin.post(f"/people/{who}/{what}/{stage.ana.pk}/", given, follow=True))
    assert f"“{what.title()} Ana Núñez” goes out in 30 s as @robin@tusk.example." in said
    assert only().kind == what
    assert only().target == ANA.native_id


@pytest.mark.parametrize("address", ["shout/{ana}", "block/999", "block/{me}"])
def test_nothing_else_is_done_to_anybody(robin: Client, stage: Stage, address: str) -> None:
    end = address.format(ana=stage.ana.pk, me=stage.me.pk)
    assert robin.get(f"/people/{person_id(ANA)}/{end}/").status_code == 404


def test_what_only_the_networks_page_does_is_opened_there(robin: Client, stage: Stage) -> None:
    models.Connection.objects.update(modes={"block": str(Mode.MANUAL)})
    models.Account.objects.filter(pk=stage.ana.pk).update(url="https://tusk.example/@ana")
    address = f"/people/{person_id(ANA)}/block/{stage.ana.pk}/"
    assert "it opens the page, and you press the button there" in words(robin.get(address))
    response = robin.post(address, {"as": stage.me.pk, "back": "/"}, follow=True)
    html = response.content.decode()
    assert 'href="https://tusk.example/@ana" target="_blank" rel="noreferrer noopener"' in html
    assert only().state == State.BY_HAND


# ── The outbox ───────────────────────────────────────────────────────────────


def test_an_empty_outbox_says_what_it_is_for(robin: Client) -> None:
    said = words(robin.get("/outbox/"))
    assert "Nothing is on its way" in said
    assert "waits half a minute" in said


def test_a_row_says_all_of_what_is_sent(robin: Client, stage: Stage) -> None:
    stage.approved(ActionKind.REPLY, "@ana They do.")
    stage.now_us += HOLD // 2
    said = words(robin.get("/outbox/"))
    assert "On its way 1" in said
    assert "Answer Ana Núñez as @robin@tusk.example on Mastodon" in said
    assert "Do tigers purr? @ana They do." in said
    assert "said yes just now. They are told, and everybody can read it. 15 s" in said


def test_a_call_back_from_the_outbox_brings_the_row_on_today_back(
    robin: Client, stage: Stage
) -> None:
    answer(robin, stage, "They do.", section="waiting")
    assert "Called back" in say(robin, only(), "call_back")
    assert only().state == State.WITHDRAWN
    assert "1 person, about 1 minute" in words(robin.get("/"))


def test_what_has_left_is_not_called_back(robin: Client, stage: Stage) -> None:
    answer(robin, stage, "They do.")
    stage.now_us += HOLD
    stage.sender().send_due()
    assert "It has left already" in say(robin, only(), "call_back")
    assert only().state == State.SENT


def test_what_was_sent_can_be_taken_back_by_its_opposite(robin: Client, stage: Stage) -> None:
    stage.approved(ActionKind.FOLLOW)
    stage.now_us += HOLD
    stage.sender().send_due()
    said = words(robin.get("/outbox/"))
    assert "Sent 1" in said
    assert "Unfollow Ana Núñez on Mastodon, as @robin@tusk.example ?" in said
    assert "“Unfollow Ana Núñez” goes out in 30 s" in say(robin, only(), "take_back")
    back = models.OutboxItem.objects.get(kind=ActionKind.UNFOLLOW)
    assert (back.state, back.undoes_id) == (State.APPROVED, models.OutboxItem.objects.first().pk)
    assert "Taken back since." in words(robin.get("/outbox/"))


def test_a_post_is_taken_back_by_deleting_it_and_that_is_final(robin: Client, stage: Stage) -> None:
    item = stage.approved(ActionKind.REPLY, "They do.")
    stage.now_us += HOLD
    stage.sender().send_due()
    assert "The post is gone for good." in words(robin.get("/outbox/"))
    say(robin, item, "take_back")
    stage.now_us += HOLD
    stage.sender().send_due()
    deleted = models.OutboxItem.objects.get(kind=ActionKind.DELETE_POST)
    assert deleted.state == State.SENT
    assert "cannot be brought back" in say(robin, deleted, "take_back")


def unknown(stage: Stage) -> models.OutboxItem:
    """An answer whose end nobody knows."""
    stage.network.texts = Recovery.LOOK
    stage.network.answers = [LOST_ANSWER]
    item = stage.approved(ActionKind.REPLY, "They do.")
    stage.now_us += HOLD
    stage.sender(grace_us=GRACE).send_due()
    stage.network.done.clear()
    stage.sender("b", grace_us=-1).send_due()
    item.refresh_from_db()
    assert item.state == State.UNKNOWN
    return item


def test_what_nobody_knows_the_end_of_is_asked_about(robin: Client, stage: Stage) -> None:
    unknown(stage)
    said = words(robin.get("/outbox/"))
    assert "Needs you 1" in said
    assert "We don't know whether this arrived" in said
    assert "Look It’s there Send again Let it be" in said
    today = words(robin.get("/"))
    assert "One thing did not go out as you meant." in today
    assert "Outbox 1 needs you" in today


def test_a_look_that_finds_it_settles_it(
    robin: Client, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = unknown(stage)
    monkeypatch.setattr(
        "hobnob.operations.outbox.look.open_writer", lambda account, *, clock: stage.network
    )
    assert "It was not found there." in say(robin, item, "look")
    assert only().state == State.UNKNOWN
    monkeypatch.setattr(FakeWriter, "find", lambda self, order: self._outcome(order))
    assert "It is there: it arrived." in say(robin, item, "look")
    assert only().state == State.SENT
    assert only().remote_id == f"made-{item.key}"


def test_a_person_may_say_that_it_is_there(robin: Client, stage: Stage) -> None:
    item = unknown(stage)
    assert "Noted: it is done." in say(robin, item, "there")
    assert only().state == State.SENT
    assert "One thing" not in words(robin.get("/"))


def test_send_again_is_a_new_draft_that_needs_another_yes(robin: Client, stage: Stage) -> None:
    item = unknown(stage)
    assert "It leaves when you say yes to it." in say(robin, item, "again")
    again = models.OutboxItem.objects.get(state=State.DRAFT)
    assert again.text == item.text
    said = words(robin.get("/outbox/"))
    assert "Needs you 1" in said
    assert "nobody has said yes to it" in said
    assert "goes out in 30 s" in say(robin, again, "yes", again.action.digest)


def test_let_be_is_asked_about_no_more(robin: Client, stage: Stage) -> None:
    item = unknown(stage)
    say(robin, item, "let_be")
    assert only().state == State.WITHDRAWN
    assert "Nothing is on its way" in words(robin.get("/outbox/"))


def test_what_was_refused_shows_the_sentence_and_may_be_tried_again(
    robin: Client, stage: Stage
) -> None:
    stage.network.answers = [NetworkRefused("Tusk says: too long.")]
    item = stage.approved(ActionKind.REPLY, "They do.")
    stage.now_us += HOLD
    stage.sender().send_due()
    assert "Tusk says: too long." in words(robin.get("/outbox/"))
    say(robin, item, "again")
    item.refresh_from_db()
    assert item.state == State.WITHDRAWN
    assert models.OutboxItem.objects.filter(state=State.DRAFT).count() == 1


def test_an_edit_takes_the_yes_away(robin: Client, stage: Stage) -> None:
    item = stage.approved(ActionKind.REPLY, "They do.")
    address = f"/outbox/{item.pk}/edit/"
    assert ">They do.</textarea>" in robin.get(address).content.decode()
    assert robin.post(address, {"text": ""}).status_code == 400
    robin.post(address, {"text": "They purr.", "back": "/outbox/"})
    item.refresh_from_db()
    assert (item.state, item.text) == (State.DRAFT, "They purr.")
    old = stage.draft(ActionKind.LIKE)
    assert robin.get(f"/outbox/{old.pk}/edit/").status_code == 404


def test_a_yes_to_what_was_changed_meanwhile_is_no_yes(robin: Client, stage: Stage) -> None:
    item = stage.draft(ActionKind.REPLY, "They do.")
    seen = item.action.digest
    robin.post(f"/outbox/{item.pk}/edit/", {"text": "They purr."})
    assert "It was changed since you saw it" in say(robin, item, "yes", seen)
    assert only().state == State.DRAFT
    say(robin, item, "drop")
    assert only().state == State.WITHDRAWN


def test_what_is_done_by_hand_waits_for_a_word(robin: Client, stage: Stage) -> None:
    models.Connection.objects.update(modes={"like": str(Mode.WEB_INTENT)})
    item = stage.approved(ActionKind.LIKE)
    said = words(robin.get("/outbox/"))
    assert "Like a post of Ana Núñez as @robin@tusk.example on Mastodon" in said
    assert "Done e Not done x" in said
    assert "Noted: it was not done." in say(robin, item, "not_done")
    assert only().state == State.WITHDRAWN


def test_what_waits_its_turn_says_until_when(robin: Client, stage: Stage) -> None:
    stage.approved(ActionKind.LIKE)
    models.OutboxItem.objects.update(due_us=stage.now_us + 3 * 3_600_000_000)
    assert "this one waits its turn. It leaves in 3 hours, at" in words(robin.get("/outbox/"))
    given = {"like": "", "back": "/"}
    said = words(robin.post(f"/posts/{stage.post.pk}/act/", given, follow=True))
    assert "Your like for Ana Núñez, as @robin@tusk.example: So many have left" in said


def test_a_change_of_a_list_names_the_list(robin: Client, stage: Stage) -> None:
    models.RemoteList.objects.create(
        connection=stage.connection, native_id="77", name="Friends", seen_us=NOW_US
    )
    models.OutboxItem.objects.filter(pk=stage.draft(ActionKind.LIST_ADD).pk).update(on_list="77")
    assert "Put Ana Núñez on “Friends”" in words(robin.get("/outbox/"))


def test_a_button_that_is_not_there_does_nothing(robin: Client, stage: Stage) -> None:
    item = stage.draft(ActionKind.LIKE)
    assert robin.post(f"/outbox/{item.pk}/", {"shout": ""}).status_code == 404
    assert robin.post("/outbox/999/", {"drop": ""}).status_code == 404


QUERIES = 10


@pytest.mark.parametrize("count", [2, 12])
def test_the_outbox_asks_the_database_as_often_for_many_as_for_few(
    robin: Client, stage: Stage, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    record([happened(Kind.MENTION, BO, text="Stripes?")], now_us=NOW_US)
    for number in range(count):
        stage.approved(ActionKind.REPLY, f"They do {number}.")
        stage.draft(ActionKind.REPLY, f"Or not {number}.")
    with django_assert_num_queries(QUERIES):
        robin.get("/outbox/")


# ── A post that answers nobody ───────────────────────────────────────────────


def test_a_post_is_written_looked_at_and_said_yes_to(robin: Client, stage: Stage) -> None:
    assert "as @robin@tusk.example on Mastodon" in words(robin.get("/outbox/new/"))
    typed = {"text": "Tea?", "as": str(stage.me.pk), "once": "one", "back": "/outbox/"}
    said = words(robin.post("/outbox/new/", typed, follow=True))
    assert "Written down. Look at it, and say yes." in said
    assert "Everybody can read it." in said
    item = only()
    assert (item.state, item.text, item.price_microdollars) == (State.DRAFT, "Tea?", 0)
    robin.post("/outbox/new/", typed)
    assert "goes out in 30 s" in say(robin, only(), "yes", item.action.digest)


def test_an_empty_post_is_asked_for_again(robin: Client, stage: Stage) -> None:
    answer = robin.post("/outbox/new/", {"text": " ", "as": str(stage.me.pk)})
    assert (answer.status_code, "write something first" in words(answer)) == (400, True)


def test_what_x_takes_is_shown_before_the_yes(robin: Client, stage: Stage) -> None:
    models.Account.objects.filter(pk=stage.me.pk).update(network="x")
    for text, price in (("Tea?", "$0.015"), ("Tea: https://tea.example", "$0.20")):
        typed = {"text": text, "as": str(stage.me.pk), "back": "/outbox/", "once": text}
        assert f"X takes {price} for it." in words(robin.post("/outbox/new/", typed, follow=True))
